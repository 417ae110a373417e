package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;

/** One linkage rule of domain.md §4.5. The test is code; severity, words and limits are the pack's. A rule keeps nothing between two calls. */
public interface Rule {

    /**
     * What a single finding of a rule rests on, beside the pack and the day. After a change only the touched parts of the year are checked again: the rule is called
     * with a context that shows just these, and its other findings stay. So a rule goes through {@link CheckContext#lines()}, {@link CheckContext#projects()} or
     * {@link CheckContext#projectsOfYear()}, and may look at no more than its scope allows.
     */
    enum Scope {
        /** One line and the projects that it is tied to or that it operates ({@link CheckContext#concerned}), never another line. The finding is shown at that line. */
        LINE,
        /** The lines of one item, of all years ({@link CheckContext#linesOfItem}), and the projects of these. The finding is shown at one of them. */
        ITEM,
        /** One project and its lines of all years, operation included ({@link CheckContext#linesFor}). The finding names that project. */
        PROJECT,
        /** The lines and the projects of one unit ({@link CheckContext#unitGroup}). The finding is shown at a line of the unit or, where it has no line, names the unit. */
        UNIT,
        /** The lines of one name, of all years and whatever the unit ({@link CheckContext#linesOfName}). The finding is shown at one of them. */
        NAME,
        /** All lines and projects together: run again after every change. For what cannot be told apart further; such a rule must be quick. */
        YEAR
    }

    /** B01 … B53. */
    String id();

    Scope scope();

    /** What of it judges nothing under a pack because the place has not set what it judges by; none where all of it is judged. */
    default List<Silence> silent(RulePack pack) {
        return List.of();
    }

    void check(CheckContext context, Consumer<Finding> found);
}
