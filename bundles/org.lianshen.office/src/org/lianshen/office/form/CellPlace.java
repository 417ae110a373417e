package org.lianshen.office.form;

import org.apache.poi.ss.usermodel.Cell;
import org.lianshen.service.intake.CellReading;

/** Where a cell is, for messages. */
final class CellPlace {

    private CellPlace() {
    }

    static String of(Cell cell) {
        return of(cell.getSheet().getSheetName(), cell.getColumnIndex(), cell.getRowIndex() + 1);
    }

    /** {@code 概算!C7}. */
    static String of(String sheet, int column, int row) {
        return sheet + "!" + CellReading.place(column, row);
    }
}
