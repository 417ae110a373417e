package org.lianshen.service.ledger;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerRow;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.GradeRecord;
import org.lianshen.model.linkage.LinkageCheck;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.review.State;
import org.lianshen.service.Changes;
import org.lianshen.service.LedgerService;
import org.lianshen.service.Progress;
import org.lianshen.service.finding.Standings;
import org.lianshen.service.intake.FileDigest;
import org.lianshen.service.intake.LedgerIntake;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.linkage.CheckInputs;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.table.LedgerTable;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.text.Texts;

/** Desk 5: the one ledger, computed from what was imported and what happened in this store. */
public final class LedgerDesk implements LedgerService {

    private static final int NO_YEAR = 0;

    private final Desk desk;
    private final Projects projects;
    private final SourceFiles files;
    private final TableWriter tables;
    private final Texts texts;

    /** @param texts language of exports */
    public LedgerDesk(Desk desk, Projects projects, SourceFiles files, TableWriter tables, Texts texts) {
        this.desk = desk;
        this.projects = projects;
        this.files = files;
        this.tables = tables;
        this.texts = texts;
    }

    @Override
    public List<LedgerProject> projects(LocalDate asOf) {
        return desk.read(tx -> projects.on(tx, asOf));
    }

    @Override
    public List<LedgerRow> rows(LocalDate asOf) {
        RulePack pack = desk.packs().apply(asOf);
        List<Finding> findings = new ArrayList<>();
        CheckInput input = desk.read(tx -> {
            for (int year : List.of(asOf.getYear(), asOf.getYear() + 1)) {
                tx.checks().last(year).ifPresent(run -> findings.addAll(Standings.of(tx, run, desk).open()));
            }
            return CheckInputs.of(tx, projects, NO_YEAR, asOf, pack);
        });
        Map<UUID, List<CheckedLine>> tied = LinkageCheck.lines(input).stream().filter(each -> each.project() != null)
                .collect(Collectors.groupingBy(each -> each.project().id()));
        Map<UUID, GradeRecord> grades = new HashMap<>();
        input.grades().forEach(grade -> grades.merge(grade.project(), grade, (a, b) -> b.year() >= a.year() ? b : a));
        Map<UUID, List<Finding>> found = findings.stream().filter(finding -> finding.project() != null).collect(Collectors.groupingBy(Finding::project));
        return input.projects().stream().filter(project -> project.state() != State.DRAFT).map(project -> {
            AmountChain chain = AmountChain.of(project, tied.getOrDefault(project.id(), List.of()));
            GradeRecord grade = grades.get(project.id());
            List<Finding> about = found.getOrDefault(project.id(), List.of());
            return new LedgerRow(project, chain.initial(), chain.budgeted(), chain.paid(), grade == null ? null : grade.score(), grade == null ? null : grade.grade(),
                    count(about, Severity.E), count(about, Severity.W));
        }).toList();
    }

    private static int count(List<Finding> findings, Severity severity) {
        return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    @Override
    public LedgerRow row(UUID project, LocalDate asOf) {
        return rows(asOf).stream().filter(row -> row.project().id().equals(project)).findFirst().orElseThrow(() -> UserProblem.of("linkage.noProject"));
    }

    @Override
    public Outcome take(Path file, boolean dryRun, boolean partial, Progress progress) {
        desk.require(Permission.IMPORT_LEDGER);
        String sha256 = FileDigest.of(file);
        String name = file.getFileName().toString();
        LedgerIntake.Reading reading;
        try (SourceFile source = files.open(file, progress)) {
            reading = new LedgerIntake(desk.ids()::next, progress).read(source, name);
        }
        progress.check();
        boolean store = !dryRun && !reading.projects().isEmpty() && (reading.errors().isEmpty() || partial);
        var batch = new LedgerBatch(store ? desk.ids().next() : null, name, sha256, reading.sheet(), reading.headerRows(), reading.rowsRead(),
                reading.projects().size(), reading.skipped(), reading.errors(), desk.clock().instant(), desk.actor().name());
        if (!store) {
            return new Outcome(batch, false);
        }
        if (!desk.store().files().keep(file).equals(sha256)) {
            throw UserProblem.of("budget.changedMeanwhile", name);
        }
        return desk.write(Permission.IMPORT_LEDGER, Changes.Kind.LEDGER, batch.id(), tx -> {
            int added = tx.ledger().put(batch, reading.projects());
            tx.audit().append(new AuditEntry("ledger.import", "ledger " + batch.id(), null, null,
                    name + " sha256=" + sha256 + " projects=" + reading.projects().size() + " new=" + added));
            return new Outcome(batch, true);
        });
    }

    @Override
    public void export(LocalDate asOf, Path target) {
        desk.require(Permission.PRINT);
        tables.write(target, List.of(new LedgerTable(texts).sheet(rows(asOf), asOf)), texts.locale());
    }

    @Override
    public void export(LocalDate asOf, TableSpec<LedgerRow> columns, List<LedgerRow> rows, Path target) {
        desk.require(Permission.PRINT);
        tables.write(target, List.of(new LedgerTable(texts).sheet(columns, rows, asOf)), texts.locale());
    }

    @Override
    public List<Event> timeline(UUID project) {
        RulePack pack = desk.pack();
        return desk.read(tx -> {
            CheckInput input = CheckInputs.of(tx, projects, NO_YEAR, desk.today(), pack);
            LedgerProject found = input.projects().stream().filter(each -> each.id().equals(project)).findFirst()
                    .orElseThrow(() -> UserProblem.of("linkage.noProject"));
            List<CheckedLine> tied = LinkageCheck.lines(input).stream().filter(each -> each.project() != null && each.project().id().equals(project)).toList();
            return new Timeline(tx, pack, desk.clock().getZone()).of(found, tied);
        });
    }

    @Override
    public Dashboard dashboard(int year, LocalDate asOf) {
        RulePack pack = desk.packs().apply(asOf);
        CheckInput input = desk.read(tx -> CheckInputs.of(tx, projects, year, asOf, pack));
        var figures = new Figures(input);
        var now = new CheckRun(desk.ids().next(), year, asOf, pack.id(), desk.clock().instant(), desk.actor().name(), figures.outcome().lines(), figures.outcome().findings());
        return figures.dashboard(desk.read(tx -> Standings.of(tx, now, desk)).open());
    }
}
