package org.lianshen.model.linkage;

import java.util.List;
import java.util.UUID;
import org.lianshen.model.Money;

/**
 * Amounts that agree to the fen although no two of them do: one approval over several lines, or one line for several approvals. Evidence for a proposal.
 *
 * @param kind  what was taken apart
 * @param whole the amount taken apart: the approval, its share of the year or what is left of it; or the amount of the line
 * @param parts the amounts that make it
 * @param lines the lines that it is about, in the order of {@code parts} where the approval was taken apart, else the one line
 */
public record SumMatch(Kind kind, Money whole, List<Money> parts, List<UUID> lines) {

    /** Whether the approval lies over several lines, or the line holds several approvals. */
    public enum Kind {
        SPLIT, MERGED
    }

    public SumMatch {
        parts = List.copyOf(parts);
        lines = List.copyOf(lines);
    }
}
