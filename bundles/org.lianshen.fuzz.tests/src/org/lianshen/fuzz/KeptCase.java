package org.lianshen.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What the fuzzer once found, kept for ever: {@code cases.txt} has a line for each, with the reader, what was wrong, and the bytes in Base64. */
record KeptCase(Reader reader, String what, byte[] input) {

    static List<KeptCase> all() {
        try (var in = new BufferedReader(new InputStreamReader(KeptCase.class.getResourceAsStream("cases.txt"), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(KeptCase::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeptCase of(String line) {
        String[] parts = line.split("\\s*\\|\\s*", 3);
        Reader reader = Arrays.stream(Reader.values()).filter(each -> each.word().equals(parts[0])).findFirst().orElseThrow();
        return new KeptCase(reader, parts[1], Base64.getDecoder().decode(parts[2]));
    }

    @Override
    public String toString() {
        return reader.word() + ": " + what;
    }
}
