package org.lianshen.service.meeting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.AgendaItem.Vote;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.Recusal;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.review.ActRegister;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** What keeps a meeting from being closed (domain.md §3.7). */
final class Obstacles {

    /** Into these a project can be merged: their form can still take over scope and money (rule T9). */
    private static final Set<State> MERGE_TARGETS = Set.of(State.DRAFT, State.SUBMITTED, State.RETURNED);
    private static final Set<Standing> SILENT = Set.of(Standing.WAITING, Standing.OVERDUE);

    /** How the role of whoever takes the chair is written in the attendance list. */
    private static final List<String> DEPUTY = List.of("副主持", "副召集", "deputy");

    private final Desk desk;
    private final Tx tx;
    private final Meeting meeting;
    private final RulePack pack;
    private final States states;
    private final Set<String> present;
    private final List<Message> found = new ArrayList<>();

    Obstacles(Desk desk, Tx tx, Meeting meeting) {
        this.desk = desk;
        this.tx = tx;
        this.meeting = meeting;
        pack = desk.pack();
        states = new States(desk);
        present = meeting.attendance().stream().filter(Obstacles::isPresent).map(Attendance::body).filter(body -> body != null).collect(Collectors.toSet());
    }

    static boolean isPresent(Attendance person) {
        return (person.place() == Presence.PRESENT || person.place() == Presence.SUBSTITUTE) && person.person() != null && !person.person().isBlank();
    }

    List<Message> list() {
        if (meeting.closed()) {
            return List.of(Message.of("meeting.closed", meeting.no()));
        }
        ofTheMeeting();
        var seen = new HashSet<UUID>();
        for (AgendaItem item : meeting.agenda()) {
            Proposal proposal = states.proposal(tx, item.proposal());
            var ofItem = new ArrayList<Message>();
            if (!seen.add(item.proposal())) {
                ofItem.add(Message.of("meeting.twice"));
            }
            ofItem(item, proposal, ofItem);
            ofItem.forEach(message -> found.add(Message.of("meeting.item", proposal.reviewNo(), proposal.form().name(), message)));
        }
        return List.copyOf(found);
    }

    private void ofTheMeeting() {
        if (meeting.agenda().isEmpty()) {
            found.add(Message.of("meeting.noAgenda"));
        }
        if (meeting.chair() == null || meeting.chair().isBlank()) {
            found.add(Message.of("meeting.noChair"));
        }
        if (meeting.date() == null || meeting.date().isAfter(desk.today())) {
            found.add(meeting.date() == null ? Message.of("meeting.noDate") : Message.of("meeting.notHeld", meeting.date()));
        }
        for (Attendance row : meeting.attendance()) {
            if (row.place() == null || row.place() != Presence.LEAVE && (row.person() == null || row.person().isBlank())) {
                found.add(Message.of("meeting.noPerson", row.unit() == null ? "" : row.unit()));
            }
        }
        long voting = pack.bodies().stream().filter(ReviewBody::votes).count();
        long there = pack.bodies().stream().filter(body -> body.votes() && present.contains(body.code())).count();
        long needed = Math.ceilDiv(voting * pack.intParam("review.quorumNumerator"), (long) pack.intParam("review.quorumDenominator"));
        if (there < needed) {
            found.add(Message.of("meeting.noQuorum", voting, needed, there));
        }
    }

    private void ofItem(AgendaItem item, Proposal proposal, List<Message> against) {
        ReviewState state = states.today(tx, proposal);
        var decision = Decisions.of(meeting, item, state, proposal.form(), pack);
        var act = new ActRegister(desk).next(tx, proposal, Decisions.signature(meeting, chairFor(proposal).orElse(meeting.chair())), decision);
        new ActRegister(desk).refusal(states.facts(tx, proposal), act).ifPresent(against::add);
        boolean approves = item.kind() == DecisionKind.APPROVED || item.kind() == DecisionKind.CONDITIONAL;
        if (approves && !pack.flag("review.overdueIsConsent")) {
            state.bodies().stream().filter(body -> SILENT.contains(body.standing()) && body.required(pack) && !present.contains(body.body()))
                    .forEach(body -> against.add(Message.of("meeting.silent", name(body))));
        }
        votes(item, proposal, against);
        if (chairIsApplicant(proposal) && chairFor(proposal).isEmpty()) {
            against.add(Message.of("meeting.noDeputy", meeting.chair()));
        }
        if (item.kind() == DecisionKind.MERGED && item.mergedInto() != null) {
            mergeTarget(item.mergedInto(), against);
        }
    }

    private void votes(AgendaItem item, Proposal proposal, List<Message> against) {
        if (item.votes().isEmpty()) {
            return;
        }
        for (ReviewBody body : pack.bodies()) {
            Vote vote = item.votes().get(body.code());
            boolean recused = Recusal.concerns(body, proposal.form(), pack);
            boolean expected = body.votes() && present.contains(body.code());
            if (recused && vote != null && vote != Vote.RECUSED) {
                against.add(Message.of("meeting.recusedVote", name(body)));
            } else if (vote != null && !expected) {
                against.add(Message.of("meeting.voteWithoutRight", name(body)));
            } else if (vote == null && expected && !recused) {
                against.add(Message.of("meeting.voteMissing", name(body)));
            }
        }
        long votesFor = item.votes().values().stream().filter(vote -> vote == Vote.FOR).count();
        long votesAgainst = item.votes().values().stream().filter(vote -> vote == Vote.AGAINST).count();
        if (votesFor <= votesAgainst) {
            against.add(Message.of("meeting.noMajority", votesFor, votesAgainst));
        }
    }

    /** The target's state is judged as it will be when the meeting has decided everything else. */
    private void mergeTarget(UUID target, List<Message> against) {
        Optional<Proposal> into = tx.proposals().find(target);
        if (into.isEmpty()) {
            against.add(Message.of("meeting.mergeUnknown"));
            return;
        }
        boolean returnedHere = meeting.agenda().stream().anyMatch(item -> item.proposal().equals(target) && item.kind() == DecisionKind.RETURNED);
        State state = states.today(tx, into.get()).state();
        if (!returnedHere && !MERGE_TARGETS.contains(state)) {
            against.add(Message.of("meeting.mergeState", into.get().form().name(), Message.of("review.state." + state.name())));
        }
    }

    private boolean chairIsApplicant(Proposal proposal) {
        return meeting.attendance().stream().filter(row -> row.body() != null && row.person() != null && row.person().equals(meeting.chair()))
                .anyMatch(row -> Recusal.concerns(pack.body(row.body()), proposal.form(), pack));
    }

    /** Who presides over an item: the chair, or a deputy who is present where the chair's body is the applicant; empty where nobody can. */
    Optional<String> chairFor(Proposal proposal) {
        if (!chairIsApplicant(proposal)) {
            return Optional.ofNullable(meeting.chair());
        }
        return meeting.attendance().stream().filter(Obstacles::isPresent).filter(row -> row.role() != null && DEPUTY.stream().anyMatch(row.role()::contains))
                .filter(row -> row.body() == null || !Recusal.concerns(pack.body(row.body()), proposal.form(), pack)).map(Attendance::person).findFirst();
    }

    private Message name(BodyStatus status) {
        return name(status.office(pack));
    }

    private static Message name(ReviewBody body) {
        return Message.of("review.bodyName", body.shortName(), body.nameEn());
    }
}
