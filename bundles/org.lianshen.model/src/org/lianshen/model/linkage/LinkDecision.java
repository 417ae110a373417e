package org.lianshen.model.linkage;

import java.time.Instant;
import java.util.UUID;
import org.lianshen.model.Money;

/**
 * An officer's word on a link, a fact. It holds for every later line of the same key (see {@link LineKey}), until a newer decision on the same key and project.
 *
 * @param lineKey {@link LineKey} of the line it was said about
 * @param line    the line that was in front of the officer
 * @param project the ledger project
 * @param share   with {@link Answer#CONFIRMED} of a line that pays for several projects, the part of that line which is this project's; null for the whole line, which
 *                also ends every earlier share of the key
 */
public record LinkDecision(UUID id, String lineKey, UUID line, UUID project, Answer answer, Money share, String by, Instant at, String note) {

    /** What was said; {@code REVOKED} takes the earlier word on the key and project back, and the linker judges again. */
    public enum Answer {
        /** 就是它 */ CONFIRMED,
        /** 不是它 */ REJECTED,
        /** 撤销 */ REVOKED
    }

    public boolean confirmed() {
        return answer == Answer.CONFIRMED;
    }
}
