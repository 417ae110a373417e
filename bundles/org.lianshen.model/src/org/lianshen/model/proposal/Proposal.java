package org.lianshen.model.proposal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A proposal with its draft and its submitted versions. The state of its review is computed from acts, never kept here.
 *
 * @param reviewNo     联审编号 {@code LS-330500-2026-0042}; null until first submitted; never reused
 * @param draft        what is being written; after submission equal to the last version until somebody edits in a returned round
 * @param explanations reasons typed for warnings, by check code
 * @param editedBy     account that saved the draft last
 * @param versions     submitted versions, oldest first, immutable
 * @param rowVersion   for stale writes: number of the stored row that this was read from, 0 when new
 */
public record Proposal(UUID id, String reviewNo, ProposalForm draft, List<Explanation> explanations, String createdBy, Instant editedAt, String editedBy,
        List<ProposalVersion> versions, long rowVersion) {

    public Proposal {
        explanations = List.copyOf(explanations);
        versions = List.copyOf(versions);
    }

    public boolean submitted() {
        return !versions.isEmpty();
    }

    /** The last submitted version, or null. */
    public ProposalVersion latest() {
        return versions.isEmpty() ? null : versions.getLast();
    }

    /** What readers see: the last submitted form, else the draft. */
    public ProposalForm form() {
        return versions.isEmpty() ? draft : versions.getLast().form();
    }
}
