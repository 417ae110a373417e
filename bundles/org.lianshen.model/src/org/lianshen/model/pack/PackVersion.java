package org.lianshen.model.pack;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A published version of a place's pack. It never changes.
 *
 * @param no          1, 2, … within the place
 * @param baseVersion version of the shipped pack that it was made over, such as 2026.1
 * @param baseDigest  digest of that pack
 * @param validFrom   first day of validity
 * @param edits       all edits to the shipped pack, those of earlier versions too
 * @param reason      why it was published
 * @param digest      digest of the content as published
 */
public record PackVersion(String place, int no, String baseVersion, String baseDigest, LocalDate validFrom, PackEdits edits, String reason, Instant at, String by,
        String digest) {

    /** {@code huzhou@2026.1+2}. */
    public String id() {
        return id(place, baseVersion, no);
    }

    public static String id(String place, String shippedVersion, int no) {
        return place + "@" + shippedVersion + "+" + no;
    }
}
