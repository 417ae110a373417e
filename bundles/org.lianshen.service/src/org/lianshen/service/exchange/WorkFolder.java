package org.lianshen.service.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.lianshen.model.UserProblem;

/** A folder of the person alone for what is decrypted; gone when the work is done. */
record WorkFolder(Path path) implements AutoCloseable {

    static WorkFolder make() {
        try {
            return new WorkFolder(Files.createTempDirectory("lianshen"));
        } catch (IOException e) {
            throw UserProblem.because(e, "exchange.notWritten", System.getProperty("java.io.tmpdir"), String.valueOf(e.getMessage()));
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
