package org.lianshen.service.intake;

import java.util.List;

/**
 * Part of a sheet of a kept workbook, as it stands.
 *
 * @param file name of the workbook as imported
 * @param rows the heads of the table, then the rows around the one asked for; blank rows are left out
 */
public record SourceExcerpt(String file, String sheet, List<SourceRow> rows) {

    public SourceExcerpt {
        rows = List.copyOf(rows);
    }
}
