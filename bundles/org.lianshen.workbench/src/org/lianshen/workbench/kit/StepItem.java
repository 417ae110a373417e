package org.lianshen.workbench.kit;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.text.WorkbenchMessages;

/** A row of a list of steps or sections: a mark of its state, and its title. */
public final class StepItem extends Pressable {

    private final WorkbenchMessages messages;
    private final String title;
    private Tone tone = Tone.OK;
    private boolean selected;

    public StepItem(Composite parent, Look look, WorkbenchMessages messages, String title) {
        super(parent, look, ACC.ROLE_LISTITEM);
        this.messages = messages;
        this.title = title;
    }

    public String title() {
        return title;
    }

    public Tone tone() {
        return tone;
    }

    public void setTone(Tone tone) {
        this.tone = tone;
        setToolTipText(state());
        redraw();
    }

    public void setSelected(boolean selected) {
        this.selected = selected;
        redraw();
    }

    @Override
    protected String name() {
        return title + " " + state();
    }

    private String state() {
        return switch (tone) {
            case OK -> messages.stepOk;
            case WARN -> messages.stepWarn;
            case BLOCK -> messages.stepBlock;
            case INFO -> messages.stepInfo;
            case NEUTRAL -> messages.stepNeutral;
        };
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look.bold());
            Point extent = gc.textExtent(title);
            return new Point(Math.max(wHint, extent.x + look.u(16)), extent.y + look.u(3));
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
        int side = look.u(4);
        gc.drawImage(look.icon(tone.icon(), look.tone(tone), side), look.u(4), (area.height - side) / 2);
        gc.setFont(selected ? look.bold() : look.base());
        gc.setForeground(selected ? look.accent() : look.text());
        gc.drawText(title, look.u(4) + side + look.u(2), (area.height - gc.textExtent(title).y) / 2, true);
        drawFocus(gc, new Rectangle(look.u(2), 0, area.width - look.u(4), area.height), arc);
    }
}
