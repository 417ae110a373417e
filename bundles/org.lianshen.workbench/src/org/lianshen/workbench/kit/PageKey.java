package org.lianshen.workbench.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** A key of a whole page, wherever in it the focus is: fields and tables keep keys for themselves, so the display is asked before them. */
public final class PageKey {

    private PageKey() {
    }

    /** @param key such as {@link SWT#F11}, without Ctrl, Alt or Shift */
    public static void on(Composite page, int key, Runnable act) {
        Display display = page.getDisplay();
        Listener filter = event -> {
            if (event.keyCode == key && (event.stateMask & SWT.MODIFIER_MASK) == 0 && inside(page, event)) {
                event.type = SWT.None;
                act.run();
            }
        };
        display.addFilter(SWT.KeyDown, filter);
        page.addDisposeListener(event -> display.removeFilter(SWT.KeyDown, filter));
    }

    private static boolean inside(Composite page, Event event) {
        Control at = event.widget instanceof Control control ? control : null;
        while (at != null && at != page) {
            at = at.getParent();
        }
        return at == page;
    }
}
