package org.lianshen.service.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianshen.model.meeting.ActionItem;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.meeting.MeetingAct;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.MeetingService.FollowUp;
import org.lianshen.service.MeetingService.Status;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** 督办: what is to be done after meetings, and whether it was. */
public final class FollowUps {

    private final Desk desk;
    private final Tx tx;
    private final States states;

    public FollowUps(Desk desk, Tx tx) {
        this.desk = desk;
        this.tx = tx;
        states = new States(desk);
    }

    /** What is overdue first, then what is open, then what is done; each by its last day. */
    public List<FollowUp> list() {
        List<Proposal> proposals = tx.proposals().all();
        var all = new ArrayList<>(actions(proposals));
        all.addAll(conditions(proposals));
        all.sort(Comparator.comparing(FollowUp::status).thenComparing(FollowUp::due).thenComparing(FollowUp::meetingNo).thenComparing(FollowUp::reviewNo).thenComparing(FollowUp::what));
        return List.copyOf(all);
    }

    /** What was raised in meetings. @param proposals all there are */
    public List<FollowUp> actions(List<Proposal> proposals) {
        Map<UUID, List<MeetingAct>> acts = tx.meetingActs().all();
        if (acts.isEmpty()) {
            return List.of();
        }
        Map<UUID, Proposal> projects = byId(proposals, Proposal::id);
        var found = new ArrayList<FollowUp>();
        for (Meeting meeting : tx.meetings().all()) {
            ActionItem.of(acts.getOrDefault(meeting.id(), List.of()), desk.clock().getZone()).forEach(item -> found.add(action(meeting, item, projects)));
        }
        return found;
    }

    private static <T> Map<UUID, T> byId(List<T> all, Function<T, UUID> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private FollowUp action(Meeting meeting, ActionItem item, Map<UUID, Proposal> projects) {
        MeetingAct.Raised raised = item.raised();
        Optional<Proposal> project = Optional.ofNullable(raised.proposal()).map(projects::get);
        var done = item.done() == null ? null : (MeetingAct.Done) item.done().detail();
        return new FollowUp(meeting.id(), meeting.no(), item.id(), raised.proposal(), project.map(Proposal::reviewNo).orElse(""), project.map(each -> each.form().name()).orElse(""), 0,
                raised.what(), raised.owner(), raised.person(), item.since(), raised.due(), status(item.open(), raised.due()), done == null ? "" : done.evidence(),
                done == null ? null : done.fileName(), done == null ? null : item.done().at(), done == null ? "" : item.done().by());
    }

    private Status status(boolean open, LocalDate due) {
        return !open ? Status.DONE : desk.today().isAfter(due) ? Status.OVERDUE : Status.OPEN;
    }

    private List<FollowUp> conditions(List<Proposal> proposals) {
        Map<UUID, List<ReviewAct>> acts = tx.acts().all();
        Map<UUID, Meeting> meetings = byId(tx.meetings().all(), Meeting::id);
        var found = new ArrayList<FollowUp>();
        for (Proposal proposal : proposals) {
            List<ReviewAct> done = acts.getOrDefault(proposal.id(), List.of());
            if (proposal.submitted() && done.stream().anyMatch(act -> act.detail() instanceof ActDetail.Decision decision && decision.kind() == DecisionKind.CONDITIONAL)) {
                ReviewState state = states.on(proposal, done, desk.today());
                if (state.decision() != null && state.decision().kind() == DecisionKind.CONDITIONAL) {
                    state.decision().conditions().forEach(condition -> found.add(condition(proposal, state, condition, done, meetings)));
                }
            }
        }
        return found;
    }

    private FollowUp condition(Proposal proposal, ReviewState state, Condition condition, List<ReviewAct> acts, Map<UUID, Meeting> meetings) {
        ReviewAct decided = state.decisionAt();
        boolean open = state.openConditions().stream().anyMatch(each -> each.no() == condition.no());
        Optional<ReviewAct> verified = open ? Optional.empty() : acts.stream().filter(act -> act.seq() > decided.seq())
                .filter(act -> act.detail() instanceof ActDetail.Verification verification && verification.conditionNo() == condition.no() && verification.fulfilled()).reduce((a, b) -> b);
        Optional<Meeting> meeting = Optional.ofNullable(state.decision().meeting()).map(meetings::get);
        return new FollowUp(meeting.map(Meeting::id).orElse(null), meeting.map(Meeting::no).orElse(""), null, proposal.id(), proposal.reviewNo(), proposal.form().name(), condition.no(),
                condition.text(), condition.owner(), "", LocalDate.ofInstant(decided.at(), desk.clock().getZone()), condition.due(), status(open, condition.due()),
                verified.map(act -> ((ActDetail.Verification) act.detail()).evidence()).orElse(""), null, verified.map(ReviewAct::at).orElse(null),
                verified.map(ReviewAct::signedBy).orElse(""));
    }
}
