package org.lianshen.model.pack;

import java.time.Instant;

/**
 * Edits of a place's pack that are not published.
 *
 * @param edits      all edits to the shipped pack, those of the version in force too
 * @param editedAt   null where nothing was drafted
 * @param rowVersion 0 where nothing was drafted
 */
public record PackDraft(String place, PackEdits edits, Instant editedAt, String editedBy, long rowVersion) {

    public PackDraft with(PackEdits changed, Instant at, String by) {
        return new PackDraft(place, changed, at, by, rowVersion);
    }
}
