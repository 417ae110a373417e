package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.lianshen.model.Message;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.service.Progress;

/** Understands catalogues of what exists: systems, components, data, purchased data, models and assets, one kind a sheet or row by row. Knows nothing of file formats. */
public final class CatalogueIntake {

    private final Supplier<UUID> ids;
    private final Progress progress;

    /** @param ids keys for the entries read */
    public CatalogueIntake(Supplier<UUID> ids, Progress progress) {
        this.ids = ids;
        this.progress = progress;
    }

    /** @param entries the rows without errors; which of them may be stored is for the caller to decide */
    public record Reading(List<CatalogueBatch.Sheet> sheets, List<CatalogueEntry> entries, List<Message> notices) {
        public Reading {
            sheets = List.copyOf(sheets);
            entries = List.copyOf(entries);
            notices = List.copyOf(notices);
        }
    }

    /**
     * Reads every visible sheet that has the header of a catalogue.
     *
     * @param name of the file, for messages
     * @param kind of all rows, or null: as the rows, the sheet, its head or the file say
     * @throws org.lianshen.model.UserProblem if no sheet has a recognisable header, or nothing says of what kind it is
     */
    public Reading read(SourceFile file, String name, CatalogueEntry.Kind kind) {
        List<CatalogueSheet> sheets = ListSheet.all(file, sheet -> new CatalogueSheet(sheet, name, kind, ids, progress), Message.of("intake.noCatalogue", name));
        return new Reading(sheets.stream().map(CatalogueSheet::reading).toList(), sheets.stream().flatMap(sheet -> sheet.entries().stream()).toList(), file.notices());
    }

    static List<Message> missing(Set<CatalogueHead> heads) {
        var missing = new ArrayList<Message>();
        if (!heads.contains(CatalogueHead.NAME)) {
            missing.add(Message.of("intake.need.catalogue.name"));
        }
        if (!heads.contains(CatalogueHead.UNIT)) {
            missing.add(Message.of("intake.need.ledger.unit"));
        }
        return missing;
    }
}
