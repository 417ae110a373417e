package org.lianshen.office.in;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;

/** Why a file is no text: bytes that no text holds, few and then each matters, or many and then it is something else. */
final class ControlCharacters {

    private static final int FEW = 20;
    private static final int OFTEN = 1 << 16;

    private ControlCharacters() {
    }

    /** To be thrown. */
    static UserProblem refusal(Path path, String file, Progress progress) throws IOException {
        long all = 0;
        long strange = 0;
        long row = 1;
        long firstRow = 0;
        int first = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), OFTEN)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (all++ % OFTEN == 0) {
                    progress.check();
                }
                if (b == '\n') {
                    row++;
                } else if (b < ' ' && b != '\r' && b != '\t' && b != '\f') {
                    if (strange++ == 0) {
                        first = b;
                        firstRow = row;
                    }
                }
            }
        }
        if (strange == 0) {
            return UserProblem.of("office.encoding", file);
        }
        return strange * FEW > all ? UserProblem.of("office.notWorkbook", file)
                : UserProblem.of("office.controlCharacter", file, firstRow, "U+00" + HexFormat.of().withUpperCase().toHexDigits((byte) first), strange);
    }
}
