package org.lianshen.service.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.lianshen.service.store.Store;

/** A scanned paper goes out under an ending that says what it is: files are kept by what they contain, without their names. */
final class ScanFile {

    private static final int BEGINNING = 8;
    private static final Map<String, String> KINDS = Map.of("25504446", "pdf", "ffd8ff", "jpg", "89504e47", "png", "49492a00", "tif", "4d4d002a", "tif");

    private ScanFile() {
    }

    static Path fetch(Store.Files files, String digest, Path target) {
        try {
            Path folder = target.toAbsolutePath().getParent();
            Path copy = Files.createTempFile(folder, "scan", ".part");
            try {
                files.fetch(digest, copy);
                Path written = named(target, kind(copy));
                return Files.move(copy, written, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path named(Path target, String ending) {
        String name = target.getFileName().toString();
        return ending.isEmpty() || name.toLowerCase(Locale.ROOT).endsWith("." + ending) ? target : target.resolveSibling(name + "." + ending);
    }

    private static String kind(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = HexFormat.of().formatHex(in.readNBytes(BEGINNING));
            return KINDS.entrySet().stream().filter(kind -> beginning.startsWith(kind.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
        }
    }
}
