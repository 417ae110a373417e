package org.lianshen.service.intake;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A sheet of a file from outside, row by row. Readers of the office bundle make it; understanding it (heads, columns, units, totals) is the intake's work and knows
 * nothing of file formats.
 */
public interface SourceSheet {

    String name();

    /** Whether the sheet is hidden in the workbook. */
    boolean hidden();

    /** Merged ranges, known before the rows; empty where the format has none. */
    List<Merge> merges();

    /** One-based columns that are hidden in the workbook; empty where the format has none. */
    default Set<Integer> hiddenColumns() {
        return Set.of();
    }

    /** Hands over non-empty rows in order until the consumer returns false or the rows end. May be called again: the sheet is then read anew. */
    void rows(Predicate<SourceRow> consumer);

    /** 1-based, inclusive. */
    record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    }
}
