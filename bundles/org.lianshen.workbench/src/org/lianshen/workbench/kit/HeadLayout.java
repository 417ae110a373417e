package org.lianshen.workbench.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * Title at the left, buttons at the right, what room is left for the subtitle between; some of it the subtitle keeps, buttons without room stand in a menu. A long title breaks into
 * lines before the buttons give way.
 */
final class HeadLayout extends Layout {

    private final int marginX;
    private final int marginY;
    private final int gap;
    private final int leastTitle;
    private final int leastSubtitle;
    private final Control title;
    private final Control subtitle;
    private final Control actions;
    private boolean longTitle;

    /** @param leastTitle pixels that a long title keeps at least, {@code leastSubtitle} those of a subtitle that is as long */
    HeadLayout(Control title, Control subtitle, Control actions, int marginX, int marginY, int gap, int leastTitle, int leastSubtitle) {
        this.title = title;
        this.subtitle = subtitle;
        this.actions = actions;
        this.marginX = marginX;
        this.marginY = marginY;
        this.gap = gap;
        this.leastTitle = leastTitle;
        this.leastSubtitle = leastSubtitle;
    }

    void longTitle() {
        longTitle = true;
    }

    @Override
    protected Point computeSize(Composite head, int wHint, int hHint, boolean flushCache) {
        int natural = 2 * marginX + titleWidth(Integer.MAX_VALUE) + gap + actions.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache).x;
        int width = wHint == SWT.DEFAULT ? natural : wHint;
        int[] parts = parts(width - 2 * marginX);
        int height = Math.max(title.computeSize(parts[0], SWT.DEFAULT).y, actions.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache).y);
        return new Point(width, height + 2 * marginY);
    }

    @Override
    protected void layout(Composite head, boolean flushCache) {
        Rectangle area = head.getClientArea();
        int[] parts = parts(area.width - 2 * marginX);
        int x = area.x + marginX;
        place(title, x, parts[0], area);
        place(subtitle, x + parts[0] + gap, Math.max(0, area.width - 2 * marginX - parts[0] - parts[1] - 2 * gap), area);
        actions.setBounds(area.x + area.width - marginX - parts[1], area.y + (area.height - actions.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache).y) / 2, parts[1],
                actions.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    private static void place(Control control, int x, int width, Rectangle area) {
        int height = Math.min(area.height, control.computeSize(width, SWT.DEFAULT).y);
        control.setBounds(x, area.y + (area.height - height) / 2, width, height);
    }

    /** Widths of title and buttons. */
    private int[] parts(int room) {
        int buttons = actions.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        int words = titleWidth(room);
        if (longTitle) {
            words = Math.max(leastTitle, Math.min(words, room - gap - buttons));
        }
        int said = longTitle ? 0 : Math.min(leastSubtitle, natural(subtitle)) + gap;
        return new int[] {Math.min(words, room), Math.max(0, Math.min(buttons, room - words - said - gap))};
    }

    /** A subtitle that was shortened is as wide as the whole would be. */
    private static int natural(Control subtitle) {
        return subtitle.getData(Kit.WHOLE) instanceof String whole && !whole.isEmpty() ? Math.max(subtitle.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, width(subtitle, whole))
                : subtitle.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
    }

    private static int width(Control control, String text) {
        GC gc = new GC(control);
        try {
            gc.setFont(control.getFont());
            return gc.textExtent(text).x;
        } finally {
            gc.dispose();
        }
    }

    private int titleWidth(int most) {
        return Math.min(most, title.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
    }
}
