package org.lianshen.model.linkage;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the linker found for a line: a project of the ledger (or −1), how, and the nearest others where it is not certain.
 *
 * @param shares where an officer divided the line between projects; the first is {@code project}
 */
record Tie(int project, MatchedBy by, BigDecimal score, List<Candidate> candidates, List<CheckedLine.Share> shares) {

    static final Tie NONE = new Tie(-1, MatchedBy.NONE, null, List.of());

    Tie(int project, MatchedBy by, BigDecimal score, List<Candidate> candidates) {
        this(project, by, score, candidates, List.of());
    }

    static Tie exact(int project, MatchedBy by) {
        return new Tie(project, by, BigDecimal.ONE.setScale(4), List.of());
    }

    boolean binding() {
        return project >= 0 && by.binding();
    }
}
