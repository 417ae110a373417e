package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.table.TableWriter;

class TableFilesTest {

    /** A surrogate pair, extension G, and the characters that GB 18030-2022 mapped anew. */
    private static final String RARE = "𠮷野家 \uD883\uDEDD 䶮 㑇 \u9FB4\u9FB9\u9FBA\u9FBB 𫚭鳜";
    private static final List<String> AWKWARD = List.of("=1+1", "+86-572", "-12", "@SUM(A1)", "\t制表", "\r回车", "＝1+1", "'=已有撇号", "'普通撇号", "含,逗号", "含\"引号\"", "两\n行", " 前后有空格 ",
            "_x000D_", "0012", "330500261000000012345", "1.23E+20", "2026-01-02", "TRUE", RARE);

    @TempDir
    Path folder;

    private record Row(String text, Money money, BigDecimal number, Integer count, LocalDate date, Instant time, BigDecimal share, Mark mark) {
    }

    private static Row text(String text) {
        return new Row(text, null, null, null, null, null, null, null);
    }

    private static final TableSpec<Row> SPEC = new TableSpec<>("t", "table.ledger.title",
            List.of(new Column<>("text", "table.column.project", Type.TEXT, 30, Row::text), new Column<>("money", "table.column.amount", Type.MONEY, 14, Row::money),
                    new Column<>("number", "table.column.score", Type.NUMBER, 10, Row::number), new Column<>("count", "table.column.row", Type.NUMBER, 6, Row::count),
                    new Column<>("date", "ledger.column.VALID_UNTIL", Type.DATE, 12, Row::date), new Column<>("time", "table.column.file", Type.TIME, 18, Row::time),
                    new Column<>("share", "ledger.column.CUT_RATE", Type.PERCENT, 9, Row::share), new Column<>("mark", "table.column.severity", Type.STATE, 8, Row::mark)));

    private Path write(String name, List<Row> rows) {
        Path file = folder.resolve(name);
        new TableFiles(ZoneId.of("Asia/Shanghai")).write(file, List.of(new TableWriter.Sheet<>("一本账", SPEC, rows, List.of("截至 2026-11-21；金额单位：万元"))), Locale.CHINESE);
        return file;
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    @Test
    void valuesAreWhatTheyAre() throws IOException {
        Row row = new Row("甲", Money.parseYuan("12345678.91"), new BigDecimal("0.8765"), 42, LocalDate.of(2028, 11, 20), Instant.parse("2026-11-21T02:03:04Z"),
                new BigDecimal("0.0428"), new Mark("table.severity.E", Tone.BLOCK, "x"));
        try (XSSFWorkbook workbook = open(write("t.xlsx", List.of(row)))) {
            XSSFSheet sheet = workbook.getSheet("一本账");
            assertEquals("政务信息化项目一本账", sheet.getRow(0).getCell(0).getStringCellValue());
            assertEquals("截至 2026-11-21；金额单位：万元", sheet.getRow(1).getCell(0).getStringCellValue());
            assertEquals("预算额（万元）", sheet.getRow(2).getCell(1).getStringCellValue());
            var cells = sheet.getRow(3);
            assertEquals("1234.567891", cells.getCell(1).getRawValue());
            assertEquals("#,##0.00", cells.getCell(1).getCellStyle().getDataFormatString());
            assertEquals("0.8765", cells.getCell(2).getRawValue());
            assertEquals(42, cells.getCell(3).getNumericCellValue());
            assertEquals(LocalDateTime.of(2028, 11, 20, 0, 0), cells.getCell(4).getLocalDateTimeCellValue());
            assertEquals("yyyy-mm-dd", cells.getCell(4).getCellStyle().getDataFormatString());
            assertEquals(LocalDateTime.of(2026, 11, 21, 10, 3, 4), cells.getCell(5).getLocalDateTimeCellValue());
            assertEquals("0.00%", cells.getCell(6).getCellStyle().getDataFormatString());
            assertEquals("禁止", cells.getCell(7).getStringCellValue());
            assertEquals(3, sheet.getPaneInformation().getHorizontalSplitTopRow());
            assertEquals("A3:H4", sheet.getCTWorksheet().getAutoFilter().getRef());
            assertEquals("$3:$3", sheet.getRepeatingRows().formatAsString(null, true));
        }
    }

    @Test
    void aTableWiderThanAPageKeepsItsFirstColumnsInSight() throws IOException {
        var columns = IntStream.range(0, 36).mapToObj(i -> new Column<Row>("c" + i, "table.column.project", Type.TEXT, 16, Row::text)).toList();
        Path file = folder.resolve("wide.xlsx");
        new TableFiles().write(file, List.of(new TableWriter.Sheet<>("宽", new TableSpec<>("t", "table.ledger.title", columns), List.of(text("一二三四五六七八九十")), List.of())), Locale.CHINESE);
        try (XSSFWorkbook workbook = open(file)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertFalse(sheet.getFitToPage());
            assertEquals(2, sheet.getPaneInformation().getVerticalSplitLeftColumn());
            assertEquals("$A:$B", sheet.getRepeatingColumns().formatAsString(null, true));
            assertTrue(sheet.getRow(2).getHeightInPoints() > 1.5 * sheet.getDefaultRowHeightInPoints(), "two lines are seen");
        }
    }

    @Test
    void whatIsNotKnownIsAnEmptyCell() throws IOException {
        try (XSSFWorkbook workbook = open(write("t.xlsx", List.of(text(null))))) {
            workbook.getSheetAt(0).getRow(3).forEach(cell -> assertEquals(CellType.BLANK, cell.getCellType()));
        }
    }

    @Test
    void amountsAreExactAlsoWhereANumberCannotHoldThem() throws IOException {
        var rows = Stream.of("0.01", "-0.01", "999999999999.99", "9999999999999.99", "92233720368547758.07").map(yuan -> new Row("x", Money.parseYuan(yuan), null, null, null, null, null, null)).toList();
        try (XSSFWorkbook workbook = open(write("t.xlsx", rows))) {
            Sheet sheet = workbook.getSheetAt(0);
            for (int i = 0; i < rows.size(); i++) {
                var cell = (org.apache.poi.xssf.usermodel.XSSFCell) sheet.getRow(3 + i).getCell(1);
                String written = cell.getCellType() == CellType.NUMERIC ? cell.getRawValue() : cell.getStringCellValue();
                assertEquals(0, rows.get(i).money().wan().compareTo(new BigDecimal(written)), written);
                assertEquals(i < 4, cell.getCellType() == CellType.NUMERIC, written);
            }
        }
    }

    @Test
    void nothingBecomesAFormula() throws IOException {
        try (XSSFWorkbook workbook = open(write("t.xlsx", AWKWARD.stream().map(TableFilesTest::text).toList()))) {
            for (int i = 0; i < AWKWARD.size(); i++) {
                var cell = workbook.getSheetAt(0).getRow(3 + i).getCell(0);
                assertEquals(CellType.STRING, cell.getCellType());
                assertEquals(AWKWARD.get(i), cell.getStringCellValue());
                assertEquals("=+-@\t\r＝".indexOf(AWKWARD.get(i).charAt(0)) >= 0, cell.getCellStyle().getQuotePrefixed(), AWKWARD.get(i));
            }
        }
    }

    @Test
    void aCsvHasAMarkForExcelAndGuardsFormulas() throws IOException {
        byte[] bytes = Files.readAllBytes(write("t.csv", List.of(text("=1+1"), new Row("a,\"b\"", Money.parseYuan("-10000.50"), null, null, LocalDate.of(2026, 1, 2), null, new BigDecimal("0.125"), null))));
        assertEquals((byte) 0xEF, bytes[0]);
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        assertEquals(List.of("项目,预算额（万元）,匹配度,行,有效期,文件,核减率,等级", "'=1+1,,,,,,,", "\"a,\"\"b\"\"\",-1.00005,,,2026-01-02,,12.5%,"), text.lines().toList());
    }

    /** What the program writes, its own reader gives back. */
    @ParameterizedTest
    @ValueSource(strings = {"t.xlsx", "t.csv"})
    void exportReadsBackAsItWas(String name) throws IOException {
        Path file = write(name, AWKWARD.stream().map(TableFilesTest::text).toList());
        List<String> read = new ArrayList<>();
        try (SourceFile source = new OfficeSources().open(file, Progress.NONE)) {
            source.sheets().getFirst().rows(row -> {
                SourceCell cell = row.cell(0);
                read.add(cell == null ? "" : cell.text());
                return true;
            });
        }
        // A csv has one kind of line break inside cells.
        List<String> expected = name.endsWith("csv") ? AWKWARD.stream().map(text -> text.replace('\r', '\n')).toList() : AWKWARD;
        assertEquals(expected, read.subList(read.size() - AWKWARD.size(), read.size()));
    }

    @Test
    void aTextLongerThanACellSaysThatItWasCut() throws IOException {
        try (XSSFWorkbook workbook = open(write("t.xlsx", List.of(text("证".repeat(40_000)))))) {
            String kept = workbook.getSheetAt(0).getRow(3).getCell(0).getStringCellValue();
            assertTrue(kept.length() <= 32_767 && kept.endsWith("（原文 40,000 字，超出单元格上限，余下从略）") || kept.endsWith("（原文 40000 字，超出单元格上限，余下从略）"), kept.substring(kept.length() - 40));
        }
    }

    @Test
    void sheetsOfOneNameAreToldApart() throws IOException {
        Path file = folder.resolve("t.xlsx");
        var sheet = new TableWriter.Sheet<>("名称里有/和[", SPEC, List.<Row>of(), List.of());
        new TableFiles().write(file, List.of(sheet, sheet), Locale.ENGLISH);
        try (XSSFWorkbook workbook = open(file)) {
            assertEquals(2, workbook.getNumberOfSheets());
            assertEquals(workbook.getSheetName(0) + " (2)", workbook.getSheetName(1));
        }
    }

    @Test
    void aHundredThousandRowsInOrder() throws IOException {
        int count = 100_000;
        Path file = write("t.xlsx", IntStream.range(0, count).mapToObj(i -> new Row("项目" + i, Money.ofFen(i), null, i, null, null, null, null)).toList());
        int[] seen = {0};
        try (SourceFile source = new OfficeSources().open(file, Progress.NONE)) {
            source.sheets().getFirst().rows(row -> {
                if (row.number() > 3) {
                    assertEquals("项目" + seen[0], row.cell(0).text());
                    seen[0]++;
                }
                return true;
            });
        }
        assertEquals(count, seen[0]);
    }

    @Test
    void refusals() {
        var sheet = new TableWriter.Sheet<>("a", SPEC, List.<Row>of(), List.of());
        var files = new TableFiles();
        assertEquals("table.oneSheetOnly", key(() -> files.write(folder.resolve("a.csv"), List.of(sheet, sheet), Locale.CHINESE)));
        assertEquals("table.unknownKind", key(() -> files.write(folder.resolve("a.ods"), List.of(sheet), Locale.CHINESE)));
        assertEquals("paper.cannotWrite", key(() -> files.write(folder.resolve("no/a.csv"), List.of(sheet), Locale.CHINESE)));
    }

    private static String key(Runnable act) {
        return assertThrows(UserProblem.class, act::run).messages().getFirst().key();
    }

    @Test
    void aFaultWhileWritingLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("t.xlsx"), "old");
        var spec = new TableSpec<Row>("t", "table.ledger.title", List.of(new Column<>("text", "table.column.project", Type.TEXT, 30, row -> {
            throw new IllegalStateException("fault");
        })));
        assertThrows(IllegalStateException.class, () -> new TableFiles().write(file, List.of(new TableWriter.Sheet<>("a", spec, List.of(text("x")), List.of())), Locale.CHINESE));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(files.anyMatch(each -> each.toString().endsWith(".part")));
        }
    }
}
