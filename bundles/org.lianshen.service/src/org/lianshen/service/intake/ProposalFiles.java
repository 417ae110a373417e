package org.lianshen.service.intake;

import java.nio.file.Path;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.Progress;

/** Application forms as files: the Excel form (.xlsx) and JSON. What is written reads back equal. A declarative service of the office bundle. */
public interface ProposalFiles {

    /** @throws org.lianshen.model.UserProblem naming each cell or JSON pointer that cannot be read */
    ProposalForm read(Path file, Progress progress);

    /** By extension; labels in the sheet are Chinese. */
    void write(ProposalForm form, Path target);
}
