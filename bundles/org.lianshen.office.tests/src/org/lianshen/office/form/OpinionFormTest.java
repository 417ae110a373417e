package org.lianshen.office.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.OpinionForm;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.Verdict;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.service.Progress;

class OpinionFormTest {

    private static final String FIRST = "LS-330500-2026-0042";
    private static final String SECOND = "LS-330500-2026-0043";

    @TempDir
    Path folder;
    private final OpinionFormFiles files = new OpinionFormFiles(new OfficeSources());

    private Path blank() {
        return blank(1);
    }

    private Path blank(int estimated) {
        var entries = List.of(new OpinionForm.Entry(FIRST, new UUID(1, 1), 1, "ab".repeat(32)), new OpinionForm.Entry(SECOND, new UUID(1, 2), 2, "cd".repeat(32)));
        var items = List.of(item("C1", true), item("C2", false));
        var lines = java.util.stream.IntStream.rangeClosed(1, estimated)
                .mapToObj(no -> new EstimateLine(no, EstimateCode.E10, "=cmd|'/c calc'!A0", "", null, "", null, null, Money.ofWan(90), "")).toList();
        var pages = entries.stream().map(entry -> new OpinionForm.Page(entry.proposal(), entry.sheet(), "智慧水务_x0041_𠮷", "市水利局", Money.ofWan(100), entry.versionNo(), LocalDate.of(2026, 11, 30), items, lines)).toList();
        Path file = folder.resolve("意见表.xlsx");
        files.write(new OpinionForm(new OpinionForm.Code(new UUID(9, 9), "huzhou", "FIN", entries), "市财政局", LocalDate.of(2026, 12, 20), pages), file);
        return file;
    }

    private static CheckItem item(String code, boolean veto) {
        return new CheckItem(code, "FIN", "资金来源是否落实", "funds", veto, "", "", true);
    }

    private Path filled(String[]... cells) throws IOException {
        Path target = folder.resolve("filled.xlsx");
        try (var in = Files.newInputStream(blank()); var workbook = new XSSFWorkbook(in); var out = Files.newOutputStream(target)) {
            for (String[] cell : cells) {
                for (Row row : workbook.getSheet(cell[0])) {
                    if (new DataFormatter().formatCellValue(row.getCell(0)).equals(cell[1])) {
                        row.getCell(Integer.parseInt(cell[2]), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(cell[3]);
                    }
                }
            }
            workbook.write(out);
        }
        return target;
    }

    private List<String> refused(Path file) {
        return assertThrows(UserProblem.class, () -> files.read(file, Progress.NONE)).messages().stream().map(Message::toString).toList();
    }

    @Test
    void onlyTheCellsToFillInAreOpenAndTheCodeIsHidden() throws IOException {
        try (var in = Files.newInputStream(blank()); var workbook = new XSSFWorkbook(in)) {
            assertTrue(workbook.isStructureLocked());
            assertTrue(workbook.isSheetVeryHidden(workbook.getSheetIndex(OpinionLayout.CODE_SHEET)));
            Sheet sheet = workbook.getSheet(FIRST);
            assertTrue(sheet.getProtect());
            var open = new ArrayList<String>();
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertFalse(cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA, "no formula comes out of data");
                    if (!cell.getCellStyle().getLocked()) {
                        open.add(new DataFormatter().formatCellValue(row.getCell(0)) + cell.getColumnIndex());
                    }
                }
            }
            assertTrue(open.containsAll(List.of("C12", "C13", "C14", "C15", "C22", "13", "14", "总体意见1", "附加条件1", "备注1", "签署人1")), open.toString());
            assertFalse(open.contains("C11"));
            assertEquals(2, sheet.getDataValidations().size(), "verdicts and the overall opinion are chosen");
        }
    }

    /** A line that is not on the form cannot be cut by a body that has nothing else. */
    @Test
    void everyEstimateLineIsOnTheForm() throws IOException {
        try (var in = Files.newInputStream(blank(700)); var workbook = new XSSFWorkbook(in)) {
            var labels = new java.util.ArrayList<String>();
            assertEquals("100.00 万元", workbook.getSheet(FIRST).getRow(4).getCell(1).getStringCellValue());
            workbook.getSheet(FIRST).forEach(row -> labels.add(new DataFormatter().formatCellValue(row.getCell(0))));
            assertTrue(labels.contains("700"), labels.toString());
        }
    }

    @Test
    void whatWasFilledInIsReadAndEmptyPagesAreLeftOut() throws IOException {
        var filled = files.read(filled(new String[] {FIRST, "C1", "2", "不通过"}, new String[] {FIRST, "C1", "3", " 缺批复 "}, new String[] {FIRST, "C2", "2", "通过"},
                new String[] {FIRST, "1", "3", "1,000.50"}, new String[] {FIRST, "1", "4", "偏高"}, new String[] {FIRST, "总体意见", "1", "不同意"}, new String[] {FIRST, "签署人", "1", "王芳"}), Progress.NONE);
        assertEquals(new UUID(9, 9), filled.code().form());
        assertEquals("FIN", filled.code().body());
        assertEquals(1, filled.pages().size());
        var opinion = filled.pages().getFirst().opinion();
        assertEquals("王芳", filled.pages().getFirst().signer());
        assertEquals(List.of(new CheckAnswer("C1", Verdict.FAIL, "缺批复", "", ""), new CheckAnswer("C2", Verdict.PASS, "", "", "")), opinion.answers());
        assertEquals(List.of(new Cut(1, Money.parseYuan("1000.50"), "偏高")), opinion.cuts());
        assertEquals(Overall.DISAGREE, opinion.overall());
    }

    @Test
    void everyCellThatCannotBeReadIsNamed() throws IOException {
        List<String> said = refused(filled(new String[] {FIRST, "C1", "2", "行"}, new String[] {FIRST, "1", "3", "-5"}, new String[] {SECOND, "1", "4", "没有金额"}, new String[] {SECOND, "总体意见", "1", "好"}));
        assertEquals(7, said.size(), said.toString());
        assertTrue(said.stream().anyMatch(each -> each.contains("badVerdict") && each.contains(FIRST + "!C")));
        assertTrue(said.stream().anyMatch(each -> each.contains("badCut") && each.contains(FIRST + "!D")));
        assertTrue(said.stream().anyMatch(each -> each.contains("noCut") && each.contains(SECOND + "!D")));
        assertTrue(said.stream().anyMatch(each -> each.contains("badOverall") && each.contains(SECOND + "!B")));
    }

    @Test
    void whatNobodyMayTouchIsMissed() throws IOException {
        assertTrue(refused(blank()).getFirst().contains("form.empty"));
        assertTrue(refused(filled(new String[] {OpinionLayout.CODE_SHEET, "page", "3", "7"})).getFirst().contains("codeChanged"));
        assertTrue(refused(filled(new String[] {OpinionLayout.CODE_SHEET, "form", "1", "x"})).getFirst().contains("codeChanged"));
        assertTrue(refused(filled(new String[] {FIRST, "C2", "0", "C1"}, new String[] {FIRST, "签署人", "1", "王芳"})).stream().anyMatch(said -> said.contains("form.twice")));
        Path plain = folder.resolve("plain.xlsx");
        try (var workbook = new XSSFWorkbook(); var out = Files.newOutputStream(plain)) {
            workbook.createSheet("x").createRow(0).createCell(0).setCellValue("x");
            workbook.write(out);
        }
        assertTrue(refused(plain).getFirst().contains("noCode"));
    }
}
