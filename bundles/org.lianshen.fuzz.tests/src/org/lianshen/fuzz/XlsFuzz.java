package org.lianshen.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The reader of xls. Input that begins as a compound file does is the file itself; any other is the stream of records in a sound one. */
public final class XlsFuzz {

    private XlsFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        boolean whole = input.length > 1 && input[0] == (byte) 0xD0 && input[1] == (byte) 0xCF;
        Verdict.file("fuzz.xls", whole ? input : contained(input), Workbooks::readAll);
    }

    private static byte[] contained(byte[] records) {
        try (var container = new POIFSFileSystem(); var out = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(records), "Workbook");
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
