package org.lianshen.office.out;

import java.util.List;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.lianshen.service.table.WorkbookMarker.RowWord;

/** Words in rows of a sheet, in a column of their own behind the last one that holds anything. A sheet that is used to its last column has no room; then the comments have to do. */
final class RowWords {

    private static final int WIDTH = 18 * 256;

    private final Sheet sheet;

    RowWords(Sheet sheet) {
        this.sheet = sheet;
    }

    void put(List<RowWord> words) {
        int column = firstFree();
        if (column > sheet.getWorkbook().getSpreadsheetVersion().getLastColumnIndex()) {
            return;
        }
        CellStyle plain = style(false);
        CellStyle red = style(true);
        for (RowWord word : words) {
            Row row = sheet.getRow(word.row() - 1) == null ? sheet.createRow(word.row() - 1) : sheet.getRow(word.row() - 1);
            Cell cell = row.createCell(column);
            cell.setCellValue(word.text());
            cell.setCellStyle(word.severity() == null ? plain : red);
        }
        sheet.setColumnWidth(column, WIDTH);
    }

    private int firstFree() {
        int free = 0;
        for (Row row : sheet) {
            for (int column = row.getLastCellNum() - 1; column >= free; column--) {
                Cell cell = row.getCell(column);
                if (cell != null && cell.getCellType() != CellType.BLANK) {
                    free = column + 1;
                }
            }
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            if (merged.getFirstColumn() < free) {
                free = Math.max(free, merged.getLastColumn() + 1);
            }
        }
        return free;
    }

    private CellStyle style(boolean red) {
        Font font = sheet.getWorkbook().createFont();
        font.setBold(true);
        if (red) {
            font.setColor(IndexedColors.RED.getIndex());
        }
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderLeft(BorderStyle.THIN);
        return style;
    }
}
