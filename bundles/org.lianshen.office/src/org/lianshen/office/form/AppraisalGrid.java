package org.lianshen.office.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.lianshen.model.UserProblem;
import org.lianshen.service.intake.CellReading;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceSheet;

/** A form held whole, to look for labels in: forms have a page or two. Merged cells have their text in each of their rows. */
final class AppraisalGrid {

    private static final int MOST_ROWS = 2_000;
    private final String sheet;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<List<SourceCell>> rows = new ArrayList<>();

    AppraisalGrid(SourceSheet source) {
        this.sheet = source.name();
        source.rows(row -> {
            if (rows.size() == MOST_ROWS) {
                throw UserProblem.of("office.form.tooManyRows", sheet, MOST_ROWS);
            }
            numbers.add(row.number());
            rows.add(new ArrayList<>(row.cells()));
            return true;
        });
        for (SourceSheet.Merge merge : source.merges()) {
            int first = numbers.indexOf(merge.firstRow());
            SourceCell cell = first < 0 ? null : cell(first, merge.firstColumn() - 1);
            for (int i = first + 1; cell != null && i < rows.size() && numbers.get(i) <= merge.lastRow(); i++) {
                set(i, merge.firstColumn() - 1, cell);
            }
        }
    }

    private void set(int row, int column, SourceCell cell) {
        List<SourceCell> cells = rows.get(row);
        while (cells.size() <= column) {
            cells.add(null);
        }
        cells.set(column, cell);
    }

    String sheet() {
        return sheet;
    }

    int size() {
        return rows.size();
    }

    int width(int row) {
        return rows.get(row).size();
    }

    SourceCell cell(int row, int column) {
        return row < rows.size() && column >= 0 && column < rows.get(row).size() ? rows.get(row).get(column) : null;
    }

    /** Empty where there is no cell. */
    String text(int row, int column) {
        SourceCell cell = cell(row, column);
        return cell == null ? "" : CellReading.text(cell);
    }

    /** As labels are compared. */
    String label(int row, int column) {
        SourceCell cell = cell(row, column);
        return cell == null || cell.kind() != SourceCell.Kind.TEXT ? "" : CellReading.label(cell.text());
    }

    /** First column at or after {@code from} whose label fits; -1 where there is none. */
    int find(int row, int from, Predicate<String> label) {
        for (int column = from; column < width(row); column++) {
            if (label.test(label(row, column))) {
                return column;
            }
        }
        return -1;
    }

    /** First filled column after a label; -1 where there is none. */
    int after(int row, int column) {
        for (int next = column + 1; next < width(row); next++) {
            if (!text(row, next).isBlank()) {
                return next;
            }
        }
        return -1;
    }

    String place(int row, int column) {
        return CellPlace.of(sheet, column, numbers.get(row));
    }

    int number(int row) {
        return numbers.get(row);
    }

}
