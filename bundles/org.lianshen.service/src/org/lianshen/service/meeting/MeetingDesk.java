package org.lianshen.service.meeting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.proposal.Proposal;
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
            var meeting = new Meeting(id, String.format("%d-%02d", date.getYear(), number), PAPER.get("meeting.title", desk.pack().name(), number), date, time, place,
                    "", desk.actor().display(), invited(), agenda(tx), "", null, 0);
            Meeting kept = tx.meetings().save(meeting);
            tx.audit().append(new AuditEntry("meeting.prepare", object(kept), null, "OPEN", String.valueOf(kept.agenda().size())));
            return kept;
        });
    }

    /** Every body; names are filled in when people come. */
    private List<Attendance> invited() {
        return desk.pack().bodies().stream().map(body -> new Attendance(body.code(), body.name(), "", "", body.votes() ? Presence.PRESENT : Presence.GUEST)).toList();
    }

    /** What is ready, and what was put off, by number, so that a deferred project keeps its place; not what is on another open meeting's agenda. */
    private List<AgendaItem> agenda(Tx tx) {
        Set<UUID> elsewhere = tx.meetings().all().stream().filter(meeting -> !meeting.closed()).flatMap(meeting -> meeting.agenda().stream()).map(AgendaItem::proposal)
                .collect(Collectors.toSet());
        var acts = tx.acts().all();
        return tx.proposals().all().stream().filter(proposal -> proposal.submitted() && !elsewhere.contains(proposal.id()))
                .filter(proposal -> states.on(proposal, acts.getOrDefault(proposal.id(), List.of()), desk.today()).state().forTheMeeting())
                .sorted(Comparator.comparing(Proposal::reviewNo)).map(proposal -> AgendaItem.of(proposal.id())).toList();
    }

    @Override
    public Meeting save(Meeting changed) {
        return desk.write(Permission.RUN_MEETING, Kind.MEETING, changed.id(), tx -> {
            Meeting stored = meeting(tx, changed.id());
            requireOpen(stored);
            changed.agenda().forEach(item -> states.proposal(tx, item.proposal()));
            var kept = tx.meetings().save(with(changed, stored.no(), null));
            tx.audit().append(AuditEntry.of("meeting.save", object(kept)));
            return kept;
        });
    }

    @Override
    public List<Message> obstacles(Meeting meeting) {
        return desk.read(tx -> new Obstacles(desk, tx, meeting).list());
    }

    @Override
    public Meeting close(UUID id) {
        Meeting closed = desk.write(Permission.DECIDE, Kind.MEETING, id, tx -> {
            Meeting meeting = meeting(tx, id);
            var obstacles = new Obstacles(desk, tx, meeting);
            List<Message> against = obstacles.list();
            if (!against.isEmpty()) {
                throw new UserProblem(against);
            }
            for (AgendaItem item : meeting.agenda()) {
                Proposal proposal = states.proposal(tx, item.proposal());
                var decision = Decisions.of(meeting, item, states.today(tx, proposal), proposal.form(), desk.pack());
                register.enter(tx, proposal, Decisions.signature(meeting, obstacles.chairFor(proposal).orElseThrow()), decision);
            }
            Meeting kept = tx.meetings().save(with(meeting, meeting.no(), desk.clock().instant()));
            tx.audit().append(new AuditEntry("meeting.close", object(kept), "OPEN", "CLOSED", String.valueOf(kept.agenda().size())));
            return kept;
        });
        closed.agenda().forEach(item -> desk.changes().tell(new org.lianshen.service.Changes.Change(Kind.REVIEW, item.proposal())));
        return closed;
    }

    private static Meeting with(Meeting m, String no, java.time.Instant closedAt) {
        return new Meeting(m.id(), no, m.title(), m.date(), m.time(), m.place(), m.chair(), m.recorder(), m.attendance(), m.agenda(), m.requirements(), closedAt,
                m.rowVersion());
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
