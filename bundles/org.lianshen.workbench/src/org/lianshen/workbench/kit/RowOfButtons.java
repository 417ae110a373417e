package org.lianshen.workbench.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Visible children on one line at their own size, centred, with a gap between. */
public final class RowOfButtons extends Layout {

    private final int gap;

    public RowOfButtons(int gap) {
        this.gap = gap;
    }

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flushCache) {
        int width = 0;
        int height = 0;
        for (Control child : composite.getChildren()) {
            if (child.getVisible()) {
                Point size = child.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache);
                width += size.x + (width == 0 ? 0 : gap);
                height = Math.max(height, size.y);
            }
        }
        return new Point(width, height);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Rectangle area = composite.getClientArea();
        int x = area.x;
        for (Control child : composite.getChildren()) {
            if (child.getVisible()) {
                Point size = child.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache);
                child.setBounds(x, area.y + (area.height - size.y) / 2, size.x, size.y);
                x += size.x + gap;
            }
        }
    }
}
