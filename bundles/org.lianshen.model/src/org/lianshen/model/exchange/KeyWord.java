package org.lianshen.model.exchange;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody said of a known key. The weightiest word counts, not the one that a clock says was the last: a key is trusted after it came in, and withdrawn for good.
 *
 * @param how how the code was compared, or why the key is withdrawn
 */
public record KeyWord(UUID id, String fingerprint, Standing standing, String by, Instant at, String how) {

    /** Of two words on one key the one that counts. */
    public static KeyWord weightier(KeyWord one, KeyWord other) {
        return other.standing().compareTo(one.standing()) > 0 ? other : one;
    }

    /** From light to weighty. Words are texts {@code exchange.standing.NAME}. */
    public enum Standing {
        /** Its card came in, nobody compared the code yet. */
        UNVERIFIED,
        /** The code was compared with the holder. */
        TRUSTED,
        /** Nothing signed with it is taken any more, nothing is sent to it. */
        WITHDRAWN
    }
}
