package org.lianshen.model.budget;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One import of a workbook. The same file again, or a changed one for the same source, is a new version; the old stays.
 *
 * @param file     name without folder
 * @param sha256   of the file's bytes, lower-case hex; the file itself is kept beside the database under it
 * @param replaces batch that this one takes the place of, or null
 * @param undoneAt null unless the import was taken back
 */
public record BudgetBatch(UUID id, String file, String sha256, int year, SheetKind kind, List<SheetReading> sheets, int lines, UUID replaces, Instant importedAt,
        String importedBy, Instant undoneAt) {

    public BudgetBatch {
        sheets = List.copyOf(sheets);
    }

    /** How the table was understood that a row stands in: a sheet may hold several, one below the other. */
    public Optional<SheetReading> reading(String sheet, int row) {
        return sheets.stream().filter(reading -> reading.name().equals(sheet) && (reading.headerRows().isEmpty() || reading.headerRows().getLast() < row))
                .max(Comparator.comparingInt(reading -> reading.headerRows().isEmpty() ? 0 : reading.headerRows().getLast()));
    }
}
