package org.lianshen.workbench.grid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.lianshen.service.table.Column;

/** What typing, pasting, filling and clearing do to the rows of a sheet; each can be undone (Ctrl+Z). */
final class GridEdits<T> {

    private static final int UNDO_STEPS = 100;

    private final Grid<T> grid;
    private final Supplier<T> newRow;
    private final Consumer<List<T>> changed;
    private final Deque<List<T>> before = new ArrayDeque<>();

    GridEdits(Grid<T> grid, Supplier<T> newRow, Consumer<List<T>> changed) {
        this.grid = grid;
        this.newRow = newRow;
        this.changed = changed;
    }

    /** One cell, from its editor; the value has been checked there. */
    void set(int column, int row, Object typed) {
        step(() -> put(column, row, String.valueOf(typed == null ? "" : typed)));
    }

    /** A block, its first cell at the anchor. All or nothing: one cell that cannot be taken refuses the block and is named. */
    void paste(List<List<String>> lines) {
        int firstRow = grid.layers().selection().getSelectionAnchor().getRowPosition();
        int firstColumn = grid.layers().selection().getSelectionAnchor().getColumnPosition();
        if (firstRow < 0 || lines.isEmpty()) {
            return;
        }
        List<T> old = grid.view().rows();
        int[] columns = grid.layers().shownColumns();
        for (int i = 0; i < lines.size(); i++) {
            int row = firstRow + i;
            if (row >= grid.view().size()) {
                if (newRow == null) {
                    refuse(old, grid.grids().messages.format(grid.grids().messages.pasteTooLong, lines.size() - i));
                    return;
                }
                grid.view().append(newRow.get());
            }
            List<String> cells = lines.get(i);
            for (int k = 0; k < cells.size() && firstColumn + k < columns.length; k++) {
                String problem = put(columns[firstColumn + k], row, cells.get(k));
                if (problem != null) {
                    refuse(old, grid.grids().messages.format(grid.grids().messages.pasteRefused, row + 1, grid.grids().cells.label(grid.column(columns[firstColumn + k])), problem));
                    return;
                }
            }
        }
        keep(old);
    }

    /** The first selected row's cells into the selected rows below. */
    void fillDown() {
        Set<Integer> rows = new TreeSet<>();
        Set<Integer> columns = new TreeSet<>();
        for (PositionCoordinate cell : grid.layers().selection().getSelectedCellPositions()) {
            rows.add(cell.getRowPosition());
            columns.add(grid.layers().selection().getColumnIndexByPosition(cell.getColumnPosition()));
        }
        if (rows.size() < 2) {
            return;
        }
        int first = rows.iterator().next();
        step(() -> {
            for (int column : columns) {
                Column<T> description = grid.column(column);
                String value = grid.grids().cells.copied(description, description.value().apply(grid.view().row(first)));
                for (int row : rows) {
                    if (row != first) {
                        put(column, row, value);
                    }
                }
            }
        });
    }

    void clear() {
        step(() -> {
            for (PositionCoordinate cell : grid.layers().selection().getSelectedCellPositions()) {
                put(grid.layers().selection().getColumnIndexByPosition(cell.getColumnPosition()), cell.getRowPosition(), "");
            }
        });
    }

    /** A new row at the end. @return its place among the shown rows */
    int add() {
        step(() -> grid.view().append(newRow.get()));
        return grid.view().size() - 1;
    }

    void remove(Set<Integer> rows) {
        step(() -> grid.view().remove(rows));
    }

    void undo() {
        List<T> rows = before.pollLast();
        if (rows != null) {
            putBack(rows);
            changed.accept(rows);
        }
    }

    /** @return what is wrong with what was typed, or null */
    String check(int column, String typed) {
        Edit<T> edit = grid.edits().get(grid.column(column).id());
        try {
            edit.parse().value(typed);
            return null;
        } catch (Edit.Refused refused) {
            return sentence(edit, refused.getMessage());
        }
    }

    private void step(Runnable edit) {
        List<T> old = grid.view().rows();
        edit.run();
        keep(old);
    }

    private void keep(List<T> old) {
        List<T> now = grid.view().rows();
        if (now.equals(old)) {
            return;
        }
        before.addLast(old);
        if (before.size() > UNDO_STEPS) {
            before.removeFirst();
        }
        grid.refresh();
        changed.accept(now);
    }

    /** Rows as they were, with the cursor where it is. */
    private void putBack(List<T> rows) {
        PositionCoordinate anchor = grid.layers().selection().getSelectionAnchor();
        int row = Math.min(anchor.getRowPosition(), rows.size() - 1);
        int column = anchor.getColumnPosition();
        grid.setRows(rows);
        if (row >= 0 && column >= 0) {
            grid.layers().select(true, column, row);
        }
    }

    private void refuse(List<T> old, String problem) {
        putBack(old);
        grid.grids().dialogs.inform(grid.grids().messages.pasteTitle, problem);
    }

    /** Cells that cannot be typed into are passed over, so that a block copied with its derived columns can be pasted back. */
    private String put(int columnIndex, int row, String typed) {
        Column<T> column = grid.column(columnIndex);
        Edit<T> edit = grid.edits().get(column.id());
        T old = grid.view().row(row);
        if (edit == null || !edit.editable().test(old)) {
            return null;
        }
        String text = typed;
        if (edit.kind() == Edit.Kind.CHOICE && !typed.isBlank()) {
            List<String> choices = edit.choices().apply(old);
            text = chosen(typed.strip(), choices);
            if (text == null) {
                return grid.grids().messages.format(grid.grids().messages.notAChoice, typed, String.join(grid.grids().messages.listSeparator, choices));
            }
        }
        try {
            grid.view().replace(row, edit.set().apply(old, edit.parse().value(text)));
            return null;
        } catch (Edit.Refused refused) {
            return sentence(edit, refused.getMessage());
        }
    }

    /** The choice that is meant: itself, or of choices that are a code and a name ({@code E10 定制软件开发费}) the only one with that code or that name. Null for none. */
    private static String chosen(String typed, List<String> choices) {
        if (choices.contains(typed)) {
            return typed;
        }
        List<String> meant = choices.stream().filter(choice -> choice.startsWith(typed + " ") || choice.endsWith(" " + typed)).toList();
        return meant.size() == 1 ? meant.getFirst() : null;
    }

    private String sentence(Edit<T> edit, String typed) {
        var messages = grid.grids().messages;
        return switch (edit.kind()) {
            case MONEY -> messages.format(messages.notAnAmount, typed);
            case NUMBER -> messages.format(messages.notANumber, typed);
            case TEXT, CHOICE -> typed;
        };
    }
}
