package org.lianshen.office.in;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lianshen.service.Progress;

/**
 * Encoding of a text file: by its byte order mark, else by the blanks that UTF-16 leaves between Latin characters, else UTF-8 if every byte of the file fits, else GB18030
 * if every byte fits.
 *
 * @param mark bytes of the mark to pass over
 */
record CsvEncoding(Charset charset, int mark, String shown) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Null where the file is no text in any of them. */
    static CsvEncoding of(Path path, byte[] head, Progress progress) throws IOException {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return fits(path, progress, new CsvEncoding(StandardCharsets.UTF_8, 3, "UTF-8 (BOM)"));
        }
        if (starts(head, 0xFF, 0xFE)) {
            return fits(path, progress, new CsvEncoding(StandardCharsets.UTF_16LE, 2, "UTF-16LE"));
        }
        if (starts(head, 0xFE, 0xFF)) {
            return fits(path, progress, new CsvEncoding(StandardCharsets.UTF_16BE, 2, "UTF-16BE"));
        }
        int zerosAtEven = 0;
        int zerosAtOdd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    zerosAtEven++;
                } else {
                    zerosAtOdd++;
                }
            }
        }
        if (zerosAtEven + zerosAtOdd > 0) {
            return fits(path, progress, zerosAtOdd > zerosAtEven ? new CsvEncoding(StandardCharsets.UTF_16LE, 0, "UTF-16LE") : new CsvEncoding(StandardCharsets.UTF_16BE, 0, "UTF-16BE"));
        }
        CsvEncoding utf8 = fits(path, progress, new CsvEncoding(StandardCharsets.UTF_8, 0, "UTF-8"));
        return utf8 != null ? utf8 : fits(path, progress, new CsvEncoding(GB18030, 0, "GB18030"));
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static CsvEncoding fits(Path path, Progress progress, CsvEncoding encoding) throws IOException {
        char[] buffer = new char[1 << 14];
        try (Reader reader = encoding.open(path)) {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                progress.check();
                for (int i = 0; i < n; i++) {
                    char c = buffer[i];
                    if (!Character.isDefined(c) || c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
                        return null;
                    }
                }
            }
            return encoding;
        } catch (CharacterCodingException doesNotFit) {
            return null;
        }
    }

    Reader open(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            in.skipNBytes(mark);
            return new BufferedReader(
                    new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
