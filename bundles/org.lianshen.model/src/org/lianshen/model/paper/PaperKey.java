package org.lianshen.model.paper;

import java.util.UUID;

/**
 * Which paper.
 *
 * @param subject a meeting or a proposal, as the kind says
 * @param part    tells several papers of one kind and subject apart as the kind says, else empty
 */
public record PaperKey(PaperKind kind, UUID subject, String part) {

    public PaperKey(PaperKind kind, UUID subject) {
        this(kind, subject, "");
    }
}
