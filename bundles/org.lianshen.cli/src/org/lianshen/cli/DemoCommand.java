package org.lianshen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lianshen.model.UserProblem;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.service.BudgetService;
import org.lianshen.service.LetterService;
import org.lianshen.service.Progress;
import org.lianshen.service.Session;
import org.lianshen.service.Sessions;
import org.lianshen.service.SimilarityService;
import org.lianshen.service.demo.SampleJob;
import org.lianshen.service.document.PaperWriter;
import org.lianshen.service.store.StoreLocation;
import picocli.CommandLine;

/** The main job from end to end on the sample data, in a store of its own that is thrown away (or the one named with {@code --store}, which must be new). */
@CommandLine.Command(name = "demo", description = "the main job from end to end on sample data  用样例数据走完主要流程")
final class DemoCommand implements Callable<Integer> {

    private final Run run;

    @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for what comes out")
    Path out;
    @CommandLine.Option(names = "--pack", paramLabel = "PLACE", description = "rule pack: huzhou (default), keqiao, shaoxing, xiangtan, zhejiang, common")
    String pack = "huzhou";

    DemoCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw UserProblem.because(e, "cli.folder", out.toString());
        }
        if (run.options.store != null) {
            return demo(run.options.location());
        }
        Path folder = Files.createTempDirectory("lianshen-demo");
        try {
            return demo(new StoreLocation.Folder(folder.resolve("store")));
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private int demo(StoreLocation location) {
        run.services.sessions().create(location, new Sessions.NewStore(pack, null, false));
        try (Session session = run.services.sessions().open(location, null)) {
            var data = run.services.samples().read();
            run.sayPlain(data.about());
            job(session, new SampleJob(session, run.services.tables(), data));
            return Exit.OK;
        }
    }

    private void job(Session session, SampleJob job) {
        int projects = job.takeLedger(file("demo.ledgerFile"));
        run.say("cli.demoLedger", projects, file("demo.ledgerFile").toString());
        BudgetService.Outcome budget = job.takeBudget(file("demo.budgetFile"));
        run.say("cli.demoBudget", budget.batch().lines(), budget.batch().file(), budget.batch().sheets().getFirst().unit().word());
        job.takeBudgetBefore(file("demo.budgetBeforeFile"));
        job.takePayments(file("demo.paymentsFile"));
        Proposal proposal = job.submit(attachments());
        run.say("cli.demoProposal", proposal.reviewNo(), proposal.form().name(), proposal.form().estimateTotal());
        List<SimilarityService.Hit> hits = session.similarity().similar(proposal.form(), proposal.id(), 3);
        hits.forEach(hit -> run.say("cli.similarHit", hit.score().toPlainString(), hit.name(), hit.unit(), run.texts().get("similarity.band." + hit.band().name())));
        job.countersign(proposal.id());
        Meeting meeting = job.decide(proposal.id());
        var state = session.reviews().get(proposal.id()).state();
        run.say("cli.demoDecision", meeting.no(), run.text("review.state." + state.state().name()), state.approved());
        session.documents().write(new PaperKey(PaperKind.MINUTES, meeting.id()), Stream.of(".docx", ".pdf", ".ofd").map(ending -> out.resolve(run.text("demo.minutes") + ending)).toList())
                .forEach(notice -> run.sayPlain(run.texts().format(notice)));
        List<Appraisal> appraisals = job.appraise();
        for (Appraisal appraisal : appraisals) {
            var score = session.appraisals().score(appraisal);
            run.say("cli.demoScore", appraisal.projectName(), score.total().toPlainString(), score.grade().chinese());
        }
        CheckRun check = job.check();
        session.linkage().exportFindings(check, out.resolve(run.text("demo.findings") + ".xlsx"));
        writeFindings(session, check);
        session.linkage().mark(check, file("demo.marked"));
        letter(session, check.year());
        session.ledger().export(session.today(), file("demo.ledgerOut"));
        long blocking = check.findings().stream().filter(found -> found.severity() == Severity.E).count();
        run.say("cli.demoCheck", check.lines().size(), check.findings().size(), blocking);
        var audit = session.admin().verifyAudit();
        run.say("cli.auditOk", audit.records(), audit.anchor());
        run.say("cli.demoOut", out.toAbsolutePath().normalize().toString());
        var json = Json.object().put("out", out.toString()).put("pack", session.pack().id()).put("proposal", proposal.reviewNo()).put("meeting", meeting.no());
        json.put("findings", check.findings().size()).put("blocking", blocking).put("auditRecords", audit.records()).put("auditOk", audit.ok());
        run.result(json);
    }

    /** To the unit with most that may not enter the budget. */
    private void letter(Session session, int year) {
        session.letters().units(year).stream().findFirst().ifPresent(unit -> {
            var head = new LetterService.Head(run.text("demo.office"), run.text("demo.letterNo", Integer.toString(session.today().getYear())), session.today(), "", "", "");
            session.letters().write(year, head, List.of(unit.unit()), true, EnumSet.allOf(PaperWriter.Format.class), file("demo.letters"), Progress.NONE).letters()
                    .forEach(letter -> run.say("cli.letter", letter.number(), letter.unit(), letter.findings().size(), letter.due()));
        });
    }

    private void writeFindings(Session session, CheckRun check) {
        Path target = out.resolve(run.text("demo.findings") + ".json");
        try {
            Files.writeString(target, Json.write(new Json(run.texts()).check(check, session.pack(), Json.byId(session.budgets().lines(check.year())),
                    session.findings().standings(check.year()).orElseThrow(), session.linkage().difference(check.id()))));
        } catch (IOException e) {
            throw UserProblem.because(e, "cli.folder", target.toString());
        }
    }

    /** Attachments of the sample form have a folder of their own, so that the results stay together. */
    private Path attachments() {
        Path folder = out.resolve(run.text("demo.attachments"));
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw UserProblem.because(e, "cli.folder", folder.toString());
        }
    }

    private Path file(String key) {
        return out.resolve(run.text(key));
    }
}
