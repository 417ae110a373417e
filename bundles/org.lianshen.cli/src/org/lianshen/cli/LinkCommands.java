package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.OfficerWords;
import org.lianshen.service.LinkageService.Renewed;
import org.lianshen.service.Session;
import picocli.CommandLine;

/** An officer's words: on a proposed link, on whether a line is an IT line, on names of units. The last run of the line's year follows at once. */
final class LinkCommands {

    private LinkCommands() {
    }

    /** A project by its review number. */
    static LedgerProject project(Session session, String no) {
        return session.ledger().projects(session.today()).stream().filter(row -> no.equals(row.reviewNo())).findFirst().orElseThrow(() -> UserProblem.of("cli.noProject", no));
    }

    /** What followed in the last run; all null where the year was never checked. */
    private static ObjectNode followed(Session session, ObjectNode json, Renewed renewed, UUID line) {
        json.put("id", renewed.word().toString());
        if (renewed.run() != null) {
            json.put("run", renewed.run().id().toString()).put("findings", renewed.run().findings().size())
                    .put("blocking", session.findings().standings(renewed.run().year()).orElseThrow().states().stream().filter(FindingState::blocks).count());
            renewed.run().lines().stream().filter(result -> result.line().equals(line)).findFirst()
                    .ifPresent(result -> json.put("verdict", result.verdict().json()).put("matchedBy", result.matchedBy().json()).put("reviewNo", result.reviewNo()));
        }
        return json;
    }

    abstract static class Word implements Callable<Integer> {

        private final Run run;
        private final String said;

        @CommandLine.Option(names = "--line", paramLabel = "ID", required = true, description = "id of the budget line, as in the JSON of check")
        UUID line;
        @CommandLine.Option(names = "--project", paramLabel = "NO", required = true, description = "review number")
        String project;
        @CommandLine.Option(names = "--note", description = "why")
        String note = "";

        Word(Run run, String said) {
            this.run = run;
            this.said = said;
        }

        abstract Renewed say(Session session, LedgerProject target);

        @Override
        public Integer call() {
            return run.inSession(session -> {
                LedgerProject target = project(session, project);
                Renewed renewed = say(session, target);
                run.say("cli.link." + said, line.toString(), project, target.name());
                run.result(followed(session, Json.object().put("line", line.toString()).put("project", project).put("said", said).put("confirmed", said.equals("confirmed")), renewed,
                        line));
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "confirm", description = "this is the project; remembered  确认")
    static final class Confirm extends Word {

        @CommandLine.Option(names = "--share", paramLabel = "YUAN", description = "this part of the line is the project's, others share it")
        BigDecimal share;

        Confirm(Run run) {
            super(run, "confirmed");
        }

        @Override
        Renewed say(Session session, LedgerProject target) {
            return share == null ? session.linkage().confirm(line, target.id(), note) : session.linkage().confirmShare(line, target.id(), Money.ofYuan(share), note);
        }
    }

    @CommandLine.Command(name = "reject", description = "this is not the project; remembered  否定")
    static final class Reject extends Word {
        Reject(Run run) {
            super(run, "rejected");
        }

        @Override
        Renewed say(Session session, LedgerProject target) {
            return session.linkage().reject(line, target.id(), note);
        }
    }

    @CommandLine.Command(name = "revoke", description = "what was said of line and project counts no more  撤销")
    static final class Revoke extends Word {
        Revoke(Run run) {
            super(run, "revoked");
        }

        @Override
        Renewed say(Session session, LedgerProject target) {
            return session.linkage().revokeLink(line, target.id(), note);
        }
    }

    /** {@code it yes|no|revoke}. */
    static final class It implements Callable<Integer> {

        private final Run run;
        private final ItWord.Answer answer;

        @CommandLine.Option(names = "--line", paramLabel = "ID", required = true, description = "id of the budget line, as in the JSON of check")
        UUID line;
        @CommandLine.Option(names = "--note", description = "why")
        String note = "";

        It(Run run, ItWord.Answer answer) {
            this.run = run;
            this.answer = answer;
        }

        static CommandLine line(Run run, String name, ItWord.Answer answer, String description) {
            var line = new CommandLine(new It(run, answer));
            line.getCommandSpec().name(name).usageMessage().description(description);
            return line;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                Renewed renewed = session.linkage().sayIt(line, answer, note);
                run.say("cli.it." + answer.name(), line.toString());
                run.result(followed(session, Json.object().put("line", line.toString()).put("said", answer.name()), renewed, line));
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "unit", description = "two names mean one unit; remembered  单位同名认定")
    static final class Unit implements Callable<Integer> {

        private final Run run;

        @CommandLine.Option(names = "--year", paramLabel = "Y", required = true, description = "whose last check follows at once")
        int year;
        @CommandLine.Option(names = "--alias", paramLabel = "NAME", required = true, description = "name as the budget sheet writes it")
        String alias;
        @CommandLine.Option(names = "--unit", paramLabel = "NAME", required = true, description = "name as the ledger writes it")
        String unit;
        @CommandLine.Option(names = "--revoke", description = "take the word back")
        boolean revoke;
        @CommandLine.Option(names = "--note", description = "why")
        String note = "";

        Unit(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                Renewed renewed = revoke ? session.linkage().revokeUnit(year, alias, unit, note) : session.linkage().sameUnit(year, alias, unit, note);
                run.say(revoke ? "cli.unit.revoked" : "cli.unit.same", alias, unit);
                run.result(followed(session, Json.object().put("alias", alias).put("unit", unit).put("revoked", revoke), renewed, null));
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "list", description = "all words, oldest first  已记住的判断")
    static final class Words implements Callable<Integer> {

        private final Run run;

        Words(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                OfficerWords words = session.linkage().words();
                ObjectNode json = Json.object();
                ArrayNode links = json.putArray("links");
                words.links().forEach(word -> {
                    said(links.addObject(), word.id(), word.lineKey(), word.line(), word.answer().name(), word.by(), word.at(), word.note()).put("project", word.project().toString())
                            .put("share", Json.yuan(word.share()));
                    run.say("cli.word", run.text("words.link." + word.answer().name()), word.lineKey(), word.by(), word.at().toString(), word.note());
                });
                ArrayNode it = json.putArray("it");
                words.it().forEach(word -> {
                    said(it.addObject(), word.id(), word.lineKey(), word.line(), word.answer().name(), word.by(), word.at(), word.note());
                    run.say("cli.word", run.text("words.it." + word.answer().name()), word.lineKey(), word.by(), word.at().toString(), word.note());
                });
                ArrayNode units = json.putArray("units");
                words.units().forEach(word -> {
                    units.addObject().put("id", word.id().toString()).put("alias", word.alias()).put("unit", word.unit()).put("revoked", word.revoked()).put("by", word.by())
                            .put("at", word.at().toString()).put("note", word.note());
                    run.say("cli.word", run.text(word.revoked() ? "words.unit.REVOKED" : "words.unit.SAME"), word.alias() + " = " + word.unit(), word.by(), word.at().toString(),
                            word.note());
                });
                run.result(json);
                return Exit.OK;
            });
        }

        private static ObjectNode said(ObjectNode json, UUID id, String key, UUID line, String answer, String by, Instant at, String note) {
            return json.put("id", id.toString()).put("lineKey", key).put("line", line == null ? null : line.toString()).put("said", answer).put("by", by).put("at", at.toString())
                    .put("note", note);
        }
    }
}
