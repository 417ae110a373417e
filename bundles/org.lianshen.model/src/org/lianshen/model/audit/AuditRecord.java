package org.lianshen.model.audit;

import java.time.Instant;

/**
 * One act in the append-only log.
 *
 * @param seq      1, 2, 3 … without gaps
 * @param action   what was done, a stable word such as {@code proposal.submit}
 * @param object   what it was done to: kind and key, such as {@code proposal LS-330500-2026-0042}
 * @param from     state before, or null
 * @param to       state after, or null
 * @param note     reason or detail, may be null
 * @param previous hash of the record before (64 zeros for the first)
 * @param hash     SM3 over all fields above in a fixed form
 */
public record AuditRecord(long seq, Instant at, String actor, String role, String action, String object, String from, String to, String note, String previous,
        String hash) {
}
