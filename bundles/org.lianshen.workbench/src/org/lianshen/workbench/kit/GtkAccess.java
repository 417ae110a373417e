package org.lianshen.workbench.kit;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Scrollable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells GTK's accessibility layer what SWT does not pass on there: the names of native widgets (SWT asks its listeners only for widgets that are drawn), and that an area is
 * no stop of its own. The one place that sees SWT's internal classes, by reflection, since they exist on GTK only; elsewhere, or where they have changed, it does nothing and
 * screen readers fall back to tooltips.
 */
final class GtkAccess {

    private static final Logger LOG = LoggerFactory.getLogger(GtkAccess.class);
    private static final boolean GTK = SWT.getPlatform().equals("gtk");
    private static final byte[] NAME = "accessible-name\0".getBytes(StandardCharsets.US_ASCII);

    private GtkAccess() {
    }

    static void name(Control control, String name) {
        if (GTK && name != null) {
            call(() -> {
                long accessible = (Long) method("org.eclipse.swt.internal.gtk3.GTK3", "gtk_widget_get_accessible", long.class).invoke(null, control.handle);
                method("org.eclipse.swt.internal.gtk.OS", "g_object_set", long.class, byte[].class, byte[].class, long.class).invoke(null, accessible, NAME,
                        (name + "\0").getBytes(StandardCharsets.UTF_8), 0L);
            });
        }
    }

    static void passOver(Control area) {
        if (GTK) {
            call(() -> canNotFocus(area.handle));
        }
    }

    /** The frame that GTK puts around what has scroll bars; it takes no keys that its content does not take. */
    static void passOverFrame(Scrollable scrollable) {
        if (GTK) {
            call(() -> {
                Field frame = Scrollable.class.getDeclaredField("scrolledHandle");
                frame.setAccessible(true);
                if (frame.getLong(scrollable) != 0) {
                    canNotFocus(frame.getLong(scrollable));
                }
            });
        }
    }

    private static void canNotFocus(long handle) throws ReflectiveOperationException {
        method("org.eclipse.swt.internal.gtk.GTK", "gtk_widget_set_can_focus", long.class, boolean.class).invoke(null, handle, false);
    }

    private static Method method(String type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        return Class.forName(type, true, Control.class.getClassLoader()).getMethod(name, parameters);
    }

    private static void call(Act act) {
        try {
            act.run();
        } catch (ReflectiveOperationException changed) {
            LOG.debug("SWT's internals are not as they were", changed);
        }
    }

    private interface Act {
        void run() throws ReflectiveOperationException;
    }
}
