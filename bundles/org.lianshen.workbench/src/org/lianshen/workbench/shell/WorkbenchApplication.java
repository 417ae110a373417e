package org.lianshen.workbench.shell;

import java.util.Locale;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.lianshen.workbench.settings.Settings;
import org.lianshen.workbench.text.Language;

/**
 * The program: what must be settled before e4 starts (log, language, theme, scaling), then e4. The one place that sees an internal class of the platform: e4 offers its
 * application only as an extension, and language and scaling must be set before it makes the display.
 */
public final class WorkbenchApplication implements IApplication {

    static final String RESET_LAYOUT = "layout.reset";
    private static final String VERSION = "version";

    private final E4Application application = new E4Application();

    @Override
    public Object start(IApplicationContext context) throws Exception {
        ProgramFolder folder = ProgramFolder.ofPlatform();
        LogSetup.to(folder.log());
        Settings settings = new Settings(folder.settings());
        Language language = settings.get(Settings.LANGUAGE).map(Language::valueOf).orElseGet(() -> Language.of(Locale.getDefault()));
        Locale.setDefault(language.locale());
        dropOldLayout(settings);
        System.setProperty("swt.autoScale.updateOnRuntime", "true");
        Display.setAppName("Lianshen");
        Display display = new Display();
        System.setProperty(E4Application.THEME_ID, Theme.sheet(Theme.of(settings.get(Settings.THEME)).isDark()));
        try {
            return application.start(context);
        } finally {
            if (!display.isDisposed()) {
                display.dispose();
            }
        }
    }

    @Override
    public void stop() {
        application.stop();
    }

    /** A layout kept by another version may hold parts that are gone; one that the person wants reset is dropped too. */
    private static void dropOldLayout(Settings settings) {
        String version = Platform.getProduct().getDefiningBundle().getVersion().toString();
        boolean otherVersion = !settings.get(VERSION).map(version::equals).orElse(false);
        if (otherVersion || settings.get(RESET_LAYOUT).isPresent()) {
            System.setProperty("clearPersistedState", "true");
            settings.set(VERSION, version);
            settings.set(RESET_LAYOUT, null);
        }
    }
}
