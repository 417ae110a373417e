package org.lianshen.workbench.nav;

import java.util.Objects;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;

/** What stands on a tab: names of projects run to eighty characters, and more than one tab must have room. The whole name is the tooltip. */
public final class TabTitle {

    private static final int LONGEST = 18;

    private TabTitle() {
    }

    public static void set(MPart tab, String name) {
        tab.setLabel(shortened(name));
        tab.setTooltip(name);
    }

    /** Whether the tab has the name of its kind, and none of its own. */
    public static boolean isPlain(MPart tab, MPartDescriptor descriptor) {
        return Objects.equals(tab.getLabel(), descriptor.getLabel());
    }

    static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }
}
