package org.lianshen.workbench.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.lianshen.service.table.Column;

/** Between a grid and the clipboard, as tab-separated lines. */
final class GridClipboard {

    private GridClipboard() {
    }

    /** The selected cells (whole rows in a list) with the heads of their columns. */
    static <T> void copy(Grid<T> grid) {
        String text = selected(grid);
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(grid.table().getDisplay());
            try {
                clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            } finally {
                clipboard.dispose();
            }
            grid.grids().dialogs.status(grid.grids().messages.format(grid.grids().messages.copied, grid.selection().size()));
        }
    }

    static <T> void paste(Grid<T> grid) {
        Clipboard clipboard = new Clipboard(grid.table().getDisplay());
        try {
            if (clipboard.getContents(TextTransfer.getInstance()) instanceof String text) {
                grid.editing().paste(lines(text));
            }
        } finally {
            clipboard.dispose();
        }
    }

    static <T> String selected(Grid<T> grid) {
        SelectionLayer selection = grid.layers().selection();
        Set<Integer> rows = new TreeSet<>();
        Set<Integer> columns = new TreeSet<>();
        for (PositionCoordinate cell : selection.getSelectedCellPositions()) {
            rows.add(cell.getRowPosition());
            columns.add(cell.getColumnPosition());
        }
        if (rows.isEmpty()) {
            return "";
        }
        Cells cells = grid.grids().cells;
        StringJoiner lines = new StringJoiner("\n");
        StringJoiner heads = new StringJoiner("\t");
        columns.forEach(position -> heads.add(cells.label(grid.column(selection.getColumnIndexByPosition(position)))));
        lines.add(heads.toString());
        for (int row : rows) {
            StringJoiner line = new StringJoiner("\t");
            for (int position : columns) {
                Column<T> column = grid.column(selection.getColumnIndexByPosition(position));
                line.add(cells.copied(column, column.value().apply(grid.view().row(row))));
            }
            lines.add(line.toString());
        }
        return lines.toString();
    }

    /** Lines of cells as a spreadsheet puts them; quoted cells may hold line ends. */
    static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == '\t' || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return lines;
    }
}
