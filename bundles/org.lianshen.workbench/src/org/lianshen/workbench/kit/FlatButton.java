package org.lianshen.workbench.kit;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;

/**
 * A flat button with a verb on it. One that cannot be pressed now keeps its place, takes the focus and says in its tooltip (and to a screen reader) what is missing:
 * {@link #block(String)}.
 */
public final class FlatButton extends Pressable {

    /** Primary is the one thing to do on this screen; quiet has no edge and stands in rows and headers. */
    public enum Rank {
        PRIMARY, SECONDARY, QUIET
    }

    private final Rank rank;
    private String text;
    private Icon icon;
    private String keys = "";
    private String blocked;
    private String hint;
    private String spoken;

    public FlatButton(Composite parent, Look look, Rank rank, String text) {
        super(parent, look, ACC.ROLE_PUSHBUTTON);
        this.rank = rank;
        this.text = text;
    }

    boolean isPrimary() {
        return rank == Rank.PRIMARY;
    }

    public FlatButton icon(Icon icon) {
        this.icon = icon;
        redraw();
        return this;
    }

    /** The key that does the same, shown behind the verb: {@code Ctrl+Enter}. The binding itself is a command's. */
    public FlatButton keys(String keys) {
        this.keys = keys;
        return this;
    }

    /** What the tooltip says while the button can be pressed. */
    public FlatButton hint(String hint) {
        this.hint = hint;
        setToolTipText(blocked == null ? hint : blocked);
        return this;
    }

    /** What a screen reader says where the verb alone does not tell what it is done to: "签署意见：智慧水务二期". */
    public FlatButton named(String spoken) {
        this.spoken = spoken;
        return this;
    }

    public FlatButton run(Runnable action) {
        onPress(action);
        return this;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
        redraw();
    }

    /** Cannot be pressed now. @param missing what is missing, a whole sentence for the tooltip */
    public void block(String missing) {
        blocked = missing;
        setToolTipText(missing);
        redraw();
    }

    /** Can be pressed. */
    public void allow() {
        blocked = null;
        setToolTipText(hint);
        redraw();
    }

    /** Blocked with what is missing, or allowed where nothing is: null or empty. */
    public void allowUnless(String missing) {
        if (missing == null || missing.isEmpty()) {
            allow();
        } else {
            block(missing);
        }
    }

    /** What is missing, or null. */
    public String blocked() {
        return blocked;
    }

    @Override
    protected boolean isPressable() {
        return blocked == null && isEnabled();
    }

    @Override
    protected String name() {
        return spoken != null ? spoken : text.isEmpty() && hint != null ? hint : text;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look.base());
            int label = gc.textExtent(label()).x;
            int height = gc.getFontMetrics().getHeight() + look.u(rank == Rank.QUIET ? 1.5 : 2);
            int width = label + look.u(rank == Rank.QUIET ? 3 : 6) + (icon == null ? 0 : look.u(label == 0 ? 4 : 5.5));
            return new Point(Math.max(width, wHint), Math.max(height, hHint));
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        int arc = look.u(1.5);
        boolean lit = isHovered() && isPressable();
        Color ink = look.text();
        if (rank == Rank.PRIMARY && isPressable()) {
            gc.setBackground(look.accent());
            gc.fillRoundRectangle(0, 0, area.width, area.height, arc, arc);
            ink = look.onAccent();
        } else if (rank == Rank.QUIET) {
            if (lit) {
                gc.setBackground(look.selection());
                gc.fillRoundRectangle(0, 0, area.width, area.height, arc, arc);
            }
            ink = look.accent();
        } else {
            gc.setBackground(lit ? look.raised() : look.surface());
            gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
            gc.setForeground(lit ? look.accent() : look.edge());
            gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
        }
        if (!isPressable()) {
            ink = look.muted();
        }
        drawLabel(gc, area, ink);
        drawRing(gc, area, arc);
    }

    private void drawLabel(GC gc, Rectangle area, Color ink) {
        gc.setFont(look.base());
        gc.setForeground(ink);
        Point extent = gc.textExtent(label());
        int iconWidth = icon == null ? 0 : look.u(extent.x == 0 ? 4 : 5.5);
        int x = area.x + (area.width - extent.x - iconWidth) / 2;
        if (icon != null) {
            Image image = look.icon(icon, ink);
            gc.drawImage(image, x, (area.height - look.u(4)) / 2);
        }
        gc.drawText(label(), x + iconWidth, (area.height - extent.y) / 2, true);
    }

    /** On a filled button the ring stands inside, in the colour of its type: outside it would be the fill's own colour. */
    private void drawRing(GC gc, Rectangle area, int arc) {
        if (rank == Rank.PRIMARY && isPressable()) {
            if (isFocusControl()) {
                gc.setForeground(look.onAccent());
                gc.drawRoundRectangle(2, 2, area.width - 5, area.height - 5, arc, arc);
            }
        } else {
            drawFocus(gc, area, arc);
        }
    }

    private String label() {
        return keys.isEmpty() ? text : text + "  " + keys;
    }
}
