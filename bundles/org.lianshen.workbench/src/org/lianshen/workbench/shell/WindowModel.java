package org.lianshen.workbench.shell;

import java.util.Comparator;
import java.util.List;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.nav.Opener;

/** The pieces of the window's model by what they are: the gate (first start, sign-in), the stack of parts, the bars around, the desks. */
final class WindowModel {

    static final String TODO = Opener.TODO;
    private static final String GATE = "org.lianshen.workbench.part.gate";
    private static final String STACK = "org.lianshen.workbench.partstack.main";
    static final String DESK = "desk";

    private final MApplication application;
    private final EModelService models;

    WindowModel(MApplication application, EModelService models) {
        this.application = application;
        this.models = models;
    }

    MWindow window() {
        return application.getChildren().get(0);
    }

    MPartStack stack() {
        return (MPartStack) models.find(STACK, window());
    }

    List<MPart> parts() {
        return models.findElements(stack(), null, MPart.class);
    }

    /** The icon of a tab in the look's colour; the platform would draw it black, in the dark too. */
    void tintIcon(MPart part, Look look) {
        if (part.getIconURI() != null && !part.getIconURI().isEmpty()) {
            part.getTransientData().put(IPresentationEngine.OVERRIDE_ICON_IMAGE_KEY, look.icon(part.getIconURI(), look.muted(), look.u(4)));
        }
    }

    /** Only the gate: nobody is signed in. */
    void showGate() {
        show(false);
    }

    /** The desks: somebody is signed in. */
    void showDesks(Look look) {
        parts().forEach(part -> tintIcon(part, look));
        show(true);
    }

    private void show(boolean desks) {
        MUIElement gate = models.find(GATE, window());
        gate.setToBeRendered(!desks);
        gate.setVisible(!desks);
        stack().setToBeRendered(desks);
        ((MTrimmedWindow) window()).getTrimBars().forEach(bar -> bar.setToBeRendered(desks));
        if (desks) {
            window().setSelectedElement(stack());
        } else {
            window().setSelectedElement((org.eclipse.e4.ui.model.application.ui.basic.MWindowElement) gate);
        }
    }

    /** Makes the bars and the open parts anew from the context as it is now. */
    void renderAnew(Look look) {
        parts().forEach(part -> tintIcon(part, look));
        List<MTrimBar> bars = ((MTrimmedWindow) window()).getTrimBars();
        MPartStack stack = stack();
        var front = stack.getSelectedElement();
        List<MPart> open = parts().stream().filter(MPart::isToBeRendered).toList();
        bars.forEach(bar -> bar.setToBeRendered(false));
        stack.setToBeRendered(false);
        open.forEach(part -> part.setToBeRendered(false));
        open.forEach(part -> part.setToBeRendered(true));
        stack.setToBeRendered(true);
        stack.setSelectedElement(front);
        bars.forEach(bar -> bar.setToBeRendered(true));
    }

    /** What desk bundles contribute: part descriptors tagged {@code desk}, in the order of their persisted state {@code desk.order}. */
    List<MPartDescriptor> desks() {
        return application.getDescriptors().stream().filter(descriptor -> descriptor.getTags().contains(DESK)).sorted(Comparator.comparingInt(WindowModel::order)).toList();
    }

    private static int order(MPartDescriptor descriptor) {
        return Integer.parseInt(descriptor.getPersistedState().getOrDefault("desk.order", "1000"));
    }

    /** Name of the {@code TodoService.Desk} whose count the desk shows; {@code ALL} for the sum; empty for none. */
    static String waiting(MPartDescriptor descriptor) {
        return descriptor.getPersistedState().getOrDefault("desk.todo", "");
    }
}
