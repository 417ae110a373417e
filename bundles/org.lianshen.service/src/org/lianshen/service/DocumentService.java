package org.lianshen.service;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.service.document.OfficialPaper;

/** Paper of the joint review: what can be made of a meeting or a proposal, its content, and files of it. */
public interface DocumentService {

    /** The papers that the facts allow now, in file order. @param subject a meeting or a proposal */
    List<Listed> papers(UUID subject);

    /** @throws org.lianshen.model.UserProblem where the facts of the paper are missing, saying which */
    Composed compose(PaperKey key);

    /**
     * Writes one paper.
     *
     * @param targets each in the format that its name ends with ({@link org.lianshen.service.document.PaperWriter.Format})
     * @return notices: fonts that were replaced, and by which
     * @throws org.lianshen.model.UserProblem for a name of another ending; nothing is written then
     */
    List<Message> write(PaperKey key, List<Path> targets);

    /** @param name as it stands in lists and file names: {@code 会签意见表 市财政局 第1轮} */
    record Listed(PaperKey key, Message name) {
    }

    /** @param notices what the reader should know before printing, such as a broken chain of audit records */
    record Composed(OfficialPaper paper, List<Message> notices) {

        public Composed {
            notices = List.copyOf(notices);
        }
    }
}
