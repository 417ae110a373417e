package org.lianshen.model.pack;

import java.time.Instant;

/**
 * A change to the pack that the program ships, with who made it and why.
 *
 * @param change {@code before} is what the shipped pack said when the edit was made
 * @param reason why, in the words of who made it; never blank
 */
public record PackEdit(PackChange change, String reason, String by, Instant at) {

    public PackPath path() {
        return change.path();
    }
}
