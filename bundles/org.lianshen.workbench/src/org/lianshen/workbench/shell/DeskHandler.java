package org.lianshen.workbench.shell;

import jakarta.inject.Named;
import java.util.List;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.lianshen.workbench.nav.Opener;

/** Alt+0 the to-do list, Alt+1…9 the desks in their order. */
final class DeskHandler {

    @CanExecute
    boolean can(SignIn signIn) {
        return signIn.session().isPresent();
    }

    @Execute
    void go(@Named("position") String position, MApplication application, EModelService models, Opener opener) {
        List<MPartDescriptor> desks = new WindowModel(application, models).desks();
        int index = Integer.parseInt(position);
        if (index < desks.size()) {
            opener.open(desks.get(index).getElementId());
        }
    }
}
