package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.List;
import org.lianshen.service.intake.SourceSheet.Merge;

/** The first rows of a sheet with merged cells spread: what stands above a column, whichever cell holds the text. */
final class HeadGrid {

    private static final int LONGEST_HEAD = 60;

    private final List<SourceRow> rows;
    private final List<List<String>> own = new ArrayList<>();
    private final List<List<String>> spread = new ArrayList<>();
    private final List<Merge> wide = new ArrayList<>();
    private int width;

    HeadGrid(List<SourceRow> rows, List<Merge> merges) {
        this.rows = rows;
        for (SourceRow row : rows) {
            width = Math.max(width, row.cells().size());
        }
        for (SourceRow row : rows) {
            var texts = new ArrayList<String>();
            for (int column = 0; column < width; column++) {
                SourceCell cell = row.cell(column);
                texts.add(cell == null ? "" : cell.text().strip());
            }
            own.add(texts);
            spread.add(new ArrayList<>(texts));
        }
        merges.stream().filter(merge -> !rows.isEmpty() && merge.firstRow() <= rows.getLast().number()).forEach(this::spread);
    }

    private void spread(Merge merge) {
        int top = indexOf(merge.firstRow());
        if (top < 0 || merge.firstColumn() > width) {
            return;
        }
        if (merge.lastColumn() > merge.firstColumn()) {
            wide.add(merge);
        }
        String text = own.get(top).get(merge.firstColumn() - 1);
        for (int i = top; i < rows.size() && rows.get(i).number() <= merge.lastRow(); i++) {
            for (int column = merge.firstColumn() - 1; column < Math.min(merge.lastColumn(), width); column++) {
                spread.get(i).set(column, text);
            }
        }
    }

    private int indexOf(int number) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).number() == number) {
                return i;
            }
        }
        return -1;
    }

    int size() {
        return rows.size();
    }

    int width() {
        return width;
    }

    int number(int index) {
        return rows.get(index).number();
    }

    /** Text of a cell itself, not of a merged range that it is part of. */
    String own(int index, int column) {
        return own.get(index).get(column);
    }

    /** Whether a row could be part of a header: short texts, no numbers and no dates. */
    boolean heady(int index) {
        return heady(rows.get(index));
    }

    static boolean heady(SourceRow row) {
        int filled = 0;
        for (SourceCell cell : row.cells()) {
            if (cell != null) {
                if (cell.kind() != SourceCell.Kind.TEXT || cell.text().length() > LONGEST_HEAD || AmountText.of(cell.text()) != null) {
                    return false;
                }
                filled++;
            }
        }
        return filled > 0;
    }

    /**
     * Texts above each other in a column of a header, top first. A parent reaches over merged columns; where a row of parents is not merged at all, over the blank cells to
     * its right.
     */
    List<String> path(int top, int bottom, int column) {
        var path = new ArrayList<String>();
        for (int i = top; i <= bottom; i++) {
            String text = spread.get(i).get(column);
            if (text.isEmpty() && i < bottom && !own.get(bottom).get(column).isEmpty()) {
                text = leftOf(i, column);
            }
            if (!text.isEmpty() && (path.isEmpty() || !path.getLast().equals(text))) {
                path.add(text);
            }
        }
        return path;
    }

    /** Whether the cell is part of a range over several columns that have heads of their own in the row below: a parent, not a column. */
    boolean parentOnly(int index, int column) {
        int number = number(index);
        if (index + 1 >= size() || !heady(index + 1) || number(index + 1) != number + 1) {
            return false;
        }
        return wide.stream().filter(merge -> merge.firstRow() <= number && number <= merge.lastRow() && merge.firstColumn() - 1 <= column && column < merge.lastColumn())
                .anyMatch(merge -> merge.lastRow() == number && filledBelow(merge, index + 1) > 1);
    }

    private int filledBelow(Merge merge, int index) {
        int filled = 0;
        for (int column = merge.firstColumn() - 1; column < Math.min(merge.lastColumn(), width); column++) {
            filled += own.get(index).get(column).isEmpty() ? 0 : 1;
        }
        return filled;
    }

    private String leftOf(int index, int column) {
        for (int c = column; c >= 0; c--) {
            String text = spread.get(index).get(c);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
