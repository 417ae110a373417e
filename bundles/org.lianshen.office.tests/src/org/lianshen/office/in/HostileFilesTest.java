package org.lianshen.office.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceFile;

/** Files that are not what they should be: each is refused with a message that names the place and says what to do. */
class HostileFilesTest {

    /** As the standard ones, small where a test would otherwise have to write gigabytes. */
    private static final Limits SMALL = new Limits(1L << 20, 40, 4L << 20, 8L << 20, 20, 64L << 10, 256 << 10, 64 << 10, 64, 200, 100, 10_000, 1_000, 5, 1_048_576, 64, 1_000, 10);

    @TempDir
    Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static String row(int number, String... cells) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append("<c r=\"").append((char) ('A' + i)).append(number).append("\" t=\"inlineStr\"><is><t>").append(cells[i]).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    @Test
    void notAWorkbook() throws IOException {
        Reading.refused(Files.write(file("a.xlsx"), new byte[]{0, 1, 2, 3, 0, 0, 7}), "office.notWorkbook", "“a.xlsx”不是表格文件（能读 .xlsx、.xls、.csv）。请确认选对了文件，或用 Excel、WPS 另存为 .xlsx。",
                "“a.xlsx” is not a workbook (.xlsx, .xls and .csv can be read). Make sure that it is the right file, or save it as .xlsx in Excel or WPS.");
    }

    @Test
    void emptyFileFolderAndNothing() throws IOException {
        Reading.refused(Files.createFile(file("a.xlsx")), "office.empty", "“a.xlsx”是空文件（0 字节）。请确认已完整下载或保存。", "“a.xlsx” is empty (0 bytes). Make sure that it was downloaded or saved completely.");
        assertEquals("office.folder", assertThrows(UserProblem.class, () -> Reading.open(folder)).messages().getFirst().key());
        assertEquals("office.noFile", assertThrows(UserProblem.class, () -> Reading.open(file("none.csv"))).messages().getFirst().key());
    }

    @Test
    void otherFormatsAreNamed() throws IOException {
        Reading.refused(Files.writeString(file("a.xls"), "%PDF-1.7 …"), "office.otherFormat", "“a.xls”是 pdf 格式，不能直接读取。请打开后另存为 .xlsx 再导入。",
                "“a.xls” is a pdf file and cannot be read directly. Open it and save it as .xlsx, then import that.");
        Reading.refused(Files.writeString(file("b.xls"), "\uFEFF <html><table><tr><td>1</td></tr></table></html>"), "office.webPage",
                "“b.xls”其实是网页或 XML 文本，不是表格文件（有的系统导出时会这样）。请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。",
                "“b.xls” is really a web page or XML text, not a workbook (some systems export such files). Open it in Excel or WPS, save it as .xlsx and import that.");
        assertEquals("office.otherFormat", refusal(zip("c.xlsx", "word/document.xml", "<w/>")));
        assertEquals("office.otherFormat", refusal(zip("d.xlsx", "content.xml", "<w/>", "mimetype", "application/vnd.oasis.opendocument.spreadsheet")));
        assertEquals("office.otherFormat", refusal(zip("e.xlsx", "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>", "xl/workbook.bin", "x")));
    }

    private String refusal(Path path) {
        return assertThrows(UserProblem.class, () -> Reading.open(path)).messages().getFirst().key();
    }

    private Path zip(String name, String... parts) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file(name)))) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file(name);
    }

    @Test
    void workbookInsideAnArchive() throws IOException {
        Reading.refused(zip("各单位.xlsx", "上报/市数据局.xlsx", "x"), "office.archive", "“各单位.xlsx”是一个压缩包，里面有“上报/市数据局.xlsx”。请先解压，再导入里面的表格。",
                "“各单位.xlsx” is an archive that holds “上报/市数据局.xlsx”. Unpack it first, then import the workbook inside.");
    }

    @Test
    void protectedXlsx() throws Exception {
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(new byte[100]);
            }
            try (OutputStream out = Files.newOutputStream(file("a.xlsx"))) {
                container.writeFilesystem(out);
            }
        }
        Reading.refused(file("a.xlsx"), "office.protected", "“a.xlsx”有打开密码，无法读取。请在 Excel 或 WPS 中去掉密码后另存，再导入。",
                "“a.xlsx” is protected by a password and cannot be read. Remove the password in Excel or WPS, save it, and import again.");
    }

    @Test
    void protectedXls() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (var workbook = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(file("a.xls"))) {
            workbook.createSheet("s").createRow(0).createCell(0).setCellValue("x");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertEquals("office.protected", refusal(file("a.xls")));
    }

    @Test
    void truncated() throws IOException {
        byte[] whole = Files.readAllBytes(new RawXlsx().sheet("s", row(1, "a", "b")).write(file("whole.xlsx")));
        Files.write(file("a.xlsx"), Arrays.copyOf(whole, whole.length * 2 / 3));
        Reading.refused(file("a.xlsx"), "office.truncated", "“a.xlsx”不完整或已损坏，无法打开。请重新下载或向提供方重新索取。",
                "“a.xlsx” is incomplete or damaged and cannot be opened. Download it again or ask the sender for it.");
        try (var workbook = new HSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < 2000; i++) {
                (i == 0 ? workbook.createSheet("s") : workbook.getSheetAt(0)).createRow(i).createCell(0).setCellValue("text " + i);
            }
            workbook.write(out);
            Files.write(file("b.xls"), Arrays.copyOf(out.toByteArray(), 3000));
        }
        assertTrue(List.of("office.truncated", "office.partDamaged").contains(refusal(file("b.xls"))));
    }

    @Test
    void damagedXml() throws IOException {
        var problem = assertThrows(UserProblem.class, () -> Reading.rows(new RawXlsx().sheetXml("s", "", "<worksheet><sheetData><row r=\"1\"><c").write(file("a.xlsx"))));
        assertEquals("office.partDamaged", problem.messages().getFirst().key());
        assertEquals("xl/worksheets/sheet1.xml", problem.messages().getFirst().args().get(1));
    }

    @Test
    void zipBomb() throws IOException {
        String rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>" + " <a/>".repeat(200_000);
        Path bomb = new RawXlsx().sheet("s", rows).write(file("a.xlsx"));
        long packed = compressed(bomb);
        Reading.refused(new OfficeSources(SMALL), bomb, "office.bomb", "“a.xlsx”的部件 xl/worksheets/sheet1.xml 解开后已超过 0 MB（压缩时只有 " + packed + " 字节），像是压缩炸弹，已停止读取。请让提供方用 Excel 或 WPS 另存为新的 .xlsx 再导入。",
                "Part xl/worksheets/sheet1.xml of “a.xlsx” has grown beyond 0 MB (" + packed + " bytes when packed) and looks like a zip bomb; reading was stopped. Ask the sender to save it anew as .xlsx in Excel or WPS.");
    }

    private static long compressed(Path file) throws IOException {
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            return zip.getEntry("xl/worksheets/sheet1.xml").getCompressedSize();
        }
    }

    @Test
    void bombOfTwoGigabytesIsRefusedAfterSomeMegabytes() throws IOException {
        byte[] blank = new byte[1 << 20];
        Arrays.fill(blank, (byte) ' ');
        try (var zip = new ZipOutputStream(Files.newOutputStream(file("a.xlsx")))) {
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            for (int i = 0; i < 300; i++) {
                zip.write(blank);
            }
            zip.closeEntry();
        }
        assertEquals("office.tagTooLong", refusal(file("a.xlsx")));
    }

    @Test
    void tooManyParts() throws IOException {
        var workbook = new RawXlsx().sheet("s", row(1, "a"));
        for (int i = 0; i < 50; i++) {
            workbook.part("xl/media/" + i, "x");
        }
        Reading.refused(new OfficeSources(SMALL), workbook.write(file("a.xlsx")), "office.tooManyParts", "“a.xlsx”里有 55 个部件，超过上限 40 个，不像表格文件，已拒绝读取。请让提供方用 Excel 或 WPS 另存为新的 .xlsx 再导入。",
                "“a.xlsx” holds 55 parts, more than the limit of 40, and is unlike a workbook; it was refused. Ask the sender to save it anew as .xlsx in Excel or WPS.");
    }

    @Test
    void duplicateParts() throws IOException {
        byte[] whole = Files.readAllBytes(new RawXlsx().sheet("s", row(1, "a")).part("xl/worksheets/sheet9.xml", "<x/>").write(file("a.xlsx")));
        String latin = new String(whole, StandardCharsets.ISO_8859_1).replace("xl/worksheets/sheet9.xml", "xl/worksheets/sheet1.xml");
        Files.write(file("b.xlsx"), latin.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(List.of("office.duplicatePart", "office.truncated").contains(refusal(file("b.xlsx"))));
    }

    @Test
    void doctypeInAnyPart() throws IOException {
        String evil = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"&x;&x;\">]>";
        String sheet = evil + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&y;</v></c></row></sheetData></worksheet>";
        Reading.refused(new RawXlsx().sheetXml("s", "", sheet).write(file("a.xlsx")), "office.doctype",
                "“a.xlsx”的部件 xl/worksheets/sheet1.xml 里有 DOCTYPE 或实体声明，正常的表格不会有，已拒绝读取。请用 Excel 或 WPS 打开核对后另存为新文件。",
                "Part xl/worksheets/sheet1.xml of “a.xlsx” holds a DOCTYPE or an entity, which no sound workbook has; it was refused. Check it in Excel or WPS and save it as a new file.");
        assertEquals("office.doctype", refusal(new RawXlsx().sheet("s", row(1, "a")).relation("strings", "sharedStrings", "sharedStrings.xml")
                .part("xl/sharedStrings.xml", evil + "<sst><si><t>&y;</t></si></sst>").write(file("b.xlsx"))));
        assertEquals("office.doctype", refusal(new RawXlsx().sheet("s", row(1, "a")).part("_rels/.rels", evil + "<Relationships/>").write(file("c.xlsx"))));
    }

    @Test
    void undeclaredEntity() throws IOException {
        var problem = assertThrows(UserProblem.class, () -> Reading.rows(new RawXlsx().sheet("s", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&x;</v></c></row>").write(file("a.xlsx"))));
        assertTrue(List.of("office.doctype", "office.partDamaged").contains(problem.messages().getFirst().key()));
    }

    @Test
    void claimedDimensionAllocatesNothing() throws IOException {
        Path path = new RawXlsx().strings("<si><t>a</t></si>")
                .sheetXml("s", "", "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\" spans=\"1:16384\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
                        + "<row r=\"1048576\"><c r=\"B1048576\"><v>7</v></c></row></sheetData></worksheet>")
                .write(file("a.xlsx"));
        long before = allocated();
        assertEquals(List.of(1, 1_048_576), Reading.rows(path).stream().map(row -> row.number()).toList());
        assertTrue(allocated() - before < 32L << 20);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void blankStyledRowsAreNeutral() throws IOException {
        var rows = new StringBuilder(row(1, "a", "b"));
        for (int i = 2; i < 60_000; i++) {
            rows.append("<row r=\"").append(i).append("\" s=\"3\"><c r=\"A").append(i).append("\" s=\"3\"/><c r=\"IV").append(i).append("\" s=\"3\"/></row>");
        }
        assertEquals(1, Reading.rows(new RawXlsx().sheet("s", rows.toString()).write(file("a.xlsx"))).size());
    }

    @Test
    void cellTooLong() throws IOException {
        Path path = new RawXlsx().sheet("s", row(1, "a", "x".repeat(2_000))).write(file("a.xlsx"));
        Reading.refused(new OfficeSources(SMALL), path, "office.cellTooLong", "“a.xlsx”的 xl/worksheets/sheet1.xml 中单元格 B1 的文字超过 1000 个字符，已停止读取。请在原表中改短后再导入。",
                "Cell B1 in xl/worksheets/sheet1.xml of “a.xlsx” holds more than 1000 characters; reading was stopped. Shorten it in the source and import again.");
        assertEquals("office.cellTooLong", assertThrows(UserProblem.class, () -> read(SMALL, Files.writeString(file("b.csv"), "a,b\n1," + "y".repeat(2_000)))).messages().getFirst().key());
    }

    private static void read(Limits limits, Path path) {
        try (SourceFile source = new OfficeSources(limits).open(path, Progress.NONE)) {
            source.sheets().forEach(sheet -> {
                sheet.merges();
                sheet.rows(row -> true);
            });
        }
    }

    @Test
    void tooMuchOfAnything() throws IOException {
        var cells = new StringBuilder();
        for (int i = 1; i <= 1_200; i++) {
            cells.append(row(i, "x"));
        }
        assertEquals("office.tooManyCells", key(new RawXlsx().sheet("s", cells.toString()).write(file("a.xlsx"))));
        assertEquals("office.tooManyColumns", key(new RawXlsx().sheet("s", "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>").write(file("b.xlsx"))));
        assertEquals("office.tooManyMerges", key(new RawXlsx().sheet("s", row(1, "a"), "<mergeCells>" + "<mergeCell ref=\"A1:B1\"/>".repeat(11) + "</mergeCells>").write(file("c.xlsx"))));
        var sheets = new RawXlsx();
        for (int i = 0; i < 6; i++) {
            sheets.sheet("s" + i, row(1, "a"));
        }
        assertEquals("office.tooManySheets", key(sheets.write(file("d.xlsx"))));
        assertEquals("office.tooManyTexts", key(new RawXlsx().strings("<si><t>a</t></si>".repeat(101)).sheet("s", row(1, "a")).write(file("e.xlsx"))));
        assertEquals("office.tooDeep", key(new RawXlsx().sheet("s", "<row r=\"1\">" + "<a>".repeat(80) + "</a>".repeat(80) + "</row>").write(file("f.xlsx"))));
        byte[] noise = new byte[2 << 20];
        new java.util.Random(5).nextBytes(noise);
        assertEquals("office.tooLarge", key(Files.write(file("g.xlsx"), noise)));
        String text = java.util.HexFormat.of().formatHex(noise, 0, 400_000);
        assertEquals("office.tagTooLong", key(new RawXlsx().sheet("s", "<row r=\"1\" spans=\"" + text + "\"/>").write(file("h.xlsx"))));
    }

    private static String key(Path path) {
        return assertThrows(UserProblem.class, () -> read(SMALL, path)).messages().getFirst().key();
    }

    @Test
    void wrongCountsAndBrokenReferences() throws IOException {
        assertEquals("office.sharedText", key(new RawXlsx().strings("<si><t>a</t></si>").sheet("s", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>5</v></c></row>").write(file("a.xlsx"))));
        assertEquals("office.notANumber", key(new RawXlsx().sheet("s", "<row r=\"1\"><c r=\"A1\"><v>abc</v></c></row>").write(file("b.xlsx"))));
        assertEquals("office.rowNumber", key(new RawXlsx().sheet("s", row(3, "a") + row(2, "b")).write(file("c.xlsx"))));
        assertEquals("office.rowNumber", key(new RawXlsx().sheet("s", row(1_048_577, "a")).write(file("d.xlsx"))));
        var missing = new RawXlsx().sheet("s", row(1, "a"));
        missing.part("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"s\" r:id=\"none\"/></sheets></workbook>");
        assertEquals("office.noSheet", key(missing.write(file("e.xlsx"))));
    }

    @Test
    void macrosLinksAndDdeAreIgnoredAndSaid() throws IOException {
        var workbook = new RawXlsx().sheet("s", "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>cmd|'/C calc'!A0</f><v>7</v></c></row>").part("xl/vbaProject.bin", "x")
                .relation("l1", "externalLink", "externalLinks/externalLink1.xml").part("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\"/></externalLink>")
                .part("xl/embeddings/book.xlsx", "PK");
        try (SourceFile source = Reading.open(workbook.write(file("a.xlsm")))) {
            assertEquals(List.of("office.macrosIgnored", "office.linksIgnored", "office.ddeIgnored", "office.embeddedIgnored"), source.notices().stream().map(Message::key).toList());
            assertEquals("7", Reading.rows(source.sheets().getFirst()).getFirst().cell(0).text());
        }
    }

    @Test
    void textThatIsNoText() throws IOException {
        Reading.refused(Files.write(file("a.csv"), new byte[]{'a', ',', 'b', (byte) 0xFF, (byte) 0xFF, '\n', (byte) 0x80}), "office.encoding",
                "“a.csv”的文字编码不一致，无法读取。请用 Excel 或 WPS 打开，另存为“CSV UTF-8”或 .xlsx 再导入。",
                "The text encoding of “a.csv” is inconsistent and cannot be read. Open it in Excel or WPS and save it as “CSV UTF-8” or .xlsx.");
        assertEquals("office.notWorkbook", refusal(Files.write(file("c.csv"), new byte[]{'a', ',', 'b', (byte) 0xFF, (byte) 0xFF, '\n', 7})));
        Reading.refused(Files.writeString(file("b.csv"), "单位,项目\n甲,\"没有结束\n乙,丙"), "office.openQuote", "“b.csv”中 B2 处的引号没有结束，后面的内容无法分列。请在原文件中补上引号，或另存为 .xlsx 再导入。",
                "The quotation mark at B2 in “b.csv” is never closed, so what follows cannot be split into columns. Close it in the source, or save the file as .xlsx.");
    }

    @Test
    void stoppedWhenAsked() throws IOException {
        Path path = new RawXlsx().sheet("s", row(1, "a")).write(file("a.xlsx"));
        var stop = new Progress() {
            @Override
            public void at(long done, long total) {
                // not shown
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(Progress.Cancelled.class, () -> new OfficeSources().open(path, stop));
    }
}
