package org.lianshen.workbench.shell;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.swt.widgets.Shell;

/** Ctrl+K: into the search box. */
final class SearchHandler {

    @CanExecute
    boolean can(MWindow window) {
        return box(window) != null;
    }

    @Execute
    void search(MWindow window) {
        box(window).focus();
    }

    private static SearchBox box(MWindow window) {
        return window.getWidget() instanceof Shell shell && shell.getData(SearchBox.ID) instanceof SearchBox box ? box : null;
    }
}
