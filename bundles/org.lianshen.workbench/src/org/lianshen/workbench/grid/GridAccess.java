package org.lianshen.workbench.grid;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.lianshen.service.table.Column;
import org.lianshen.workbench.kit.Kit;

/** NatTable is mute to screen readers; this tells them the table's name, and the row and cell at the cursor whenever it moves. */
final class GridAccess<T> extends AccessibleAdapter {

    private final Grid<T> grid;

    private GridAccess(Grid<T> grid) {
        this.grid = grid;
    }

    static <T> void install(Grid<T> grid, NatTable table) {
        Accessible accessible = table.getAccessible();
        GridAccess<T> access = new GridAccess<>(grid);
        Kit.name(table, access::name);
        accessible.addAccessibleListener(access);
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_TABLE;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE | (table.isFocusControl() ? ACC.STATE_FOCUSED : 0);
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = cell(grid);
            }
        });
        table.addLayerListener(event -> {
            if (event instanceof ISelectionEvent && !table.isDisposed()) {
                accessible.sendEvent(ACC.EVENT_NAME_CHANGED, null);
                accessible.sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
            }
        });
    }

    private String name() {
        String title = grid.grids().title(grid.spec());
        int row = row(grid);
        return row < 0 ? title : grid.grids().messages.format(grid.grids().messages.rowOf, title, row + 1, grid.view().size(), grid.spoken(row));
    }

    @Override
    public void getDescription(AccessibleEvent event) {
        event.result = cell(grid);
    }

    private static int row(Grid<?> grid) {
        int row = grid.layers().selection().getSelectionAnchor().getRowPosition();
        return row < grid.view().size() ? row : -1;
    }

    /** Head and value of the cell at the cursor. */
    private static <T> String cell(Grid<T> grid) {
        int row = row(grid);
        int position = grid.layers().selection().getSelectionAnchor().getColumnPosition();
        if (row < 0 || position < 0) {
            return "";
        }
        Column<T> column = grid.column(grid.layers().selection().getColumnIndexByPosition(position));
        return grid.grids().cells.label(column) + " " + grid.grids().cells.hover(column, column.value().apply(grid.view().row(row)));
    }
}
