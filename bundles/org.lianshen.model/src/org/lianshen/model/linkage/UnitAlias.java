package org.lianshen.model.linkage;

import java.time.Instant;
import java.util.UUID;

/**
 * An officer's word that two names are one unit, a fact: 机构改革, short names, names of one's own. The newest of each alias counts.
 *
 * @param alias   name as the budget sheet writes it
 * @param unit    name as the ledger writes it
 * @param revoked whether an earlier word of this alias is taken back
 */
public record UnitAlias(UUID id, String alias, String unit, boolean revoked, String by, Instant at, String note) {
}
