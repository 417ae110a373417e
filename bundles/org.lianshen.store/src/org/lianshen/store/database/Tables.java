package org.lianshen.store.database;

import java.util.List;
import java.util.Map;

/** The tables of facts, in an order in which every row finds what it refers to. */
public final class Tables {

    private static final List<Since> ALL = List.of(
            since(1, "setting", "account", "running_number", "proposal", "proposal_version", "review_act", "opinion_draft", "meeting", "ledger_batch", "ledger_project",
                    "budget_batch", "budget_line", "link_decision", "check_run", "check_part", "appraisal", "audit_record", "audit_head"),
            since(2, "budget_page", "sheet_layout"),
            since(3, "it_word", "unit_alias", "finding_act", "finding_turn"),
            since(4, "pack_base", "pack_version", "pack_draft"),
            since(5, "catalogue_batch", "catalogue_entry"),
            since(6, "letter", "ceiling_pin"),
            since(7, "review_look"),
            since(8, "usage_batch", "usage_month"),
            since(9, "expert", "expert_act", "score_draft"),
            since(10, "meeting_act"),
            since(11, "paper_template", "paper_issue"),
            since(12, "own_key", "known_key", "key_word", "exchange_package", "carried_act"));

    private Tables() {
    }

    private record Since(int version, List<String> tables) {
    }

    private static Since since(int version, String... tables) {
        return new Since(version, List.of(tables));
    }

    /** Those that a schema of this version has. */
    public static List<String> of(int version) {
        return ALL.stream().filter(since -> since.version <= version).flatMap(since -> since.tables.stream()).toList();
    }
}
