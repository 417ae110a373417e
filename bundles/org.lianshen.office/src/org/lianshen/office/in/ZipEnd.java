package org.lianshen.office.in;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.lianshen.model.UserProblem;

/**
 * What the end of a zip file says about its directory, looked at before the directory is read: the library reads as much of it into memory as stands there, and that can be
 * the whole file.
 */
final class ZipEnd {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END64 = 0x06064b50;
    private static final int END64_LENGTH = 56;
    /** A directory entry has 46 bytes and a name; names of parts are short. */
    private static final int BYTES_AN_ENTRY = 512;

    private ZipEnd() {
    }

    /** @throws UserProblem if the directory is larger than that of any workbook; an end that is not found is left for the library to complain of */
    static void check(Path path, String file, Limits limits) throws IOException {
        try (var in = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(0, in.length() - END_LENGTH - 0xFFFF);
            ByteBuffer tail = read(in, from, (int) (in.length() - from));
            for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    check(in, from + at, tail.getShort(at + 10) & 0xFFFF, tail.getInt(at + 12) & 0xFFFFFFFFL, file, limits);
                    return;
                }
            }
        }
    }

    private static void check(RandomAccessFile in, long end, long entries, long bytes, String file, Limits limits) throws IOException {
        long allEntries = entries;
        long allBytes = bytes;
        if (end >= LOCATOR_LENGTH) {
            ByteBuffer locator = read(in, end - LOCATOR_LENGTH, LOCATOR_LENGTH);
            long at = locator.getLong(8);
            if (locator.getInt(0) == LOCATOR && at >= 0 && at <= in.length() - END64_LENGTH) {
                ByteBuffer end64 = read(in, at, END64_LENGTH);
                if (end64.getInt(0) == END64) {
                    allEntries = Math.max(allEntries, end64.getLong(32));
                    allBytes = Math.max(allBytes, end64.getLong(40));
                }
            }
        }
        if (allEntries > limits.entries() || allBytes > (long) limits.entries() * BYTES_AN_ENTRY) {
            throw UserProblem.of("office.tooManyParts", file, Math.max(allEntries, allBytes / BYTES_AN_ENTRY), limits.entries());
        }
    }

    private static ByteBuffer read(RandomAccessFile in, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.seek(from);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
