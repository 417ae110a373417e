package org.lianshen.model.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.SkippedRow;

/** One import of already reviewed projects. */
public record LedgerBatch(UUID id, String file, String sha256, String sheet, List<Integer> headerRows, int rowsRead, int rowsImported, List<SkippedRow> skipped,
        List<CellError> errors, Instant importedAt, String importedBy) {
    public LedgerBatch {
        headerRows = List.copyOf(headerRows);
        skipped = List.copyOf(skipped);
        errors = List.copyOf(errors);
    }
}
