package org.lianshen.workbench.form;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Two columns where there is room for them, one otherwise; a child marked wide takes the whole width, a hidden one no room. */
final class Columns extends Layout {

    static final String WIDE = "org.lianshen.wide";

    private final int twoFrom;
    private final int gapX;
    private final int gapY;

    /** @param twoFrom width from which two columns fit */
    Columns(int twoFrom, int gapX, int gapY) {
        this.twoFrom = twoFrom;
        this.gapX = gapX;
        this.gapY = gapY;
    }

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flushCache) {
        int width = wHint == SWT.DEFAULT ? twoFrom : wHint;
        return new Point(width, place(composite, width, flushCache, false));
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Rectangle area = composite.getClientArea();
        place(composite, area.width, flushCache, true);
    }

    private int place(Composite composite, int width, boolean flush, boolean move) {
        boolean two = width >= twoFrom;
        int half = two ? (width - gapX) / 2 : width;
        int y = 0;
        int rowHeight = 0;
        boolean right = false;
        for (Control child : composite.getChildren()) {
            if (!child.getVisible()) {
                continue;
            }
            boolean wide = !two || Boolean.TRUE.equals(child.getData(WIDE));
            if (wide && right) {
                y += rowHeight + gapY;
                right = false;
            }
            int w = wide ? width : half;
            int h = child.computeSize(w, SWT.DEFAULT, flush).y;
            if (move) {
                child.setBounds(right ? half + gapX : 0, y, w, h);
            }
            if (wide) {
                y += h + gapY;
            } else if (right) {
                y += Math.max(rowHeight, h) + gapY;
                right = false;
            } else {
                rowHeight = h;
                right = true;
            }
        }
        return right ? y + rowHeight : Math.max(0, y - gapY);
    }
}
