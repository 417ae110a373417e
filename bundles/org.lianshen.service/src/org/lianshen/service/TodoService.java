package org.lianshen.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;

/** 我的待办: what waits for the actor, by due date. */
public interface TodoService {

    List<Item> items();

    /** What waits, by desk. */
    Map<Desk, Integer> counts();

    /** Words of the kinds and of what to press are texts {@code todo.kind.NAME}, {@code todo.act.NAME}. */
    record Item(Kind kind, UUID id, String title, String detail, Money amount, LocalDate due, boolean overdue, Message hint) {
    }

    enum Kind {
        DRAFT(Desk.PROPOSAL), ANSWER_RETURN(Desk.PROPOSAL), ACCEPT(Desk.REVIEW), COUNTERSIGN(Desk.REVIEW), TAKE_TO_MEETING(Desk.REVIEW), CLOSE_MEETING(Desk.REVIEW),
        VERIFY(Desk.REVIEW), EXPERTS(Desk.REVIEW), ANSWER_INVITATION(Desk.REVIEW), ASSESS(Desk.REVIEW), LEAD_OPINION(Desk.REVIEW), CONCLUDE(Desk.REVIEW), ISSUE(Desk.REVIEW), CHASE(Desk.REVIEW), FOLLOW_UP(Desk.REVIEW), FINDINGS(Desk.BUDGET), SUSPECT_LINKS(Desk.BUDGET), SIGN_WAIVER(Desk.BUDGET), FINDING_DUE(Desk.BUDGET), SETTLE(Desk.PERFORMANCE);

        private final Desk desk;

        Kind(Desk desk) {
            this.desk = desk;
        }

        public Desk desk() {
            return desk;
        }
    }

    enum Desk {
        PROPOSAL, REVIEW, BUDGET, PERFORMANCE, LEDGER
    }
}
