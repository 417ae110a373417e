package org.lianshen.service.document;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.lianshen.model.UserProblem;
import org.slf4j.LoggerFactory;

/** Names and folders of files that papers go to. */
public final class PaperFiles {

    /** Leaves room for an ending and a number within what file systems allow, three bytes a character. */
    private static final int MOST = 70;

    private PaperFiles() {
    }

    /** A text as the name of a file, without what no file system takes. */
    public static String name(String text) {
        String plain = text.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
        return plain.codePointCount(0, plain.length()) <= MOST ? plain : plain.substring(0, plain.offsetByCodePoints(0, MOST));
    }

    /**
     * A folder of files that appears whole or not at all: the work writes into one beside it, whose files then take their places.
     *
     * @throws UserProblem where the folder cannot be made, or has a file of such a name already; nothing is left behind then
     */
    static <T> T whole(Path folder, Function<Path, T> work) {
        Path whole = folder.toAbsolutePath().normalize();
        Path part = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(part);
            T result = work.apply(part);
            Files.createDirectories(whole);
            List<Path> made = list(part);
            for (Path file : made) {
                if (Files.exists(whole.resolve(file.getFileName()), LinkOption.NOFOLLOW_LINKS)) {
                    throw UserProblem.of("official.fileThere", whole.resolve(file.getFileName()).toString());
                }
            }
            for (Path file : made) {
                Files.move(file, whole.resolve(file.getFileName()));
            }
            return result;
        } catch (IOException e) {
            throw UserProblem.because(e, "paper.cannotWrite", folder.toString(), String.valueOf(e.getMessage()));
        } finally {
            remove(part);
        }
    }

    /** A folder for a moment. */
    static <T> T passing(Function<Path, T> work) {
        Path folder;
        try {
            folder = Files.createTempDirectory("lianshen-papers");
        } catch (IOException e) {
            throw UserProblem.because(e, "paper.cannotWrite", System.getProperty("java.io.tmpdir"), String.valueOf(e.getMessage()));
        }
        try {
            return work.apply(folder);
        } finally {
            remove(folder);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path left, IOException problem) throws IOException {
                    Files.delete(left);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LoggerFactory.getLogger(PaperFiles.class).warn("left behind: {}", folder, e);
        }
    }
}
