package org.lianshen.workbench.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** A row of the navigation: icon, label, how many wait there, and an alarm when something among them blocks. */
public final class DeskItem extends Pressable {

    private final String iconUri;
    private String label;
    private String keys = "";
    private String waiting = "";
    private int count;
    private boolean alarm;
    private boolean selected;

    /** @param iconUri of an SVG, as in the e4 model */
    public DeskItem(Composite parent, Look look, String iconUri, String label) {
        super(parent, look, ACC.ROLE_LISTITEM);
        this.iconUri = iconUri;
        this.label = label;
        addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                neighbour(1);
            } else if (event.keyCode == SWT.ARROW_UP) {
                neighbour(-1);
            }
        });
    }

    public String label() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
        redraw();
    }

    /** @param keys that open it, for the tooltip: {@code Alt+1} */
    public void setKeys(String keys) {
        this.keys = keys;
        setToolTipText(keys);
    }

    public int count() {
        return count;
    }

    /** @param waiting the count in words, for screen readers: "5 件待办" */
    public void setCount(int count, boolean alarm, String waiting) {
        this.count = count;
        this.alarm = alarm;
        this.waiting = waiting;
        redraw();
    }

    public boolean isSelected() {
        return selected;
    }

    public void setSelected(boolean selected) {
        if (this.selected != selected) {
            this.selected = selected;
            redraw();
        }
    }

    @Override
    protected String name() {
        return count == 0 ? label : label + " " + waiting;
    }

    @Override
    protected int extraState() {
        return ACC.STATE_SELECTABLE | (selected ? ACC.STATE_SELECTED : 0);
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look.bold());
            Point extent = gc.textExtent(label);
            return new Point(Math.max(wHint, extent.x + look.u(26)), extent.y + look.u(4));
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        int arc = look.u(2);
        if (selected || isHovered()) {
            gc.setBackground(selected ? look.selection() : look.line());
            gc.fillRoundRectangle(look.u(2), 1, area.width - look.u(4), area.height - 2, arc, arc);
        }
        if (selected) {
            int bar = look.u(4);
            gc.setBackground(look.accent());
            gc.fillRoundRectangle(look.u(2), (area.height - bar) / 2, look.u(0.75), bar, look.u(0.75), look.u(0.75));
        }
        Color ink = selected ? look.accent() : look.text();
        int side = look.u(4);
        gc.drawImage(look.icon(iconUri, selected ? look.accent() : look.muted(), side), look.u(5), (area.height - side) / 2);
        gc.setFont(selected ? look.bold() : look.base());
        gc.setForeground(ink);
        Point extent = gc.textExtent(label);
        gc.drawText(label, look.u(5) + side + look.u(2.5), (area.height - extent.y) / 2, true);
        if (count > 0) {
            drawCount(gc, area);
        }
        Rectangle ring = new Rectangle(look.u(2), 0, area.width - look.u(4), area.height);
        drawFocus(gc, ring, arc);
    }

    private void drawCount(GC gc, Rectangle area) {
        String text = Integer.toString(count);
        gc.setFont(look.caption());
        Point extent = gc.textExtent(text);
        int height = extent.y + look.u(1);
        int width = Math.max(extent.x + look.u(2.5), height);
        int x = area.width - look.u(4) - width;
        if (alarm) {
            gc.setBackground(look.tint(Tone.BLOCK));
            gc.fillRoundRectangle(x, (area.height - height) / 2, width, height, height, height);
            gc.setForeground(look.tone(Tone.BLOCK));
        } else {
            gc.setForeground(look.muted());
        }
        gc.drawText(text, x + (width - extent.x) / 2, (area.height - extent.y) / 2, true);
    }

    /** Up and down move in the list, as in any list. */
    private void neighbour(int step) {
        var siblings = getParent().getChildren();
        for (int i = 0; i < siblings.length; i++) {
            if (siblings[i] == this && i + step >= 0 && i + step < siblings.length && siblings[i + step] instanceof DeskItem next) {
                next.setFocus();
                return;
            }
        }
    }
}
