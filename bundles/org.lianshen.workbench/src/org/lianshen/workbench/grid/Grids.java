package org.lianshen.workbench.grid;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.settings.Settings;
import org.lianshen.workbench.text.WorkbenchMessages;

/** Makes tables from their descriptions. Injected into parts. */
@Creatable
public final class Grids {

    final Kit kit;
    final WorkbenchMessages messages;
    final Settings settings;
    final DialogService dialogs;
    final Cells cells;

    @Inject
    public Grids(Kit kit, WorkbenchMessages messages, Texts texts, Settings settings, DialogService dialogs) {
        this.kit = kit;
        this.messages = messages;
        this.settings = settings;
        this.dialogs = dialogs;
        cells = new Cells(texts, messages);
    }

    Look look() {
        return kit.look();
    }

    String title(TableSpec<?> spec) {
        return cells.text(spec.title());
    }

    public Cells cells() {
        return cells;
    }

    /** A big sheet: ledger, budget lines, findings. Rows are selected whole. */
    public <T> Grid<T> grid(Composite parent, TableSpec<T> spec) {
        return new Grid<>(this, parent, spec, false);
    }

    /** A sheet one types into: estimate, scoring. Cells are selected one by one; give columns their {@link Grid#edit}. */
    public <T> Grid<T> sheet(Composite parent, TableSpec<T> spec) {
        return new Grid<>(this, parent, spec, true);
    }

    /** A list of at most some hundred rows, as a native table. */
    public <T> ListTable<T> list(Composite parent, TableSpec<T> spec) {
        return new ListTable<>(this, parent, spec);
    }
}
