package org.lianshen.service.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that were read by a person and are compared from then on. */
final class Golden {

    private Golden() {
    }

    /** Codes of audit records are hidden. */
    static void same(String file, String text) {
        try (var in = Objects.requireNonNull(Golden.class.getResourceAsStream(file), file)) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), text.replaceAll("(?m)^校验码 [0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$", "校验码 ****-****-****"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(file, e);
        }
    }
}
