package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.DocumentService.Listed;
import org.lianshen.service.Session;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.document.PaperDifference;
import org.lianshen.service.document.Verification;
import org.lianshen.service.document.Verification.Check;
import picocli.CommandLine;

/** Signed papers: signing, versions, and the check of paper against log. */
final class PaperCommands {

    private PaperCommands() {
    }

    /** 联审意见书 of the last decision. */
    static PaperKey letter(Session session, UUID proposal) {
        return session.documents().papers(proposal).stream().map(Listed::key).filter(key -> key.kind() == PaperKind.OPINION).reduce((older, newer) -> newer)
                .orElseThrow(() -> UserProblem.of("official.noDecision", session.proposals().get(proposal).reviewNo()));
    }

    /** One paper of a project or a meeting. */
    abstract static class OnPaper implements Callable<Integer> {

        final Run run;

        @CommandLine.Parameters(index = "0", paramLabel = "NO", description = "of a project, such as LS-330500-2026-0042, or of a meeting, such as 2026-03  联审编号或会议编号")
        String no;
        @CommandLine.Parameters(index = "1", paramLabel = "KIND", description = "return_notice, countersign, draw_log, expert_sheet, expert_group, summary, minutes or opinion")
        PaperKind kind;
        @CommandLine.Option(names = "--part", paramLabel = "PART", description = "which of several of the kind; without it the last")
        String part;

        OnPaper(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> work(session, key(session)));
        }

        private PaperKey key(Session session) {
            return PaperWriteCommands.papers(session, no, kind).map(Listed::key).filter(key -> part == null || part.equals(key.part())).reduce((older, newer) -> newer).orElseThrow(() -> UserProblem.of("cli.noPaper", no, kind.name().toLowerCase(java.util.Locale.ROOT)));
        }

        abstract int work(Session session, PaperKey key);
    }

    @CommandLine.Command(name = "sign", description = "the paper as the facts give it now is kept for good  签发")
    static final class Sign extends OnPaper {

        @CommandLine.Option(names = "--no", paramLabel = "NUMBER", description = "where the paper bears a number; without it the next one of the year  文号")
        String number;
        @CommandLine.Option(names = "--date", paramLabel = "DATE", description = "without it today")
        LocalDate date;

        Sign(Run run) {
            super(run);
        }

        @Override
        int work(Session session, PaperKey key) {
            String bears = number == null ? session.documents().signing(key).number() : number;
            IssuedPaper signed = session.documents().sign(key, bears, date == null ? session.today() : date);
            run.result(version(signed));
            run.say("cli.paperSigned", signed.content().name(), signed.number(), signed.version(), signed.code());
            return Exit.OK;
        }
    }

    @CommandLine.Command(name = "versions", description = "signed versions and what changed between them  各版及差异")
    static final class Versions extends OnPaper {

        Versions(Run run) {
            super(run);
        }

        @Override
        int work(Session session, PaperKey key) {
            List<IssuedPaper> versions = session.documents().versions(key);
            ObjectNode json = Json.object();
            ArrayNode list = json.putArray("versions");
            IssuedPaper before = null;
            for (IssuedPaper signed : versions) {
                ObjectNode entry = list.add(version(signed)).path(list.size() - 1).deepCopy();
                run.say("cli.paperVersion", signed.version(), signed.number(), signed.content().printedOn(), signed.by(), signed.code());
                if (before != null) {
                    list.set(list.size() - 1, entry.set("changes", changes(session.documents().compare(key, before.version(), signed.version()))));
                }
                before = signed;
            }
            if (before != null) {
                PaperDifference now = session.documents().compare(key, before.version(), 0);
                json.set("sinceLast", changes(now));
                run.say(now.changes().isEmpty() ? "cli.paperSame" : "cli.paperChanged", now.changes().size());
            }
            run.result(json);
            return Exit.OK;
        }

        private ArrayNode changes(PaperDifference difference) {
            ArrayNode list = Json.object().putArray("changes");
            difference.changes().forEach(change -> {
                list.addObject().put("place", run.texts().format(change.place())).put("before", change.before()).put("after", change.after());
                run.say("cli.paperChange", run.texts().format(change.place()), change.before(), change.after());
            });
            return list;
        }
    }

    @CommandLine.Command(name = "verify", description = "a file against the signed version and the audit records  核验公文")
    static final class Verify implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE", description = "pdf, docx or ofd")
        Path file;

        Verify(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> shown(run, session.documents().verify(file)));
        }
    }

    /** Says each check. @return {@link Exit#SHORT} where one does not hold */
    static int shown(Run run, Verification verification) {
        ObjectNode json = Json.object().put("ok", verification.holds()).put("code", verification.code());
        if (verification.record() != null) {
            json.putObject("record").put("seq", verification.record().seq()).put("at", verification.record().at().toString()).put("actor", verification.record().actor())
                    .put("action", verification.record().action());
        }
        if (verification.paper() != null) {
            json.set("paper", version(verification.paper()));
        }
        ArrayNode checks = json.putArray("checks");
        for (Check check : verification.checks()) {
            Message message = check.message();
            checks.addObject().put("holds", check.holds()).put("code", message.key()).put("message", run.texts().format(message));
            run.say(check.holds() ? "cli.checkHolds" : "cli.checkFails", run.texts().format(message));
        }
        run.result(json);
        return verification.holds() ? Exit.OK : Exit.SHORT;
    }

    private static ObjectNode version(IssuedPaper signed) {
        return Json.object().put("kind", signed.key().kind().name()).put("part", signed.key().part()).put("version", signed.version()).put("number", signed.number())
                .put("date", signed.content().printedOn().toString()).put("by", signed.by()).put("code", signed.code()).put("auditRecord", signed.auditSeq()).put("sha256", signed.digest());
    }
}
