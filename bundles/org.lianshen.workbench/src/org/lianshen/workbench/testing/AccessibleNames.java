package org.lianshen.workbench.testing;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.workbench.kit.Kit;

/** Finds what a person who cannot see would meet in silence. */
public final class AccessibleNames {

    private AccessibleNames() {
    }

    static String of(Control control) {
        return control.getData(Kit.NAME) instanceof java.util.function.Supplier<?> name ? (String) name.get() : null;
    }

    /** Fields, tables and drawn buttons in the area that have no accessible name. */
    public static List<Control> missing(Composite area) {
        List<Control> silent = new ArrayList<>();
        for (Control child : area.getChildren()) {
            boolean field = child instanceof org.eclipse.swt.widgets.Text || child instanceof org.eclipse.swt.widgets.Combo || child instanceof org.eclipse.swt.widgets.Table
                    || child instanceof org.eclipse.swt.widgets.Tree || child instanceof org.eclipse.swt.widgets.DateTime || child instanceof org.eclipse.swt.widgets.Spinner
                    || child instanceof org.eclipse.nebula.widgets.nattable.NatTable;
            if (field && (child.getStyle() & SWT.READ_ONLY) == 0 && (of(child) == null || of(child).isBlank())) {
                silent.add(child);
            }
            if (child instanceof Composite composite && !(child instanceof org.eclipse.nebula.widgets.nattable.NatTable)) {
                silent.addAll(missing(composite));
            }
        }
        return silent;
    }
}
