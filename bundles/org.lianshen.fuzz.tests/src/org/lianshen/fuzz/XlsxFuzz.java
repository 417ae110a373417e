package org.lianshen.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The reader of xlsx. Input that begins with {@code PK} is the file itself. Any other is taken apart at zero bytes into the parts of a sound package, in this order: sheet,
 * shared strings, styles, workbook, its relations. So the fuzzer works on XML and not on checksums.
 */
public final class XlsxFuzz {

    private static final String[] PARTS = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"};
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    static final String[] USUAL = {"<worksheet><sheetData/></worksheet>", "<sst/>", "<styleSheet/>",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>",
        "<Relationships><Relationship Id=\"a\" Type=\"" + RELATION + "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" Type=\"" + RELATION
                + "sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"c\" Type=\"" + RELATION + "styles\" Target=\"styles.xml\"/></Relationships>"};

    private XlsxFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        boolean whole = input.length > 1 && input[0] == 'P' && input[1] == 'K';
        Verdict.file("fuzz.xlsx", whole ? input : packed(input), Workbooks::readAll);
    }

    static byte[] packed(byte[] input) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "_rels/.rels", ("<Relationships><Relationship Id=\"a\" Type=\"" + RELATION + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>").getBytes(StandardCharsets.US_ASCII));
            int from = 0;
            for (int part = 0; part < PARTS.length; part++) {
                int to = from;
                while (to < input.length && input[to] != 0) {
                    to++;
                }
                put(zip, PARTS[part], to == from ? USUAL[part].getBytes(StandardCharsets.US_ASCII) : Arrays.copyOfRange(input, from, to));
                from = Math.min(to + 1, input.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        var sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
