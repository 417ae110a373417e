package org.lianshen.office.out;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.lianshen.model.UserProblem;

/** A file that appears whole or not at all: written to a sibling, then moved over the target. */
public final class WholeFile {

    /** What is written. */
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    private WholeFile() {
    }

    /** @throws UserProblem {@code paper.cannotWrite} naming the file; an older file of that name is untouched then */
    public static void write(Path target, Content content) {
        Path whole = target.toAbsolutePath();
        Path sibling = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(sibling, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 1 << 16)) {
                content.to(out);
            }
            move(sibling, whole);
        } catch (IOException e) {
            throw UserProblem.because(e, "paper.cannotWrite", target.toString(), reason(e));
        } finally {
            removeLeftover(sibling);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherVolume) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void removeLeftover(Path sibling) {
        try {
            Files.deleteIfExists(sibling);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(WholeFile.class).warn("left behind: {}", sibling, e);
        }
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
