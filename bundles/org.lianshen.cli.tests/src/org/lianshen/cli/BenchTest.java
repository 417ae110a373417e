package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianshen.service.bench.Bench;

/** What a benchmark finds is the exit code of its command. */
class BenchTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Says its arguments; holds if there are none. */
    private static final class Echo implements Bench {

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public boolean run(List<String> args, PrintStream out) {
            out.println("echo " + args);
            return args.isEmpty();
        }
    }

    private int run(String... args) {
        return new Console(null, null, null, null, null, List.of(new Echo())).run(args, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void holds() {
        assertEquals(Exit.OK, run("bench", "echo"));
        assertEquals("echo []", out.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void doesNotHold() {
        assertEquals(Exit.SHORT, run("bench", "echo", "lost", "7"));
        assertEquals("echo [lost, 7]", out.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void optionsOfTheBenchmarkReachIt() {
        assertEquals(Exit.SHORT, run("bench", "echo", "--rows", "projects.csv", "--seeds", "3"));
        assertEquals("echo [--rows, projects.csv, --seeds, 3]", out.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void unknownNameNamesTheKnown() {
        assertEquals(Exit.REFUSED, run("bench", "none"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("echo"), err.toString(StandardCharsets.UTF_8));
    }
}
