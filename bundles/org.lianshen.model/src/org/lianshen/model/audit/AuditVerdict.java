package org.lianshen.model.audit;

/**
 * Whether the chain of audit records holds.
 *
 * @param firstBroken number of the first record that does not follow from the one before, or null
 * @param anchor      hash of the last record: what is printed on paper to compare later
 */
public record AuditVerdict(long records, boolean ok, Long firstBroken, String anchor) {
}
