package org.lianshen.review.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;

/** A meeting while it is being run: facts typed once, whole values out. No widgets. */
final class MeetingModel {

    private Meeting meeting;
    private boolean changed;

    MeetingModel(Meeting meeting) {
        this.meeting = meeting;
    }

    Meeting meeting() {
        return meeting;
    }

    boolean changed() {
        return changed;
    }

    /** What the store made of what was sent to it; what was typed meanwhile stays, as a change of that. */
    void stored(Meeting sent, Meeting saved) {
        if (meeting == sent) {
            meeting = saved;
            changed = false;
        } else {
            meeting = new Meeting(meeting.id(), meeting.no(), meeting.title(), meeting.date(), meeting.time(), meeting.place(), meeting.chair(), meeting.recorder(), meeting.attendance(),
                    meeting.agenda(), meeting.requirements(), meeting.closedAt(), saved.rowVersion());
        }
    }

    void day(LocalDate date) {
        change(meeting.attendance(), meeting.agenda(), date, meeting.time(), meeting.place(), meeting.chair(), meeting.recorder(), meeting.requirements());
    }

    void head(String time, String place, String chair, String recorder, String requirements) {
        change(meeting.attendance(), meeting.agenda(), meeting.date(), time, place, chair, recorder, requirements);
    }

    void seat(int index, String person, Attendance.Presence presence) {
        var seats = new ArrayList<>(meeting.attendance());
        Attendance seat = seats.get(index);
        seats.set(index, new Attendance(seat.body(), seat.unit(), person, seat.role(), presence));
        change(seats, meeting.agenda(), meeting.date(), meeting.time(), meeting.place(), meeting.chair(), meeting.recorder(), meeting.requirements());
    }

    AgendaItem item(UUID proposal) {
        return meeting.agenda().stream().filter(item -> item.proposal().equals(proposal)).findFirst().orElseThrow();
    }

    /** The decision on an item; kinds without an amount clear it, kinds without conditions clear them. */
    void decide(UUID proposal, DecisionKind kind, Money approved, List<LineApproval> lines, List<Condition> conditions, UUID into, String overrule, String discussion) {
        boolean amount = kind == DecisionKind.APPROVED || kind == DecisionKind.CONDITIONAL;
        AgendaItem before = item(proposal);
        replace(new AgendaItem(proposal, before.reporter(), discussion, before.votes(), kind, amount ? approved : null, amount ? lines : List.of(),
                kind == DecisionKind.CONDITIONAL ? conditions : List.of(), kind == DecisionKind.MERGED ? into : null, overrule == null || overrule.isBlank() ? null : overrule));
    }

    void vote(UUID proposal, String body, AgendaItem.Vote vote) {
        AgendaItem before = item(proposal);
        var votes = new java.util.HashMap<>(before.votes());
        if (vote == null) {
            votes.remove(body);
        } else {
            votes.put(body, vote);
        }
        replace(new AgendaItem(proposal, before.reporter(), before.discussion(), Map.copyOf(votes), before.kind(), before.approved(), before.lines(), before.conditions(),
                before.mergedInto(), before.overrule()));
    }

    void move(UUID proposal, int by) {
        var agenda = new ArrayList<>(meeting.agenda());
        int from = agenda.indexOf(item(proposal));
        int to = Math.clamp((long) from + by, 0, agenda.size() - 1);
        agenda.add(to, agenda.remove(from));
        agenda(agenda);
    }

    void take(UUID proposal) {
        var agenda = new ArrayList<>(meeting.agenda());
        agenda.remove(item(proposal));
        agenda(agenda);
    }

    /** Approved lines when each line is cut by the largest cut that a body proposed on it; the start of the amounts that the room decides. */
    static List<LineApproval> proposed(List<EstimateLine> lines, Map<Integer, Money> largestCuts, String reason) {
        return lines.stream().map(line -> {
            Money cut = largestCuts.get(line.no());
            return new LineApproval(line.no(), cut == null ? line.amount() : line.amount().minus(cut), cut == null ? "" : reason);
        }).toList();
    }

    static Money total(List<LineApproval> lines) {
        return Money.sum(lines.stream().map(LineApproval::approved).toList());
    }

    private void replace(AgendaItem changedItem) {
        agenda(meeting.agenda().stream().map(item -> item.proposal().equals(changedItem.proposal()) ? changedItem : item).toList());
    }

    private void agenda(List<AgendaItem> agenda) {
        change(meeting.attendance(), agenda, meeting.date(), meeting.time(), meeting.place(), meeting.chair(), meeting.recorder(), meeting.requirements());
    }

    private void change(List<Attendance> seats, List<AgendaItem> agenda, LocalDate date, String time, String place, String chair, String recorder, String requirements) {
        meeting = new Meeting(meeting.id(), meeting.no(), meeting.title(), date, time, place, chair, recorder, seats, agenda, requirements, meeting.closedAt(),
                meeting.rowVersion());
        changed = true;
    }
}
