package org.lianshen.model.linkage;

import java.util.List;
import java.util.function.LongConsumer;

/**
 * The linkage check: ties every line to the ledger, says which are IT lines, and runs the pack's rules. The result depends on the input alone, in content and order,
 * however many threads work on it and whatever was checked before ({@link LinkageSession}).
 */
public final class LinkageCheck {

    private LinkageCheck() {
    }

    /**
     * @param lines    results for the lines of the year, in their order
     * @param findings in the order of the lines they are shown at, then of the rules; those about a project without lines at the end
     */
    public record Outcome(List<LineResult> lines, List<Finding> findings) {
    }

    /**
     * @param done hears on the calling thread how many lines are linked; an exception that it throws stops the work and reaches the caller
     */
    public static Outcome run(CheckInput input, LongConsumer done) {
        return LinkageSession.open(input, done).outcome();
    }

    /** All lines with their results, of the input's year and of the others, without running rules. */
    public static List<CheckedLine> lines(CheckInput input) {
        return LineLinker.of(input, new ProjectIndex(input.projects(), input.pack(), input.words().units())).all(input.lines(), done -> {
        });
    }
}
