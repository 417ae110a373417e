package org.lianshen.service.budget;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.identity.Permission;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Changes;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.BudgetIntake;
import org.lianshen.service.intake.FileDigest;
import org.lianshen.service.intake.SheetPreview;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** Takes finance workbooks in: read whole, then stored in one transaction or not at all. */
public final class BudgetDesk implements BudgetService {

    private static final int PREVIEW_ROWS = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Desk desk;
    private final SourceFiles files;

    public BudgetDesk(Desk desk, SourceFiles files) {
        this.desk = desk;
        this.files = files;
    }

    @Override
    public List<BudgetBatch> batches() {
        return desk.read(tx -> tx.budgets().batches());
    }

    @Override
    public List<BudgetLine> lines(int year) {
        return desk.read(tx -> tx.budgets().lines(year));
    }

    @Override
    public List<SheetPreview> preview(Path file, Request request, Progress progress) {
        check(request);
        try (SourceFile source = files.open(file, progress)) {
            return new BudgetIntake(request, progress).preview(source, file.getFileName().toString(), PREVIEW_ROWS);
        }
    }

    @Override
    public Outcome take(Path file, Request request, Progress progress) {
        desk.require(Permission.IMPORT_BUDGET);
        check(request);
        String name = file.getFileName().toString();
        SheetKind kind = request.kind() == null ? SheetKind.ANNUAL : request.kind();
        UUID id = desk.ids().next();
        var lines = new ArrayList<BudgetLine>();
        String sha256 = FileDigest.of(file);
        List<SheetReading> readings;
        try (SourceFile source = files.open(file, progress)) {
            readings = new BudgetIntake(request, progress).read(source, name,
                    (sheet, row, values, raw) -> lines.add(new BudgetLine(desk.ids().next(), id, request.year(), kind, sheet, row, values, raw)));
        }
        boolean clean = readings.stream().allMatch(reading -> reading.errors().isEmpty());
        boolean store = !request.dryRun() && !lines.isEmpty() && (clean || request.partial());
        var batch = new BudgetBatch(store ? id : null, name, sha256, request.year(), kind, readings, lines.size(), null, desk.clock().instant(), desk.actor().name(), null);
        progress.check();
        return store ? new Outcome(store(file, batch, lines), true) : new Outcome(batch, false);
    }

    private BudgetBatch store(Path file, BudgetBatch batch, List<BudgetLine> lines) {
        if (!desk.store().files().keep(file).equals(batch.sha256())) {
            throw UserProblem.of("budget.changedMeanwhile", batch.file());
        }
        return desk.write(Permission.IMPORT_BUDGET, Changes.Kind.BUDGET, batch.id(), tx -> {
            UUID replaced = replaced(tx, batch);
            var stored = new BudgetBatch(batch.id(), batch.file(), batch.sha256(), batch.year(), batch.kind(), batch.sheets(), batch.lines(), replaced, batch.importedAt(),
                    batch.importedBy(), null);
            tx.budgets().add(stored, lines);
            tx.audit().append(new AuditEntry("budget.import", "batch " + batch.id(), null, null,
                    batch.file() + " sha256=" + batch.sha256() + " year=" + batch.year() + " kind=" + batch.kind() + " lines=" + batch.lines()
                            + (replaced == null ? "" : " replaces=" + replaced)));
            return stored;
        });
    }

    /** The batch in force that came from the same source: the same file name, year and kind. */
    private static UUID replaced(Tx tx, BudgetBatch batch) {
        var all = tx.budgets().batches();
        var gone = all.stream().filter(other -> other.undoneAt() == null && other.replaces() != null).map(BudgetBatch::replaces).toList();
        return all.stream()
                .filter(other -> other.undoneAt() == null && !gone.contains(other.id()) && other.file().equals(batch.file()) && other.year() == batch.year()
                        && other.kind() == batch.kind())
                .max(Comparator.comparing(BudgetBatch::importedAt)).map(BudgetBatch::id).orElse(null);
    }

    @Override
    public void undo(UUID batch) {
        desk.write(Permission.IMPORT_BUDGET, Changes.Kind.BUDGET, batch, tx -> {
            BudgetBatch found = find(tx, batch);
            if (found.undoneAt() != null) {
                throw UserProblem.of("budget.undone", found.file());
            }
            tx.budgets().undo(batch, desk.clock().instant());
            tx.audit().append(new AuditEntry("budget.undo", "batch " + batch, null, null, found.file()));
            return null;
        });
    }

    @Override
    public void fetch(UUID batch, Path target) {
        BudgetBatch found = desk.read(tx -> find(tx, batch));
        if (!desk.store().files().has(found.sha256())) {
            throw UserProblem.of("budget.fileGone", found.file());
        }
        desk.store().files().fetch(found.sha256(), target);
    }

    private static BudgetBatch find(Tx tx, UUID batch) {
        return tx.budgets().batch(batch).orElseThrow(() -> UserProblem.of("budget.noBatch"));
    }

    private static void check(Request request) {
        if (request.year() < FIRST_YEAR || request.year() > LAST_YEAR) {
            throw UserProblem.of("budget.year", request.year());
        }
    }
}
