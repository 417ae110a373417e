package org.lianshen.service.ledger;

import java.nio.file.Path;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.ListReading;
import org.lianshen.service.CatalogueService;
import org.lianshen.service.Changes;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.CatalogueIntake;
import org.lianshen.service.intake.FileDigest;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.session.Desk;
import org.lianshen.service.table.WorkbookMarker;
import org.lianshen.service.text.Texts;

/** Catalogues of what exists: imported, kept, shown. */
public final class CatalogueDesk implements CatalogueService {

    private final Desk desk;
    private final SourceFiles files;
    private final WorkbookMarker marker;
    private final Texts texts;

    public CatalogueDesk(Desk desk, SourceFiles files, WorkbookMarker marker, Texts texts) {
        this.desk = desk;
        this.files = files;
        this.marker = marker;
        this.texts = texts;
    }

    @Override
    public List<CatalogueEntry> all() {
        return desk.read(tx -> tx.catalogue().all());
    }

    @Override
    public List<CatalogueBatch> batches() {
        return desk.read(tx -> tx.catalogue().batches());
    }

    @Override
    public int rejected(Path file, List<? extends ListReading> readings, Path target) {
        return marker.markErrors(file, target, readings.stream().flatMap(reading -> reading.errors().stream()).toList(), texts);
    }

    @Override
    public Outcome take(Path file, CatalogueEntry.Kind kind, boolean dryRun, boolean partial, Progress progress) {
        desk.require(Permission.IMPORT_LEDGER);
        String sha256 = FileDigest.of(file);
        String name = file.getFileName().toString();
        CatalogueIntake.Reading reading;
        try (SourceFile source = files.open(file, progress)) {
            reading = new CatalogueIntake(desk.ids()::next, progress).read(source, name, kind);
        }
        progress.check();
        boolean clean = reading.sheets().stream().allMatch(sheet -> sheet.errors().isEmpty());
        boolean store = !dryRun && !reading.entries().isEmpty() && (clean || partial);
        var batch = new CatalogueBatch(store ? desk.ids().next() : null, name, sha256, reading.sheets(), desk.clock().instant(), desk.actor().name());
        if (!store) {
            return new Outcome(batch, false, 0);
        }
        if (!desk.store().files().keep(file).equals(sha256)) {
            throw UserProblem.of("budget.changedMeanwhile", name);
        }
        return desk.write(Permission.IMPORT_LEDGER, Changes.Kind.LEDGER, batch.id(), tx -> {
            int added = tx.catalogue().put(batch, reading.entries());
            tx.audit().append(new AuditEntry("catalogue.import", "catalogue " + batch.id(), null, null,
                    name + " sha256=" + sha256 + " entries=" + reading.entries().size() + " new=" + added));
            return new Outcome(batch, true, added);
        });
    }
}
