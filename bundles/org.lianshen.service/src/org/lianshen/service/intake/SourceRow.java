package org.lianshen.service.intake;

import java.util.List;

/**
 * @param number 1-based row number
 * @param cells  by column from 0; null where there is no cell
 * @param hidden hidden or filtered away in the workbook
 */
public record SourceRow(int number, List<SourceCell> cells, boolean hidden) {

    public SourceCell cell(int column) {
        return column < cells.size() ? cells.get(column) : null;
    }
}
