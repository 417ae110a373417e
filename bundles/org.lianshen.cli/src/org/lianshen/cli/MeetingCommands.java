package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.ProposedDecision;
import org.lianshen.service.MeetingService;
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

    @CommandLine.Command(name = "agenda", description = "adds, takes off and moves projects  调整议程")
    static final class Agenda extends OnMeeting {

        @CommandLine.Option(names = "--add", paramLabel = "NO", description = "a project that is ready; may be repeated")
        List<String> added = List.of();
        @CommandLine.Option(names = "--remove", paramLabel = "NO", description = "may be repeated")
        List<String> removed = List.of();
        @CommandLine.Option(names = "--move", paramLabel = "NO=PLACE", description = "to a place counted from 1; may be repeated")
        Map<String, Integer> moved = new LinkedHashMap<>();
        @CommandLine.Option(names = "--reporter", paramLabel = "NO=NAME", description = "who reports on the project; may be repeated")
        Map<String, String> reporters = new LinkedHashMap<>();

        Agenda(Run run) {
            super(run);
        }

        @Override
        Meeting work(Session session, Meeting meeting) {
            var agenda = new ArrayList<>(meeting.agenda());
            added.forEach(each -> agenda.add(AgendaItem.of(session.proposals().byReviewNo(each).id())));
            removed.forEach(each -> agenda.remove(item(session, agenda, each)));
            moved.forEach((each, place) -> {
                AgendaItem item = item(session, agenda, each);
                agenda.remove(item);
                agenda.add(Math.clamp(place - 1L, 0, agenda.size()), item);
            });
            reporters.forEach((each, name) -> {
                AgendaItem item = item(session, agenda, each);
                agenda.set(agenda.indexOf(item), item.said(name, item.discussion()));
            });
            return session.meetings().save(meeting.withAgenda(agenda));
        }

        private AgendaItem item(Session session, List<AgendaItem> agenda, String reviewNo) {
            UUID project = session.proposals().byReviewNo(reviewNo).id();
            return agenda.stream().filter(each -> each.proposal().equals(project)).findFirst().orElseThrow(() -> UserProblem.of("cli.notOnAgenda", reviewNo, no));
        }
    }

    @CommandLine.Command(name = "attend", description = {"who is there  登记出席", "without --person: everybody whose name is known from an earlier meeting is present"})
    static final class Attend extends OnMeeting {

        @CommandLine.Option(names = "--body", paramLabel = "DEPARTMENT")
        String body;
        @CommandLine.Option(names = "--unit", paramLabel = "UNIT", description = "unit of a guest, or one that was asked for an opinion besides")
        String unit;
        @CommandLine.Option(names = "--person", paramLabel = "NAME")
        String person;
        @CommandLine.Option(names = "--role", paramLabel = "TEXT", description = "office of the person, as the minutes print it")
        String role;
        @CommandLine.Option(names = "--presence", paramLabel = "present|leave|substitute|guest|expected")
        Attendance.Presence presence = Attendance.Presence.PRESENT;
        @CommandLine.Option(names = "--stands-for", paramLabel = "NAME", description = "whom a substitute stands in for")
        String standsFor;
        @CommandLine.Option(names = "--chair", description = "this person chairs")
        boolean chair;
        @CommandLine.Option(names = "--deputy", description = "this person takes the chair where the chair abstains")
        boolean deputy;

        Attend(Run run) {
            super(run);
        }

        @Override
        Meeting work(Session session, Meeting meeting) {
            if (person == null) {
                return session.meetings().save(meeting.withAttendance(meeting.attendance().stream().map(seat -> seat.place() == Attendance.Presence.EXPECTED && seat.named()
                        ? new Attendance(seat.body(), seat.unit(), seat.person(), seat.role(), Attendance.Presence.PRESENT) : seat).toList()));
            }
            Meeting seated = body == null && unit == null ? meeting : meeting.withAttendance(seats(session, meeting));
            return session.meetings().save(seated.withChair(chair ? person : meeting.chair(), deputy ? person : meeting.deputy()));
        }

        private List<Attendance> seats(Session session, Meeting meeting) {
            String code = body == null ? null : ReviewCommands.body(session, body);
            var seats = new ArrayList<>(meeting.attendance());
            int place = IntStream.range(0, seats.size()).filter(i -> code == null ? unit.equals(seats.get(i).unit()) || unit.equals(seats.get(i).body()) : code.equals(seats.get(i).body()))
                    .findFirst().orElse(seats.size());
            Attendance before = place < seats.size() ? seats.get(place) : new Attendance(code, unit, "", "", presence);
            var seat = new Attendance(before.body(), before.unit(), person, role == null ? before.role() : role, presence, standsFor);
            if (place < seats.size()) {
                seats.set(place, seat);
            } else {
                seats.add(seat);
            }
            return seats;
        }
    }

    /** A command about one project of the agenda. */
    abstract static class OnItem extends OnMeeting {

        @CommandLine.Parameters(index = "1", paramLabel = "NO")
        String reviewNo;

        OnItem(Run run) {
            super(run);
        }

        final AgendaItem item(Session session, Meeting meeting) {
            UUID project = session.proposals().byReviewNo(reviewNo).id();
            return meeting.item(project).orElseThrow(() -> UserProblem.of("cli.notOnAgenda", reviewNo, no));
        }
    }

    @CommandLine.Command(name = "decide", description = "a decision on one project  记录结论")
    static final class Decide extends OnItem {

        @CommandLine.ArgGroup(multiplicity = "1")
        What what;
        @CommandLine.Option(names = "--approved", paramLabel = "YUAN", description = "not needed where lines are given: the sum follows from them")
        String approved;
        @CommandLine.Mixin
        ApprovedLines lines = new ApprovedLines();
        @CommandLine.Option(names = "--condition", paramLabel = "TEXT|OWNER|DATE", description = "may be repeated")
        List<String> conditions = List.of();
        @CommandLine.Option(names = "--into", paramLabel = "NO", description = "project that takes over, for merged")
        String into;
        @CommandLine.Option(names = "--overrule", paramLabel = "REASON", description = "the chair's reason against a veto")
        String overrule;
        @CommandLine.Option(names = "--discussion", paramLabel = "TEXT")
        String discussion = "";

        static final class What {
            @CommandLine.Option(names = "--decision", paramLabel = "approved|conditional|returned|rejected|deferred|merged")
            DecisionKind kind;
            @CommandLine.Option(names = "--proposed", description = "what the opinions amount to: approved with the proposed cuts, or with the conditions that were asked for")
            boolean proposed;
        }

        Decide(Run run) {
            super(run);
        }

        @Override
        Meeting work(Session session, Meeting meeting) {
            AgendaItem item = item(session, meeting);
            AgendaItem said = item.said(item.reporter(), discussion);
            return session.meetings().save(meeting.withItem(what.proposed ? proposed(session, meeting, said) : decided(session, said)));
        }

        private AgendaItem proposed(Session session, Meeting meeting, AgendaItem item) {
            ProposedDecision proposed = session.meetings().standing(meeting).items().stream().filter(each -> each.proposal().equals(item.proposal())).findFirst().orElseThrow().proposed();
            if (proposed.kind() == null) {
                throw new UserProblem(List.of(proposed.why()));
            }
            return item.decided(proposed.kind(), proposed.approved(), proposed.lines(), proposed.conditions(), null, null);
        }

        private AgendaItem decided(Session session, AgendaItem item) {
            var typed = lines.read();
            UUID target = into == null ? null : session.proposals().byReviewNo(into).id();
            var amount = approved != null ? ReviewCommands.amount(approved) : typed.isEmpty() ? null : sum(session, item, typed);
            return new AgendaItem(item.proposal(), item.reporter(), item.discussion(), item.votes(), what.kind, amount, typed, conditions(conditions), target, overrule, item.noted());
        }

        /** What was applied for less what is cut on the lines; a line that there is not is refused where the decision is judged. */
        private static Money sum(Session session, AgendaItem item, List<LineApproval> lines) {
            var review = session.reviews().get(item.proposal());
            Money cut = Money.ZERO;
            for (LineApproval line : lines) {
                for (EstimateLine asked : review.proposal().form().estimate()) {
                    cut = asked.no() == line.lineNo() && asked.amount() != null ? cut.plus(asked.amount().minus(line.approved())) : cut;
                }
            }
            return review.state().applied().minus(cut);
        }
    }

    @CommandLine.Command(name = "vote", description = "votes of bodies on one project  记录表决")
    static final class VoteCommand extends OnItem {

        @CommandLine.Option(names = "--vote", paramLabel = "DEPARTMENT=for|against|abstain|recused", required = true, description = "may be repeated")
        Map<String, AgendaItem.Vote> votes = new LinkedHashMap<>();

        VoteCommand(Run run) {
            super(run);
        }

        @Override
        Meeting work(Session session, Meeting meeting) {
            AgendaItem item = item(session, meeting);
            for (var vote : votes.entrySet()) {
                item = item.voted(ReviewCommands.body(session, vote.getKey()), vote.getValue());
            }
            return session.meetings().save(meeting.withItem(item));
        }
    }

    @CommandLine.Command(name = "leave", description = "somebody leaves the room while a project is dealt with  登记离场")
    static final class Leave extends OnItem {

        @CommandLine.Option(names = "--person", paramLabel = "NAME", required = true)
        String person;
        @CommandLine.Option(names = "--why", paramLabel = "TEXT", description = "needed where the person's body is not the applicant")
        String why = "";

        Leave(Run run) {
            super(run);
        }

        @Override
        Meeting work(Session session, Meeting meeting) {
            session.meetings().leave(meeting.id(), item(session, meeting).proposal(), person, why);
            return session.meetings().get(meeting.id());
        }
    }

    @CommandLine.Command(name = "return", description = "somebody who left comes back  登记返场")
    static final class Return extends OnItem {

        @CommandLine.Option(names = "--person", paramLabel = "NAME", required = true)
        String person;

        Return(Run run) {
            super(run);
        }

        @Override
        Meeting work(Session session, Meeting meeting) {
            session.meetings().comeBack(meeting.id(), item(session, meeting).proposal(), person);
            return session.meetings().get(meeting.id());
        }
    }

    @CommandLine.Command(name = "note", description = "the chair notes that a unit asked besides neither answered nor came  注明加签单位未反馈")
    static final class Note extends OnItem {

        @CommandLine.Option(names = "--unit", paramLabel = "UNIT", required = true)
        String unit;
        @CommandLine.Option(names = "--words", paramLabel = "TEXT", required = true)
        String words;

        Note(Run run) {
            super(run);
        }

        @Override
        Meeting work(Session session, Meeting meeting) {
            return session.meetings().save(meeting.withItem(item(session, meeting).noted(ReviewCommands.unit(session, unit), words)));
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
        MeetingService.Standing standing = session.meetings().standing(meeting);
        ObjectNode json = Json.object().put("meeting", meeting.no()).put("date", String.valueOf(meeting.date())).put("closed", meeting.closed()).put("chair", meeting.chair())
                .put("deputy", meeting.deputy());
        var agenda = json.putArray("agenda");
        for (int i = 0; i < meeting.agenda().size(); i++) {
            item(run, session, meeting.agenda().get(i), standing.items().get(i), agenda.addObject());
        }
        var attendance = json.putArray("attendance");
        meeting.attendance().forEach(seat -> attendance.addObject().put("body", seat.body()).put("unit", seat.unit()).put("person", seat.person())
                .put("presence", seat.place() == null ? null : seat.place().name()).put("standsFor", seat.standsFor()));
        json.putObject("quorum").put("voting", standing.quorum().voting()).put("needed", standing.quorum().needed()).put("there", standing.quorum().there().size())
                .put("reached", standing.quorum().reached());
        var obstacles = json.putArray("obstacles");
        if (!meeting.closed()) {
            standing.obstacles().forEach(message -> obstacles.add(run.texts().format(message)));
        }
        return json;
    }

    private static void item(Run run, Session session, AgendaItem item, MeetingService.Item standing, ObjectNode json) {
        var proposal = session.proposals().get(item.proposal());
        json.put("no", proposal.reviewNo()).put("name", proposal.form().name()).put("decision", item.kind() == null ? null : item.kind().name()).put("approved", Json.yuan(item.approved()))
                .put("presiding", standing.presiding()).put("held", standing.held());
        var lines = json.putArray("lines");
        item.lines().forEach(line -> lines.addObject().put("line", line.lineNo()).put("approved", Json.yuan(line.approved())).put("reason", line.reason()));
        var conditions = json.putArray("conditions");
        item.conditions().forEach(condition -> conditions.addObject().put("no", condition.no()).put("text", condition.text()).put("owner", condition.owner())
                .put("due", condition.due() == null ? null : condition.due().toString()));
        var votes = json.putObject("votes");
        item.votes().forEach((body, vote) -> votes.put(body, vote.name()));
        json.putObject("proposed").put("decision", standing.proposed().kind() == null ? null : standing.proposed().kind().name()).put("approved", Json.yuan(standing.proposed().approved()))
                .put("why", run.texts().format(standing.proposed().why()));
        var left = json.putArray("left");
        standing.absences().forEach(absence -> left.addObject().put("person", absence.person()).put("unit", absence.unit()).put("left", absence.left().toString())
                .put("back", absence.back() == null ? null : absence.back().toString()));
        var mustLeave = json.putArray("mustLeave");
        standing.leavers().stream().filter(leaver -> !leaver.outside()).forEach(leaver -> mustLeave.addObject().put("person", leaver.person()).put("unit", leaver.unit()));
    }
}
