package org.lianshen.service.budget;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.identity.Permission;
import org.lianshen.service.BudgetService.Outcome;
import org.lianshen.service.BudgetService.Request;
import org.lianshen.service.Changes;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.BudgetIntake;
import org.lianshen.service.intake.FileDigest;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** One file on its way into the store: read, understood, checked and stored in one transaction, line after line, or not at all. */
final class BudgetTaking {

    private final Desk desk;
    private final SourceFiles files;
    private final Path file;
    private final Request request;
    private final Progress progress;
    private final Map<String, SheetLayout> layouts;
    private final UUID id;
    private final String name;
    private String sha256;

    BudgetTaking(Desk desk, SourceFiles files, Map<String, SheetLayout> layouts, Path file, Request request, Progress progress) {
        this.desk = desk;
        this.files = files;
        this.file = file;
        this.request = request;
        this.progress = progress;
        this.layouts = layouts;
        this.id = desk.ids().next();
        this.name = file.getFileName().toString();
    }

    /** Not stored after all: takes the transaction back. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<SheetReading> readings;

        Refused(List<SheetReading> readings) {
            super(null, null, false, false);
            this.readings = readings;
        }
    }

    Outcome take() {
        sha256 = FileDigest.of(file);
        if (request.dryRun()) {
            return new Outcome(batch(null, readOnly(), null), false);
        }
        try (var stream = open()) {
            List<BudgetLine> first = stream.next();
            if (first == null || first.isEmpty()) {
                while (stream.next() != null) {
                    // nothing to store: what is read is the account of it
                }
                return new Outcome(batch(null, stream.readings(), null), false);
            }
            var untouched = new AtomicReference<>(stream);
            return new Outcome(desk.write(Permission.IMPORT_BUDGET, Changes.Kind.BUDGET, id, tx -> {
                LineStream begun = untouched.getAndSet(null);
                if (begun != null) {
                    return store(tx, begun, first);
                }
                try (var again = open()) {
                    return store(tx, again, again.next());
                }
            }), true);
        } catch (Refused refused) {
            return new Outcome(batch(null, refused.readings, null), false);
        }
    }

    private LineStream open() {
        return new LineStream(files, file, request, key -> java.util.Optional.ofNullable(layouts.get(key)), id, desk.ids(), progress);
    }

    private List<SheetReading> readOnly() {
        try (SourceFile source = files.open(file, progress)) {
            return new BudgetIntake(request, key -> java.util.Optional.ofNullable(layouts.get(key)), progress).read(source, name, (sheet, row, kind, values, raw, rules) -> {
            });
        }
    }

    private BudgetBatch store(Tx tx, LineStream stream, List<BudgetLine> first) {
        Tx.Adding adding = tx.budgets().adding(id);
        for (List<BudgetLine> lines = first; lines != null; lines = stream.next()) {
            progress.check();
            lines.forEach(adding::line);
        }
        List<SheetReading> readings = stream.readings();
        if (!request.partial() && readings.stream().anyMatch(reading -> !reading.errors().isEmpty())) {
            throw new Refused(readings);
        }
        progress.check();
        if (!desk.store().files().keep(file).equals(sha256)) {
            throw UserProblem.of("budget.changedMeanwhile", name);
        }
        var found = batch(id, readings, null);
        UUID replaced = replaced(tx.budgets().batches(), found.file(), found.year(), found.kind());
        var batch = batch(id, readings, replaced);
        adding.finish(batch);
        stream.corrected().forEach(corrected -> remember(tx, corrected));
        tx.audit().append(new AuditEntry("budget.import", "batch " + id, null, null, name + " sha256=" + sha256 + " year=" + batch.year() + " kind=" + batch.kind() + " lines="
                + batch.lines() + (replaced == null ? "" : " replaces=" + replaced)));
        return batch;
    }

    private BudgetBatch batch(UUID stored, List<SheetReading> readings, UUID replaced) {
        SheetKind kind = request.kind() != null ? request.kind() : readings.isEmpty() ? SheetKind.ANNUAL : readings.getFirst().kind();
        return new BudgetBatch(stored, name, sha256, request.year(), kind, readings, readings.stream().mapToInt(SheetReading::rowsImported).sum(), replaced,
                desk.clock().instant(), desk.actor().name(), null);
    }

    /** The batch in force that came from the same source: the same file name, year and kind. */
    static UUID replaced(List<BudgetBatch> all, String file, int year, SheetKind kind) {
        var gone = all.stream().filter(other -> other.undoneAt() == null && other.replaces() != null).map(BudgetBatch::replaces).toList();
        return all.stream()
                .filter(other -> other.undoneAt() == null && !gone.contains(other.id()) && other.file().equals(file) && other.year() == year && other.kind() == kind)
                .max(Comparator.comparing(BudgetBatch::importedAt)).map(BudgetBatch::id).orElse(null);
    }

    private void remember(Tx tx, BudgetIntake.Corrected corrected) {
        Map<BudgetField, String> columns = request.columns().get(corrected.sheet());
        SheetLayout before = tx.layouts().of(corrected.layoutKey()).orElse(null);
        if (before == null || !before.columns().equals(columns) || before.unit() != request.unit() || before.kind() != request.kind()) {
            tx.layouts().add(new SheetLayout(desk.ids().next(), corrected.layoutKey(), corrected.label(), columns, request.unit(), request.kind(), false,
                    desk.clock().instant(), desk.actor().name()));
        }
    }
}
