package org.lianshen.model.expert;

import java.util.Set;
import java.util.UUID;

/**
 * A candidate in the order of a draw, as the pool had it that day.
 *
 * @param unitKey one word for all names of the unit
 * @param key     SHA-256 that gives the place in the order, lower-case hexadecimal ({@link PanelDraw})
 */
public record Ranked(UUID expert, String no, String name, String unit, String unitKey, Set<Expertise> fields, String key) {

    public Ranked {
        fields = Set.copyOf(fields);
    }
}
