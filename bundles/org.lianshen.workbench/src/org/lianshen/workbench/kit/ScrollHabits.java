package org.lianshen.workbench.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Scrollable;
import org.eclipse.swt.widgets.Spinner;

/**
 * What a scrolled page owes the person in front of it: the field one tabs to comes into view, and the wheel moves the page wherever the pointer is. A wheel over a choice
 * must never change the choice; over a table that shows all its rows it would otherwise do nothing.
 */
final class ScrollHabits {

    private final ScrolledComposite scroll;
    private final int step;

    private ScrollHabits(ScrolledComposite scroll, int step) {
        this.scroll = scroll;
        this.step = step;
    }

    /** @param step one notch of the wheel, in pixels */
    static void of(ScrolledComposite scroll, int step) {
        var habits = new ScrollHabits(scroll, step);
        Display display = scroll.getDisplay();
        Listener wheel = habits::wheel;
        Listener focus = habits::focus;
        display.addFilter(SWT.MouseWheel, wheel);
        display.addFilter(SWT.FocusIn, focus);
        scroll.addListener(SWT.Dispose, event -> {
            display.removeFilter(SWT.MouseWheel, wheel);
            display.removeFilter(SWT.FocusIn, focus);
        });
    }

    private void wheel(Event event) {
        if (event.widget instanceof Control over && inside(over) && keepsWheel(over)) {
            Point origin = scroll.getOrigin();
            scroll.setOrigin(origin.x, Math.max(0, origin.y - event.count * step));
            event.type = SWT.None;
            event.doit = false;
        }
    }

    /** Whether the control would take the wheel for itself to no good. */
    private static boolean keepsWheel(Control over) {
        if (over instanceof Combo || over instanceof DateTime || over instanceof Spinner) {
            return true;
        }
        return over instanceof Scrollable area && area.getVerticalBar() != null && !(area instanceof ScrolledComposite) && !scrolls(area);
    }

    private static boolean scrolls(Scrollable area) {
        var bar = area.getVerticalBar();
        return bar.isVisible() && bar.getMaximum() - bar.getMinimum() > bar.getThumb();
    }

    private void focus(Event event) {
        // One who clicks sees the place already, and the page must not move under the pointer.
        if (event.widget instanceof Control focused && focused != scroll.getContent() && inside(focused) && focused.getDisplay().getCursorControl() != focused) {
            show(focused);
        }
    }

    private void show(Control control) {
        Rectangle seen = control.getDisplay().map(control.getParent(), scroll, control.getBounds());
        int room = scroll.getClientArea().height;
        int above = seen.y - step;
        int below = seen.y + seen.height + step - room;
        if (above >= 0 && below <= 0) {
            return;
        }
        Point origin = scroll.getOrigin();
        int by = above < 0 || seen.height + 2 * step > room ? above : below;
        scroll.setOrigin(origin.x, Math.max(0, origin.y + by));
    }

    private boolean inside(Control control) {
        for (Control each = control.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrolledComposite nearest) {
                return nearest == scroll;
            }
        }
        return false;
    }
}
