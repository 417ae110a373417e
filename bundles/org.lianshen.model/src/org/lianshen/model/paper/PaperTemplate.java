package org.lianshen.model.paper;

import java.time.Instant;

/**
 * The wording of the papers of one kind as the office changed it. Added, never changed; the last one counts.
 *
 * @param no   1, 2, 3 … of its kind
 * @param text the whole wording with its parts and fields; null: from here on the wording that the program ships
 * @param by   name of the person who changed it
 */
public record PaperTemplate(PaperKind kind, int no, String text, Instant at, String by) {
}
