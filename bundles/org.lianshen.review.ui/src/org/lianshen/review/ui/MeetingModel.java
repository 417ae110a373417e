package org.lianshen.review.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.AgendaItem.Vote;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.ProposedDecision;

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
            meeting = meeting.stored(meeting.no(), meeting.closedAt(), saved.rowVersion());
        }
    }

    void day(LocalDate date) {
        change(meeting.withDate(date));
    }

    void head(String time, String place, String recorder, String requirements) {
        change(meeting.withHead(time, place, recorder, requirements));
    }

    void chair(String chair, String deputy) {
        change(meeting.withChair(chair, deputy.isBlank() ? null : deputy));
    }

    void seats(List<Attendance> seats) {
        change(meeting.withAttendance(seats));
    }

    /** Whoever is expected and known by name is there. @return how many */
    int everybodyCame() {
        int[] came = {0};
        List<Attendance> seats = meeting.attendance().stream().map(seat -> {
            boolean comes = seat.place() == Presence.EXPECTED && seat.named();
            came[0] += comes ? 1 : 0;
            return comes ? new Attendance(seat.body(), seat.unit(), seat.person(), seat.role(), Presence.PRESENT) : seat;
        }).toList();
        if (came[0] > 0) {
            seats(seats);
        }
        return came[0];
    }

    void guest(String unit, String person, String role) {
        var seats = new ArrayList<>(meeting.attendance());
        seats.add(new Attendance(null, unit, person, role, Presence.GUEST));
        seats(seats);
    }

    /** Bodies keep their seats. */
    void removeSeat(int index) {
        var seats = new ArrayList<>(meeting.attendance());
        if (seats.get(index).body() == null) {
            seats.remove(index);
            seats(seats);
        }
    }

    /** A seat as changed in the list: of a substitute who is not named yet, whoever was expected is the one stood in for. */
    static Attendance seated(Attendance before, Attendance now) {
        boolean standsIn = now.place() == Presence.SUBSTITUTE && before.place() != Presence.SUBSTITUTE && now.standsFor() == null && now.person().equals(before.person());
        return standsIn ? new Attendance(now.body(), now.unit(), "", now.role(), now.place(), before.person()) : now;
    }

    AgendaItem item(UUID proposal) {
        return meeting.item(proposal).orElseThrow();
    }

    /** The decision on an item; kinds without an amount clear it, kinds without conditions clear them. */
    void decide(UUID proposal, DecisionKind kind, Money approved, List<LineApproval> lines, List<Condition> conditions, UUID into, String overrule, String discussion) {
        replace(item(proposal).said(item(proposal).reporter(), discussion).decided(kind, approved, lines, conditions, into, overrule));
    }

    /** @return whether anything was proposed */
    boolean accept(UUID proposal, ProposedDecision proposed) {
        if (proposed == null || proposed.kind() == null) {
            return false;
        }
        replace(item(proposal).decided(proposed.kind(), proposed.approved(), proposed.lines(), proposed.conditions(), null, null));
        return true;
    }

    void reporter(UUID proposal, String reporter) {
        replace(item(proposal).said(reporter, item(proposal).discussion()));
    }

    void discussion(UUID proposal, String discussion) {
        replace(item(proposal).said(item(proposal).reporter(), discussion));
    }

    void vote(UUID proposal, String body, Vote vote) {
        replace(item(proposal).voted(body, vote));
    }

    /** Everybody who may vote is for it. */
    void allFor(UUID proposal, Set<String> bodies) {
        AgendaItem item = item(proposal);
        for (String body : bodies) {
            item = item.voted(body, Vote.FOR);
        }
        replace(item);
    }

    void note(UUID proposal, String unit, String words) {
        replace(item(proposal).noted(unit, words));
    }

    void add(List<UUID> proposals) {
        var agenda = new ArrayList<>(meeting.agenda());
        proposals.stream().filter(proposal -> meeting.item(proposal).isEmpty()).forEach(proposal -> agenda.add(AgendaItem.of(proposal)));
        change(meeting.withAgenda(agenda));
    }

    void move(UUID proposal, int by) {
        var agenda = new ArrayList<>(meeting.agenda());
        int from = agenda.indexOf(item(proposal));
        int to = Math.clamp((long) from + by, 0, agenda.size() - 1);
        agenda.add(to, agenda.remove(from));
        change(meeting.withAgenda(agenda));
    }

    void take(UUID proposal) {
        var agenda = new ArrayList<>(meeting.agenda());
        agenda.remove(item(proposal));
        change(meeting.withAgenda(agenda));
    }

    /** The item after or before one; the same at the ends, the first for none. @return null for an empty agenda */
    UUID beside(UUID proposal, int by) {
        List<UUID> order = meeting.agenda().stream().map(AgendaItem::proposal).toList();
        int at = order.indexOf(proposal);
        return order.isEmpty() ? null : order.get(at < 0 ? 0 : Math.clamp((long) at + by, 0, order.size() - 1));
    }

    private void replace(AgendaItem changedItem) {
        change(meeting.withItem(changedItem));
    }

    private void change(Meeting now) {
        meeting = now;
        changed = true;
    }
}
