package org.lianshen.model.review;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact of the workflow.
 *
 * @param seq        order within the proposal, 1, 2, 3 …
 * @param round      version number under review
 * @param body       code of the body it was done for, or null (unit, chair)
 * @param signedBy   name of the person who signed; on paper opinions the signer on the paper
 * @param recordedBy account that entered it
 * @param onBehalf   代录: entered for a body that the recorder does not belong to; then {@code scan} should name the paper
 * @param scan       SHA-256 of the scanned paper, or null
 */
public record ReviewAct(UUID id, UUID proposal, int seq, int round, String body, String signedBy, String recordedBy, boolean onBehalf, String scan, Instant at,
        ActDetail detail) {
}
