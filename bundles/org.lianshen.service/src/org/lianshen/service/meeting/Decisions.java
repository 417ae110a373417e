package org.lianshen.service.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.review.ActRegister.Signature;

/** What the room decided about an item, as the act that follows from it. */
final class Decisions {

    private Decisions() {
    }

    /** Where the room took off exactly what the bodies proposed, their cuts on the lines stand and need not be typed again. */
    static ActDetail.Decision of(Meeting meeting, AgendaItem item, ReviewState state, ProposalForm form, RulePack pack) {
        boolean approves = item.kind() == DecisionKind.APPROVED || item.kind() == DecisionKind.CONDITIONAL;
        LocalDate validUntil = approves && meeting.date() != null ? meeting.date().plusMonths(pack.intParam("approval.validMonths")) : null;
        return new ActDetail.Decision(meeting.id(), state.round(), item.kind(), state.applied(), item.approved() == null ? Money.ZERO : item.approved(), lines(item, state, form),
                item.conditions(), validUntil, item.mergedInto(), item.overrule(), item.discussion(), pack.id());
    }

    private static List<LineApproval> lines(AgendaItem item, ReviewState state, ProposalForm form) {
        boolean asProposed = item.lines().isEmpty() && item.approved() != null && state.proposedCut().isPositive()
                && item.approved().equals(state.applied().minus(state.proposedCut()));
        if (!asProposed) {
            return item.lines();
        }
        Map<Integer, Cut> largest = new TreeMap<>();
        state.bodies().stream().map(BodyStatus::act).filter(Objects::nonNull).map(act -> (ActDetail.Opinion) act.detail())
                .flatMap(opinion -> opinion.cuts().stream()).forEach(cut -> largest.merge(cut.lineNo(), cut, (a, b) -> b.amount().moreThan(a.amount()) ? b : a));
        return form.estimate().stream().filter(line -> largest.containsKey(line.no()))
                .map(line -> new LineApproval(line.no(), line.amount().minus(largest.get(line.no()).amount()), largest.get(line.no()).reason())).toList();
    }

    static Signature signature(Meeting meeting, String chair) {
        return new Signature(null, chair == null ? meeting.recorder() : chair, false, null);
    }
}
