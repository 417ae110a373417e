package org.lianshen.model.linkage;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Money;

/**
 * A ledger project that a line may belong to.
 *
 * @param score      0 … 1, four decimals
 * @param common     runs of characters that both names share, longest first
 * @param sameUnit   whether budget unit and applicant agree (by code, name or alias)
 * @param sameAmount whether the amounts agree within the pack's tolerance
 * @param sum        how several amounts together agree where this one alone does not, or null
 */
public record Candidate(UUID project, String reviewNo, String name, String unit, Money approved, BigDecimal score, List<String> common,
        boolean sameUnit, boolean sameAmount, SumMatch sum) {

    public Candidate {
        common = List.copyOf(common);
    }

    public Candidate(UUID project, String reviewNo, String name, String unit, Money approved, BigDecimal score, List<String> common, boolean sameUnit, boolean sameAmount) {
        this(project, reviewNo, name, unit, approved, score, common, sameUnit, sameAmount, null);
    }

    /** Whether the line holds this project beside others. */
    public boolean part() {
        return sum != null && sum.kind() == SumMatch.Kind.MERGED;
    }
}
