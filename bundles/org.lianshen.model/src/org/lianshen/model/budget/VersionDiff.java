package org.lianshen.model.budget;

import java.util.List;

/**
 * What differs between two imports of the same sheet.
 *
 * @param before    the older version
 * @param same      whether both files are the same byte for byte
 * @param unchanged lines that stand in both with the same values
 * @param lines     what differs, at most a first part of it; the counts are of all
 */
public record VersionDiff(BudgetBatch before, boolean same, int added, int gone, int changed, int unchanged, List<LineChange> lines) {

    public VersionDiff {
        lines = List.copyOf(lines);
    }

    public int total() {
        return added + gone + changed;
    }

    /**
     * A line that differs.
     *
     * @param before null where the line is new
     * @param after  null where the line is gone
     * @param cells  the values that differ; empty for a line that is new or gone
     */
    public record LineChange(BudgetLine before, BudgetLine after, List<CellChange> cells) {

        public LineChange {
            cells = List.copyOf(cells);
        }

        /** The line as it is now, or as it was where it is gone. */
        public BudgetLine line() {
            return after == null ? before : after;
        }
    }

    /** @param before and {@code after} canonical texts, empty where blank */
    public record CellChange(BudgetField field, String before, String after) {
    }
}
