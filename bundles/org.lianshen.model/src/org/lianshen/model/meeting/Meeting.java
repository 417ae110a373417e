package org.lianshen.model.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A joint meeting (联席会议).
 *
 * @param no         {@code 2026-03}: year and running number, given by the service
 * @param time       {@code 14:30}, free text of the invitation
 * @param closedAt   null while open; closing turns the agenda's decisions into acts, all in one transaction
 * @param rowVersion for stale writes, 0 when new
 */
public record Meeting(UUID id, String no, String title, LocalDate date, String time, String place, String chair, String recorder, List<Attendance> attendance,
        List<AgendaItem> agenda, String requirements, Instant closedAt, long rowVersion) {

    public Meeting {
        attendance = List.copyOf(attendance);
        agenda = List.copyOf(agenda);
    }

    public boolean closed() {
        return closedAt != null;
    }
}
