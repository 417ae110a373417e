package org.lianshen.service;

import java.util.List;
import java.util.UUID;

/** The one search box: projects, units, budget lines, clauses; by characters, pinyin initials and number. */
public interface SearchService {

    List<Found> find(String text, int limit);

    record Found(Kind kind, UUID id, String key, String title, String detail) {
    }

    enum Kind {
        PROPOSAL, PROJECT, UNIT, BUDGET_LINE, CLAUSE
    }
}
