package org.lianshen.workbench.shell;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

/** Ctrl+W: closes the tab in front, asking about what is not saved. */
final class CloseHandler {

    @CanExecute
    boolean can(EPartService parts) {
        MPart part = parts.getActivePart();
        return part != null && part.isCloseable();
    }

    @Execute
    void close(EPartService parts) {
        MPart part = parts.getActivePart();
        if (parts.savePart(part, true)) {
            parts.hidePart(part, true);
        }
    }
}
