package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.budget.AmountUnit;

/**
 * A recognised header.
 *
 * @param firstRow one-based
 * @param lastRow  one-based, the last row of a header of several rows
 * @param columns  what each field was recognised by
 * @param labels   texts of all head cells by column, lowest last; for recognising the header when it is repeated among the rows
 * @param score    how much was recognised
 */
record Header<F extends Enum<F>>(int firstRow, int lastRow, Map<F, Head> columns, Map<Integer, List<String>> labels, int score) {

    /**
     * A column of the header.
     *
     * @param column zero-based
     * @param parts  further columns whose texts are joined to it: 类, 款, 项 of one code
     * @param label  the head as it stands, parents first
     * @param unit   unit named in the head, or null
     */
    record Head(int column, List<Integer> parts, String label, AmountUnit unit, int rank) {
    }

    Header {
        columns = columns.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(columns));
    }

    /** The letters of the column of each field, in the order of the fields. */
    Map<F, String> letters() {
        var letters = new LinkedHashMap<F, String>();
        columns.forEach((field, head) -> letters.put(field, A1.letters(head.column())));
        return Collections.unmodifiableMap(letters);
    }

    List<Integer> rows() {
        var rows = new ArrayList<Integer>();
        for (int row = firstRow; row <= lastRow; row++) {
            rows.add(row);
        }
        return rows;
    }

    /** Whether both put every field that they share into the same column, and share at least two. */
    boolean agreesWith(Header<F> other) {
        int same = 0;
        for (var entry : columns.entrySet()) {
            Head theirs = other.columns.get(entry.getKey());
            if (theirs != null) {
                if (theirs.column() != entry.getValue().column()) {
                    return false;
                }
                same++;
            }
        }
        return same >= 2;
    }

    boolean overlaps(Header<F> other) {
        return firstRow <= other.lastRow && other.firstRow <= lastRow;
    }
}
