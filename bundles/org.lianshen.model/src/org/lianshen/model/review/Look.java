package org.lianshen.model.review;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody looked at a review: what was done up to act {@code seq} and written up to version {@code version} was there to be seen.
 *
 * @param account who looked
 */
public record Look(UUID proposal, String account, int seq, int version, Instant at) {
}
