package org.lianshen.model.expert;

import java.util.List;
import java.util.Map;
import org.lianshen.model.Message;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.SkippedRow;
import org.lianshen.model.ledger.ListReading;

/** How a sheet of a list of experts was understood. */
public record ExpertReading(String name, List<Integer> headerRows, Map<String, String> columns, int rowsRead, int rowsImported, List<SkippedRow> skipped,
        List<CellError> errors, List<Message> notices) implements ListReading {

    public ExpertReading {
        headerRows = List.copyOf(headerRows);
        columns = Map.copyOf(columns);
        skipped = List.copyOf(skipped);
        errors = List.copyOf(errors);
        notices = List.copyOf(notices);
    }
}
