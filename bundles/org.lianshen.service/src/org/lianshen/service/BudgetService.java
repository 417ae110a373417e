package org.lianshen.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.LineOrigin;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.service.intake.SheetPreview;
import org.lianshen.service.intake.SourceExcerpt;

/** Desk 3: finance workbooks in. */
public interface BudgetService {

    List<BudgetBatch> batches();

    List<BudgetLine> lines(int year);

    /** How the file would be understood: its sheets as they are and the reading of each; stores nothing. */
    default List<SheetPreview> preview(Path file, Request request, Progress progress) {
        return preview(file, request, early -> {
        }, progress);
    }

    /** @param early gets what the first rows of a long sheet say, while the rest is read; called on the thread of the caller */
    List<SheetPreview> preview(Path file, Request request, Consumer<List<SheetPreview>> early, Progress progress);

    /** What would differ from the version in force that this file would replace; empty where it would replace none. Stores nothing. */
    Optional<VersionDiff> compare(Path file, Request request, Progress progress);

    /** What differs from the version that a batch replaced; empty where it replaced none. */
    Optional<VersionDiff> changes(UUID batch);

    /** Where every value of a line came from. */
    LineOrigin origin(UUID line);

    /** The kept workbook around a row, as it stands. */
    SourceExcerpt excerpt(UUID batch, String sheet, int row);

    /** Writes a copy of a file that was not, or not wholly, imported, with a comment at every cell that could not be read, for the unit that made it. @return comments */
    int rejected(Path file, List<SheetReading> readings, Path target);

    /** Corrections that are remembered, by layout. */
    List<SheetLayout> layouts();

    /** Takes back what was remembered about sheets of a layout. */
    void forget(String layoutKey);

    /**
     * Reads, checks and stores in one transaction. A cell that cannot be read stops the whole file unless {@link Request#partial}. Lines are stored while the file is
     * read, however many; if it is stopped or refused nothing of it stays. Columns that the request corrects are remembered for sheets of the same layout.
     *
     * @return the outcome; {@code stored} tells whether anything was kept
     * @throws org.lianshen.model.UserProblem if the file is no workbook, is hostile, protected, or has no recognisable header
     */
    Outcome take(Path file, Request request, Progress progress);

    /** Takes a batch back; its lines are no longer seen. */
    void undo(UUID batch);

    /** The kept workbook of a batch, written to {@code target}. */
    void fetch(UUID batch, Path target);

    /**
     * @param kind      null: each sheet as its heads say
     * @param sheet     only this sheet, or null for every sheet that has a recognisable header
     * @param unit      unit to assume, or null to read it from the caption
     * @param columns   corrections by sheet name: field → column letter; empty map: as recognised
     * @param dryRun    store nothing
     * @param partial   store the good rows
     */
    record Request(int year, SheetKind kind, String sheet, AmountUnit unit, Map<String, Map<BudgetField, String>> columns, boolean dryRun, boolean partial) {
        public static Request of(int year) {
            return new Request(year, SheetKind.ANNUAL, null, null, Map.of(), false, false);
        }
    }

    /** @param batch with the readings; its id is null when nothing was stored */
    record Outcome(BudgetBatch batch, boolean stored) {
        public boolean clean() {
            return batch.sheets().stream().allMatch(sheet -> sheet.errors().isEmpty());
        }
    }
}
