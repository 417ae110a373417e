package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.office.bench.HostileFile;
import org.lianshen.office.bench.HostileFiles;

/** A refused file ends every command that reads one with 2 and a sentence that names it; nothing of it is stored. */
class HostileImportTest {

    /** In the bytes that they take on disk; larger ones are measured by the bench. */
    private static final long SMALL = 64 << 10;

    @TempDir
    Path folder;
    private final Terminal terminal = new Terminal();

    private int run(String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--store";
        all[args.length + 1] = folder.resolve("store").toString();
        return terminal.run(all);
    }

    @Test
    void refusedFilesStoreNothing() throws IOException {
        assertEquals(Exit.OK, run("init", "--pack", "huzhou"), terminal.err());
        assertEquals(Exit.OK, run("audit", "verify", "--json", "-"), terminal.err());
        long records = terminal.json().path("records").asLong();
        int refused = 0;
        for (HostileFile hostile : HostileFiles.all()) {
            Path file = hostile.write(folder);
            if (!hostile.outcomes().contains(HostileFile.READ) && Files.size(file) < SMALL) {
                refused(hostile, file, "import", "budget", file.toString(), "--year", "2027");
                refused(hostile, file, "import", "ledger", file.toString());
                refused(hostile, file, "score", file.toString());
                refused++;
            }
            Files.delete(file);
        }
        assertTrue(refused > 20, refused + " files");
        assertEquals(Exit.OK, run("audit", "verify", "--json", "-"), terminal.err());
        assertEquals(records, terminal.json().path("records").asLong(), "nothing was recorded, so nothing was changed");
        assertEquals(Exit.OK, run("check", "--year", "2027", "--json", "-"), terminal.err());
        assertEquals(0, terminal.json().path("lineCount").asInt());
    }

    private void refused(HostileFile hostile, Path file, String... command) {
        assertEquals(Exit.REFUSED, run(command), hostile.name() + ": " + terminal.out() + terminal.err());
        assertTrue(terminal.err().contains(file.getFileName().toString()), terminal.err());
        assertFalse(terminal.err().contains("Exception"), terminal.err());
    }
}
