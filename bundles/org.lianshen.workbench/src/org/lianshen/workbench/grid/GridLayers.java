package org.lianshen.workbench.grid;

import java.util.List;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.ColumnHideShowLayer;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditConfiguration;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.DefaultHorizontalDpiConverter;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionBindings;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionConfiguration;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.graphics.GC;
import org.lianshen.service.table.Column;
import org.lianshen.workbench.look.Look;

/** The stack of NatTable layers under a grid: data, moved columns, hidden columns, selection, viewport; and the heads above. */
final class GridLayers<T> {

    /** What a head needs beside its text, so that NatTable does not shorten it. */
    private static final int BESIDE_TEXT = 2;

    /** Usual height of a row, in units. */
    private static final double ROW = 6.5;

    private final Grid<T> grid;
    private final DataLayer body;
    private final ColumnReorderLayer reorder;
    private final ColumnHideShowLayer hide;
    private final SelectionLayer selection;
    private final ViewportLayer viewport;
    private final CompositeLayer top;
    private final int[] natural;

    GridLayers(Grid<T> grid) {
        this.grid = grid;
        Look look = grid.grids().look();
        List<Column<T>> columns = grid.spec().columns();
        body = new DataLayer(new Body());
        body.setDefaultRowHeight(unscaled(look.u(ROW)));
        natural = new int[columns.size()];
        GC measure = new GC(grid.area());
        measure.setFont(look.base());
        for (int i = 0; i < columns.size(); i++) {
            int head = measure.textExtent(grid.grids().cells.label(columns.get(i))).x;
            natural[i] = Math.max(head + look.u(BESIDE_TEXT), look.characters(columns.get(i).width())) + look.u(4);
            width(i, natural[i]);
        }
        measure.dispose();
        body.setConfigLabelAccumulator(new CellLabels<>(grid));
        reorder = new ColumnReorderLayer(body);
        hide = new ColumnHideShowLayer(reorder);
        selection = new SelectionLayer(hide, false);
        selection.addConfiguration(grid.isSheet() ? new DefaultSelectionLayerConfiguration() : new RowSelection());
        viewport = new ViewportLayer(selection);
        DataLayer heads = new DataLayer(new Heads(), look.u(20), unscaled(look.u(8)));
        heads.setConfigLabelAccumulator((labels, column, row) -> labels.addLabel(CellLabels.head(grid.grids().cells, columns.get(column))));
        ColumnHeaderLayer header = new ColumnHeaderLayer(heads, viewport, selection);
        SortHeaderLayer<T> sorting = new SortHeaderLayer<>(header, new GridSort<>(grid), false);
        top = new CompositeLayer(1, 2);
        top.setChildLayer(GridRegion.COLUMN_HEADER, sorting, 0, 0);
        top.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        if (grid.isSheet()) {
            top.addConfiguration(new DefaultEditConfiguration());
        }
    }

    CompositeLayer top() {
        return top;
    }

    /** What a column would have if nobody had chosen otherwise, in pixels. */
    int natural(int column) {
        return natural[column];
    }

    boolean wraps(int column) {
        return grid.wraps(grid.column(column));
    }

    /** @param pixels as they shall be on the screen */
    void width(int column, int pixels) {
        body.setColumnWidthByPosition(column, unscaled(pixels));
    }

    /** Gives each row the height that its texts in those columns take, and at least the usual one. @param columns indexes */
    void heights(int[] columns) {
        Look look = grid.grids().look();
        int[] tallest = new int[1];
        for (int row = 0; row < grid.view().size(); row++) {
            tallest[0] = look.u(ROW);
            for (int column : columns) {
                String text = grid.grids().cells.text(grid.column(column), grid.column(column).value().apply(grid.view().row(row)));
                look.lines(text, body.getColumnWidthByPosition(column) - look.u(2 * GridStyle.PADDING),
                        lines -> tallest[0] = Math.max(tallest[0], lines.getBounds().height + look.u(GridStyle.PADDING)));
            }
            if (body.getRowHeightByPosition(row) != tallest[0]) {
                body.setRowHeightByPosition(row, unscaled(tallest[0]));
            }
        }
    }

    /** Our distances come from the font, which the system has scaled; NatTable scales what it is given once more. */
    private static int unscaled(int pixels) {
        return Math.round(pixels / new DefaultHorizontalDpiConverter().getCurrentDpiFactor());
    }

    DataLayer body() {
        return body;
    }

    ColumnReorderLayer reorder() {
        return reorder;
    }

    ColumnHideShowLayer hide() {
        return hide;
    }

    SelectionLayer selection() {
        return selection;
    }

    /** Indexes of the columns on the screen, in their order. */
    int[] shownColumns() {
        int[] shown = new int[hide.getColumnCount()];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = hide.getColumnIndexByPosition(i);
        }
        return shown;
    }

    void select(boolean cell, int column, int row) {
        keep(cell, column, row);
        viewport.moveRowPositionIntoViewport(row);
    }

    /** Selects without scrolling there. */
    void keep(boolean cell, int column, int row) {
        if (cell) {
            selection.selectCell(column, row, false, false);
        } else {
            selection.selectRow(column, row, false, false);
        }
    }

    void show(int column, int row) {
        viewport.moveCellPositionIntoViewport(column, row);
    }

    private final class Body implements IDataProvider {

        @Override
        public Object getDataValue(int column, int row) {
            return row < grid.view().size() ? grid.column(column).value().apply(grid.view().row(row)) : null;
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            grid.editing().set(column, row, value);
        }

        @Override
        public int getColumnCount() {
            return grid.spec().columns().size();
        }

        @Override
        public int getRowCount() {
            return grid.view().size();
        }
    }

    private final class Heads implements IDataProvider {

        @Override
        public Object getDataValue(int column, int row) {
            return grid.grids().cells.label(grid.column(column));
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new UnsupportedOperationException("heads are not typed into");
        }

        @Override
        public int getColumnCount() {
            return grid.spec().columns().size();
        }

        @Override
        public int getRowCount() {
            return 1;
        }
    }

    /** Whole rows, by a click as by the keys. */
    private static final class RowSelection extends DefaultSelectionLayerConfiguration {

        RowSelection() {
            addConfiguration(new RowOnlySelectionConfiguration());
        }

        @Override
        protected void addSelectionUIBindings() {
            addConfiguration(new RowOnlySelectionBindings());
        }
    }
}
