package org.lianshen.service.meeting;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.meeting.Absences;
import org.lianshen.model.meeting.ActionItem;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.meeting.MeetingAct;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.MeetingService;
import org.lianshen.service.review.ActRegister;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;
import org.lianshen.service.text.Texts;

/** Desk 2, joint meetings: agenda from the queue, decisions into acts. */
public final class MeetingDesk implements MeetingService {

    /** Titles of meetings are printed on papers, which are Chinese. */
    private static final Texts PAPER = new Texts(Locale.SIMPLIFIED_CHINESE);

    private final Desk desk;
    private final States states;
    private final ActRegister register;

    public MeetingDesk(Desk desk) {
        this.desk = desk;
        states = new States(desk);
        register = new ActRegister(desk);
    }

    @Override
    public List<Meeting> list() {
        return desk.read(tx -> tx.meetings().all().stream().sorted(Comparator.comparing(Meeting::no).reversed()).toList());
    }

    @Override
    public Meeting get(UUID id) {
        return desk.read(tx -> meeting(tx, id));
    }

    @Override
    public Meeting byNo(String no) {
        return desk.read(tx -> tx.meetings().byNo(no)).orElseThrow(() -> UserProblem.of("meeting.noSuchNo", no));
    }

    @Override
    public Meeting prepare(LocalDate date, String time, String place) {
        UUID id = desk.ids().next();
        return desk.write(Permission.RUN_MEETING, Kind.MEETING, id, tx -> {
            int number = tx.meetings().nextNumber(date.getYear());
            var guests = new Invitations(desk, tx);
            var meeting = new Meeting(id, String.format("%d-%02d", date.getYear(), number), PAPER.get("meeting.title", desk.pack().name(), number), date, time, place,
                    guests.chair(), desk.actor().display(), guests.bodies(), agenda(tx), "", null, 0, guests.deputy());
            Meeting kept = tx.meetings().save(guests.withAsked(meeting));
            tx.audit().append(new AuditEntry("meeting.prepare", object(kept), null, "OPEN", String.valueOf(kept.agenda().size())));
            return kept;
        });
    }

    /** What is ready, and what was put off, by number, so that a deferred project keeps its place; not what is on another open meeting's agenda. */
    private List<AgendaItem> agenda(Tx tx) {
        return new Projects(desk, tx).ready(null).stream().filter(candidate -> candidate.elsewhere() == null).map(candidate -> AgendaItem.of(candidate.proposal())).toList();
    }

    @Override
    public Meeting save(Meeting changed) {
        return desk.write(Permission.RUN_MEETING, Kind.MEETING, changed.id(), tx -> {
            Meeting stored = meeting(tx, changed.id());
            requireOpen(stored);
            changed.agenda().forEach(item -> states.proposal(tx, item.proposal()));
            new Projects(desk, tx).requireNowhereElse(changed);
            var kept = tx.meetings().save(new Invitations(desk, tx).withAsked(changed).stored(stored.no(), null, changed.rowVersion()));
            tx.audit().append(AuditEntry.of("meeting.save", object(kept)));
            return kept;
        });
    }

    @Override
    public List<Message> obstacles(Meeting meeting) {
        return standing(meeting).obstacles();
    }

    @Override
    public Standing standing(Meeting meeting) {
        return desk.read(tx -> new Obstacles(desk, tx, meeting).standing());
    }

    @Override
    public List<Candidate> candidates(Meeting meeting) {
        return desk.read(tx -> new Projects(desk, tx).ready(meeting));
    }

    @Override
    public List<Candidate> mergeTargets(Meeting meeting, UUID proposal) {
        return desk.read(tx -> new Projects(desk, tx).mergeTargets(meeting, proposal));
    }

    @Override
    public Map<String, List<String>> names() {
        return desk.read(tx -> new Invitations(desk, tx).names());
    }

    @Override
    public void leave(UUID id, UUID proposal, String person, String why) {
        act(id, true, "meeting.leave", (tx, meeting) -> {
            AgendaItem item = onAgenda(meeting, proposal);
            Attendance there = meeting.attendance().stream().filter(Attendance::inTheRoom).filter(row -> row.person().equals(person)).findFirst()
                    .orElseThrow(() -> UserProblem.of("meeting.notThere", person));
            if (outside(tx, meeting, item, person)) {
                throw UserProblem.of("meeting.leftAlready", person);
            }
            boolean known = new Obstacles(desk, tx, meeting).standing().items().stream().filter(each -> each.proposal().equals(proposal)).flatMap(each -> each.leavers().stream())
                    .anyMatch(leaver -> leaver.person().equals(person));
            if (!known && (why == null || why.isBlank())) {
                throw UserProblem.of("meeting.leaveReason", person);
            }
            return new MeetingAct.Left(proposal, person, there.unit(), why == null ? "" : why.strip());
        });
    }

    @Override
    public void comeBack(UUID id, UUID proposal, String person) {
        act(id, true, "meeting.return", (tx, meeting) -> {
            if (!outside(tx, meeting, onAgenda(meeting, proposal), person)) {
                throw UserProblem.of("meeting.notOutside", person);
            }
            return new MeetingAct.Returned(proposal, person);
        });
    }

    private static boolean outside(Tx tx, Meeting meeting, AgendaItem item, String person) {
        return Absences.of(tx.meetingActs().of(meeting.id()), item.proposal()).stream().anyMatch(absence -> absence.outside() && absence.person().equals(person));
    }

    private static AgendaItem onAgenda(Meeting meeting, UUID proposal) {
        return meeting.item(proposal).orElseThrow(() -> UserProblem.of("meeting.notOnAgenda", meeting.no()));
    }

    @Override
    public UUID raise(UUID id, String what, String owner, String person, LocalDate due, UUID proposal) {
        UUID action = desk.ids().next();
        act(id, false, "meeting.raise", (tx, meeting) -> {
            if (blank(what) || blank(owner) || due == null) {
                throw UserProblem.of("meeting.actionIncomplete");
            }
            if (meeting.date() != null && due.isBefore(meeting.date())) {
                throw UserProblem.of("meeting.actionDue", due, meeting.date());
            }
            if (proposal != null) {
                onAgenda(meeting, proposal);
            }
            return new MeetingAct.Raised(action, what.strip(), owner.strip(), person == null ? "" : person.strip(), due, proposal);
        });
        return action;
    }

    @Override
    public void finish(UUID id, UUID action, String evidence, Path file) {
        desk.require(Permission.RUN_MEETING);
        if (blank(evidence)) {
            throw UserProblem.of("meeting.actionEvidence");
        }
        String digest = file == null ? null : desk.store().files().keep(file);
        act(id, false, "meeting.finish", (tx, meeting) -> {
            if (!action(tx, meeting, action).open()) {
                throw UserProblem.of("meeting.actionDone");
            }
            return new MeetingAct.Done(action, evidence.strip(), digest, file == null ? null : file.getFileName().toString());
        });
    }

    @Override
    public void reopen(UUID id, UUID action, String reason) {
        act(id, false, "meeting.reopen", (tx, meeting) -> {
            if (action(tx, meeting, action).open()) {
                throw UserProblem.of("meeting.actionOpen");
            }
            if (blank(reason)) {
                throw UserProblem.of("review.refuse.reason");
            }
            return new MeetingAct.Reopened(action, reason.strip());
        });
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private ActionItem action(Tx tx, Meeting meeting, UUID action) {
        return ActionItem.of(tx.meetingActs().of(meeting.id()), desk.clock().getZone()).stream().filter(item -> item.id().equals(action)).findFirst()
                .orElseThrow(() -> UserProblem.of("meeting.noAction", meeting.no()));
    }

    @Override
    public List<FollowUp> followUps() {
        return desk.read(tx -> new FollowUps(desk, tx).list());
    }

    @Override
    public Path fetchEvidence(UUID id, UUID action, Path target) {
        String digest = desk.read(tx -> action(tx, meeting(tx, id), action).done() == null ? null : ((MeetingAct.Done) action(tx, meeting(tx, id), action).done().detail()).file());
        if (digest == null) {
            throw UserProblem.of("meeting.noEvidence");
        }
        desk.store().files().fetch(digest, target);
        return target;
    }

    /** Adds what happened to the journal of a meeting, numbered after all before. @param inTheRoom whether it can only happen while the meeting is on */
    private void act(UUID id, boolean inTheRoom, String audited, BiFunction<Tx, Meeting, MeetingAct.Detail> what) {
        desk.write(Permission.RUN_MEETING, Kind.MEETING, id, tx -> {
            Meeting meeting = meeting(tx, id);
            if (inTheRoom) {
                requireOpen(meeting);
            }
            MeetingAct.Detail detail = what.apply(tx, meeting);
            tx.meetingActs().add(new MeetingAct(desk.ids().next(), id, tx.meetingActs().of(id).size() + 1, desk.actor().name(), desk.clock().instant(), detail));
            tx.audit().append(new AuditEntry(audited, object(meeting), null, null, detail.toString()));
            return null;
        });
    }

    @Override
    public Meeting close(UUID id) {
        // The secretary writes down what the room decided; the decisions carry the name of who was in the chair, the record that of who entered them.
        Meeting closed = desk.write(Permission.RUN_MEETING, Kind.MEETING, id, tx -> {
            Meeting meeting = meeting(tx, id);
            var obstacles = new Obstacles(desk, tx, meeting);
            List<Message> against = obstacles.list();
            if (!against.isEmpty()) {
                throw new UserProblem(against);
            }
            Meeting decided = meeting;
            for (AgendaItem written : meeting.agenda()) {
                Proposal proposal = states.proposal(tx, written.proposal());
                ReviewState state = states.today(tx, proposal);
                AgendaItem item = Decisions.reasoned(written, state, desk.pack(), PAPER);
                decided = decided.withItem(item);
                var decision = Decisions.of(meeting, item, state, proposal.form(), desk.pack());
                register.enter(tx, proposal, Decisions.signature(meeting, obstacles.presiding(proposal).orElseThrow()), decision);
            }
            Meeting kept = tx.meetings().save(decided.stored(meeting.no(), desk.clock().instant(), meeting.rowVersion()));
            tx.audit().append(new AuditEntry("meeting.close", object(kept), "OPEN", "CLOSED", String.valueOf(kept.agenda().size())));
            return kept;
        });
        closed.agenda().forEach(item -> desk.changes().tell(new org.lianshen.service.Changes.Change(Kind.REVIEW, item.proposal())));
        return closed;
    }

    private static Meeting meeting(Tx tx, UUID id) {
        return tx.meetings().find(id).orElseThrow(() -> UserProblem.of("meeting.notFound"));
    }

    private static void requireOpen(Meeting meeting) {
        if (meeting.closed()) {
            throw UserProblem.of("meeting.closed", meeting.no());
        }
    }

    private static String object(Meeting meeting) {
        return "meeting " + meeting.no();
    }
}
