package org.lianshen.workbench.shell;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.lianshen.workbench.look.Look;

/** A thin bar. Work whose end is not known fills it half, without moving: nothing moves in this program without being asked. */
final class ProgressBar extends Canvas {

    private final Look look;
    private int percent;

    ProgressBar(Composite parent, Look look) {
        super(parent, SWT.NO_FOCUS | SWT.DOUBLE_BUFFERED);
        this.look = look;
        setBackground(parent.getBackground());
        addListener(SWT.Paint, this::draw);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_PROGRESSBAR;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = percent < 0 ? "" : percent + "%";
            }
        });
    }

    /** @param percent 0 to 100, or −1 where it is not known */
    void set(int percent) {
        this.percent = percent;
        redraw();
    }

    private void draw(Event event) {
        Rectangle area = getClientArea();
        event.gc.setAntialias(SWT.ON);
        event.gc.setBackground(look.line());
        event.gc.fillRoundRectangle(0, 0, area.width, area.height, area.height, area.height);
        event.gc.setBackground(percent < 0 ? look.edge() : look.accent());
        event.gc.fillRoundRectangle(0, 0, area.width * (percent < 0 ? 50 : percent) / 100, area.height, area.height, area.height);
    }
}
