package org.lianshen.workbench.grid;

import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.painter.IOverlayPainter;
import org.eclipse.nebula.widgets.nattable.ui.action.IDragMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** A row that is dragged to another place; a line shows where it would come to lie. Sorted or filtered rows stay: their order on the screen is not the order of things. */
final class RowDrag<T> implements IDragMode, IOverlayPainter {

    private static final int NOWHERE = -1;

    private final Grid<T> grid;
    private final BooleanSupplier allowed;
    private final BiConsumer<T, Integer> moved;
    private int from = NOWHERE;
    /** Before which row it would come to lie. */
    private int gap = NOWHERE;
    private int line;

    /** @param moved takes the row and the place that it shall have */
    RowDrag(Grid<T> grid, BooleanSupplier allowed, BiConsumer<T, Integer> moved) {
        this.grid = grid;
        this.allowed = allowed;
        this.moved = moved;
    }

    @Override
    public void mouseDown(NatTable table, MouseEvent event) {
        boolean asTheyAre = grid.view().sort().isEmpty() && !grid.view().isFiltered();
        int position = table.getRowPositionByY(event.y);
        from = position > 0 && asTheyAre && allowed.getAsBoolean() ? table.getRowIndexByPosition(position) : NOWHERE;
        gap = NOWHERE;
        if (from != NOWHERE) {
            table.addOverlayPainter(this);
            table.setCursor(table.getDisplay().getSystemCursor(SWT.CURSOR_SIZENS));
        }
    }

    @Override
    public void mouseMove(NatTable table, MouseEvent event) {
        if (from != NOWHERE) {
            int position = Math.clamp(table.getRowPositionByY(event.y), 1, table.getRowCount() - 1);
            if (event.y >= table.getPreferredHeight()) {
                position = table.getRowCount() - 1;
            }
            Rectangle row = table.getBoundsByPosition(0, position);
            boolean below = event.y > row.y + row.height / 2;
            gap = table.getRowIndexByPosition(position) + (below ? 1 : 0);
            line = below ? row.y + row.height - 1 : row.y;
            table.redraw();
        }
    }

    @Override
    public void mouseUp(NatTable table, MouseEvent event) {
        if (from == NOWHERE) {
            return;
        }
        table.removeOverlayPainter(this);
        table.setCursor(null);
        table.redraw();
        int to = gap > from ? gap - 1 : gap;
        if (gap != NOWHERE && to != from) {
            moved.accept(grid.view().row(from), to);
        }
        from = NOWHERE;
    }

    @Override
    public void paintOverlay(GC gc, ILayer layer) {
        if (gap != NOWHERE) {
            gc.setBackground(grid.grids().look().accent());
            gc.fillRectangle(0, line - 1, grid.table().getClientArea().width, 2);
        }
    }
}
