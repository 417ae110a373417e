package org.lianshen.performance.ui;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.grid.ListTable;
import org.lianshen.workbench.kit.Kit;

/** Chooses one project of the ledger, filtering while one types. */
final class ProjectList {

    private static final TableSpec<LedgerProject> SPEC = new TableSpec<>("performance.projects", "performance.head.project",
            List.of(new Column<>("project", "performance.head.project", Type.TEXT, 48, LedgerProject::name), new Column<>("unit", "performance.head.unit", Type.TEXT, 28, LedgerProject::unit),
                    new Column<>("reviewNo", "performance.head.reviewNo", Type.CODE, 22, LedgerProject::reviewNo)));

    private final Composite area;
    private final ListTable<LedgerProject> list;

    /** @param changed after another one was chosen */
    ProjectList(Composite parent, Kit kit, Grids grids, PerformanceMessages messages, List<LedgerProject> projects, Runnable changed) {
        area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(2)).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        Text filter = kit.filter(area, messages.filterProjects);
        list = grids.list(area, SPEC);
        list.setRows(projects);
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(104), kit.look().u(60)).applyTo(list.table());
        list.onSelect(rows -> changed.run());
        filter.addListener(SWT.Modify, event -> {
            list.filter(filter.getText());
            changed.run();
        });
    }

    Composite control() {
        return area;
    }

    void select(LedgerProject project) {
        list.select(project);
    }

    Optional<LedgerProject> chosen() {
        return list.focused();
    }
}
