package org.lianshen.model.finding;

import java.time.Instant;
import java.util.UUID;
import org.lianshen.model.linkage.Finding;

/**
 * A finding came or went: the run has it and the run before had not, or the other way round.
 *
 * @param present whether it is there from this run on
 * @param last    what it said when it was seen last, where it went; null where it came
 */
public record FindingTurn(UUID run, int year, FindingId finding, Instant at, boolean present, Finding last) {
}
