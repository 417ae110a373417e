package org.lianshen.workbench.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** A state: icon and word on a tint. Takes no focus; a screen reader reads it as text. */
public final class StateTag extends Canvas {

    private final Look look;
    private Tone tone;
    private Icon icon;
    private String text;

    public StateTag(Composite parent, Look look, Tone tone, String text) {
        this(parent, look, tone, tone.icon(), text);
    }

    public StateTag(Composite parent, Look look, Tone tone, Icon icon, String text) {
        super(parent, SWT.NO_FOCUS | SWT.DOUBLE_BUFFERED);
        this.look = look;
        this.tone = tone;
        this.icon = icon;
        this.text = text;
        setBackground(parent.getBackground());
        addListener(SWT.Paint, this::draw);
        Kit.name(this, () -> StateTag.this.text);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_LABEL;
            }
        });
    }

    public String getText() {
        return text;
    }

    public Tone tone() {
        return tone;
    }

    public void set(Tone tone, String text) {
        set(tone, tone.icon(), text);
    }

    public void set(Tone tone, Icon icon, String text) {
        this.tone = tone;
        this.icon = icon;
        this.text = text;
        redraw();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look.caption());
            Point extent = gc.textExtent(text);
            return new Point(Math.max(extent.x + look.u(3) + look.u(3.75), wHint), Math.max(extent.y + look.u(1), hHint));
        } finally {
            gc.dispose();
        }
    }

    private void draw(Event event) {
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        var area = getClientArea();
        int arc = look.u(2);
        gc.setBackground(look.tint(tone));
        gc.fillRoundRectangle(0, 0, area.width, area.height, arc, arc);
        int side = look.u(3);
        gc.drawImage(look.icon(icon, look.tone(tone), side), look.u(1.25), (area.height - side) / 2);
        gc.setFont(look.caption());
        gc.setForeground(look.tone(tone));
        int height = gc.textExtent(text).y;
        gc.drawText(text, side + look.u(2), (area.height - height) / 2, true);
    }
}
