package org.lianshen.workbench.shell;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.e4.ui.workbench.modeling.ISaveHandler;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
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
        MPartDescriptor descriptor = models.getPartDescriptor(part);
        if (descriptor == null) {
            return false;
        }
        boolean named = title != null && !title.isEmpty();
        Optional<MPart> open = find(window.parts(), descriptor, input, named);
        if (open.isPresent()) {
            shown(open.get(), input, parts);
            return true;
        }
        MPart fresh = models.createPart(descriptor);
        input.keepIn(fresh);
        if (named) {
            TabTitle.set(fresh, title);
        }
        window.tintIcon(fresh, context.get(Look.class));
        fresh.getTags().add(EPartService.REMOVE_ON_HIDE_TAG);
        window.stack().getChildren().add(fresh);
        parts.showPart(fresh, PartState.ACTIVATE);
        return true;
    }

    /** The open part that shows the object; of a desk, its one part without a name of its own. */
    static Optional<MPart> find(List<MPart> parts, MPartDescriptor descriptor, PartInput input, boolean named) {
        boolean desk = descriptor.getTags().contains(WindowModel.DESK) && !named;
        return parts.stream().filter(open -> open.getElementId().equals(descriptor.getElementId()) && open.isToBeRendered())
                .filter(open -> PartInput.of(open).equals(input) || desk && TabTitle.isPlain(open, descriptor)).findFirst();
    }

    private static void shown(MPart open, PartInput input, EPartService parts) {
        boolean made = open.getObject() != null;
        if (!input.id().isEmpty()) {
            input.keepIn(open);
        }
        parts.showPart(open, PartState.ACTIVATE);
        if (!input.id().isEmpty() && made && open.getObject() instanceof PartActions actions) {
            actions.show(input);
        }
    }
}
