package org.lianshen.ledger.ui;

import java.util.List;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.ledger.ListReading;

/**
 * What a file of a list was understood as.
 *
 * @param added how many of what was stored were new
 */
record ListImport(List<? extends ListReading> sheets, int added) {

    int good() {
        return sheets.stream().mapToInt(ListReading::rowsImported).sum();
    }

    List<CellError> errors() {
        return sheets.stream().flatMap(sheet -> sheet.errors().stream()).toList();
    }
}
