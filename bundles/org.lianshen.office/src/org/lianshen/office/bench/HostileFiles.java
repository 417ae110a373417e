package org.lianshen.office.bench;

import static org.lianshen.office.bench.HostileFile.read;
import static org.lianshen.office.bench.HostileFile.refused;
import static org.lianshen.office.bench.HostilePackage.repeated;
import static org.lianshen.office.bench.HostilePackage.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that mean harm, each made when it is asked for: packages, XML and text. The compound files are {@link HostileRecords}. */
public final class HostileFiles {

    private static final String EVIL = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"&x;&x;\"><!ENTITY z SYSTEM \"http://127.0.0.1:9/\">]>";

    private HostileFiles() {
    }

    public static List<HostileFile> all() {
        var all = new ArrayList<HostileFile>();
        all.addAll(packages());
        all.addAll(active());
        all.addAll(xml());
        all.addAll(sizes());
        all.addAll(texts());
        all.addAll(HostileRecords.all());
        return all;
    }

    private static List<HostileFile> packages() {
        return List.of(
                refused("nested.xlsx", "office.archive", file -> zip(file, "a/b.zip", "PK")),
                refused("entry-twice.xlsx", "office.duplicatePart office.truncated", file -> {
                    new HostilePackage().part("xl/worksheets/sheet9.xml", "<x/>").write(file);
                    patch(file, "xl/worksheets/sheet9.xml", "xl/worksheets/sheet1.xml");
                }),
                refused("entry-twice-in-capitals.xlsx", "office.duplicatePart", file -> new HostilePackage().part("XL/Workbook.xml", "<workbook/>").write(file)),
                refused("sheet-twice.xlsx", "office.sheetTwice",
                        file -> new HostilePackage().part(HostilePackage.WORKBOOK, "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"sheet\"/><sheet name=\"b\" r:id=\"sheet\"/></sheets></workbook>").write(file)),
                read("paths.xlsx", "", file -> new HostilePackage().part("../../../../../../tmp/lianshen-was-here", "x").part("/etc/lianshen-was-here", "x").part("C:\\lianshen-was-here", "x")
                        .part("x".repeat(60_000), "x").write(file)),
                refused("nul-in-a-path.xlsx", "read office.truncated", file -> new HostilePackage().part("xl/a\0b.xml", "x").write(file)),
                refused("part-outside.xlsx", "office.partMissing", file -> new HostilePackage()
                        .part(HostilePackage.WORKBOOK, "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"out\"/></sheets></workbook>").relation("out", "worksheet", "../../../../etc/passwd", "").write(file)),
                refused("part-elsewhere.xlsx", "office.partMissing", file -> new HostilePackage()
                        .part(HostilePackage.WORKBOOK, "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"out\"/></sheets></workbook>")
                        .relation("out", "worksheet", "http://127.0.0.1:9/sheet.xml", "TargetMode=\"External\"").write(file)),
                refused("locked-zip.xlsx", "office.protected", file -> {
                    new HostilePackage().write(file);
                    everyEntry(file, 8, 1);
                }),
                refused("lying-sizes.xlsx", "read office.truncated office.partDamaged", file -> {
                    new HostilePackage().write(file);
                    everyEntry(file, 24, 7);
                }),
                refused("lying-directory.xlsx", "office.tooManyParts", file -> {
                    new HostilePackage().write(file);
                    try (var out = new RandomAccessFile(file.toFile(), "rw")) {
                        out.seek(out.length() - 10);
                        out.write(new byte[]{0, 0, 0, 0x7F});
                    }
                }),
                refused("half.xlsx", "office.truncated", file -> {
                    new HostilePackage().write(file);
                    byte[] whole = Files.readAllBytes(file);
                    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
                }));
    }

    private static List<HostileFile> active() {
        return List.of(
                read("macros-links-dde.xlsm", "office.macrosIgnored office.linksIgnored office.ddeIgnored office.connectionsIgnored office.embeddedIgnored",
                        file -> new HostilePackage().rows("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>cmd|'/C calc'!A0</f><v>7</v></c></row>").part("xl/vbaProject.bin", "x")
                                .relation("l", "externalLink", "externalLinks/externalLink1.xml", "").part("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/C calc\"/></externalLink>")
                                .part("xl/connections.xml", "<connections><connection id=\"1\"><webPr url=\"http://127.0.0.1:9/\"/></connection></connections>").part("xl/embeddings/a.bin", "x").write(file)),
                read("pictures-of-wps.xlsx", "office.picturesIgnored", file -> new HostilePackage()
                        .rows("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c><c r=\"B1\"><v>1</v></c></row>").part("xl/cellimages.xml", "<x/>").write(file)),
                read("styles-in-a-circle.xlsx", "", file -> new HostilePackage()
                        .part(HostilePackage.STYLES, "<styleSheet><cellStyleXfs><xf xfId=\"1\"/><xf xfId=\"0\"/></cellStyleXfs><cellXfs count=\"-1\"><xf numFmtId=\"164\" xfId=\"0\"/></cellXfs><cellStyles><cellStyle xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>")
                        .rows("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>1</v></c><c r=\"B1\" s=\"2147483647\"><v>1</v></c><c r=\"C1\" s=\"-1\"><v>1</v></c></row>").write(file)),
                read("counts-that-lie.xlsx", "", file -> new HostilePackage().part(HostilePackage.STRINGS, "<sst count=\"2147483647\" uniqueCount=\"2147483647\"><si><t>a</t></si></sst>")
                        .part(HostilePackage.SHEET, "<worksheet><dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"2147483647\" hidden=\"1\"/></cols><sheetData><row r=\"1\" spans=\"1:2147483647\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData><mergeCells count=\"2147483647\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>")
                        .write(file)),
                refused("cell-twice.xlsx", "office.cellTwice", file -> new HostilePackage().rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1000</v></c></row>").write(file)));
    }

    private static List<HostileFile> xml() {
        return List.of(
                refused("entities-in-the-sheet.xlsx", "office.doctype", file -> new HostilePackage().part(HostilePackage.SHEET, EVIL + sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&y;&z;</v></c></row>")).write(file)),
                refused("entities-in-texts.xlsx", "office.doctype", file -> new HostilePackage().part(HostilePackage.STRINGS, EVIL + "<sst><si><t>&y;</t></si></sst>").write(file)),
                refused("entities-in-relations.xlsx", "office.doctype", file -> new HostilePackage().part(HostilePackage.RELATIONS, EVIL + "<Relationships/>").write(file)),
                refused("laughs.xlsx", "office.doctype", file -> new HostilePackage().part(HostilePackage.SHEET, laughs()).write(file)),
                refused("deep.xlsx", "office.tooDeep", file -> new HostilePackage().rows("<a>".repeat(200_000)).write(file)),
                refused("names.xlsx", "office.tooManyNames", file -> new HostilePackage().rows("<x%d/>", 3_000_000).write(file)),
                refused("attribute-names.xlsx", "office.tooManyNames", file -> new HostilePackage().rows("<row x%d=\"\"/>", 3_000_000).write(file)),
                refused("namespaces.xlsx", "office.tagTooLong", file -> new HostilePackage().part(HostilePackage.SHEET, repeated("<worksheet", " xmlns:a%d=\"u\"", 1_000_000, "/>")).write(file)),
                refused("attributes.xlsx", "office.tagTooLong", file -> new HostilePackage().part(HostilePackage.SHEET, repeated("<worksheet", " a%d=\"u\"", 1_000_000, "/>")).write(file)),
                refused("remark.xlsx", "office.tagTooLong", file -> new HostilePackage().part(HostilePackage.SHEET, repeated("<worksheet><!--", "remark %d ", 3_000_000, "--></worksheet>")).write(file)),
                refused("other-encoding.xlsx", "office.partDamaged", file -> new HostilePackage().part(HostilePackage.SHEET, "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-worksheet+AD4-").write(file)));
    }

    private static String laughs() {
        var text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 20; i++) {
            text.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return text + "]>" + sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a19;</v></c></row>");
    }

    private static List<HostileFile> sizes() {
        String blank = "<row r=\"%d\" spans=\"1:12\" s=\"3\" customFormat=\"1\"><c r=\"A%d\" s=\"3\"/><c r=\"B%d\" s=\"3\"/><c r=\"C%d\" s=\"3\"/></row>";
        return List.of(
                read("a-million-blank-rows.xlsx", "", file -> new HostilePackage().rows(blank, 1_000_000).write(file)),
                refused("bomb.xlsx", "office.bomb", file -> new HostilePackage().rows("<a/><a/><a/><a/><a/><a/><a/><a/>", 4_000_000).write(file)),
                refused("bomb-in-relations.xlsx", "office.bomb office.tagTooLong", file -> new HostilePackage().part(HostilePackage.RELATIONS, repeated("<Relationships>", "<a/><a/><a/><a/><a/><a/><a/><a/>", 4_000_000, "</Relationships>")).write(file)),
                refused("texts.xlsx", "office.tooManyTexts", file -> new HostilePackage().part(HostilePackage.STRINGS, repeated("<sst>", "<si><t>%d</t></si>", 2_500_000, "</sst>")).write(file)),
                refused("long-texts.xlsx", "office.tooManyTexts office.bomb", file -> new HostilePackage().part(HostilePackage.STRINGS, repeated("<sst>", "<si><t>%d" + "信".repeat(30_000) + "</t></si>", 3_000, "</sst>")).write(file)),
                refused("long-text.xlsx", "office.cellTooLong", file -> new HostilePackage().rows("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + "x".repeat(900_000) + "</v></c></row>").write(file)),
                refused("merges.xlsx", "office.tooManyMerges", file -> new HostilePackage().part(HostilePackage.SHEET, repeated("<worksheet><sheetData/><mergeCells>", "<mergeCell ref=\"A%d:B%d\"/>", 1_000_000, "</mergeCells></worksheet>")).write(file)),
                refused("sheets.xlsx", "office.tooManySheets office.partMissing office.sheetTwice", file -> new HostilePackage().part(HostilePackage.WORKBOOK, repeated("<workbook xmlns:r=\"r\"><sheets>", "<sheet name=\"s%d\" r:id=\"sheet\"/>", 100_000, "</sheets></workbook>")).write(file)),
                refused("parts.xlsx", "office.tooManyParts", file -> {
                    var many = new HostilePackage();
                    for (int i = 0; i < 60_000; i++) {
                        many.part("xl/media/" + i, "");
                    }
                    many.write(file);
                }));
    }

    private static List<HostileFile> texts() {
        return List.of(
                read("dde.csv", "office.csv", file -> Files.writeString(file, "单位,项目\n=cmd|' /C calc'!A0,\"@SUM(1+9)*cmd|' /C calc'!A0\"\n")),
                refused("gigabyte.csv", "office.tooLarge", file -> {
                    try (var out = new RandomAccessFile(file.toFile(), "rw")) {
                        out.setLength(1L << 30);
                    }
                }),
                refused("line.csv", "office.cellTooLong", file -> lines(file, "x".repeat(1 << 16), 2_000)),
                refused("quoted-line.csv", "office.cellTooLong", file -> lines(file, "\"" + "x".repeat(1 << 16) + "\n", 2_000)),
                refused("commas.csv", "office.tooManyColumns", file -> lines(file, ",".repeat(1 << 16), 500)),
                refused("rows.csv", "read office.tooManyCells", file -> lines(file, "\n".repeat(1 << 16), 500)),
                refused("nul.csv", "office.controlCharacter", file -> Files.writeString(file, "单位,项目\n市数据局,云\0\n" + "市水利局,水\n".repeat(1_000))),
                refused("two-encodings.csv", "office.encoding", file -> {
                    Files.writeString(file, "单位,项目\n市数据局,云\n");
                    Files.write(file, "市水利局,\u0080".getBytes("GB18030"), java.nio.file.StandardOpenOption.APPEND);
                    Files.write(file, new byte[]{(byte) 0xFF, (byte) 0xFE, (byte) 0x81}, java.nio.file.StandardOpenOption.APPEND);
                }),
                refused("page.xls", "office.webPage", file -> Files.writeString(file, "<html><body><img src=\"http://127.0.0.1:9/\"><table><tr><td>1</td></tr></table></body></html>")),
                refused("noise.xls", "office.notWorkbook", file -> {
                    byte[] noise = new byte[1 << 20];
                    new java.util.Random(7).nextBytes(noise);
                    Files.write(file, noise);
                }),
                read("workbook-by-another-name.csv", "office.wrongExtension", file -> new HostilePackage().write(file)));
    }

    private static void lines(Path file, String text, int times) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
        }
    }

    private static void zip(Path file, String name, String text) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private static void patch(Path file, String from, String to) throws IOException {
        String latin = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace(from, to);
        Files.write(file, latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Puts a byte into each entry of the directory at the end. */
    private static void everyEntry(Path file, int offset, int value) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length - 46; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + offset] = (byte) value;
            }
        }
        Files.write(file, bytes);
    }
}
