package org.lianshen.model.linkage;

import java.time.Instant;
import java.util.UUID;

/**
 * An officer's word on whether a line is an IT line, a fact. It holds for every later line of the same key (see {@link LineKey}), until a newer one on that key.
 *
 * @param lineKey {@link LineKey} of the line it was said about
 * @param line    the line that was in front of the officer
 */
public record ItWord(UUID id, String lineKey, UUID line, Answer answer, String by, Instant at, String note) {

    /** What was said; {@code REVOKED} takes an earlier word back, and the classifier judges again. */
    public enum Answer {
        IT, NOT_IT, REVOKED
    }
}
