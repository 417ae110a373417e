package org.lianshen.service.budget;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.LineOrigin;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.model.identity.Permission;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Changes;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.BudgetIntake;
import org.lianshen.service.intake.FileDigest;
import org.lianshen.service.intake.SheetPreview;
import org.lianshen.service.intake.SourceExcerpt;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.table.WorkbookMarker;
import org.lianshen.service.text.Texts;

/** Takes finance workbooks in, tells what each of them says and where it says it. */
public final class BudgetDesk implements BudgetService {

    private static final int PREVIEW_ROWS = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_COMPARED = 300_000;
    private static final UUID NO_ID = new UUID(0, 0);

    private final Desk desk;
    private final SourceFiles files;
    private final WorkbookMarker marker;
    private final Texts texts;

    /** @param texts language of the comments that go back to the units */
    public BudgetDesk(Desk desk, SourceFiles files, WorkbookMarker marker, Texts texts) {
        this.desk = desk;
        this.files = files;
        this.marker = marker;
        this.texts = texts;
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
    public List<SheetPreview> preview(Path file, Request request, Consumer<List<SheetPreview>> early, Progress progress) {
        check(request);
        Map<String, SheetLayout> known = known();
        try (SourceFile source = files.open(file, progress)) {
            return new BudgetIntake(request, key -> Optional.ofNullable(known.get(key)), progress).preview(source, name(file), PREVIEW_ROWS, early);
        }
    }

    @Override
    public Outcome take(Path file, Request request, Progress progress) {
        desk.require(Permission.IMPORT_BUDGET);
        check(request);
        return new BudgetTaking(desk, files, known(), file, request, progress).take();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** What is remembered now, by layout: looked up before the file is read, so that reading needs no store. */
    private Map<String, SheetLayout> known() {
        var known = new HashMap<String, SheetLayout>();
        desk.read(tx -> tx.layouts().all()).forEach(layout -> known.put(layout.key(), layout));
        known.values().removeIf(SheetLayout::forgotten);
        return known;
    }

    @Override
    public List<SheetLayout> layouts() {
        return known().values().stream().sorted(Comparator.comparing(SheetLayout::at).reversed()).toList();
    }

    @Override
    public void forget(String layoutKey) {
        SheetLayout before = known().get(layoutKey);
        if (before == null) {
            return;
        }
        UUID id = desk.ids().next();
        desk.write(Permission.IMPORT_BUDGET, Changes.Kind.BUDGET, id, tx -> {
            tx.layouts().add(new SheetLayout(id, layoutKey, before.label(), Map.of(), null, null, true, desk.clock().instant(), desk.actor().name()));
            tx.audit().append(new AuditEntry("budget.forgetLayout", "layout " + layoutKey, null, null, before.label()));
            return null;
        });
    }

    @Override
    public Optional<VersionDiff> compare(Path file, Request request, Progress progress) {
        check(request);
        List<BudgetBatch> batches = batches();
        if (batches.stream().noneMatch(batch -> batch.undoneAt() == null && batch.file().equals(name(file)) && batch.year() == request.year())) {
            return Optional.empty();
        }
        String sha256 = FileDigest.of(file);
        Map<String, SheetLayout> known = known();
        var lines = new ArrayList<BudgetLine>();
        var kind = new SheetKind[] {request.kind()};
        try (SourceFile source = files.open(file, progress)) {
            List<SheetReading> readings = new BudgetIntake(request, key -> Optional.ofNullable(known.get(key)), progress).read(source, name(file),
                    (sheet, row, of, values, raw, rules) -> {
                        if (lines.size() < MOST_COMPARED) {
                            lines.add(new BudgetLine(NO_ID, NO_ID, request.year(), of, sheet, row, values, raw, rules));
                        }
                    });
            kind[0] = kind[0] == null ? readings.getFirst().kind() : kind[0];
        }
        UUID replaced = BudgetTaking.replaced(batches, name(file), request.year(), kind[0]);
        BudgetBatch older = batches.stream().filter(batch -> batch.id().equals(replaced)).findFirst().orElse(null);
        return older == null || tooMany(older) || lines.size() == MOST_COMPARED ? Optional.empty() : Optional.of(diff(older, sha256, lines));
    }

    /** Two versions are held in memory to compare them. */
    private static boolean tooMany(BudgetBatch batch) {
        return batch.lines() >= MOST_COMPARED;
    }

    private VersionDiff diff(BudgetBatch older, String sha256, List<BudgetLine> newer) {
        var versions = new Versions();
        desk.read(tx -> {
            tx.budgets().eachLineOf(older.id(), versions::before);
            return null;
        });
        newer.forEach(versions::after);
        return versions.diff(older, older.sha256().equals(sha256));
    }

    @Override
    public Optional<VersionDiff> changes(UUID batch) {
        BudgetBatch found = desk.read(tx -> find(tx, batch));
        BudgetBatch older = found.replaces() == null ? null : desk.read(tx -> tx.budgets().batch(found.replaces())).orElse(null);
        if (older == null || tooMany(older) || tooMany(found)) {
            return Optional.empty();
        }
        var lines = new ArrayList<BudgetLine>();
        desk.read(tx -> {
            tx.budgets().eachLineOf(batch, lines::add);
            return null;
        });
        return Optional.of(diff(older, found.sha256(), lines));
    }

    @Override
    public LineOrigin origin(UUID line) {
        return desk.read(tx -> {
            BudgetLine found = tx.budgets().line(line).orElseThrow(() -> UserProblem.of("budget.noLine"));
            return LineOrigin.of(found, find(tx, found.batch()));
        });
    }

    @Override
    public SourceExcerpt excerpt(UUID batch, String sheet, int row) {
        BudgetBatch found = desk.read(tx -> find(tx, batch));
        return new KeptWorkbook(desk.store().files(), files).excerpt(found, sheet, row);
    }

    @Override
    public int rejected(Path file, List<SheetReading> readings, Path target) {
        return marker.markErrors(file, target, readings.stream().flatMap(reading -> reading.errors().stream()).toList(), texts);
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
