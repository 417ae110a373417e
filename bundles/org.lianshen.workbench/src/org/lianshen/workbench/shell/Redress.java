package org.lianshen.workbench.shell;

import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.settings.Settings;
import org.lianshen.workbench.text.Language;

/** Changes language or theme while the program runs: saves, furnishes the context anew, and makes every part and bar anew from it. */
@Creatable
final class Redress {

    private final MApplication application;
    private final WindowModel window;
    private final Settings settings;
    private final IEclipseContext context;

    @Inject
    Redress(MApplication application, EModelService models, Settings settings) {
        this.application = application;
        this.settings = settings;
        window = new WindowModel(application, models);
        context = application.getContext();
    }

    void speak(Language language) {
        if (saved()) {
            settings.set(Settings.LANGUAGE, language.name());
            Locale.setDefault(language.locale());
            context.get(ILocaleChangeService.class).changeApplicationLocale(language.locale());
            anew();
        }
    }

    void wear(Theme theme) {
        if (saved()) {
            settings.set(Settings.THEME, theme == Theme.PLATFORM ? null : theme.setting());
            context.get(IThemeEngine.class).setTheme(Theme.sheet(theme.isDark()), false);
            anew();
        }
    }

    void closeTabs() {
        if (saved()) {
            context.get(SignIn.class).closeTabs(parts());
            context.get(Opener.class).open(WindowModel.TODO);
        }
    }

    private boolean saved() {
        return parts().saveAll(true);
    }

    private EPartService parts() {
        return window.window().getContext().get(EPartService.class);
    }

    private void anew() {
        new Furnishing(application.getContext()).furnish();
        // After the menu or key that asked for it has ended: its own bar is among what goes.
        context.get(org.eclipse.swt.widgets.Display.class).asyncExec(() -> window.renderAnew(context.get(Look.class)));
    }
}
