package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianshen.service.intake.SourceSheet.Merge;

/** Cells merged downwards among the data: each row below the first has the first one's text. Rows are asked for in order. */
final class MergedCells {

    private static final class Column {
        private final List<Merge> merges = new ArrayList<>();
        private int at;
        private SourceCell first;
    }

    private final Map<Integer, Column> columns = new HashMap<>();

    MergedCells(List<Merge> merges, int headerEnd) {
        merges.stream().filter(merge -> merge.lastRow() > merge.firstRow() && merge.firstRow() > headerEnd).sorted(Comparator.comparingInt(Merge::firstRow))
                .forEach(merge -> columns.computeIfAbsent(merge.firstColumn() - 1, column -> new Column()).merges.add(merge));
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /** Must be called for each row in order, before {@link #above}. */
    void at(SourceRow row) {
        for (var entry : columns.entrySet()) {
            Column column = entry.getValue();
            while (column.at < column.merges.size() && column.merges.get(column.at).lastRow() < row.number()) {
                column.at++;
                column.first = null;
            }
            if (column.at < column.merges.size() && column.merges.get(column.at).firstRow() == row.number()) {
                column.first = row.cell(entry.getKey());
            }
        }
    }

    /** First row of the merged range that reaches down into this cell from above; 0 where there is none. */
    int firstRow(int column, int row) {
        Column merged = columns.get(column);
        if (merged == null || merged.at >= merged.merges.size()) {
            return 0;
        }
        Merge merge = merged.merges.get(merged.at);
        return merge.firstRow() < row && row <= merge.lastRow() ? merge.firstRow() : 0;
    }

    /** The cell that reaches down from above; null where there is none. */
    SourceCell above(int column, int row) {
        return firstRow(column, row) == 0 ? null : columns.get(column).first;
    }
}
