package org.lianshen.office.in;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;

/**
 * Those records of an xls that are asked for, as a stream for the library, which would otherwise make an object of everything that stands there: drawings, charts with cells of
 * their own, macros, views. Lengths and counts are looked at before the library believes them.
 */
final class XlsRecords extends InputStream {

    private static final int BOF = 0x0809;
    private static final int EOF = 0x000A;
    private static final int CONTINUE = 0x003C;
    private static final int FILE_PASS = 0x002F;
    private static final int WRITE_PROTECT = 0x0086;
    private static final int BOUND_SHEET = 0x0085;
    private static final int SHARED_TEXTS = 0x00FC;
    /** Shared texts, formats, styles, beginning of the calendar, other workbooks, merged ranges, columns. */
    static final Set<Integer> CONTENTS = Set.of(SHARED_TEXTS, 0x041E, 0x00E0, 0x0022, 0x01AE, 0x00E5, 0x007D);
    /** Rows; cells with shared and own texts, numbers, several numbers, truth values and errors, formulas and the texts they gave. */
    static final Set<Integer> CELLS = Set.of(0x0208, 0x00FD, 0x0204, 0x0203, 0x027E, 0x00BD, 0x0205, 0x0006, 0x0207);
    /** Among them the names of sheets: the library takes a workbook without anything before its first end for a fault. */
    private static final Set<Integer> ALWAYS = Set.of(BOF, EOF, FILE_PASS, WRITE_PROTECT, BOUND_SHEET);
    private static final int BIFF8 = 0x0600;
    private static final int HEAD = 4;
    /** The longest record that Excel writes; what is longer it divides. */
    private static final int LONGEST = 8_224;
    /** More different texts than a sheet of 65,536 rows has in practice; the library takes some 250 bytes for each. */
    private static final int MOST_TEXTS = 400_000;
    /** Of a stream whose counts cannot be looked at. */
    private static final long LONGEST_ENCRYPTED = 32L << 20;
    private static final int OFTEN = 1_024;

    private final InputStream in;
    private final String file;
    private final String stream;
    private final Set<Integer> wanted;
    private final Limits limits;
    private final Progress progress;
    private final byte[] buffer = new byte[HEAD + LONGEST];
    private int at;
    private int end;
    private int depth;
    private long records;
    private long bytes;
    private boolean passes;
    private boolean encrypted;

    XlsRecords(InputStream in, String file, String stream, Set<Integer> wanted, Limits limits, Progress progress) {
        this.in = in;
        this.file = file;
        this.stream = stream;
        this.wanted = wanted;
        this.limits = limits;
        this.progress = progress;
    }

    @Override
    public int available() throws IOException {
        while (at == end && next()) {
            // until a record that is asked for
        }
        return end - at;
    }

    @Override
    public int read() throws IOException {
        return available() == 0 ? -1 : buffer[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = Math.min(length, available());
        if (n == 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(buffer, at, into, offset, n);
        at += n;
        return n;
    }

    /** @return false at the end; padding behind the last record is the end as well */
    private boolean next() throws IOException {
        if (++records % OFTEN == 0) {
            progress.check();
        }
        if (in.readNBytes(buffer, 0, HEAD) < HEAD) {
            return false;
        }
        int kind = number(0);
        int length = number(2);
        if (depth == 0 && kind != BOF) {
            return false;
        }
        if (length > LONGEST || in.readNBytes(buffer, HEAD, length) < length) {
            throw UserProblem.of("office.partDamaged", file, stream, "0x" + Integer.toHexString(kind));
        }
        bytes += HEAD + length;
        if (passes(kind, length)) {
            at = 0;
            end = HEAD + length;
        }
        return true;
    }

    private boolean passes(int kind, int length) {
        boolean inside = depth <= 1;
        switch (kind) {
            case BOF -> {
                inside = depth == 0;
                depth++;
                old(length);
            }
            case EOF -> depth--;
            case FILE_PASS -> encrypted = true;
            case SHARED_TEXTS -> count(length);
            default -> {
            }
        }
        if (encrypted && bytes > LONGEST_ENCRYPTED) {
            throw UserProblem.of("office.tooLarge", file, bytes >> 20, LONGEST_ENCRYPTED >> 20);
        }
        // what is encrypted is decrypted by its place in the stream, so nothing may be left out of it
        passes = encrypted || inside && (ALWAYS.contains(kind) || (kind == CONTINUE ? passes : wanted.contains(kind)));
        return passes;
    }

    private void old(int length) {
        if (length < 4 || number(HEAD) != BIFF8) {
            throw UserProblem.of("office.otherFormat", file, "Excel 95");
        }
    }

    private void count(int length) {
        long stated = length < 8 ? 0 : number(HEAD + 4) + ((long) number(HEAD + 6) << 16);
        if (!encrypted && stated > MOST_TEXTS) {
            throw UserProblem.of("office.tooManyTexts", file, "SST", MOST_TEXTS, limits.sharedChars());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int number(int offset) {
        return buffer[offset] & 0xFF | (buffer[offset + 1] & 0xFF) << 8;
    }
}
