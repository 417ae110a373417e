package org.lianshen.model.proposal;

import java.time.Instant;
import java.util.List;

/**
 * A submitted, frozen form.
 *
 * @param no     1, 2, 3 …: the round
 * @param digest SHA-256 of the form's canonical text, lower-case hex (see {@link FormDigest})
 */
public record ProposalVersion(int no, ProposalForm form, String digest, Instant submittedAt, String submittedBy, List<Explanation> explanations, String packVersion) {

    public ProposalVersion {
        explanations = List.copyOf(explanations);
    }
}
