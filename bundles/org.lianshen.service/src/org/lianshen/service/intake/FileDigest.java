package org.lianshen.service.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lianshen.model.UserProblem;

/** SHA-256 of a file from outside, in lower-case hex: the name under which it is kept. */
public final class FileDigest {

    private FileDigest() {
    }

    /** @throws UserProblem if the file is not there or cannot be read */
    public static String of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw UserProblem.of("office.noFile", file.toString());
        }
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw UserProblem.because(e, "office.unreadable", file.getFileName().toString(), String.valueOf(e.getMessage()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
