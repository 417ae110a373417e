package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.UserProblem;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.service.FindingService;
import org.lianshen.service.FindingService.Paper;
import org.lianshen.service.Session;
import picocli.CommandLine;

/** The life of findings: {@code finding list|show|notify|reply|…}. A finding is named by its rule and its key, as the JSON of check gives them. */
final class FindingCommands {

    private FindingCommands() {
    }

    static CommandLine[] all(Run run) {
        return List.of(new All(run), new Show(run), new Notify(run), new Reply(run), new Rectify(run), new Verify(run), new Waive(run), new SignWaiver(run), new Close(run),
                new Reopen(run), new Assign(run), new Note(run), new Retract(run)).stream().map(CommandLine::new).toArray(CommandLine[]::new);
    }

    private static FindingStandings standings(Session session, int year) {
        return session.findings().standings(year).orElseThrow(() -> UserProblem.of("linkage.neverChecked", year));
    }

    @CommandLine.Command(name = "list", description = "findings of the year's last check with their states  疑点清单")
    static final class All implements Callable<Integer> {

        private final Run run;

        @CommandLine.Option(names = "--year", paramLabel = "Y", required = true)
        int year;
        @CommandLine.Option(names = "--state", paramLabel = "STATE", description = "new, notified, rectifying, rectified, waiverRequested, waived, closed")
        String state;
        @CommandLine.Option(names = "--severity", paramLabel = "E|W|I")
        Severity severity;
        @CommandLine.Option(names = "--overdue", description = "only those past their day")
        boolean overdue;
        @CommandLine.Option(names = "--gone", description = "also those that the last check does not find any more")
        boolean gone;

        All(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                FindingStandings standings = standings(session, year);
                ObjectNode json = Json.object().put("year", year).put("day", standings.day().toString());
                ArrayNode list = json.putArray("findings");
                standings.states().stream().filter(this::wanted).forEach(each -> add(list, each));
                if (gone || "closed".equals(state)) {
                    standings.gone().stream().filter(this::wanted).forEach(each -> add(list, each));
                }
                run.result(json);
                run.say("cli.findings", year, list.size());
                return Exit.OK;
            });
        }

        private boolean wanted(FindingState each) {
            return (state == null || each.stage().json().equals(state)) && (!overdue || each.overdue())
                    && (severity == null || each.finding() != null && each.finding().severity() == severity);
        }

        private void add(ArrayNode list, FindingState each) {
            list.add(new Json(run.texts()).state(each));
            run.say("cli.findingState", each.id().rule(), each.id().key(), run.text("finding.stage." + each.stage().name()),
                    each.finding() == null ? "" : run.texts().format(each.finding().message()));
        }
    }

    /** A command about one finding. */
    abstract static class One implements Callable<Integer> {

        final Run run;

        @CommandLine.Option(names = "--year", paramLabel = "Y", required = true)
        int year;
        @CommandLine.Parameters(index = "0", paramLabel = "RULE", description = "B01 …")
        String rule;
        @CommandLine.Parameters(index = "1", paramLabel = "KEY", description = "as in the JSON of check")
        String key;

        One(Run run) {
            this.run = run;
        }

        FindingId id() {
            return new FindingId(rule, key);
        }

        abstract FindingState act(FindingService findings);

        FindingState enter(FindingService findings, FindingStep step) {
            return findings.enter(year, id(), step, null);
        }

        static List<Attachment> attached(FindingService findings, List<Path> files) {
            return files.stream().map(findings::attach).toList();
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                FindingState state = act(session.findings());
                run.result(new Json(run.texts()).state(state));
                run.say("cli.findingState", rule, key, run.text("finding.stage." + state.stage().name()), state.finding() == null ? "" : run.texts().format(state.finding().message()));
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "show", description = "one finding with its history  疑点及办理记录")
    static final class Show extends One {

        Show(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            throw new UnsupportedOperationException("shows only");
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                FindingStandings standings = standings(session, year);
                FindingState state = standings.of(id());
                if (state == null) {
                    throw UserProblem.of("finding.unknown", rule, key);
                }
                ObjectNode json = new Json(run.texts()).state(state);
                ArrayNode facts = json.putArray("facts");
                for (FindingAct act : standings.acts(id())) {
                    facts.addObject().put("id", act.id().toString()).put("act", act.step().getClass().getSimpleName()).put("text", run.texts().format(Json.said(act)))
                            .put("body", act.body()).put("signedBy", act.signedBy()).put("recordedBy", act.recordedBy()).put("onBehalf", act.onBehalf()).put("scan", act.scan())
                            .put("at", act.at().toString());
                    run.say("cli.findingAct", act.at().toString(), act.signedBy(), run.texts().format(Json.said(act)));
                }
                run.result(json);
                run.say("cli.findingState", rule, key, run.text("finding.stage." + state.stage().name()), state.finding() == null ? "" : run.texts().format(state.finding().message()));
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "notify", description = "the unit was told by a letter  告知")
    static final class Notify extends One {
        @CommandLine.Option(names = "--letter", paramLabel = "NO", required = true)
        String letter;
        @CommandLine.Option(names = "--due", paramLabel = "DATE", description = "last day for the reply; the pack's working days from today")
        LocalDate due;

        Notify(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            return enter(findings, new FindingStep.Notice(letter, due == null ? findings.replyDue() : due));
        }
    }

    @CommandLine.Command(name = "reply", description = "what the unit answered  回复")
    static final class Reply extends One {
        @CommandLine.Option(names = "--text", paramLabel = "TEXT")
        String text = "";
        @CommandLine.Option(names = "--file", paramLabel = "FILE", description = "attachment, may be given several times")
        List<Path> files = List.of();

        Reply(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            return enter(findings, new FindingStep.Reply(text, attached(findings, files)));
        }
    }

    @CommandLine.Command(name = "rectify", description = "what is being done about it  整改")
    static final class Rectify extends One {
        @CommandLine.Option(names = "--measure", paramLabel = "TEXT", required = true)
        String measure;
        @CommandLine.Option(names = "--due", paramLabel = "DATE", description = "the pack's working days from today")
        LocalDate due;

        Rectify(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            return enter(findings, new FindingStep.Rectification(measure, due == null ? findings.rectificationDue() : due));
        }
    }

    @CommandLine.Command(name = "verify", description = "the rectification was looked at  核实")
    static final class Verify extends One {
        @CommandLine.Option(names = "--note", paramLabel = "TEXT", required = true, description = "what was seen")
        String note;
        @CommandLine.Option(names = "--not-done", description = "it is to be done again")
        boolean notDone;

        Verify(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            return enter(findings, new FindingStep.Verification(!notDone, note));
        }
    }

    @CommandLine.Command(name = "waive", description = "asks for a waiver  申请豁免")
    static final class Waive extends One {
        @CommandLine.Option(names = "--reason", paramLabel = "TEXT", required = true)
        String reason;
        @CommandLine.Option(names = "--until", paramLabel = "DATE", required = true, description = "last day that it shall hold")
        LocalDate until;
        @CommandLine.Option(names = "--file", paramLabel = "FILE", description = "attachment, may be given several times")
        List<Path> files = List.of();

        Waive(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            return findings.requestWaiver(year, id(), reason, until, attached(findings, files));
        }
    }

    @CommandLine.Command(name = "sign-waiver", description = "a body agrees to the waiver or not  签署豁免")
    static final class SignWaiver extends One {
        @CommandLine.Option(names = "--refuse", description = "does not agree")
        boolean refuse;
        @CommandLine.Option(names = "--note", paramLabel = "TEXT", description = "why; needed where it is refused")
        String note = "";
        @CommandLine.Option(names = "--as", paramLabel = "BODY", description = "code of the body, when it was signed on paper")
        String as;
        @CommandLine.Option(names = "--signed-by", paramLabel = "NAME", description = "who signed on paper")
        String signedBy;
        @CommandLine.Option(names = "--scan", paramLabel = "FILE", description = "the scanned paper")
        Path scan;

        SignWaiver(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            return findings.signWaiver(year, id(), !refuse, note, as == null ? null : new Paper(as, signedBy, scan));
        }
    }

    @CommandLine.Command(name = "close", description = "closed by hand; never what is forbidden  关闭")
    static final class Close extends One {
        @CommandLine.Option(names = "--reason", paramLabel = "TEXT", required = true)
        String reason;

        Close(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            return findings.close(year, id(), reason);
        }
    }

    @CommandLine.Command(name = "reopen", description = "what was closed by hand or counted as rectified is open again  重新打开")
    static final class Reopen extends One {
        @CommandLine.Option(names = "--reason", paramLabel = "TEXT", required = true)
        String reason;

        Reopen(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            return enter(findings, new FindingStep.Reopening(reason));
        }
    }

    @CommandLine.Command(name = "assign", description = "who is responsible, and until when  责任人")
    static final class Assign extends One {
        @CommandLine.Option(names = "--owner", paramLabel = "NAME", required = true)
        String owner;
        @CommandLine.Option(names = "--due", paramLabel = "DATE")
        LocalDate due;

        Assign(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            return enter(findings, new FindingStep.Assignment(owner, due));
        }
    }

    @CommandLine.Command(name = "note", description = "a remark  备注")
    static final class Note extends One {
        @CommandLine.Option(names = "--text", paramLabel = "TEXT", required = true)
        String text;

        Note(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            return enter(findings, new FindingStep.Remark(text, List.of()));
        }
    }

    @CommandLine.Command(name = "retract", description = "an act counts as not done from now on  撤销")
    static final class Retract extends One {
        @CommandLine.Option(names = "--act", paramLabel = "ID", required = true, description = "id of the act, as in finding show")
        UUID act;
        @CommandLine.Option(names = "--reason", paramLabel = "TEXT", required = true)
        String reason;
        @CommandLine.Option(names = "--as", paramLabel = "BODY", description = "code of the body, when a signature on paper is taken back on paper")
        String as;
        @CommandLine.Option(names = "--signed-by", paramLabel = "NAME")
        String signedBy;
        @CommandLine.Option(names = "--scan", paramLabel = "FILE")
        Path scan;

        Retract(Run run) {
            super(run);
        }

        @Override
        FindingState act(FindingService findings) {
            return findings.enter(year, id(), new FindingStep.Retraction(act, reason), as == null ? null : new Paper(as, signedBy, scan));
        }
    }
}
