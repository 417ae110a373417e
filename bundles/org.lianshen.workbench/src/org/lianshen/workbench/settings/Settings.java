package org.lianshen.workbench.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this person's program remembers on this machine: language, theme, the last store, columns of grids. Never business data. One UTF-8 file in the user's folder, replaced
 * whole at each change; a file that cannot be read starts empty, since nothing in it is worth refusing to start.
 */
public final class Settings {

    public static final String LANGUAGE = "language";
    public static final String THEME = "theme";
    public static final String STORE = "store";
    public static final String ACCOUNT = "account";

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final Path file;
    private final Properties values = new Properties();

    public Settings(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException problem) {
                LOG.warn("Settings in {} cannot be read; starting with none", file, problem);
            }
        }
    }

    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** @param value null removes */
    public synchronized void set(String key, String value) {
        Object before = value == null ? values.remove(key) : values.setProperty(key, value);
        if (value == null ? before != null : !value.equals(before)) {
            write();
        }
    }

    /** The keys that begin so, in order. */
    public synchronized Set<String> keys(String prefix) {
        Set<String> keys = new TreeSet<>();
        for (String key : values.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private void write() {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                values.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            LOG.warn("Settings cannot be written to {}", file, problem);
        }
    }
}
