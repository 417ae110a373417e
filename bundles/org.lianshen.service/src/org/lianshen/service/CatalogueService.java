package org.lianshen.service;

import java.nio.file.Path;
import java.util.List;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.ListReading;

/** What exists already: systems, components, data, purchased data, models and assets, as the linkage rules look at it. */
public interface CatalogueService {

    /** In the order of their first import. */
    List<CatalogueEntry> all();

    /** Oldest first. */
    List<CatalogueBatch> batches();

    /**
     * Reads a workbook; all or nothing, unless {@code partial}. What comes again by its number, or without one by unit and name, takes the new content.
     *
     * @param kind of all rows, or null: as the file says
     * @throws org.lianshen.model.UserProblem if the file is no workbook, is hostile, or has no recognisable header
     */
    Outcome take(Path file, CatalogueEntry.Kind kind, boolean dryRun, boolean partial, Progress progress);

    /** Writes the workbook, of a catalogue or of usage figures, back with a comment at every cell that could not be read. @return how many cells */
    int rejected(Path file, List<? extends ListReading> readings, Path target);

    /** @param batch its id is null when nothing was stored @param added how many entries were new */
    record Outcome(CatalogueBatch batch, boolean stored, int added) {
    }
}
