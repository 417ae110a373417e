package org.lianshen.service.intake;

import java.nio.file.Path;
import org.lianshen.model.exchange.OpinionForm;
import org.lianshen.service.Progress;

/** Opinion forms as workbooks. A declarative service of the office bundle. */
public interface OpinionFiles {

    void write(OpinionForm form, Path target);

    /**
     * Reads what was filled in; pages without a word on them are left out.
     *
     * @throws org.lianshen.model.UserProblem naming every cell that cannot be read
     */
    OpinionForm.Filled read(Path file, Progress progress);
}
