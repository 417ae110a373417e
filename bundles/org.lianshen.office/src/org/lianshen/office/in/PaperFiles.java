package org.lianshen.office.in;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lianshen.model.UserProblem;

/** Limits of papers that are read back: far beyond any paper, far below what harms. */
final class PaperFiles {

    private static final long BYTES = 64L << 20;
    /** Text of one paper; a page holds some 600 characters. */
    static final int CHARACTERS = 4_000_000;
    /** As of workbooks, with shorter parts. */
    static final Limits LIMITS = new Limits(BYTES, 10_000, 256L << 20, 512L << 20, 100, 32L << 20, 1 << 20, 64 << 10, 64, 2_000, 0, 0, 0, 0, 0, 0, 0, 0);

    private PaperFiles() {
    }

    /** @throws UserProblem if the file is not there or too large */
    static void check(Path file) {
        try {
            long size = Files.size(file);
            if (size > BYTES) {
                throw UserProblem.of("office.tooLarge", file.getFileName().toString(), size >> 20, BYTES >> 20);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static UserProblem unreadable(Path file, Exception cause) {
        return UserProblem.because(cause, "office.unreadable", file.getFileName().toString(), PlainText.quoted(String.valueOf(cause.getMessage())));
    }
}
