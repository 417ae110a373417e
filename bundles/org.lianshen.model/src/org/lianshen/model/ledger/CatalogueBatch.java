package org.lianshen.model.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.SkippedRow;

/** One import of catalogues of what exists. */
public record CatalogueBatch(UUID id, String file, String sha256, List<Sheet> sheets, Instant importedAt, String importedBy) {

    public CatalogueBatch {
        sheets = List.copyOf(sheets);
    }

    /**
     * How a sheet was understood.
     *
     * @param columns column letters by field
     * @param counts  rows imported by kind
     */
    public record Sheet(String name, List<Integer> headerRows, Map<String, String> columns, int rowsRead, Map<CatalogueEntry.Kind, Integer> counts,
            List<SkippedRow> skipped, List<CellError> errors, List<Message> notices) implements ListReading {
        public Sheet {
            headerRows = List.copyOf(headerRows);
            columns = Map.copyOf(columns);
            counts = Map.copyOf(counts);
            skipped = List.copyOf(skipped);
            errors = List.copyOf(errors);
            notices = List.copyOf(notices);
        }

        @Override
        public int rowsImported() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** No cell of it was refused. */
    public boolean clean() {
        return sheets.stream().allMatch(sheet -> sheet.errors().isEmpty());
    }

    public int rowsImported() {
        return sheets.stream().mapToInt(Sheet::rowsImported).sum();
    }
}
