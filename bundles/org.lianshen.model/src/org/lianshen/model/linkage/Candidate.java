package org.lianshen.model.linkage;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A ledger project that a line may belong to.
 *
 * @param score      0 … 1, four decimals
 * @param common     runs of characters that both names share, longest first
 * @param sameUnit   whether budget unit and applicant agree (by code, name or alias)
 * @param sameAmount whether the amounts agree within the pack's tolerance
 */
public record Candidate(UUID project, String reviewNo, String name, String unit, org.lianshen.model.Money approved, BigDecimal score, List<String> common,
        boolean sameUnit, boolean sameAmount) {

    public Candidate {
        common = List.copyOf(common);
    }
}
