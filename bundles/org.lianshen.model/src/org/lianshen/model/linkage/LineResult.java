package org.lianshen.model.linkage;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * The result for one budget line.
 *
 * @param verdict    REVIEWED only where the tied project was decided for; tied to a project under way or refused it stays UNREVIEWED, with {@code matchedBy}
 *                   saying how it was tied
 * @param project    the project it is tied to or proposed to be, or null
 * @param score      1 for exact ties; null where there is neither tie nor candidate
 * @param candidates the nearest few, best first; kept where the tie is not exact
 */
public record LineResult(UUID line, ItVerdict it, LineVerdict verdict, UUID project, String reviewNo, MatchedBy matchedBy, BigDecimal score,
        List<Candidate> candidates) {

    public LineResult {
        candidates = List.copyOf(candidates);
    }

    /** The projects that it is tied to or proposed to be: several where a line holds several approvals. */
    public List<UUID> projects() {
        List<UUID> parts = candidates.stream().filter(Candidate::part).map(Candidate::project).toList();
        return project == null ? List.of() : parts.isEmpty() ? List.of(project) : parts;
    }
}
