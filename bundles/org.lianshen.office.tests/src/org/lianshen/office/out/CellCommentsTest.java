package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.Severity;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.service.table.WorkbookMarker.Note;
import org.lianshen.service.table.WorkbookMarker.RowWord;

class CellCommentsTest {

    private final CellComments marker = new CellComments(new OfficeSources());

    @TempDir
    Path folder;

    private Path source(String name) throws IOException {
        Path file = folder.resolve(name);
        try (Workbook workbook = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("预算");
            CellStyle money = workbook.createCellStyle();
            money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
            sheet.createRow(0).createCell(0).setCellValue("2027年部门预算");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            for (int row = 1; row <= 3; row++) {
                sheet.createRow(row).createCell(0).setCellValue("项目" + row);
                sheet.getRow(row).createCell(1).setCellValue(100.5 * row);
                sheet.getRow(row).getCell(1).setCellStyle(money);
            }
            sheet.createRow(4).createCell(1).setCellFormula("SUM(B2:B4)");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(sheet.getRow(4).getCell(1));
            sheet.setColumnWidth(0, 40 * 256);
            var anchor = workbook.getCreationHelper().createClientAnchor();
            anchor.setCol1(2);
            anchor.setRow1(2);
            anchor.setCol2(4);
            anchor.setRow2(5);
            Comment old = sheet.createDrawingPatriarch().createCellComment(anchor);
            old.setString(workbook.getCreationHelper().createRichTextString("原有批注"));
            sheet.getRow(2).getCell(0).setCellComment(old);
            workbook.createSheet("说明").createRow(0).createCell(0).setCellValue("不动");
            workbook.write(out);
        }
        return file;
    }

    private Workbook mark(Path source, String target, Note... notes) throws IOException {
        Path file = folder.resolve(target);
        marker.mark(source, file, List.of(notes));
        return target.endsWith(".xls") ? new HSSFWorkbook(Files.newInputStream(file)) : new XSSFWorkbook(Files.newInputStream(file));
    }

    private static Cell cell(Workbook workbook, int row, int column) {
        return workbook.getSheet("预算").getRow(row).getCell(column);
    }

    private static String comment(Workbook workbook, int row, int column) {
        return cell(workbook, row, column).getCellComment().getString().getString();
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void notesBecomeCommentsAndAllElseStays(String kind) throws IOException {
        Path source = source("预算" + kind);
        byte[] before = Files.readAllBytes(source);
        try (Workbook marked = mark(source, "marked" + kind, new Note("预算", "A2", Severity.W, "B07 超过当年份额"), new Note("预算", "A2", Severity.E, "B01 未经联审"),
                new Note("预算", "A3", Severity.W, "B11 单位不符"), new Note("预算", "B2", Severity.I, "提示"), new Note("预算", "F9", Severity.E, "空单元格"))) {
            assertEquals("B07 超过当年份额\nB01 未经联审", comment(marked, 1, 0));
            assertEquals("原有批注\nB11 单位不符", comment(marked, 2, 0));
            assertEquals("空单元格", comment(marked, 8, 5));
            assertEquals(FillPatternType.SOLID_FOREGROUND, cell(marked, 1, 0).getCellStyle().getFillPattern());
            assertEquals("#,##0.00", cell(marked, 1, 1).getCellStyle().getDataFormatString());
            assertEquals(100.5, cell(marked, 1, 1).getNumericCellValue());
            assertEquals(FillPatternType.NO_FILL, cell(marked, 3, 0).getCellStyle().getFillPattern());
            assertEquals(FillPatternType.NO_FILL, cell(marked, 2, 1).getCellStyle().getFillPattern());
            assertEquals("SUM(B2:B4)", cell(marked, 4, 1).getCellFormula());
            assertEquals(603, cell(marked, 4, 1).getNumericCellValue());
            assertEquals(40 * 256, marked.getSheet("预算").getColumnWidth(0));
            assertEquals("不动", marked.getSheet("说明").getRow(0).getCell(0).getStringCellValue());
            assertNull(cell(marked, 3, 0).getCellComment());
        }
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(source));
    }

    @Test
    void theBoxIsLargeEnoughForItsText() throws IOException {
        String longText = "联审核定 1,000.00 万元，本行 1,250.00 万元，超出 250.00 万元。请核对概算或补报变更。".repeat(6);
        try (Workbook marked = mark(source("a.xlsx"), "b.xlsx", new Note("预算", "A2", Severity.E, "短"), new Note("预算", "A4", Severity.E, longText))) {
            var small = cell(marked, 1, 0).getCellComment().getClientAnchor();
            var large = cell(marked, 3, 0).getCellComment().getClientAnchor();
            assertTrue(large.getRow2() - large.getRow1() > 3 * (small.getRow2() - small.getRow1()), large.getRow2() + " " + large.getRow1());
            assertTrue(large.getCol1() >= 1);
        }
    }

    @Test
    void aNoteInsideAMergedRangeGoesToTheCellThatShows() throws IOException {
        try (Workbook marked = mark(source("a.xlsx"), "b.xlsx", new Note("预算", "C1", Severity.W, "合并区"))) {
            assertEquals("合并区", comment(marked, 0, 0));
        }
    }

    @Test
    void aCsvBecomesAWorkbookOfTexts() throws IOException {
        Path source = folder.resolve("预算.csv");
        Files.write(source, "单位,项目名称,金额\r\n市教育局,教育大脑,0012.50\r\n市水利局,=危险,3\r\n".getBytes(Charset.forName("GB18030")));
        Path file = folder.resolve("marked.xlsx");
        String sheet;
        try (var opened = new OfficeSources().open(source, org.lianshen.service.Progress.NONE)) {
            sheet = opened.sheets().getFirst().name();
        }
        marker.mark(source, file, List.of(new Note(sheet, "B2", Severity.E, "B01 未经联审")));
        try (Workbook marked = new XSSFWorkbook(Files.newInputStream(file))) {
            Sheet found = marked.getSheetAt(0);
            assertEquals("0012.50", found.getRow(1).getCell(2).getStringCellValue());
            assertEquals(CellType.STRING, found.getRow(2).getCell(1).getCellType());
            assertEquals("B01 未经联审", found.getRow(1).getCell(1).getCellComment().getString().getString());
        }
    }

    @Test
    void whatCannotBeMarkedIsRefusedAndNothingWritten() throws IOException {
        Path target = folder.resolve("out.xlsx");
        Path source = source("a.xlsx");
        assertEquals("table.noSuchSheet", key(() -> marker.mark(source, target, List.of(new Note("没有", "A1", Severity.E, "x")))));
        assertEquals("table.tooLargeToMark", key(() -> new CellComments(new OfficeSources(), 10).mark(source, target, List.of())));
        Path damaged = folder.resolve("d.xlsx");
        Files.write(damaged, java.util.Arrays.copyOf(Files.readAllBytes(source), 900));
        assertEquals("table.cannotMark", key(() -> marker.mark(damaged, target, List.of())));
        assertFalse(Files.exists(target));
    }

    private static String key(Runnable act) {
        return assertThrows(UserProblem.class, act::run).messages().getFirst().key();
    }

    @ParameterizedTest
    @ValueSource(strings = {"预算.xlsx", "预算.xls"})
    void neighboursCanBeMarkedInAnyOrder(String name) throws IOException {
        try (Workbook marked = mark(source(name), "标注-" + name, new Note("预算", "B2", Severity.E, "超出核定"), new Note("预算", "A2", Severity.W, "名称相似"),
                new Note("预算", "B3", Severity.E, "重复"))) {
            Sheet sheet = marked.getSheet("预算");
            assertEquals("超出核定", sheet.getRow(1).getCell(1).getCellComment().getString().getString());
            assertEquals("名称相似", sheet.getRow(1).getCell(0).getCellComment().getString().getString());
            assertEquals("重复", sheet.getRow(2).getCell(1).getCellComment().getString().getString());
            assertEquals("原有批注", sheet.getRow(2).getCell(0).getCellComment().getString().getString());
        }
    }

    /** 不得纳入预算 stands in the row itself, behind everything that the sheet holds: the merged title reaches to D. */
    @Test
    void wordsStandInTheirRowsBehindTheLastColumn() throws IOException {
        Path target = folder.resolve("words.xlsx");
        marker.mark(source("a.xlsx"), target, List.of(), List.of(new RowWord("预算", 1, null, "联动校验"), new RowWord("预算", 3, Severity.E, "不得纳入预算")));
        try (Workbook marked = new XSSFWorkbook(Files.newInputStream(target))) {
            assertEquals("联动校验", cell(marked, 0, 4).getStringCellValue());
            assertEquals("不得纳入预算", cell(marked, 2, 4).getStringCellValue());
            assertNull(cell(marked, 1, 4));
        }
    }
}
