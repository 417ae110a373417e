package org.lianshen.office.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A sound workbook of one sheet in which any part can be replaced by another that is not. */
final class HostilePackage {

    /** What a part is made of: too much of it to hold. */
    @FunctionalInterface
    interface Part {
        void to(OutputStream out) throws IOException;
    }

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final StringBuilder relations = new StringBuilder();

    HostilePackage() {
        part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        part("_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + TYPE + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part(WORKBOOK, "<workbook xmlns:r=\"r\"><sheets><sheet name=\"预算\" sheetId=\"1\" r:id=\"sheet\"/></sheets></workbook>");
        relation("sheet", "worksheet", "worksheets/sheet1.xml", "");
        relation("strings", "sharedStrings", "sharedStrings.xml", "");
        relation("styles", "styles", "styles.xml", "");
        part(STRINGS, "<sst/>");
        part(STYLES, "<styleSheet/>");
        rows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>市数据局</t></is></c><c r=\"B1\"><v>120.5</v></c></row>");
    }

    HostilePackage part(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return part(name, out -> out.write(bytes));
    }

    HostilePackage part(String name, Part part) {
        parts.put(name, part);
        return this;
    }

    HostilePackage rows(String rows) {
        return part(SHEET, sheet(rows));
    }

    static String sheet(String rows) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /** A sheet whose rows are this text so many times; {@code %d} stands for the number of the time. */
    HostilePackage rows(String row, int times) {
        return part(SHEET, repeated("<worksheet xmlns=\"" + MAIN + "\"><sheetData>", row, times, "</sheetData></worksheet>"));
    }

    static Part repeated(String before, String each, int times, String after) {
        String[] pieces = each.split("%d", -1);
        return out -> {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i <= times; i++) {
                out.write(String.join(Integer.toString(i), pieces).getBytes(StandardCharsets.UTF_8));
            }
            out.write(after.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** @param mode such as {@code TargetMode="External"} */
    HostilePackage relation(String id, String type, String target, String mode) {
        relations.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(TYPE).append(type).append("\" Target=\"").append(target).append("\" ").append(mode).append("/>");
        return this;
    }

    void write(Path file) throws IOException {
        parts.putIfAbsent(RELATIONS, out -> out.write(("<Relationships>" + relations + "</Relationships>").getBytes(StandardCharsets.UTF_8)));
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)); var out = new BufferedOutputStream(zip, 1 << 16)) {
            zip.setLevel(1);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().to(out);
                out.flush();
                zip.closeEntry();
            }
        }
    }
}
