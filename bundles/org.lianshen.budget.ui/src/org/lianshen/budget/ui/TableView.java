package org.lianshen.budget.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;

/** A box with a table to read: above it what it is of, and a sentence or two. */
abstract class TableView implements DialogService.View {

    final Kit kit;

    TableView(Kit kit) {
        this.kit = kit;
    }

    /** What stands above the table. */
    abstract void head(Composite area);

    abstract void table(Composite parent);

    @Override
    public final Control create(Composite parent) {
        Composite area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(2)).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(120), kit.look().u(145)).applyTo(area);
        head(area);
        Composite table = new Composite(area, SWT.NONE);
        table.setBackground(kit.look().surface());
        GridLayoutFactory.fillDefaults().applyTo(table);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        table(table);
        return area;
    }
}
