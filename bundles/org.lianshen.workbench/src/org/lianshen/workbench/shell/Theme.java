package org.lianshen.workbench.shell;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.widgets.Display;

/** Light, dark, or as the platform is. */
public enum Theme {
    PLATFORM, LIGHT, DARK;

    static Theme of(Optional<String> setting) {
        return setting.map(name -> valueOf(name.toUpperCase(Locale.ROOT))).orElse(PLATFORM);
    }

    boolean isDark() {
        return this == DARK || this == PLATFORM && Display.isSystemDarkTheme();
    }

    /** Id of the style sheet in {@code plugin.xml}. */
    static String sheet(boolean dark) {
        return dark ? "org.lianshen.theme.dark" : "org.lianshen.theme.light";
    }

    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
