package org.lianshen.workbench.shell;

import java.time.Clock;
import java.util.Locale;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.lianshen.model.BeijingTime;
import org.lianshen.workbench.settings.Settings;
import org.lianshen.workbench.text.Language;

/**
 * Before the first window: log, language, theme, and what parts are given. The scaling property {@code swt.autoScale.updateOnRuntime} is set by the launchers, since the
 * display exists already when this runs.
 */
public final class LifeCycle {

    static final String RESET_LAYOUT = "layout.reset";
    private static final String VERSION = "version";
    /** e4 reads these, where the product says nothing, from the system's properties after this class has run. */
    private static final String CSS_THEME = "cssTheme";

    @PostContextCreate
    void furnish(IEclipseContext context) {
        ProgramFolder folder = ProgramFolder.ofPlatform();
        LogSetup.to(folder.log());
        Settings settings = new Settings(folder.settings());
        Language language = settings.get(Settings.LANGUAGE).map(Language::valueOf).orElseGet(() -> Language.of(Locale.getDefault()));
        Locale.setDefault(language.locale());
        context.set(TranslationService.LOCALE, language.locale());
        System.setProperty(CSS_THEME, Theme.sheet(Theme.of(settings.get(Settings.THEME)).isDark()));
        dropOldLayout(settings);
        context.set(ProgramFolder.class, folder);
        context.set(Settings.class, settings);
        context.set(Clock.class, Clock.system(BeijingTime.ZONE));
        context.set(WindowStatus.class, new WindowStatus());
        new Furnishing(context).furnish();
    }

    /** A window that was closed amid work starts at its gate too. */
    @ProcessAdditions
    void startAtGate(MApplication application, EModelService models) {
        new WindowModel(application, models).showGate();
    }

    /** A layout kept by another version may hold parts that are gone; one that the person wants reset is dropped too. */
    private static void dropOldLayout(Settings settings) {
        String version = Platform.getProduct().getDefiningBundle().getVersion().toString();
        boolean otherVersion = !settings.get(VERSION).map(version::equals).orElse(false);
        if (otherVersion || settings.get(RESET_LAYOUT).isPresent()) {
            System.setProperty(IWorkbench.CLEAR_PERSISTED_STATE, "true");
            settings.set(VERSION, version);
            settings.set(RESET_LAYOUT, null);
        }
    }
}
