package org.lianshen.office.out;

import java.nio.file.Path;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.intake.SourceRow;
import org.lianshen.service.intake.SourceSheet;

/** A csv as a workbook: every cell as text, in its place. */
final class TextWorkbook {

    private TextWorkbook() {
    }

    static Workbook of(SourceFiles sources, Path file) {
        Workbook workbook = new XSSFWorkbook();
        CellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        CellStyle quoted = workbook.createCellStyle();
        quoted.cloneStyleFrom(text);
        quoted.setQuotePrefixed(true);
        try (SourceFile source = sources.open(file, Progress.NONE)) {
            for (SourceSheet from : source.sheets()) {
                Sheet to = workbook.createSheet(WorkbookUtil.createSafeSheetName(from.name()));
                from.rows(row -> {
                    write(row, to.createRow(row.number() - 1), text, quoted);
                    return true;
                });
            }
        }
        return workbook;
    }

    private static void write(SourceRow from, Row to, CellStyle text, CellStyle quoted) {
        for (int i = 0; i < from.cells().size(); i++) {
            SourceCell source = from.cell(i);
            if (source != null && !source.text().isEmpty()) {
                Cell cell = to.createCell(i);
                cell.setCellValue(source.text());
                cell.setCellStyle(Formulas.looksLikeOne(source.text()) ? quoted : text);
            }
        }
    }
}
