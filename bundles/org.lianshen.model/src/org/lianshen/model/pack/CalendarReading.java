package org.lianshen.model.pack;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lianshen.model.Message;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.SkippedRow;
import org.lianshen.model.ledger.ListReading;

/**
 * What a file of public holidays and make-up working days says.
 *
 * @param years the days of rows without errors, by year
 */
public record CalendarReading(String file, String sha256, List<Sheet> sheets, Map<Integer, Year> years) {

    public CalendarReading {
        sheets = List.copyOf(sheets);
        years = Collections.unmodifiableMap(new TreeMap<>(years));
    }

    /**
     * @param holidays days off
     * @param workdays Saturdays and Sundays that are worked
     * @param names    what the days off are for, as the file writes it, each once
     */
    public record Year(SortedSet<LocalDate> holidays, SortedSet<LocalDate> workdays, List<String> names) {
        public Year {
            holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
            workdays = Collections.unmodifiableSortedSet(new TreeSet<>(workdays));
            names = names.stream().distinct().toList();
        }
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

    public List<CellError> errors() {
        return sheets.stream().flatMap(sheet -> sheet.errors().stream()).toList();
    }
}
