package org.lianshen.service.meeting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.UserProblem;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.State;
import org.lianshen.service.MeetingService.Candidate;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** Projects that a meeting can deal with, and those that another one can be merged into. */
final class Projects {

    private final Desk desk;
    private final Tx tx;
    private final States states;

    Projects(Desk desk, Tx tx) {
        this.desk = desk;
        this.tx = tx;
        states = new States(desk);
    }

    /** By number. @param meeting whose agenda is left out; null for a new one */
    List<Candidate> ready(Meeting meeting) {
        Map<UUID, String> elsewhere = elsewhere(meeting);
        Set<UUID> here = meeting == null ? Set.of() : new HashSet<>(meeting.agenda().stream().map(AgendaItem::proposal).toList());
        Map<UUID, List<ReviewAct>> acts = tx.acts().all();
        return tx.proposals().all().stream().filter(proposal -> proposal.submitted() && !here.contains(proposal.id())).map(proposal -> candidate(proposal, acts, elsewhere))
                .filter(candidate -> candidate.state().forTheMeeting()).sorted(Comparator.comparing(Candidate::reviewNo)).toList();
    }

    List<Candidate> mergeTargets(Meeting meeting, UUID merged) {
        var obstacles = new Obstacles(desk, tx, meeting);
        Map<UUID, List<ReviewAct>> acts = tx.acts().all();
        return tx.proposals().all().stream().filter(proposal -> !proposal.id().equals(merged)).map(proposal -> candidate(proposal, acts, Map.of()))
                .filter(candidate -> !candidate.name().isBlank()).filter(candidate -> Obstacles.MERGE_TARGETS.contains(candidate.state()) || obstacles.returnedHere(candidate.proposal()))
                .sorted(Comparator.comparing((Candidate candidate) -> candidate.reviewNo().isEmpty()).thenComparing(Candidate::reviewNo).thenComparing(Candidate::name)).toList();
    }

    private Candidate candidate(Proposal proposal, Map<UUID, List<ReviewAct>> acts, Map<UUID, String> elsewhere) {
        State state = states.on(proposal, acts.getOrDefault(proposal.id(), List.of()), desk.today()).state();
        var form = proposal.submitted() ? proposal.form() : proposal.draft();
        return new Candidate(proposal.id(), proposal.reviewNo() == null ? "" : proposal.reviewNo(), form.name(), form.unit(), ReviewFacts.applied(form), state,
                elsewhere.get(proposal.id()));
    }

    /** Number of the other open meeting by project on its agenda. */
    private Map<UUID, String> elsewhere(Meeting meeting) {
        var elsewhere = new HashMap<UUID, String>();
        tx.meetings().all().stream().filter(other -> !other.closed() && (meeting == null || !other.id().equals(meeting.id())))
                .forEach(other -> other.agenda().forEach(item -> elsewhere.put(item.proposal(), other.no())));
        return elsewhere;
    }

    /** @throws UserProblem naming the project and the meeting whose agenda it is on already */
    void requireNowhereElse(Meeting meeting) {
        Map<UUID, String> elsewhere = elsewhere(meeting);
        meeting.agenda().stream().map(AgendaItem::proposal).filter(elsewhere::containsKey).findFirst().ifPresent(proposal -> {
            throw UserProblem.of("meeting.elsewhere", states.proposal(tx, proposal).form().name(), elsewhere.get(proposal));
        });
    }
}
