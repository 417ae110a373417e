package org.lianshen.service.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.lianshen.model.UserProblem;

/** A folder of the person alone for a package and what is decrypted of it; gone when the work is done. */
record WorkFolder(Path path) implements AutoCloseable {

    static WorkFolder make() {
        try {
            return new WorkFolder(Files.createTempDirectory("lianshen"));
        } catch (IOException e) {
            throw UserProblem.because(e, "exchange.notWritten", System.getProperty("java.io.tmpdir"), String.valueOf(e.getMessage()));
        }
    }

    /** A copy that nobody else writes: what lies on a stick may be another at the second reading. */
    Path copy(Path file) {
        try {
            return Files.copy(file, Files.createDirectory(path.resolve("package")).resolve(String.valueOf(file.getFileName())));
        } catch (IOException e) {
            throw UserProblem.because(e, "exchange.unreadable", String.valueOf(file.getFileName()), String.valueOf(e.getMessage()));
        }
    }

    /** Empty at first. */
    Path attachments() {
        try {
            return Files.createDirectories(path.resolve("attachments"));
        } catch (IOException e) {
            throw UserProblem.because(e, "exchange.notWritten", path.toString(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException remains) {
            path.toFile().deleteOnExit();
        }
    }
}
