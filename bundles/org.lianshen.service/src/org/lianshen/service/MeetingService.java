package org.lianshen.service;

import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.meeting.Meeting;

/** Desk 2: joint meetings. */
public interface MeetingService {

    List<Meeting> list();

    Meeting get(UUID id);

    /** @throws org.lianshen.model.UserProblem if there is no meeting of this number */
    Meeting byNo(String no);

    /** A new meeting with every proposal that is ready on its agenda, attendance prepared from the pack's bodies, stored. */
    Meeting prepare(java.time.LocalDate date, String time, String place);

    /** @throws org.lianshen.model.StaleWrite if somebody else saved since {@code meeting} was read */
    Meeting save(Meeting meeting);

    /** What keeps the meeting from being closed: no quorum, undecided items, amounts above the applied, veto items without a reason, conditions without owner or date. */
    List<Message> obstacles(Meeting meeting);

    /** Turns the decisions into acts, all in one transaction. @throws org.lianshen.model.UserProblem with {@link #obstacles} */
    Meeting close(UUID id);
}
