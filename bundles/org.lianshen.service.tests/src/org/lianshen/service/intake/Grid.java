package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lianshen.model.Message;
import org.lianshen.service.intake.SourceCell.Kind;

/** A workbook made of literal rows, for tests of the understanding of sheets. */
public final class Grid implements SourceSheet, SourceFile {

    private final String name;
    private final List<SourceRow> rows = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private final List<SourceSheet> others = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new TreeSet<>();
    private boolean hidden;
    private int next = 1;

    public Grid(String name) {
        this.name = name;
    }

    /** Cells: null for none, a {@link SourceCell} as it is, a Number as a number cell, all else as text. */
    public Grid row(Object... cells) {
        return add(false, cells);
    }

    public Grid hiddenRow(Object... cells) {
        return add(true, cells);
    }

    private Grid add(boolean rowHidden, Object... cells) {
        rows.add(new SourceRow(next++, Arrays.stream(cells).map(Grid::cell).toList(), rowHidden));
        return this;
    }

    private static SourceCell cell(Object value) {
        return switch (value) {
            case null -> null;
            case SourceCell cell -> cell;
            case Number number -> new SourceCell(number.toString(), Kind.NUMBER, null, false);
            default -> SourceCell.text(value.toString());
        };
    }

    public static SourceCell number(String digits) {
        return new SourceCell(digits, Kind.NUMBER, null, false);
    }

    public static SourceCell formatted(String digits, String format) {
        return new SourceCell(digits, Kind.NUMBER, format, false);
    }

    public static SourceCell noValue() {
        return new SourceCell("", Kind.MISSING_VALUE, null, true);
    }

    public static SourceCell error(String text) {
        return new SourceCell(text, Kind.ERROR, null, true);
    }

    public static SourceCell date(String iso) {
        return new SourceCell(iso, Kind.DATE, "yyyy-mm-dd", false);
    }

    /** Leaves a row blank. */
    public Grid blank() {
        next++;
        return this;
    }

    public Grid merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        merges.add(new Merge(firstRow, firstColumn, lastRow, lastColumn));
        return this;
    }

    public Grid hide() {
        hidden = true;
        return this;
    }

    public Grid hideColumn(int column) {
        hiddenColumns.add(column);
        return this;
    }

    public Grid and(SourceSheet other) {
        others.add(other);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }

    @Override
    public Set<Integer> hiddenColumns() {
        return hiddenColumns;
    }

    @Override
    public List<Merge> merges() {
        return merges;
    }

    @Override
    public void rows(Predicate<SourceRow> consumer) {
        for (SourceRow row : rows) {
            if (!consumer.test(row)) {
                return;
            }
        }
    }

    @Override
    public List<SourceSheet> sheets() {
        var all = new ArrayList<SourceSheet>();
        all.add(this);
        all.addAll(others);
        return all;
    }

    @Override
    public List<Message> notices() {
        return List.of();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
