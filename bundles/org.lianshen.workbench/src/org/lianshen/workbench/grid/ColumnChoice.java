package org.lianshen.workbench.grid;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;

/** Box to choose the columns of a grid and their order, and to keep the choice under a name. */
final class ColumnChoice implements DialogService.Box {

    private final Grids grids;
    private final TableSpec<?> spec;
    private final GridColumns columns;
    private Table list;
    private Runnable state;

    ColumnChoice(Grids grids, TableSpec<?> spec, GridColumns columns) {
        this.grids = grids;
        this.spec = spec;
        this.columns = columns;
    }

    @Override
    public String title() {
        return grids.messages.columns;
    }

    @Override
    public String verb() {
        return grids.messages.columnsApply;
    }

    @Override
    public Control create(Composite parent, Runnable changed) {
        state = changed;
        Kit kit = grids.kit;
        Composite area = kit.box(parent, 2);
        list = new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        list.setFont(kit.look().base());
        Kit.name(list, grids.messages.columns);
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(36), kit.look().u(70)).applyTo(list);
        list.addListener(SWT.Selection, event -> changed.run());
        fill(columns.shown());
        Composite buttons = kit.box(area, 1);
        GridDataFactory.fillDefaults().applyTo(buttons);
        wide(kit.button(buttons, grids.messages.up, () -> move(-1)));
        wide(kit.button(buttons, grids.messages.down, () -> move(1)));
        wide(kit.button(buttons, grids.messages.columnsAll, () -> fill(spec.columns().stream().map(Column::id).toList())));
        wide(kit.button(buttons, grids.messages.viewSave, this::saveView));
        for (String view : columns.views()) {
            wide(kit.quiet(buttons, view, () -> {
                columns.applyView(view);
                fill(columns.shown());
            }));
        }
        return area;
    }

    @Override
    public String missing() {
        return checked().isEmpty() ? grids.messages.columnsNone : "";
    }

    @Override
    public boolean accept() {
        columns.show(checked());
        return true;
    }

    private static void wide(Control button) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
    }

    private void fill(List<String> shown) {
        list.removeAll();
        List<String> order = new ArrayList<>(shown);
        spec.columns().stream().map(Column::id).filter(id -> !shown.contains(id)).forEach(order::add);
        for (String id : order) {
            TableItem item = new TableItem(list, SWT.NONE);
            item.setData(id);
            spec.columns().stream().filter(column -> column.id().equals(id)).findFirst().ifPresent(column -> item.setText(grids.cells.label(column)));
            item.setChecked(shown.contains(id));
        }
        state.run();
    }

    private List<String> checked() {
        List<String> ids = new ArrayList<>();
        for (TableItem item : list.getItems()) {
            if (item.getChecked()) {
                ids.add((String) item.getData());
            }
        }
        return ids;
    }

    private void move(int step) {
        int from = list.getSelectionIndex();
        int to = from + step;
        if (from < 0 || to < 0 || to >= list.getItemCount()) {
            return;
        }
        TableItem a = list.getItem(from);
        TableItem b = list.getItem(to);
        Object data = a.getData();
        String text = a.getText();
        boolean checked = a.getChecked();
        a.setData(b.getData());
        a.setText(b.getText());
        a.setChecked(b.getChecked());
        b.setData(data);
        b.setText(text);
        b.setChecked(checked);
        list.setSelection(to);
        list.notifyListeners(SWT.Selection, new Event());
    }

    private void saveView() {
        grids.dialogs.ask(grids.messages.viewSave, grids.messages.viewName, "", name -> name.isBlank() ? grids.messages.viewNameMissing : null).ifPresent(name -> {
            columns.show(checked());
            columns.saveView(name.strip());
        });
    }
}
