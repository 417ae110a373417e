package org.lianshen.service.meeting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.meeting.Absences;
import org.lianshen.model.meeting.Absences.Absence;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.AgendaItem.Vote;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.meeting.MeetingAct;
import org.lianshen.model.meeting.Quorum;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.ProposedDecision;
import org.lianshen.model.review.Recusal;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.MeetingService.Item;
import org.lianshen.service.MeetingService.Silent;
import org.lianshen.service.MeetingService.Standing;
import org.lianshen.service.expert.RoomExperts;
import org.lianshen.service.review.ActRegister;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** How a meeting stands as typed: its quorum, each item, and what keeps it from being closed (domain.md §3.7). */
final class Obstacles {

    /** Into these a project can be merged: their form can still take over scope and money (rule T9). */
    static final Set<State> MERGE_TARGETS = Set.of(State.DRAFT, State.SUBMITTED, State.RETURNED);

    private final Desk desk;
    private final Tx tx;
    private final Meeting meeting;
    private final RulePack pack;
    private final States states;
    private final RoomPeople people;
    private final RoomExperts experts;
    private final List<MeetingAct> acts;
    private final Quorum quorum;

    Obstacles(Desk desk, Tx tx, Meeting meeting) {
        this.desk = desk;
        this.tx = tx;
        this.meeting = meeting;
        pack = desk.pack();
        states = new States(desk);
        people = new RoomPeople(meeting, pack);
        experts = new RoomExperts(desk, tx, people.guests());
        acts = tx.meetingActs().of(meeting.id());
        quorum = Quorum.of(meeting, pack);
    }

    List<Message> list() {
        return standing().obstacles();
    }

    Standing standing() {
        var found = new ArrayList<Message>();
        if (meeting.closed()) {
            found.add(Message.of("meeting.closed", meeting.no()));
        } else {
            ofTheMeeting(found);
        }
        var items = new ArrayList<Item>();
        var seen = new HashSet<UUID>();
        for (AgendaItem item : meeting.agenda()) {
            Proposal proposal = states.proposal(tx, item.proposal());
            Item judged = item(item, proposal, !seen.add(item.proposal()));
            items.add(judged);
            judged.against().forEach(message -> found.add(Message.of("meeting.item", proposal.reviewNo(), proposal.form().name(), message)));
        }
        return new Standing(quorum, List.copyOf(found), List.copyOf(items));
    }

    private void ofTheMeeting(List<Message> found) {
        if (meeting.agenda().isEmpty()) {
            found.add(Message.of("meeting.noAgenda"));
        }
        if (meeting.chair() == null || meeting.chair().isBlank()) {
            found.add(Message.of("meeting.noChair"));
        }
        if (meeting.date() == null || meeting.date().isAfter(desk.today())) {
            found.add(meeting.date() == null ? Message.of("meeting.noDate") : Message.of("meeting.notHeld", meeting.date()));
        }
        List<String> expected = meeting.attendance().stream().filter(row -> row.place() == null || row.place() == Presence.EXPECTED).map(Obstacles::unit).toList();
        if (!expected.isEmpty()) {
            found.add(Message.of("meeting.expected", expected));
        }
        for (Attendance row : meeting.attendance()) {
            if (row.place() != null && row.place() != Presence.LEAVE && row.place() != Presence.EXPECTED && !row.named()) {
                found.add(Message.of("meeting.noPerson", unit(row)));
            }
            if (row.place() == Presence.SUBSTITUTE && row.standsFor() == null) {
                found.add(Message.of("meeting.standsForNobody", unit(row), row.named() ? row.person() : ""));
            }
        }
        people.ofSeveralBodies().forEach((person, units) -> found.add(Message.of("meeting.severalBodies", person, units)));
        if (!quorum.reached()) {
            found.add(Message.of("meeting.noQuorum", quorum.voting(), quorum.needed(), quorum.there().size()));
        }
    }

    private static String unit(Attendance row) {
        return row.unit() == null ? "" : row.unit();
    }

    private Item item(AgendaItem item, Proposal proposal, boolean twice) {
        ReviewState state = states.today(tx, proposal);
        List<Absence> absences = Absences.of(acts, proposal.id());
        Optional<String> presiding = people.presiding(proposal.form(), absences);
        var against = new ArrayList<Message>();
        var leavers = people.leavers(item, proposal.form(), absences, experts.bound(proposal.id()));
        List<Silent> silent = silent(item, state);
        if (!meeting.closed()) {
            if (twice) {
                against.add(Message.of("meeting.twice"));
            }
            decision(item, proposal, state, presiding, silent, against);
            conditions(item, proposal, state, against);
            quorum(item, proposal, absences, against);
            votes(item, proposal, absences, against);
            leavers.stream().filter(leaver -> absences.stream().noneMatch(absence -> absence.person().equals(leaver.person())))
                    .forEach(leaver -> against.add(Message.of("meeting.notLeft", leaver.person(), leaver.why())));
        }
        boolean deputy = presiding.isPresent() && !presiding.get().equals(meeting.chair());
        var proposed = ProposedDecision.of(state, proposal.form(), pack, silentButThere(state), meeting.date());
        return new Item(item.proposal(), presiding.filter(name -> !name.isBlank()).orElse(null), deputy, leavers, absences, silent, proposed, List.copyOf(against));
    }

    private Set<String> silentButThere(ReviewState state) {
        var there = new HashSet<String>();
        state.bodies().stream().filter(BodyStatus::silent).filter(people::heard).forEach(body -> there.add(body.body()));
        return there;
    }

    private List<Silent> silent(AgendaItem item, ReviewState state) {
        return state.bodies().stream().filter(body -> body.silent() && body.required(pack) && !people.heard(body))
                .map(body -> new Silent(body.body(), name(body.office(pack)), asked(body), item.noted().getOrDefault(body.body(), ""))).toList();
    }

    /** Whether it is a unit that was asked besides: it has no seat at the meeting, and no vote. */
    private boolean asked(BodyStatus body) {
        return pack.bodies().stream().noneMatch(known -> known.code().equals(body.body()));
    }

    private void decision(AgendaItem item, Proposal proposal, ReviewState state, Optional<String> presiding, List<Silent> silent, List<Message> against) {
        var decision = Decisions.of(meeting, item, state, proposal.form(), pack);
        var act = new ActRegister(desk).next(tx, proposal, Decisions.signature(meeting, presiding.orElse(meeting.chair())), decision);
        new ActRegister(desk).refusal(states.facts(tx, proposal), act).ifPresent(against::add);
        boolean approves = item.kind() == DecisionKind.APPROVED || item.kind() == DecisionKind.CONDITIONAL;
        if (approves && !pack.flag("review.overdueIsConsent")) {
            silent.stream().filter(body -> !body.asked() || body.noted().isBlank())
                    .forEach(body -> against.add(Message.of(body.asked() ? "meeting.silentUnit" : "meeting.silent", body.name())));
        }
        if (presiding.isEmpty()) {
            against.add(Message.of("meeting.noDeputy", meeting.chair()));
        }
        if (item.kind() == DecisionKind.MERGED && item.mergedInto() != null) {
            mergeTarget(item.mergedInto(), against);
        }
    }

    /** What the bodies asked for does not fall through: an approval without conditions says why. */
    private void conditions(AgendaItem item, Proposal proposal, ReviewState state, List<Message> against) {
        boolean silent = item.discussion() == null || item.discussion().isBlank();
        List<Condition> asked = item.kind() == DecisionKind.APPROVED && silent ? ProposedDecision.conditions(state, proposal.form(), pack, null) : List.of();
        if (!asked.isEmpty()) {
            against.add(Message.of("meeting.conditionsDropped", asked.stream().map(Condition::text).toList()));
        }
        item.conditions().stream().filter(condition -> condition.due() != null && meeting.date() != null && condition.due().isBefore(meeting.date())).findFirst()
                .ifPresent(condition -> against.add(Message.of("meeting.conditionDue", condition.no(), condition.due(), meeting.date())));
    }

    /** Whether enough of those who may decide about the item are in the room for it. */
    private void quorum(AgendaItem item, Proposal proposal, List<Absence> absences, List<Message> against) {
        Quorum here = Quorum.of(meeting, pack, body -> Recusal.concerns(body, proposal.form(), pack),
                body -> item.votes().get(body.code()) == Vote.RECUSED || people.away(body.code(), absences));
        if (quorum.reached() && !here.reached()) {
            against.add(Message.of("meeting.noQuorumHere", here.voting(), here.needed(), here.there().size()));
        }
    }

    private void votes(AgendaItem item, Proposal proposal, List<Absence> absences, List<Message> against) {
        if (item.votes().isEmpty()) {
            return;
        }
        for (ReviewBody body : pack.bodies()) {
            Vote vote = item.votes().get(body.code());
            boolean recused = Recusal.concerns(body, proposal.form(), pack);
            boolean away = people.bodies().contains(body.code()) && people.away(body.code(), absences);
            boolean expected = body.votes() && people.bodies().contains(body.code()) && !away;
            if ((recused || away) && vote != null && vote != Vote.RECUSED) {
                against.add(Message.of(recused ? "meeting.recusedVote" : "meeting.awayVote", name(body)));
            } else if (vote != null && !expected && !away) {
                against.add(Message.of("meeting.voteWithoutRight", name(body)));
            } else if (vote == null && expected && !recused) {
                against.add(Message.of("meeting.voteMissing", name(body)));
            }
        }
        item.votes().keySet().stream().filter(code -> pack.bodies().stream().noneMatch(body -> body.code().equals(code))).sorted()
                .forEach(code -> against.add(Message.of("meeting.voteWithoutRight", code)));
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
        State state = states.today(tx, into.get()).state();
        if (!returnedHere(target) && !MERGE_TARGETS.contains(state)) {
            against.add(Message.of("meeting.mergeState", into.get().form().name(), Message.of("review.state." + state.name())));
        }
    }

    /** Whether this meeting sends the project back, so that its unit can take over scope and money. */
    boolean returnedHere(UUID target) {
        return meeting.agenda().stream().anyMatch(item -> item.proposal().equals(target) && item.kind() == DecisionKind.RETURNED);
    }

    /** Who presides over an item; empty where nobody can. */
    Optional<String> presiding(Proposal proposal) {
        return people.presiding(proposal.form(), Absences.of(acts, proposal.id()));
    }

    private static Message name(ReviewBody body) {
        return Message.of("review.bodyName", body.shortName(), body.nameEn().isEmpty() ? body.shortName() : body.nameEn());
    }
}
