package org.lianshen.office.in;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that tests can say exactly what is in it. */
final class RawXlsx {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder workbookRelations = new StringBuilder();
    private final StringBuilder sheets = new StringBuilder();
    private String workbookPr = "";
    private int count;

    RawXlsx() {
        part("[Content_Types].xml", HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        part("_rels/.rels", HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + RELATION
                + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    }

    RawXlsx part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    RawXlsx part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    /** @param rows what stands between {@code <sheetData>} and its end; {@code after} what follows */
    RawXlsx sheet(String name, String rows, String after) {
        return sheetXml(name, "", HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    RawXlsx sheet(String name, String rows) {
        return sheet(name, rows, "");
    }

    RawXlsx sheetXml(String name, String attributes, String xml) {
        count++;
        sheets.append("<sheet name=\"").append(name).append("\" sheetId=\"").append(count).append("\" ").append(attributes).append(" r:id=\"s").append(count).append("\"/>");
        relation("s" + count, "worksheet", "worksheets/sheet" + count + ".xml");
        return part("xl/worksheets/sheet" + count + ".xml", xml);
    }

    RawXlsx strings(String... items) {
        relation("strings", "sharedStrings", "sharedStrings.xml");
        return part("xl/sharedStrings.xml", HEAD + "<sst xmlns=\"" + MAIN + "\" count=\"2147483647\" uniqueCount=\"2147483647\">" + String.join("", items) + "</sst>");
    }

    RawXlsx styles(String numFmts, String... formatIds) {
        relation("styles", "styles", "styles.xml");
        var xfs = new StringBuilder();
        for (String id : formatIds) {
            xfs.append("<xf numFmtId=\"").append(id).append("\"/>");
        }
        return part("xl/styles.xml", HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + numFmts + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + xfs
                + "</cellXfs></styleSheet>");
    }

    RawXlsx from1904() {
        workbookPr = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    RawXlsx relation(String id, String type, String target) {
        workbookRelations.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(RELATION).append(type).append("\" Target=\"").append(target).append("\"/>");
        return this;
    }

    Path write(Path file) throws IOException {
        part("xl/_rels/workbook.xml.rels", HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + workbookRelations + "</Relationships>");
        parts.putIfAbsent("xl/workbook.xml", (HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" + workbookPr
                + "<sheets>" + sheets + "</sheets></workbook>").getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = Files.newOutputStream(file); var zip = new ZipOutputStream(out)) {
            for (var entry : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
