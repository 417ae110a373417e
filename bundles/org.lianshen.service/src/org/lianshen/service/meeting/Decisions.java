package org.lianshen.service.meeting;

import java.time.LocalDate;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.review.ActRegister.Signature;
import org.lianshen.model.review.ProposedCuts;

/** What the room decided about an item, as the act that follows from it. */
final class Decisions {

    private Decisions() {
    }

    /** Where the room took off exactly what the bodies proposed, their cuts on the lines stand and need not be typed again. */
    static ActDetail.Decision of(Meeting meeting, AgendaItem item, ReviewState state, ProposalForm form, RulePack pack) {
        boolean approves = item.kind() == DecisionKind.APPROVED || item.kind() == DecisionKind.CONDITIONAL;
        LocalDate validUntil = approves && meeting.date() != null ? meeting.date().plusMonths(pack.intParam("approval.validMonths")) : null;
        return new ActDetail.Decision(meeting.id(), state.round(), item.kind(), state.applied(), item.approved() == null ? Money.ZERO : item.approved(),
                item.lines().isEmpty() ? ProposedCuts.lines(state, form, item.approved()) : item.lines(),
                item.conditions(), validUntil, item.mergedInto(), item.overrule(), item.discussion(), pack.id());
    }

    static Signature signature(Meeting meeting, String chair) {
        return new Signature(null, chair == null ? meeting.recorder() : chair, false, null);
    }
}
