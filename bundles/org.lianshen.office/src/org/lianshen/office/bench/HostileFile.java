package org.lianshen.office.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that means harm, and what is right to come of it.
 *
 * @param name     of the file, with the extension that it is sent under
 * @param outcomes keys of the messages that it may be refused with; {@code read} where it is read without harm
 * @param notices  keys of what is said of a file that is read
 */
public record HostileFile(String name, List<String> outcomes, List<String> notices, Maker maker) {

    /** Writes the file. */
    @FunctionalInterface
    public interface Maker {
        void write(Path file) throws IOException;
    }

    public static final String READ = "read";

    static HostileFile refused(String name, String outcomes, Maker maker) {
        return new HostileFile(name, List.of(outcomes.split(" ")), List.of(), maker);
    }

    static HostileFile read(String name, String notices, Maker maker) {
        return new HostileFile(name, List.of(READ), notices.isEmpty() ? List.of() : List.of(notices.split(" ")), maker);
    }

    public Path write(Path folder) throws IOException {
        Path file = folder.resolve(name);
        maker.write(file);
        return file;
    }

    @Override
    public String toString() {
        return name;
    }
}
