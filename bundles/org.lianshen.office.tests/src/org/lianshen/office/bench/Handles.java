package org.lianshen.office.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Files that this process holds open. Windows deletes none of them; Linux lists them. */
public final class Handles {

    private static final Path OPEN = Path.of("/proc/self/fd");

    private Handles() {
    }

    /** Those in a folder; empty where the system does not say. */
    public static List<String> in(Path folder) throws IOException {
        if (!Files.isDirectory(OPEN)) {
            return List.of();
        }
        String real = folder.toRealPath().toString();
        try (Stream<Path> handles = Files.list(OPEN)) {
            return handles.map(Handles::target).filter(Objects::nonNull).filter(target -> target.startsWith(real)).toList();
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException closedMeanwhile) {
            return null;
        }
    }
}
