package org.lianshen.workbench.grid;

import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.IConfigLabelAccumulator;
import org.lianshen.service.table.Column;
import org.lianshen.workbench.look.Tone;

/** Tells NatTable by labels what a cell is, so that {@link GridStyle} can dress it. Computed for painted cells only. */
final class CellLabels<T> implements IConfigLabelAccumulator {

    static final String RIGHT = "RIGHT";
    static final String LEFT = "LEFT";
    static final String STATE = "STATE";
    static final String NEGATIVE = "NEGATIVE";
    static final String STRONG = "STRONG";
    static final String HEAD = "HEAD_";
    static final String TINT = "TINT_";
    static final String WRAP = "WRAP";
    static final String EDIT = "EDIT_";

    private final Grid<T> grid;

    CellLabels(Grid<T> grid) {
        this.grid = grid;
    }

    static String head(Cells cells, Column<?> column) {
        return HEAD + (cells.rightAligned(column) ? RIGHT : LEFT);
    }

    @Override
    public void accumulateConfigLabels(LabelStack labels, int columnIndex, int row) {
        Column<T> column = grid.column(columnIndex);
        Cells cells = grid.grids().cells;
        if (column.type() == Column.Type.STATE) {
            labels.addLabel(STATE);
        }
        if (grid.wraps(column)) {
            labels.addLabel(WRAP);
        }
        if (row < grid.view().size() && cells.rightAligned(column) && cells.negative(column.value().apply(grid.view().row(row)))) {
            labels.addLabel(NEGATIVE);
        }
        labels.addLabel(cells.rightAligned(column) ? RIGHT : LEFT);
        if (grid.isStrong(row)) {
            labels.addLabel(STRONG);
        }
        Tone tone = grid.tintOf(row);
        if (tone != null) {
            labels.addLabel(TINT + tone);
        }
        Edit<T> edit = grid.edits().get(column.id());
        if (edit != null && grid.editing() != null && row < grid.view().size() && edit.editable().test(grid.view().row(row))) {
            labels.addLabel(EDIT + column.id());
        }
    }
}
