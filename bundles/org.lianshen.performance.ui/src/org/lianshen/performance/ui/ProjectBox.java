package org.lianshen.performance.ui;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;

/** Ties an appraisal to the project of the ledger that it is about. */
final class ProjectBox implements DialogService.Box {

    private final Kit kit;
    private final Grids grids;
    private final PerformanceMessages messages;
    private final String said;
    private final List<LedgerProject> projects;
    private ProjectList list;
    private LedgerProject chosen;

    /** @param said above the list: which project is looked for */
    ProjectBox(Kit kit, Grids grids, PerformanceMessages messages, String said, List<LedgerProject> projects) {
        this.kit = kit;
        this.grids = grids;
        this.messages = messages;
        this.said = said;
        this.projects = projects;
    }

    LedgerProject chosen() {
        return chosen;
    }

    @Override
    public String title() {
        return messages.tieTitle;
    }

    @Override
    public String verb() {
        return messages.tieVerb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        Composite area = kit.box(parent, 1);
        kit.wrapped(area, said);
        list = new ProjectList(area, kit, grids, messages, projects, () -> {
            chosen = list.chosen().orElse(null);
            state.run();
        });
        return area;
    }

    @Override
    public String missing() {
        return chosen == null ? messages.projectMissing : "";
    }
}
