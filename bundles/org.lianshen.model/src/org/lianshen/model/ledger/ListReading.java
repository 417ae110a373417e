package org.lianshen.model.ledger;

import java.util.List;
import java.util.Map;
import org.lianshen.model.Message;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.SkippedRow;

/** How a sheet was understood in which every row is one thing. */
public interface ListReading {

    String name();

    List<Integer> headerRows();

    /** Column letters by field. */
    Map<String, String> columns();

    int rowsRead();

    int rowsImported();

    List<SkippedRow> skipped();

    List<CellError> errors();

    /** What a person should know. */
    List<Message> notices();
}
