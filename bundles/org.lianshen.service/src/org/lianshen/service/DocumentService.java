package org.lianshen.service;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.PaperDifference;
import org.lianshen.service.document.PaperWriter;
import org.lianshen.service.document.Verification;

/** Paper of the joint review: what can be made of a meeting or a proposal, its content, its signed versions, and files of it. */
public interface DocumentService {

    /** The papers that the facts allow now and those that were signed, in file order. @param subject a meeting or a proposal */
    List<Listed> papers(UUID subject);

    /**
     * The paper as it stands: the last signed version where the facts are what they were then, else a draft of what they are now.
     *
     * @throws org.lianshen.model.UserProblem where the facts of the paper are missing, saying which
     */
    Composed compose(PaperKey key);

    /**
     * How papers of a kind come out with a wording: one of the last projects or meetings, where the actor may print those, else an example; always as a draft.
     *
     * @param kind one that has a wording ({@link TemplateService#kinds()})
     */
    OfficialPaper sample(PaperKind kind, String wording);

    /**
     * Writes one paper as {@link #compose} gives it.
     *
     * @param targets each in the format that its name ends with ({@link org.lianshen.service.document.PaperWriter.Format})
     * @return notices: fonts that were replaced, and by which
     * @throws org.lianshen.model.UserProblem for a name of another ending; nothing is written then
     */
    List<Message> write(PaperKey key, List<Path> targets);

    /** As {@link #write(PaperKey, List)}, of content at hand: an older version, a note of changes. */
    List<Message> write(OfficialPaper paper, List<Path> targets);

    /** What the next version of a paper would bear, as a proposal. */
    Signing signing(PaperKey key);

    /**
     * 签发: the paper as the facts give it now is kept for good, with number, day and the code of the last audit record. With the opinion letter (联审意见书) it enters
     * that the decision was told to the unit.
     *
     * @param number taken where {@link Signing#asked()}
     * @param date   印发日期, and of a letter 成文日期
     * @throws org.lianshen.model.UserProblem where facts are open, nothing has changed since the last version, the number is taken or the chain of audit records does not hold
     */
    IssuedPaper sign(PaperKey key, String number, LocalDate date);

    /** Signed versions, oldest first. */
    List<IssuedPaper> versions(PaperKey key);

    /** @param newer number of a version, 0 for the paper as the facts give it now */
    PaperDifference compare(PaperKey key, int older, int newer);

    /** 修改对照表: the same as a paper to print, naming versions, days and what changed. */
    OfficialPaper changeNote(PaperKey key, int older, int newer);

    /** Checks what stands on a paper against log and store. @param number may be empty; {@code code} may be empty where the number is given */
    Verification verify(String number, String code);

    /** The same of a file, whose text is compared with the signed version. @throws org.lianshen.model.UserProblem where it cannot be read */
    Verification verify(Path file);

    /**
     * The whole file of a project in file order with cover and list of contents: papers that are final, and the attachments of its application form.
     *
     * @param target a name that ends with {@code .pdf}: one file with page numbers throughout; any other: a folder with a file for each piece
     * @return what was written; notices name attachments that could not be taken in
     * @throws Progress.Cancelled where it was stopped; nothing is written then
     */
    Written dossier(UUID proposal, Path target, Progress progress);

    /** What the whole file of a project is called: number and name of the project. */
    Message dossierName(UUID proposal);

    /**
     * Many papers at once, all or none.
     *
     * @param format of the files in a folder
     * @param target a name that ends as a format does: one file of all; any other: a folder with a file for each
     * @throws Progress.Cancelled where it was stopped; nothing is written then
     */
    Written write(List<PaperKey> keys, PaperWriter.Format format, Path target, Progress progress);

    /** @param pages of all files together */
    record Written(List<Path> files, int pages, List<Message> notices) {

        public Written {
            files = List.copyOf(files);
            notices = List.copyOf(notices);
        }
    }

    /** How a paper stands. */
    enum Standing {
        /** 工作材料: not for 签发, as it stands */ WORKING,
        /** 草稿: never signed */ DRAFT,
        /** 已签发 */ SIGNED,
        /** 事实已变: signed, but the facts are not what they were */ CHANGED
    }

    /**
     * @param name as it stands in lists and file names: {@code 会签意见表 市财政局 第1轮}
     * @param last signed version, or null
     */
    record Listed(PaperKey key, Message name, Standing standing, IssuedPaper last) {
    }

    /**
     * @param number  that it has or is proposed to have, may be empty
     * @param asked   whether the number is given by whoever signs
     * @param version that it would be
     */
    record Signing(String number, boolean asked, LocalDate date, int version) {
    }

    /**
     * @param last    signed version, or null
     * @param notices what the reader should know before printing, such as a broken chain of audit records
     */
    record Composed(OfficialPaper paper, Standing standing, IssuedPaper last, List<Message> notices) {

        public Composed {
            notices = List.copyOf(notices);
        }
    }
}
