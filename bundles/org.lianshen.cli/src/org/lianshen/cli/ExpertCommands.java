package org.lianshen.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.expert.Tie;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.review.Overall;
import org.lianshen.service.ExpertService;
import org.lianshen.service.ExpertService.Board;
import org.lianshen.service.ExpertService.Pooled;
import org.lianshen.service.Session;
import org.lianshen.service.table.PoolTable;
import picocli.CommandLine;

/** The pool of experts, the draw, score sheets and the group's opinion. */
final class ExpertCommands {

    private ExpertCommands() {
    }

    static CommandLine[] all(Run run) {
        return List.of(new Import(run), new Pool(run), new Show(run), new Tied(run), new Seed(run), new Draw(run), new Invite(run), new Answer(run), new Out(run), new Replace(run),
                new Lead(run), new Score(run), new Discuss(run), new Group(run), new Verify(run)).stream().map(CommandLine::new).toArray(CommandLine[]::new);
    }

    enum Word {
        agree(Overall.AGREE), changes(Overall.AGREE_WITH_CHANGES), disagree(Overall.DISAGREE);

        private final Overall overall;

        Word(Overall overall) {
            this.overall = overall;
        }
    }

    /** An act on the experts of one project; prints how they stand afterwards. */
    private abstract static class OfProject implements Callable<Integer> {

        final Run run;

        @CommandLine.Parameters(index = "0", paramLabel = "NO", description = "review number of the project")
        String no;

        OfProject(Run run) {
            this.run = run;
        }

        abstract Board act(Session session, UUID proposal);

        @Override
        public Integer call() {
            return run.inSession(session -> {
                Board board = act(session, session.proposals().byReviewNo(no).id());
                run.result(new ExpertJson(run.texts()).board(board));
                say(run, board);
                return Exit.OK;
            });
        }
    }

    private static void say(Run run, Board board) {
        var panel = board.panel();
        var seed = panel.announced() != null ? panel.announced() : panel.drawn() == null ? null : panel.drawn().announcement();
        if (seed != null) {
            run.say("cli.panelSeed", seed.seed(), seed.source());
        }
        panel.members().forEach(member -> run.say("cli.panelMember", member.expert().no(), member.expert().name(), member.expert().unit(),
                run.text("expert.standing." + member.standing().name())));
        if (panel.sealed()) {
            run.say("cli.panelSealed");
        }
        panel.scores().ifPresent(scores -> run.say("cli.panelScores", scores.average().toPlainString(), scores.spread().toPlainString()));
        if (board.obstacle() != null) {
            run.sayPlain(run.texts().format(board.obstacle()));
        }
    }

    /** An expert named by number or name. */
    private static UUID expert(Session session, String typed) {
        List<Expert> pool = session.experts().pool().stream().map(Pooled::expert).toList();
        List<Expert> found = pool.stream().filter(each -> each.no().equalsIgnoreCase(typed)).toList();
        if (found.isEmpty()) {
            found = pool.stream().filter(each -> each.name().equals(typed)).toList();
        }
        if (found.size() != 1) {
            throw found.isEmpty() ? UserProblem.of("cli.noExpert", typed) : UserProblem.of("cli.expertsNamed", typed, found.size());
        }
        return found.getFirst().id();
    }

    @CommandLine.Command(name = "import", description = "a list of experts into the pool  导入专家库")
    private static final class Import implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;
        @CommandLine.Option(names = "--dry-run", description = "read and check, store nothing")
        boolean dryRun;
        @CommandLine.Option(names = "--partial", description = "store the good rows")
        boolean partial;

        Import(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                ExpertService.Outcome outcome = session.experts().take(file, dryRun, partial, run.progress());
                run.result(new Json(run.texts()).imported(outcome));
                outcome.sheets().forEach(sheet -> ImportCommands.say(run, outcome.file(), sheet, outcome.stored(), dryRun));
                return outcome.sheets().stream().allMatch(sheet -> sheet.errors().isEmpty()) ? Exit.OK : Exit.SHORT;
            });
        }
    }

    @CommandLine.Command(name = "list", description = "the pool, with open invitations and history; telephone, identity and bank only in --xlsx of those who may see them  专家库")
    private static final class Pool implements Callable<Integer> {

        private final Run run;

        @CommandLine.Option(names = "--xlsx", paramLabel = "FILE")
        Path xlsx;

        Pool(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                List<Pooled> pool = session.experts().pool();
                var table = new PoolTable(run.texts());
                if (xlsx != null) {
                    session.experts().export(table.spec(session.actor().may(Permission.SEE_EXPERT_PRIVATE)), pool, xlsx);
                }
                run.result(new ExpertJson(run.texts()).pool(pool));
                pool.forEach(row -> run.say("cli.expert", row.expert().no(), row.expert().name(), row.expert().unit(), table.fields(row.expert()), row.load()));
                run.say("cli.experts", pool.size(), pool.stream().filter(row -> row.expert().active()).count());
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "show", description = "the experts of a project: seeds, draws with order and exclusions, who stands where, scores once all are in  专家评审情况")
    private static final class Show extends OfProject {

        Show(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            return session.experts().board(proposal);
        }
    }

    @CommandLine.Command(name = "tie", description = "who stands on the project's side beside those whom form and ledger name; before the seed  登记关联方")
    private static final class Tied extends OfProject {

        @CommandLine.Option(names = "--plan-writer", paramLabel = "UNIT")
        List<String> writers = List.of();
        @CommandLine.Option(names = "--vendor", paramLabel = "UNIT", description = "who gave a quotation")
        List<String> vendors = List.of();
        @CommandLine.Option(names = "--supplier", paramLabel = "UNIT", description = "of past projects")
        List<String> suppliers = List.of();

        Tied(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            var ties = new ArrayList<Tie>();
            writers.forEach(name -> ties.add(new Tie(Tie.Kind.PLAN_WRITER, name)));
            vendors.forEach(name -> ties.add(new Tie(Tie.Kind.QUOTING_VENDOR, name)));
            suppliers.forEach(name -> ties.add(new Tie(Tie.Kind.SUPPLIER, name)));
            return session.experts().state(proposal, ties);
        }
    }

    /** What publishes a seed. */
    private static final class SeedOptions {

        @CommandLine.Option(names = "--seed", paramLabel = "TEXT", description = "the seed")
        String seed;
        @CommandLine.Option(names = "--source", paramLabel = "TEXT", description = "where the seed comes from and who witnessed it")
        String source;
        @CommandLine.Option(names = "--size", paramLabel = "N", description = "experts of the group, an odd number; without it as few as the rules allow")
        Integer size;
        @CommandLine.Option(names = "--second", negatable = true, description = "with an independent second assessor; without it as the rules say")
        Boolean second;

        Board publish(Session session, UUID proposal) {
            return session.experts().publish(proposal, seed, source, size, second);
        }
    }

    @CommandLine.Command(name = "seed", description = "publishes the seed of the draw; without --seed one is made  公布种子")
    private static final class Seed extends OfProject {

        @CommandLine.Mixin
        SeedOptions options;

        Seed(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            return options.publish(session, proposal);
        }
    }

    @CommandLine.Command(name = "draw", description = "draws with the published seed; with --seed that one is published first  抽取专家")
    private static final class Draw extends OfProject {

        @CommandLine.Mixin
        SeedOptions options;

        Draw(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            if (options.seed != null) {
                options.publish(session, proposal);
            }
            return session.experts().draw(proposal);
        }
    }

    @CommandLine.Command(name = "invite", description = "invites those drawn, or the ones named  邀请专家")
    private static final class Invite extends OfProject {

        @CommandLine.Parameters(index = "1..*", arity = "0..*", paramLabel = "EXPERT")
        List<String> experts = List.of();
        @CommandLine.Option(names = "--words", paramLabel = "TEXT", description = "time and place, or how the papers come")
        String words = "";

        Invite(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            List<UUID> named = !experts.isEmpty() ? experts.stream().map(typed -> expert(session, typed)).toList()
                    : session.experts().board(proposal).panel().in().stream().filter(member -> member.standing() == org.lianshen.model.expert.Panel.Standing.DRAWN)
                            .map(member -> member.id()).toList();
            return session.experts().invite(proposal, named, words);
        }
    }

    /** An act on one expert. */
    private abstract static class OfExpert extends OfProject {

        @CommandLine.Parameters(index = "1", paramLabel = "EXPERT", description = "number or name")
        String expert;

        OfExpert(Run run) {
            super(run);
        }
    }

    @CommandLine.Command(name = "answer", description = "an expert accepts the invitation  接受邀请")
    private static final class Answer extends OfExpert {

        Answer(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            return session.experts().answer(proposal, expert(session, expert), true, "");
        }
    }

    private static final class Leaving {
        @CommandLine.Option(names = "--declined", paramLabel = "REASON")
        String declined;
        @CommandLine.Option(names = "--conflict", paramLabel = "REASON")
        String conflict;
        @CommandLine.Option(names = "--absent", paramLabel = "REASON")
        String absent;

        Board enter(Session session, UUID proposal, UUID expert) {
            if (declined != null) {
                return session.experts().answer(proposal, expert, false, declined);
            }
            return conflict != null ? session.experts().avoid(proposal, expert, conflict) : session.experts().absent(proposal, expert, absent);
        }
    }

    @CommandLine.Command(name = "out", description = "an expert declined, steps back, or did not come  专家退出")
    private static final class Out extends OfExpert {

        @CommandLine.ArgGroup(multiplicity = "1")
        Leaving why;

        Out(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            return why.enter(session, proposal, expert(session, expert));
        }
    }

    @CommandLine.Command(name = "replace", description = "the next of the same order takes the place of one who is out, or goes out now for the reason given  递补")
    private static final class Replace extends OfExpert {

        @CommandLine.ArgGroup(multiplicity = "0..1")
        Leaving why;

        Replace(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            UUID out = expert(session, expert);
            if (why != null) {
                why.enter(session, proposal, out);
            }
            return session.experts().replace(proposal, out);
        }
    }

    @CommandLine.Command(name = "lead", description = "the group's leader  推选组长")
    private static final class Lead extends OfExpert {

        Lead(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            return session.experts().lead(proposal, expert(session, expert));
        }
    }

    @CommandLine.Command(name = "score", description = "a score sheet: of the person who is signed in, or with --expert from paper  评分")
    private static final class Score extends OfProject {

        @CommandLine.Option(names = "--expert", paramLabel = "EXPERT", description = "whose paper is entered")
        String expert;
        @CommandLine.Option(names = "--points", paramLabel = "ITEM=POINTS", required = true, description = "necessity, goals, plan, reuse, security, budget, operation; as the pack has them")
        Map<String, String> points = new LinkedHashMap<>();
        @CommandLine.Option(names = "--plan", paramLabel = "TEXT", required = true)
        String plan;
        @CommandLine.Option(names = "--budget", paramLabel = "TEXT")
        String budget = "";
        @CommandLine.Option(names = "--risk", paramLabel = "TEXT")
        String risk = "";
        @CommandLine.Option(names = "--reasons-not", paramLabel = "TEXT", description = "what speaks against building; needed where there is a second assessor")
        String reasonsNot = "";
        @CommandLine.Option(names = "--conclusion", paramLabel = "agree|changes|disagree", required = true)
        Word conclusion;
        @CommandLine.Option(names = "--unbound", description = "nothing binds the expert to the project; without it the sheet is refused")
        boolean unbound;
        @CommandLine.Option(names = "--scan", paramLabel = "FILE", description = "the scanned paper")
        Path scan;

        Score(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            int round = session.experts().board(proposal).panel().round();
            Map<String, BigDecimal> given = points.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> number(entry.getKey(), entry.getValue())));
            var sheet = new ScoreSheet(round, given, plan, budget, risk, reasonsNot, conclusion.overall, unbound);
            return expert == null ? session.experts().sign(proposal, sheet) : session.experts().record(proposal, expert(session, expert), sheet, scan);
        }

        private static BigDecimal number(String item, String typed) {
            try {
                return new BigDecimal(typed);
            } catch (NumberFormatException e) {
                throw UserProblem.because(e, "cli.badPoints", String.join("=", item, typed));
            }
        }
    }

    @CommandLine.Command(name = "discuss", description = "what the group said of scores that lie far apart  登记讨论")
    private static final class Discuss extends OfProject {

        @CommandLine.Parameters(index = "1", paramLabel = "WORDS")
        String words;

        Discuss(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            return session.experts().discuss(proposal, words);
        }
    }

    @CommandLine.Command(name = "group", description = "the group's opinion, signed by its leader or entered from paper; its score follows from the sheets  专家组意见")
    private static final class Group extends OfProject {

        @CommandLine.Option(names = "--conclusion", paramLabel = "agree|changes|disagree", required = true)
        Word conclusion;
        @CommandLine.Option(names = "--summary", paramLabel = "TEXT", required = true)
        String summary;
        @CommandLine.Option(names = "--change", paramLabel = "TEXT", description = "what is to be changed; may be repeated")
        List<String> changes = List.of();
        @CommandLine.Option(names = "--scan", paramLabel = "FILE", description = "the scanned paper")
        Path scan;

        Group(Run run) {
            super(run);
        }

        @Override
        Board act(Session session, UUID proposal) {
            return session.experts().conclude(proposal, conclusion.overall, summary, changes, scan);
        }
    }

    @CommandLine.Command(name = "verify", description = {"repeats every draw of a project from what was published  核验抽取", "exit code 1 where something does not come out again"})
    private static final class Verify implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "NO")
        String no;

        Verify(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                List<Message> problems = session.experts().verify(session.proposals().byReviewNo(no).id());
                var json = Json.object().put("no", no).put("ok", problems.isEmpty());
                new ExpertJson(run.texts()).said(problems, json.putArray("problems"));
                run.result(json);
                problems.forEach(problem -> run.sayPlain(run.texts().format(problem)));
                if (problems.isEmpty()) {
                    run.say("cli.proofHolds");
                }
                return problems.isEmpty() ? Exit.OK : Exit.SHORT;
            });
        }
    }
}
