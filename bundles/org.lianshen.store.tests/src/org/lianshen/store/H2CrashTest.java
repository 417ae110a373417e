package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.store.bench.CrashBench;

/** A killed process loses nothing that it had acknowledged. The long run is {@code bench crash}. */
class H2CrashTest {

    @TempDir
    Path folder;

    @Test
    void killsLoseNothingThatWasAcknowledged() throws Exception {
        var report = CrashBench.run(folder.resolve("store"), 5, new Random());
        assertEquals(List.of(), report.faults());
        assertTrue(report.acknowledged() >= 5);
    }
}
