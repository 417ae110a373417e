package org.lianshen.service.linkage;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.LineKey;
import org.lianshen.model.linkage.LinkDecision;
import org.lianshen.model.linkage.LinkageCheck;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.Changes;
import org.lianshen.service.LinkageService;
import org.lianshen.service.Progress;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.table.FindingsTables;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.table.WorkbookMarker;
import org.lianshen.service.text.Texts;

/** Desk 3: runs the linkage check, keeps the officers' words on links, and writes what was found. */
public final class LinkageDesk implements LinkageService {

    private final Desk desk;
    private final Projects projects;
    private final RulePacks packs;
    private final TableWriter tables;
    private final WorkbookMarker marker;
    private final Texts texts;

    /** @param texts language of exports and comments */
    public LinkageDesk(Desk desk, Projects projects, RulePacks packs, TableWriter tables, WorkbookMarker marker, Texts texts) {
        this.desk = desk;
        this.projects = projects;
        this.packs = packs;
        this.tables = tables;
        this.marker = marker;
        this.texts = texts;
    }

    @Override
    public CheckRun check(int year, LocalDate asOf, Progress progress) {
        desk.require(Permission.CONFIRM_LINK);
        LocalDate day = asOf == null ? desk.today() : asOf;
        RulePack pack = desk.packs().apply(day);
        CheckInput input = desk.read(tx -> CheckInputs.of(tx, projects, year, day, pack));
        LinkageCheck.Outcome outcome = LinkageCheck.run(input, done -> {
            progress.check();
            progress.at(done, input.lines().size());
        });
        var run = new CheckRun(desk.ids().next(), year, day, pack.id(), desk.clock().instant(), desk.actor().name(), outcome.lines(), outcome.findings());
        return desk.write(Permission.CONFIRM_LINK, Changes.Kind.LINKAGE, run.id(), tx -> {
            tx.checks().add(run);
            tx.audit().append(new AuditEntry("linkage.check", "year " + year, null, null, summary(run)));
            return run;
        });
    }

    private static Map<UUID, String> files(Tx tx) {
        return tx.budgets().batches().stream().collect(Collectors.toMap(BudgetBatch::id, BudgetBatch::file));
    }

    private static String summary(CheckRun run) {
        Map<Severity, Long> counts = run.findings().stream().collect(Collectors.groupingBy(finding -> finding.severity(), Collectors.counting()));
        return "lines " + run.lines().size() + " E " + counts.getOrDefault(Severity.E, 0L) + " W " + counts.getOrDefault(Severity.W, 0L) + " as of " + run.asOf()
                + " " + run.pack();
    }

    @Override
    public Optional<CheckRun> last(int year) {
        return desk.read(tx -> tx.checks().last(year));
    }

    @Override
    public LinkDecision confirm(UUID line, UUID project, String note) {
        return decide(line, project, true, note);
    }

    @Override
    public LinkDecision reject(UUID line, UUID project, String note) {
        return decide(line, project, false, note);
    }

    private LinkDecision decide(UUID line, UUID project, boolean confirmed, String note) {
        return desk.write(Permission.CONFIRM_LINK, Changes.Kind.LINKAGE, line, tx -> {
            BudgetLine found = tx.budgets().line(line).orElseThrow(() -> UserProblem.of("linkage.noLine"));
            LedgerProject chosen = projects.find(tx, project, desk.today()).orElseThrow(() -> UserProblem.of("linkage.noProject"));
            var decision = new LinkDecision(desk.ids().next(), LineKey.of(found), line, project,
                    confirmed ? LinkDecision.Answer.CONFIRMED : LinkDecision.Answer.REJECTED, null, desk.actor().name(), desk.clock().instant(),
                    note == null ? "" : note.strip());
            tx.links().add(decision);
            String name = chosen.reviewNo() == null ? chosen.name() : chosen.reviewNo();
            tx.audit().append(new AuditEntry(confirmed ? "link.confirm" : "link.reject", "line " + decision.lineKey(), null, name, decision.note()));
            return decision;
        });
    }

    @Override
    public List<LinkDecision> decisions() {
        return desk.read(tx -> tx.links().all());
    }

    @Override
    public void exportFindings(CheckRun run, Path target) {
        desk.require(Permission.PRINT);
        var byId = new HashMap<UUID, BudgetLine>();
        Map<UUID, String> names = desk.read(tx -> {
            tx.budgets().lines(run.year()).forEach(line -> byId.put(line.id(), line));
            tx.budgets().eachLine(line -> {
                if (line.year() != run.year()) {
                    byId.putIfAbsent(line.id(), line);
                }
            });
            return files(tx);
        });
        tables.write(target, new FindingsTables(texts, packs.byId(run.pack()), byId, names).sheets(run), texts.locale());
    }

    @Override
    public List<Path> mark(CheckRun run, Path target) {
        desk.require(Permission.PRINT);
        List<BudgetLine> lines = desk.read(tx -> tx.budgets().lines(run.year()));
        List<BudgetBatch> batches = desk.read(tx -> tx.budgets().batches());
        return new MarkedWorkbooks(desk.store().files(), marker, texts, packs.byId(run.pack())).write(run, lines, batches, target);
    }
}
