package org.lianshen.service;

import java.util.List;
import java.util.Map;
import org.lianshen.model.Message;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.paper.PaperTemplate;

/**
 * 公文模板: the fixed words of papers, as the office keeps them. A wording is a text of parts, each begun by a line {@code 【开头】}, with fields such as
 * {@code {项目名称}} that a paper fills. A change holds for papers made from then on; older ones keep theirs.
 */
public interface TemplateService {

    /** Kinds of paper with words that can be changed, in file order. */
    List<PaperKind> kinds();

    Template get(PaperKind kind);

    /** What stands against keeping the text, in its order; empty where nothing does. */
    List<Problem> check(PaperKind kind, String text);

    /**
     * Keeps a new version.
     *
     * @param basedOn version that was edited
     * @throws org.lianshen.model.UserProblem with every problem and its place; nothing is kept then
     * @throws org.lianshen.model.StaleWrite where somebody kept another one meanwhile
     */
    Template save(PaperKind kind, String text, int basedOn);

    /** From now on the wording that the program ships. */
    Template reset(PaperKind kind, int basedOn);

    /**
     * @param text     that counts now
     * @param shipped  that the program ships
     * @param versions all that were kept, oldest first
     * @param fields   an example by name of each field that the text may use
     */
    record Template(PaperKind kind, String text, String shipped, List<PaperTemplate> versions, Map<String, String> fields) {

        public Template {
            versions = List.copyOf(versions);
        }

        /** 0 where nothing was changed yet. */
        public int version() {
            return versions.isEmpty() ? 0 : versions.getLast().no();
        }

        public boolean changed() {
            return !text.equals(shipped);
        }
    }

    /**
     * A place of a text that cannot stay.
     *
     * @param line   from 1, {@code column} in it from 1
     * @param offset in the text; {@code length} of what is meant, may be 0
     */
    record Problem(int line, int column, int offset, int length, Message message) {
    }
}
