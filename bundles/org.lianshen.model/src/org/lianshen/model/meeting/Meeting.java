package org.lianshen.model.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A joint meeting (联席会议).
 *
 * @param no         {@code 2026-03}: year and running number, given by the service
 * @param time       {@code 14:30}, free text of the invitation
 * @param closedAt   null while open; closing turns the agenda's decisions into acts, all in one transaction
 * @param rowVersion for stale writes, 0 when new
 * @param deputy     who takes the chair for items from which the chair's body abstains; null where nobody was named
 */
public record Meeting(UUID id, String no, String title, LocalDate date, String time, String place, String chair, String recorder, List<Attendance> attendance,
        List<AgendaItem> agenda, String requirements, Instant closedAt, long rowVersion, String deputy) {

    public Meeting {
        attendance = List.copyOf(attendance);
        agenda = List.copyOf(agenda);
    }

    /** Without a deputy. */
    public Meeting(UUID id, String no, String title, LocalDate date, String time, String place, String chair, String recorder, List<Attendance> attendance, List<AgendaItem> agenda,
            String requirements, Instant closedAt, long rowVersion) {
        this(id, no, title, date, time, place, chair, recorder, attendance, agenda, requirements, closedAt, rowVersion, null);
    }

    public boolean closed() {
        return closedAt != null;
    }

    public Optional<AgendaItem> item(UUID proposal) {
        return agenda.stream().filter(item -> item.proposal().equals(proposal)).findFirst();
    }

    public Meeting withDate(LocalDate day) {
        return new Meeting(id, no, title, day, time, place, chair, recorder, attendance, agenda, requirements, closedAt, rowVersion, deputy);
    }

    /** Day and people stay. */
    public Meeting withHead(String newTime, String newPlace, String newRecorder, String newRequirements) {
        return new Meeting(id, no, title, date, newTime, newPlace, chair, newRecorder, attendance, agenda, newRequirements, closedAt, rowVersion, deputy);
    }

    public Meeting withChair(String newChair, String newDeputy) {
        return new Meeting(id, no, title, date, time, place, newChair, recorder, attendance, agenda, requirements, closedAt, rowVersion, newDeputy);
    }

    public Meeting withAttendance(List<Attendance> people) {
        return new Meeting(id, no, title, date, time, place, chair, recorder, people, agenda, requirements, closedAt, rowVersion, deputy);
    }

    public Meeting withAgenda(List<AgendaItem> items) {
        return new Meeting(id, no, title, date, time, place, chair, recorder, attendance, items, requirements, closedAt, rowVersion, deputy);
    }

    /** With another item in the place of the one of the same project. */
    public Meeting withItem(AgendaItem changed) {
        return withAgenda(agenda.stream().map(item -> item.proposal().equals(changed.proposal()) ? changed : item).toList());
    }

    /** Under the number that the store knows it by, open or closed. */
    public Meeting stored(String storedNo, Instant closed, long version) {
        return new Meeting(id, storedNo, title, date, time, place, chair, recorder, attendance, agenda, requirements, closed, version, deputy);
    }
}
