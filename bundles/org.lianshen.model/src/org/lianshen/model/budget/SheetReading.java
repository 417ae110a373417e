package org.lianshen.model.budget;

import java.util.List;
import java.util.Map;
import org.lianshen.model.Message;
import org.lianshen.model.Money;

/**
 * How a sheet was understood.
 *
 * @param headerRows   1-based rows of the header
 * @param unit         unit of amounts, and where it was found in {@code unitSource} ({@code A2}, {@code header}, {@code asked}, {@code default})
 * @param columns      column letters by field
 * @param rowsRead     rows below the header that hold anything
 * @param skipped      rows not imported, with the reason
 * @param errors       cells that could not be read
 * @param totals       the sheet's own totals beside what was read
 * @param notices      anything worth saying: hidden rows, merged cells, formulas
 */
public record SheetReading(String name, SheetKind kind, List<Integer> headerRows, AmountUnit unit, String unitSource, Map<BudgetField, String> columns, int rowsRead,
        int rowsImported, List<SkippedRow> skipped, List<CellError> errors, List<TotalCheck> totals, List<Message> notices) {

    public SheetReading {
        headerRows = List.copyOf(headerRows);
        columns = Map.copyOf(columns);
        skipped = List.copyOf(skipped);
        errors = List.copyOf(errors);
        totals = List.copyOf(totals);
        notices = List.copyOf(notices);
    }

    public record SkippedRow(int row, Message why) {
    }

    /** {@code cell} as A1 reference, {@code value} the raw text, {@code code} a stable word such as {@code amount.text}, {@code code.damaged}. */
    public record CellError(String sheet, String cell, String value, String code, Message message) {
    }

    /** A totals row: what it says and what the rows that it stands for add up to. */
    public record TotalCheck(String cell, BudgetField field, Money stated, Money read) {
        public boolean agrees() {
            return stated.equals(read);
        }
    }
}
