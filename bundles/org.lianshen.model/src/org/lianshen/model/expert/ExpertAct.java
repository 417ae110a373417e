package org.lianshen.model.expert;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact of the experts' review.
 *
 * @param seq   order within the proposal, 1, 2, 3 …
 * @param round version number under review: each round has a panel of its own
 * @param by    account that entered it
 */
public record ExpertAct(UUID id, UUID proposal, int seq, int round, String by, Instant at, ExpertStep step) {
}
