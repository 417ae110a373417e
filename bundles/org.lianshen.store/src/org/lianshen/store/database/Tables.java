package org.lianshen.store.database;

import java.util.List;

/** The tables of facts, in an order in which every row finds what it refers to. */
public final class Tables {

    public static final List<String> ALL = List.of("setting", "account", "running_number", "proposal", "proposal_version", "review_act", "opinion_draft", "meeting",
            "ledger_batch", "ledger_project", "catalogue_batch", "catalogue_entry", "budget_batch", "budget_line", "link_decision", "check_run", "check_part", "appraisal", "audit_record", "audit_head");

    private Tables() {
    }
}
