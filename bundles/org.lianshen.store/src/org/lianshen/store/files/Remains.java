package org.lianshen.store.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away temporary files. One that stays is a nuisance and no reason to fail. */
public final class Remains {

    private static final Logger LOG = LoggerFactory.getLogger(Remains.class);

    private Remains() {
    }

    /** @param file a file or folder, there or not, or null */
    public static void remove(Path file) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try (Stream<Path> all = Files.walk(file)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            LOG.warn("temporary file not removed: {}", file, e);
        }
    }
}
