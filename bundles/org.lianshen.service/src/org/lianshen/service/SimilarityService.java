package org.lianshen.service;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.ProposalForm;

/** Search for duplicate construction: names and function items against the ledger (domain.md §6). The machine's score never rejects by itself. */
public interface SimilarityService {

    /** @param except the project itself, or null */
    List<Hit> similar(ProposalForm form, UUID except, int top);

    /** {@code why}: what overlaps, the most telling first. */
    record Hit(UUID project, String reviewNo, String name, String unit, Money amount, BigDecimal score, Band band, List<Overlap> why) {
    }

    /** My words, theirs, and what both share. */
    record Overlap(String mine, String theirs, String overlap) {
    }

    enum Band {
        HIGH, MEDIUM, LOW
    }
}
