package org.lianshen.model.pack;

import java.time.Instant;

/**
 * A pack that the program shipped and that a store was worked under. A store keeps each of them, so that what was published or decided over it can be read after any
 * update of the program.
 *
 * @param version as shipped, such as 2026.1
 * @param digest  SHA-256 of the content in its canonical form, in lower-case hexadecimal
 * @param content the pack with all that it inherits, and its calendar
 * @param seenAt  when the store first met it
 */
public record PackBase(String place, String version, String digest, PackValue.Fields content, Instant seenAt) {

    public String id() {
        return place + "@" + version;
    }
}
