package org.lianshen.office.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Message;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceCell.Kind;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceSheet;

class ReadersTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"12.50,12.50", "1.1000000000000001,1.1000000000000001", "3.3005E+20,3.3005E20", "3.3005000000000002E+20,3.3005000000000002E20", "1E3,1000", "1.5E-2,0.015", "-0,-0",
            "330500210000000019951,330500210000000019951", "1E-300,1E-300", "0.10,0.10", "-7.,-7", "1E308,1E308"})
    void numbersKeepTheirDigits(String stored, String shown) {
        assertEquals(shown, NumberText.of(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "abc", "1,5", "NaN", "0x10", "1e99999999999", "1e400000000", "1e-400000000"})
    void whatIsNoNumberIsNull(String stored) {
        assertNull(NumberText.of(stored));
    }

    @Test
    void cellsOfEveryKind() throws IOException {
        String rows = "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"C2\"><v>12.30</v></c><c r=\"D2\" s=\"1\"><v>46027</v></c><c r=\"E2\" s=\"2\"><v>46027.5</v></c>"
                + "<c r=\"F2\" t=\"b\"><v>1</v></c><c r=\"G2\" t=\"e\"><v>#REF!</v></c><c r=\"H2\"><f>1+1</f><v>2</v></c><c r=\"I2\"><f>A1</f></c><c r=\"J2\" t=\"str\"><f>x</f><v></v></c>"
                + "<c r=\"K2\" t=\"inlineStr\"><is><r><t>富</t></r><r><t xml:space=\"preserve\"> 文本</t></r></is></c><c r=\"L2\" s=\"3\"><v>1001</v></c><c r=\"M2\" t=\"d\"><v>2026-01-05</v></c></row>"
                + "<row><c><v>5</v></c><c t=\"s\"><v>0</v></c></row>";
        Path file = new RawXlsx().strings("<si><t>a_x000D_\nb</t></si>", "<si><r><t>市数据局</t></r><rPh sb=\"0\" eb=\"1\"><t>shi</t></rPh><r><t>（本级）</t></r></si>")
                .styles("<numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"000000\"/>", "0", "14", "164", "165")
                .sheet("s", rows).write(folder.resolve("a.xlsx"));
        var read = Reading.rows(file);
        var row = read.getFirst();
        assertTrue(row.hidden());
        assertEquals("市数据局（本级）", row.cell(0).text());
        assertNull(row.cell(1));
        assertEquals(new SourceCell("12.30", Kind.NUMBER, null, false), row.cell(2));
        assertEquals(Kind.DATE, row.cell(3).kind());
        assertEquals("2026-01-05", row.cell(3).text());
        assertEquals("2026-01-05T12:00", row.cell(4).text());
        assertEquals(new SourceCell("TRUE", Kind.BOOLEAN, null, false), row.cell(5));
        assertEquals(new SourceCell("#REF!", Kind.ERROR, null, false), row.cell(6));
        assertEquals(new SourceCell("2", Kind.NUMBER, null, true), row.cell(7));
        assertEquals(Kind.MISSING_VALUE, row.cell(8).kind());
        assertNull(row.cell(9));
        assertEquals("富 文本", row.cell(10).text());
        assertEquals(new SourceCell("1001", Kind.NUMBER, "000000", false), row.cell(11));
        assertEquals("2026-01-05", row.cell(12).text());
        assertEquals(3, read.get(1).number());
        assertEquals("a\nb", read.get(1).cell(1).text());
    }

    @Test
    void datesFrom1904() throws IOException {
        Path file = new RawXlsx().from1904().styles("", "14").sheet("s", "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>44565</v></c></row>").write(folder.resolve("a.xlsx"));
        assertEquals("2026-01-05", Reading.cell(file, 1, 0).text());
    }

    @Test
    void otherPrefixAndWrittenByOthers() throws IOException {
        String xml = "<x:worksheet xmlns:x=\"" + RawXlsx.MAIN + "\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"str\"><x:v>值</x:v></x:c></x:row></x:sheetData>"
                + "<x:mergeCells count=\"1\"><x:mergeCell ref=\"A1:B2\" /></x:mergeCells></x:worksheet>";
        try (SourceFile source = Reading.open(new RawXlsx().sheetXml("s", "state=\"hidden\"", xml).write(folder.resolve("a.xlsx")))) {
            SourceSheet sheet = source.sheets().getFirst();
            assertTrue(sheet.hidden());
            assertEquals(List.of(new SourceSheet.Merge(1, 1, 2, 2)), sheet.merges());
            assertEquals("值", Reading.rows(sheet).getFirst().cell(0).text());
            assertEquals(1, Reading.rows(sheet).size(), "read anew");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void bothKindsOfWorkbooksReadAlike(String extension) throws IOException {
        Path file = folder.resolve("a." + extension);
        try (Workbook workbook = extension.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("预算");
            workbook.createSheet("旧").createRow(0).createCell(0).setCellValue("不读");
            workbook.setSheetHidden(1, true);
            var row = sheet.createRow(0);
            row.createCell(0).setCellValue("单位：万元");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            row = sheet.createRow(2);
            row.setZeroHeight(true);
            row.createCell(0).setCellValue("市数据局");
            row.createCell(1).setCellValue(120.5);
            var date = row.createCell(2);
            date.setCellValue(LocalDate.of(2026, 1, 5));
            var style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            date.setCellStyle(style);
            row.createCell(3).setCellFormula("B3*2");
            row.createCell(4).setCellFormula("A3&\"x\"");
            row.createCell(5).setCellValue(true);
            row.createCell(6).setCellValue(3.3005E20);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.setColumnHidden(1, true);
            workbook.write(out);
        }
        try (SourceFile source = Reading.open(file)) {
            assertEquals(List.of(), source.notices());
            assertEquals(List.of("预算", "旧"), source.sheets().stream().map(SourceSheet::name).toList());
            assertTrue(source.sheets().get(1).hidden());
            SourceSheet sheet = source.sheets().getFirst();
            assertEquals(List.of(new SourceSheet.Merge(1, 1, 1, 4)), sheet.merges());
            assertEquals(Set.of(2), sheet.hiddenColumns());
            var rows = Reading.rows(sheet);
            assertEquals(List.of(1, 3), rows.stream().map(row -> row.number()).toList());
            var row = rows.get(1);
            assertTrue(row.hidden());
            assertEquals(List.of("市数据局", "120.5", "2026-01-05", "241", "市数据局x", "TRUE", "3.3005E20"),
                    row.cells().stream().map(SourceCell::text).map(text -> text.replaceFirst("\\.0$", "")).toList());
            assertTrue(row.cell(3).formula() && row.cell(4).formula());
            assertEquals(Kind.DATE, row.cell(2).kind());
        }
    }

    @Test
    void contentDecidesNotTheName() throws IOException {
        try (SourceFile source = Reading.open(new RawXlsx().sheet("s", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").write(folder.resolve("a.xls")))) {
            assertEquals(Message.of("office.wrongExtension", "xls", "xlsx"), source.notices().getFirst());
            assertEquals("1", Reading.rows(source.sheets().getFirst()).getFirst().cell(0).text());
        }
        try (SourceFile source = Reading.open(Files.writeString(folder.resolve("b.xlsx"), "单位,金额\n甲,1"))) {
            assertEquals(Message.of("office.wrongExtension", "xlsx", "csv"), source.notices().getFirst());
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,0", "UTF-8,1", "GB18030,0", "UTF-16LE,1", "UTF-16BE,1", "UTF-16LE,0"})
    void textInEveryEncoding(String charset, int mark) throws IOException {
        String text = (mark == 1 ? "\uFEFF" : "") + "单位,项目名称,金额\r\n市数据局,\"一网通办,二期\n\"\"升级\"\"\",\"1,200.50\"\r\n\r\n𠮷林街道,a,\n";
        Path file = Files.write(folder.resolve("表.csv"), text.getBytes(Charset.forName(charset)));
        assertEquals(List.of(Arrays.asList("单位", "项目名称", "金额"), Arrays.asList("市数据局", "一网通办,二期\n\"升级\"", "1,200.50"), Arrays.asList("𠮷林街道", "a")), Reading.texts(file));
        assertEquals(List.of(1, 2, 4), Reading.rows(file).stream().map(row -> row.number()).toList());
        try (SourceFile source = Reading.open(file)) {
            assertEquals("表", source.sheets().getFirst().name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void everySeparator(String separator) throws IOException {
        String text = "单位;名称,x".replace(";", separator.equals(";") ? "、" : ";").replace(",", separator.equals(",") ? "、" : ",") + separator + "金额\n甲" + separator + "1\n乙" + separator + "2\n";
        Path file = Files.writeString(folder.resolve("a.csv"), text);
        assertEquals(List.of(2, 2, 2), Reading.texts(file).stream().map(List::size).toList());
    }

    @Test
    void onlyCarriageReturns() throws IOException {
        assertEquals(List.of(List.of("a", "b"), List.of("1", "2")), Reading.texts(Files.writeString(folder.resolve("a.csv"), "a,b\r1,2\r")));
    }

    @Test
    void anyGridReadsBackAsItIsFromEveryFormat() throws IOException {
        for (long seed = 1; seed <= 10; seed++) {
            List<List<String>> grid = grid(new Random(seed));
            String name = "seed" + seed;
            assertEquals(grid, Reading.texts(xlsx(grid, folder.resolve(name + ".xlsx"), new XSSFWorkbook())), name);
            assertEquals(grid, Reading.texts(xlsx(grid, folder.resolve(name + ".xls"), new HSSFWorkbook())), name);
            assertEquals(grid, Reading.texts(csv(grid, folder.resolve(name + ".csv"))), name);
        }
    }

    private static final String[] PIECES = {"市", "数据", "平台", "a", "7", ",", ";", "\"", "\t", "\n", " ", "（", "_x0041_", "𠮷", "<&>", "'", "=1+1", "é", "_x"};

    private static List<List<String>> grid(Random random) {
        var grid = new ArrayList<List<String>>();
        int rows = 1 + random.nextInt(40);
        for (int r = 0; r < rows; r++) {
            var row = new ArrayList<String>();
            int columns = 2 + random.nextInt(12);
            for (int c = 0; c < columns; c++) {
                var text = new StringBuilder();
                for (int p = random.nextInt(5); p >= 0; p--) {
                    text.append(PIECES[random.nextInt(PIECES.length)]);
                }
                row.add(random.nextInt(5) == 0 && c < columns - 1 ? null : "字" + text);
            }
            grid.add(row);
        }
        return grid;
    }

    private static Path xlsx(List<List<String>> grid, Path file, Workbook workbook) throws IOException {
        try (workbook; OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("s");
            for (int r = 0; r < grid.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < grid.get(r).size(); c++) {
                    if (grid.get(r).get(c) != null) {
                        row.createCell(c).setCellValue(workbook instanceof XSSFWorkbook ? CellText.escaped(grid.get(r).get(c)) : grid.get(r).get(c));
                    }
                }
            }
            workbook.write(out);
        }
        return file;
    }

    private static Path csv(List<List<String>> grid, Path file) throws IOException {
        var text = new StringBuilder();
        for (List<String> row : grid) {
            var line = new ArrayList<String>();
            row.forEach(cell -> line.add(cell == null ? "" : "\"" + cell.replace("\"", "\"\"") + "\""));
            text.append(String.join(",", line)).append("\r\n");
        }
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
