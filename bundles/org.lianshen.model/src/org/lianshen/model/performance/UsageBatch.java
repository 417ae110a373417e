package org.lianshen.model.performance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.SkippedRow;
import org.lianshen.model.ledger.ListReading;

/** One import of monthly usage figures. */
public record UsageBatch(UUID id, String file, String sha256, List<Sheet> sheets, Instant importedAt, String importedBy) {

    public UsageBatch {
        sheets = List.copyOf(sheets);
    }

    public record Sheet(String name, List<Integer> headerRows, Map<String, String> columns, int rowsRead, int rowsImported, List<SkippedRow> skipped,
            List<CellError> errors, List<Message> notices) implements ListReading {
        public Sheet {
            headerRows = List.copyOf(headerRows);
            columns = Map.copyOf(columns);
            skipped = List.copyOf(skipped);
            errors = List.copyOf(errors);
            notices = List.copyOf(notices);
        }
    }

    /** No cell of it was refused. */
    public boolean clean() {
        return sheets.stream().allMatch(sheet -> sheet.errors().isEmpty());
    }
}
