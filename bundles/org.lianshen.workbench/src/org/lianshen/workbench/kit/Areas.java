package org.lianshen.workbench.kit;

import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Sash;
import org.eclipse.swt.widgets.Scrollable;

/**
 * Areas that only hold other controls are no stops for keyboard and screen reader. Toolkits make each of them one; here every new control of a display is looked at once,
 * whoever made it: the program, the workbench below it, or a table.
 */
public final class Areas {

    private static final Set<Class<?>> HOLDERS = Set.of(Composite.class, ScrolledComposite.class, SashForm.class);

    private Areas() {
    }

    /** From now on. */
    public static void passOver(Display display) {
        display.addListener(SWT.Skin, Areas::made);
    }

    private static void made(Event event) {
        if (event.widget.isDisposed()) {
            return;
        }
        if (event.widget instanceof Composite area && isHolder(area)) {
            GtkAccess.passOver(area);
        } else if (event.widget instanceof Sash edge) {
            GtkAccess.passOver(edge);
        }
        if (event.widget instanceof Scrollable scrollable) {
            GtkAccess.passOverFrame(scrollable);
        }
    }

    /** What is drawn (a canvas) and what comes from the system may take keys; a plain area or one of our own, made of other controls, does not. */
    private static boolean isHolder(Composite area) {
        return HOLDERS.contains(area.getClass()) || !(area instanceof Canvas) && !area.getClass().getName().startsWith("org.eclipse.swt.");
    }
}
