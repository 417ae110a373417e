package org.lianshen.model.finding;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact in the life of a finding.
 *
 * @param year       fiscal year of the check
 * @param run        the run in which the finding was seen when this was done, or null; its contents are kept
 * @param body       code of the body it was done for, or null
 * @param signedBy   the person's name as printed; on paper the signer on the paper
 * @param recordedBy account that entered it
 * @param onBehalf   代录: entered from paper for a body that the recorder does not sign for
 * @param scan       SHA-256 of the scanned paper, or null
 */
public record FindingAct(UUID id, int year, FindingId finding, UUID run, String body, String signedBy, String recordedBy, boolean onBehalf, String scan, Instant at,
        FindingStep step) {
}
