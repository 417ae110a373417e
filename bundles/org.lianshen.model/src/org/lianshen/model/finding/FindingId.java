package org.lianshen.model.finding;

import org.lianshen.model.linkage.Finding;

/** What makes a finding of one run the same as that of another run of the year: rule and {@link Finding#key()}. */
public record FindingId(String rule, String key) implements Comparable<FindingId> {

    public static FindingId of(Finding finding) {
        return new FindingId(finding.rule(), finding.key());
    }

    @Override
    public int compareTo(FindingId other) {
        int rules = rule.compareTo(other.rule);
        return rules == 0 ? key.compareTo(other.key) : rules;
    }
}
