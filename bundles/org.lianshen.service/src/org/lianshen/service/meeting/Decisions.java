package org.lianshen.service.meeting;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ProposedCuts;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.review.ActRegister.Signature;
import org.lianshen.service.text.Texts;

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

    /** A project that is turned down is told why: where the room wrote nothing, what the bodies that were against it had written. */
    static AgendaItem reasoned(AgendaItem item, ReviewState state, RulePack pack, Texts paper) {
        if (item.kind() != DecisionKind.REJECTED || item.discussion() != null && !item.discussion().isBlank()) {
            return item;
        }
        String reasons = state.bodies().stream().filter(status -> status.overall() == Overall.DISAGREE && status.act() != null).map(status -> {
            String words = words((ActDetail.Opinion) status.act().detail(), paper);
            return words.isEmpty() ? "" : paper.get("meeting.against", status.office(pack).name(), words);
        }).filter(words -> !words.isEmpty()).collect(Collectors.joining(paper.get("paper.semicolon")));
        return reasons.isEmpty() ? item : item.discussed(reasons);
    }

    private static String words(ActDetail.Opinion opinion, Texts paper) {
        return Stream.concat(opinion.answers().stream().filter(answer -> answer.verdict() == Verdict.FAIL).map(CheckAnswer::problem), Stream.of(opinion.remark()))
                .filter(text -> text != null && !text.isBlank()).map(String::strip).collect(Collectors.joining(paper.get("common.listSeparator")));
    }

    static Signature signature(Meeting meeting, String chair) {
        return new Signature(null, chair == null ? meeting.recorder() : chair, false, null);
    }
}
