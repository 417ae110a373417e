package org.lianshen.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.service.intake.SheetPreview;

/** Desk 3: finance workbooks in. */
public interface BudgetService {

    List<BudgetBatch> batches();

    List<BudgetLine> lines(int year);

    /** How the file would be understood: its sheets as they are and the reading of each; stores nothing. */
    List<SheetPreview> preview(Path file, Request request, Progress progress);

    /**
     * Reads, checks and stores in one transaction. A cell that cannot be read stops the whole file unless {@link Request#partial}.
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
