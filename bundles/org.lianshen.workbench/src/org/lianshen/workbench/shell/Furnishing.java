package org.lianshen.workbench.shell;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.e4.core.contexts.ContextFunction;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.SwtDialogService;
import org.lianshen.workbench.kit.Areas;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.settings.Settings;
import org.lianshen.workbench.task.Failures;
import org.lianshen.workbench.task.JobTasks;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

/** Puts into the program's context what parts are given, in the language and theme of the settings; done anew when those change. */
final class Furnishing {

    private final IEclipseContext context;

    Furnishing(IEclipseContext context) {
        this.context = context;
    }

    void furnish() {
        Settings settings = context.get(Settings.class);
        Display display = context.get(Display.class);
        WindowStatus status = context.get(WindowStatus.class);
        Language language = settings.get(Settings.LANGUAGE).map(Language::valueOf).orElseGet(() -> Language.of(Locale.getDefault()));
        Look look = new Look(display, Theme.of(settings.get(Settings.THEME)).isDark());
        WorkbenchMessages messages = new WorkbenchMessages(language);
        Texts texts = new Texts(language.locale());
        Kit kit = new Kit(look, messages);
        DialogService dialogs = new SwtDialogService(() -> window(display), kit, messages, status::say);
        context.set(Language.class, language);
        context.set(Look.class, look);
        context.set(Texts.class, texts);
        context.set(DialogService.class, dialogs);
        Failures failures = new Failures(messages, texts, context.get(ProgramFolder.class).log());
        new ScreenFaults(dialogs, failures).watch(display);
        context.set(Tasks.class, new JobTasks(display, dialogs, failures, status));
        if (context.get(Opener.class) == null) {
            Areas.passOver(display);
            context.set(PartInput.class.getName(), new InputOfPart());
            context.set(Opener.class.getName(), new Lazy(PartOpener.class));
            context.set(SignIn.class.getName(), new Lazy(SignIn.class));
        }
    }

    private static Shell window(Display display) {
        Shell active = display.getActiveShell();
        if (active != null) {
            return active;
        }
        // After a dialog of the system has closed none is active for a moment; e4 keeps hidden shells of its own.
        return Arrays.stream(display.getShells()).filter(Shell::isVisible).findFirst().orElse(null);
    }

    /** Each part has its own. */
    private static final class InputOfPart extends ContextFunction {

        @Override
        public Object compute(IEclipseContext asking, String key) {
            MPart part = asking.get(MPart.class);
            return part == null ? null : PartInput.of(part);
        }
    }

    /** One per program, made when first asked for, when the application model and its services are there. */
    private final class Lazy extends ContextFunction {

        private final Class<?> type;
        private Object made;

        Lazy(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object compute(IEclipseContext asking, String key) {
            if (made == null) {
                made = ContextInjectionFactory.make(type, context);
            }
            return made;
        }
    }
}
