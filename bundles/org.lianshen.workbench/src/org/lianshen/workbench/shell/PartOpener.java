package org.lianshen.workbench.shell;

import jakarta.inject.Inject;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.e4.ui.workbench.modeling.ISaveHandler;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.TabTitle;

/** {@link Opener} over the application model: one tab per part and object. */
final class PartOpener implements Opener {

    private final WindowModel window;
    private final EModelService models;
    private final IEclipseContext context;

    @Inject
    PartOpener(MApplication application, EModelService models) {
        this.models = models;
        context = application.getContext();
        window = new WindowModel(application, models);
        // In place of the one that the platform gave to the window when it made its shell.
        window.window().getContext().set(ISaveHandler.class, new SaveAsking(context));
    }

    @Override
    public boolean open(String part, String objectId, String title) {
        PartInput input = new PartInput(objectId == null ? "" : objectId);
        EPartService parts = window.window().getContext().get(EPartService.class);
        for (MPart open : window.parts()) {
            if (open.getElementId().equals(part) && PartInput.of(open).equals(input) && open.isToBeRendered()) {
                parts.showPart(open, PartState.ACTIVATE);
                return true;
            }
        }
        if (models.getPartDescriptor(part) == null) {
            return false;
        }
        MPart fresh = models.createPart(models.getPartDescriptor(part));
        input.keepIn(fresh);
        if (title != null && !title.isEmpty()) {
            TabTitle.set(fresh, title);
        }
        window.tintIcon(fresh, context.get(Look.class));
        fresh.getTags().add(EPartService.REMOVE_ON_HIDE_TAG);
        window.stack().getChildren().add(fresh);
        parts.showPart(fresh, PartState.ACTIVATE);
        return true;
    }
}
