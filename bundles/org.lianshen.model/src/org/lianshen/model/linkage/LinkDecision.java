package org.lianshen.model.linkage;

import java.time.Instant;
import java.util.UUID;

/**
 * An officer's word on a link, a fact. It holds for every later line of the same key (see {@link LineKey}), until a newer decision on the same key and project.
 *
 * @param lineKey   {@link LineKey} of the line it was said about
 * @param line      the line that was in front of the officer
 * @param project   the ledger project
 * @param confirmed true 就是它, false 不是它
 */
public record LinkDecision(UUID id, String lineKey, UUID line, UUID project, boolean confirmed, String by, Instant at, String note) {
}
