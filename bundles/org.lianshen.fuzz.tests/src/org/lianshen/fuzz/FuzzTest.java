package org.lianshen.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The readers on what the fuzzer starts from, on what it found before, and some hundred runs further. {@code releng/fuzz.sh} goes on for as long as one likes. */
class FuzzTest {

    private static final int RUNS = 400;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Reader.class)
    void seedsAreRead(Reader reader) {
        assertFalse(reader.seeds().isEmpty());
        reader.seeds().forEach(reader::read);
    }

    static List<KeptCase> kept() {
        return KeptCase.all();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatWasFoundStaysMended(KeptCase found) {
        found.reader().read(found.input());
    }

    @Test
    void someHundredRunsFindNothing() throws IOException, InterruptedException {
        var inputs = new ArrayList<byte[]>();
        for (Reader reader : Reader.values()) {
            reader.seeds().forEach(seed -> inputs.add(EveryReaderFuzz.input(reader, seed)));
        }
        kept().forEach(found -> inputs.add(EveryReaderFuzz.input(found.reader(), found.input())));
        Path said = folder.resolve("fuzz.log");
        int code = FuzzRun.of(EveryReaderFuzz.class, inputs, 16_384, List.of("-runs=" + RUNS, "-seed=20261122"), folder).redirectErrorStream(true)
                .redirectOutput(said.toFile()).start().waitFor();
        String log = Files.readString(said, StandardCharsets.ISO_8859_1);
        assertEquals(0, code, log);
        assertTrue(log.contains("Done " + RUNS + " runs"), log);
    }
}
