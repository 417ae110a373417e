package org.lianshen.workbench.grid;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** What a {@link ListPart} needs of the window. Injected into parts. */
@Creatable
public final class ListTools {

    final Kit kit;
    final Grids grids;
    final Tasks tasks;
    final DialogService dialogs;
    final Updates updates;

    @Inject
    public ListTools(Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Updates updates) {
        this.kit = kit;
        this.grids = grids;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.updates = updates;
    }
}
