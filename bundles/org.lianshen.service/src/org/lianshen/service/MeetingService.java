package org.lianshen.service;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.Absences.Absence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.meeting.Quorum;
import org.lianshen.model.review.ProposedDecision;
import org.lianshen.model.review.State;

/** Desk 2: joint meetings and what follows from them. */
public interface MeetingService {

    List<Meeting> list();

    Meeting get(UUID id);

    /** @throws org.lianshen.model.UserProblem if there is no meeting of this number */
    Meeting byNo(String no);

    /** A new meeting with every proposal that is ready on its agenda, and who came last time expected again, stored. */
    Meeting prepare(LocalDate date, String time, String place);

    /**
     * Keeps what was typed. Units that were asked besides and are silent on a project of the agenda are put on the list of those expected.
     *
     * @throws org.lianshen.model.StaleWrite if somebody else saved since {@code meeting} was read
     * @throws org.lianshen.model.UserProblem where a project is on the agenda of another open meeting
     */
    Meeting save(Meeting meeting);

    /** What keeps the meeting from being closed: no quorum, undecided items, amounts above the applied, veto items without a reason, conditions without owner or date. */
    List<Message> obstacles(Meeting meeting);

    /** How the meeting stands as typed, item by item. */
    Standing standing(Meeting meeting);

    /** What can be put on the agenda: what is ready and not on it; what is on another open meeting's says so. */
    List<Candidate> candidates(Meeting meeting);

    /** Projects that another one can be merged into (rule T9), by number. */
    List<Candidate> mergeTargets(Meeting meeting, UUID proposal);

    /** Who came to earlier meetings, the last first, by code of the body or name of the unit. */
    Map<String, List<String>> names();

    /** 回避离场 while a project is dealt with. @param why may be empty where the body itself is the applicant */
    void leave(UUID meeting, UUID proposal, String person, String why);

    /** 返场. */
    void comeBack(UUID meeting, UUID proposal, String person);

    /** Turns the decisions into acts, all in one transaction. @throws org.lianshen.model.UserProblem with {@link #obstacles} */
    Meeting close(UUID id);

    /**
     * 督办: something is to be done.
     *
     * @param person   of the owner, may be empty
     * @param proposal on the agenda that it follows from, or null
     * @return its id
     */
    UUID raise(UUID meeting, String what, String owner, String person, LocalDate due, UUID proposal);

    /** 办结. @param file a paper that shows it, or null */
    void finish(UUID meeting, UUID action, String evidence, Path file);

    /** It is to be done after all. */
    void reopen(UUID meeting, UUID action, String reason);

    /** Everything that is to be done after meetings: what was raised there, and conditions of decisions; what is open first, by due date. */
    List<FollowUp> followUps();

    /** Writes the paper that shows that something was done. @return the file written */
    Path fetchEvidence(UUID meeting, UUID action, Path target);

    /** @param items in the order of the agenda */
    record Standing(Quorum quorum, List<Message> obstacles, List<Item> items) {
    }

    /**
     * @param presiding who is in the chair for it; null where nobody can be
     * @param deputy    whether that is the deputy
     * @param leavers   who must not be in the room
     * @param absences  who left, when, and came back
     * @param silent    required bodies and units that neither answered nor are there
     * @param proposed  the decision that the opinions amount to
     * @param against   what stands against closing with it as decided; empty where nothing does
     */
    record Item(UUID proposal, String presiding, boolean deputy, List<Leaver> leavers, List<Absence> absences, List<Silent> silent, ProposedDecision proposed, List<Message> against) {

        /** Whether somebody is in the room who must not be. */
        public boolean held() {
            return leavers.stream().anyMatch(leaver -> !leaver.outside());
        }
    }

    /** Somebody at the meeting who must not be in the room for a project. */
    record Leaver(String person, String unit, Message why, boolean outside) {
    }

    /** @param asked whether it is a unit that was asked besides, which can be noted instead of being waited for */
    record Silent(String code, Message name, boolean asked, String noted) {
    }

    /** @param elsewhere number of the open meeting whose agenda it is on, or null */
    record Candidate(UUID proposal, String reviewNo, String name, String unit, Money applied, State state, String elsewhere) {
    }

    /**
     * Something to be done after a meeting.
     *
     * @param meeting   null for conditions of a conclusion without one
     * @param meetingNo of that meeting, or empty
     * @param action    id of what was raised; null for a condition
     * @param proposal  null where it follows from the meeting as a whole
     * @param condition number of the condition; 0 for what was raised
     * @param file      name of the paper that shows that it was done, or null
     */
    record FollowUp(UUID meeting, String meetingNo, UUID action, UUID proposal, String reviewNo, String project, int condition, String what, String owner, String person, LocalDate since,
            LocalDate due, Status status, String evidence, String file, Instant doneAt, String doneBy) {

        public boolean isCondition() {
            return action == null;
        }
    }

    /** Words are texts {@code meeting.status.NAME}. */
    enum Status {
        OVERDUE, OPEN, DONE
    }
}
