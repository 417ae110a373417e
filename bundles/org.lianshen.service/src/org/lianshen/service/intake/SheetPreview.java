package org.lianshen.service.intake;

import java.util.List;
import org.lianshen.model.budget.SheetReading;

/**
 * A sheet as it is, and how it was understood.
 *
 * @param reading null where no header was recognised; {@code why} says so then
 * @param rows    the first rows as they stand
 * @param roles   what each of {@code rows} was taken for
 */
public record SheetPreview(String name, SheetReading reading, org.lianshen.model.Message why, List<SourceRow> rows, List<RowRole> roles) {

    public enum RowRole {
        TITLE, HEADER, DATA, TOTAL, IGNORED, REJECTED
    }
}
