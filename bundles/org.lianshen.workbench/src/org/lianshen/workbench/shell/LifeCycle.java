package org.lianshen.workbench.shell;

import java.time.Clock;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.lianshen.workbench.settings.Settings;

/** Furnishes the context of the program before the first window, and lets a window that was closed amid work start at its gate. */
public final class LifeCycle {

    @PostContextCreate
    void furnish(IEclipseContext context) {
        ProgramFolder folder = ProgramFolder.ofPlatform();
        context.set(ProgramFolder.class, folder);
        context.set(Settings.class, new Settings(folder.settings()));
        context.set(Clock.class, Clock.systemDefaultZone());
        context.set(WindowStatus.class, new WindowStatus());
        new Furnishing(context).furnish();
    }

    @ProcessAdditions
    void startAtGate(MApplication application, EModelService models) {
        new WindowModel(application, models).showGate();
    }
}
