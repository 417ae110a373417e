package org.lianshen.service.intake;

import java.util.List;
import java.util.Map;
import org.lianshen.model.Message;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.budget.SheetReading;

/**
 * A sheet as it is, and how it was understood.
 *
 * @param reading     null where no header was recognised; {@code why} says so then
 * @param rows        the first rows as they stand
 * @param roles       what each of {@code rows} was taken for
 * @param columns     letters of the column that each field was taken from; where {@code reading} is null, of the row that came nearest to a header
 * @param layoutKey   what corrections of this sheet are remembered under
 * @param layoutLabel what a person knows the layout by
 * @param remembered  corrections of a sheet of the same layout that were applied here, or null
 * @param whole       false while the rest of the sheet is still being read: {@code reading} then tells of the first rows only
 */
public record SheetPreview(String name, SheetReading reading, Message why, List<SourceRow> rows, List<RowRole> roles,
        Map<BudgetField, String> columns, String layoutKey, String layoutLabel, SheetLayout remembered, boolean whole) {

    public enum RowRole {
        TITLE, HEADER, DATA, TOTAL, IGNORED, REJECTED
    }

    /** Of a whole sheet to which nothing remembered applies. */
    public SheetPreview(String name, SheetReading reading, Message why, List<SourceRow> rows, List<RowRole> roles) {
        this(name, reading, why, rows, roles, reading == null ? Map.of() : reading.columns(), "", name, null, true);
    }
}
