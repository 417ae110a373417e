package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.service.Session;
import picocli.CommandLine;

/** Joint meetings: agenda, attendance, decisions, closing. */
final class MeetingCommands {

    private MeetingCommands() {
    }

    abstract static class OnMeeting implements Callable<Integer> {

        final Run run;

        @CommandLine.Parameters(index = "0", paramLabel = "MEETING", description = "number, such as 2026-03")
        String no;

        OnMeeting(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                Meeting changed = work(session, session.meetings().byNo(no));
                run.result(json(run, session, changed));
                run.say("cli.meeting", changed.no(), changed.agenda().size(), changed.agenda().stream().filter(item -> item.kind() != null).count());
                return Exit.OK;
            });
        }

        abstract Meeting work(Session session, Meeting meeting);
    }

    @CommandLine.Command(name = "prepare", description = "a meeting with every project that is ready  准备会议")
    static final class Prepare implements Callable<Integer> {

        private final Run run;

        @CommandLine.Option(names = "--date", paramLabel = "DATE")
        LocalDate date;
        @CommandLine.Option(names = "--time", paramLabel = "HH:MM")
        String time = "14:30";
        @CommandLine.Option(names = "--place", paramLabel = "TEXT")
        String place = "";

        Prepare(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                Meeting meeting = session.meetings().prepare(date == null ? session.today() : date, time, place);
                run.result(json(run, session, meeting));
                run.say("cli.meeting", meeting.no(), meeting.agenda().size(), 0);
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "attend", description = "who is there  登记出席")
    static final class Attend extends OnMeeting {

        @CommandLine.Option(names = "--body", paramLabel = "DEPARTMENT", required = true)
        String body;
        @CommandLine.Option(names = "--person", paramLabel = "NAME", required = true)
        String person;
        @CommandLine.Option(names = "--presence", paramLabel = "present|leave|substitute|guest")
        Attendance.Presence presence = Attendance.Presence.PRESENT;
        @CommandLine.Option(names = "--chair", description = "this person chairs")
        boolean chair;

        Attend(Run run) {
            super(run);
        }

        @Override
        Meeting work(Session session, Meeting meeting) {
            String code = ReviewCommands.body(session, body);
            List<Attendance> seats = meeting.attendance().stream().map(seat -> code.equals(seat.body()) ? new Attendance(code, seat.unit(), person, seat.role(), presence) : seat).toList();
            return session.meetings().save(new Meeting(meeting.id(), meeting.no(), meeting.title(), meeting.date(), meeting.time(), meeting.place(), chair ? person : meeting.chair(),
                    meeting.recorder(), seats, meeting.agenda(), meeting.requirements(), meeting.closedAt(), meeting.rowVersion()));
        }
    }

    @CommandLine.Command(name = "decide", description = "a decision on one project  记录结论")
    static final class Decide extends OnMeeting {

        @CommandLine.Parameters(index = "1", paramLabel = "NO")
        String reviewNo;
        @CommandLine.Option(names = "--decision", paramLabel = "approved|conditional|returned|rejected|deferred|merged", required = true)
        DecisionKind kind;
        @CommandLine.Option(names = "--approved", paramLabel = "YUAN")
        String approved;
        @CommandLine.Option(names = "--condition", paramLabel = "TEXT|OWNER|DATE", description = "may be repeated")
        List<String> conditions = List.of();
        @CommandLine.Option(names = "--into", paramLabel = "NO", description = "project that takes over, for merged")
        String into;
        @CommandLine.Option(names = "--overrule", paramLabel = "REASON", description = "the chair's reason against a veto")
        String overrule;
        @CommandLine.Option(names = "--discussion", paramLabel = "TEXT")
        String discussion = "";

        Decide(Run run) {
            super(run);
        }

        @Override
        Meeting work(Session session, Meeting meeting) {
            UUID project = session.proposals().byReviewNo(reviewNo).id();
            if (meeting.agenda().stream().noneMatch(item -> item.proposal().equals(project))) {
                throw UserProblem.of("cli.notOnAgenda", reviewNo, no);
            }
            Money amount = approved == null ? null : ReviewCommands.amount(approved);
            UUID target = into == null ? null : session.proposals().byReviewNo(into).id();
            List<AgendaItem> agenda = meeting.agenda().stream().map(item -> item.proposal().equals(project)
                    ? new AgendaItem(project, item.reporter(), discussion, item.votes(), kind, amount, item.lines(), conditions(conditions), target, overrule) : item).toList();
            return session.meetings().save(new Meeting(meeting.id(), meeting.no(), meeting.title(), meeting.date(), meeting.time(), meeting.place(), meeting.chair(),
                    meeting.recorder(), meeting.attendance(), agenda, meeting.requirements(), meeting.closedAt(), meeting.rowVersion()));
        }

    }

    /** Conditions typed as text, owner and date. */
    static List<Condition> conditions(List<String> typed) {
        var read = new ArrayList<Condition>();
        for (String each : typed) {
            String[] parts = each.split("\\|", -1);
            try {
                read.add(new Condition(read.size() + 1, parts[0], parts[1], LocalDate.parse(parts[2])));
            } catch (IndexOutOfBoundsException | java.time.DateTimeException e) {
                throw UserProblem.because(e, "cli.condition", each);
            }
        }
        return read;
    }

    @CommandLine.Command(name = "close", description = "decisions become acts, all at once  结束会议")
    static final class Close extends OnMeeting {

        Close(Run run) {
            super(run);
        }

        @Override
        Meeting work(Session session, Meeting meeting) {
            return session.meetings().close(meeting.id());
        }
    }

    @CommandLine.Command(name = "show", description = "a meeting and what keeps it from being closed  查看会议")
    static final class Show implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "MEETING")
        String no;

        Show(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                ObjectNode json = json(run, session, session.meetings().byNo(no));
                run.result(json);
                run.sayPlain(Json.write(json));
                return Exit.OK;
            });
        }
    }

    private static ObjectNode json(Run run, Session session, Meeting meeting) {
        ObjectNode json = Json.object().put("meeting", meeting.no()).put("date", meeting.date().toString()).put("closed", meeting.closed());
        var agenda = json.putArray("agenda");
        meeting.agenda().forEach(item -> {
            var proposal = session.proposals().get(item.proposal());
            agenda.addObject().put("no", proposal.reviewNo()).put("name", proposal.form().name()).put("decision", item.kind() == null ? null : item.kind().name())
                    .put("approved", Json.yuan(item.approved()));
        });
        var attendance = json.putArray("attendance");
        meeting.attendance().forEach(seat -> attendance.addObject().put("body", seat.body()).put("unit", seat.unit()).put("person", seat.person()).put("presence", seat.place().name()));
        var obstacles = json.putArray("obstacles");
        if (!meeting.closed()) {
            session.meetings().obstacles(meeting).forEach(message -> obstacles.add(run.texts().format(message)));
        }
        return json;
    }
}
