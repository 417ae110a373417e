package org.lianshen.model.exchange;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody said of a known key. The last word counts.
 *
 * @param how how the code was compared, or why the key is withdrawn
 */
public record KeyWord(UUID id, String fingerprint, Standing standing, String by, Instant at, String how) {

    /** Words are texts {@code exchange.standing.NAME}. */
    public enum Standing {
        /** Its card came in, nobody compared the code yet. */
        UNVERIFIED,
        /** The code was compared with the holder. */
        TRUSTED,
        /** Nothing signed with it is taken any more, nothing is sent to it. */
        WITHDRAWN
    }
}
