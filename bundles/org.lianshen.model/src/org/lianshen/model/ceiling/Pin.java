package org.lianshen.model.ceiling;

import java.time.Instant;
import java.util.UUID;

/**
 * An officer's word on a project's place under the ceiling of a year: a fact. The last one on a project holds.
 *
 * @param kind   {@link Kind#FREE} takes earlier words back
 * @param reason never empty, except where a word is taken back
 */
public record Pin(UUID id, int year, UUID project, Kind kind, String reason, String by, Instant at) {

    /** Where a person puts a project. */
    public enum Kind {
        /** before all others */ IN,
        /** not this year */ OUT,
        /** by its rank */ FREE
    }
}
