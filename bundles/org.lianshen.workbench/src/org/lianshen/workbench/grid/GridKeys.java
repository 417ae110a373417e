package org.lianshen.workbench.grid;

import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.ui.action.IKeyAction;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;

/** Keys and mouse of a grid beyond NatTable's own. */
final class GridKeys<T> extends AbstractUiBindingConfiguration {

    private final Grid<T> grid;
    private final SingleClickSortConfiguration sorting = new SingleClickSortConfiguration();

    GridKeys(Grid<T> grid) {
        this.grid = grid;
    }

    @Override
    public void configureUiBindings(UiBindingRegistry bindings) {
        sorting.configureUiBindings(bindings);
        on(bindings, SWT.MOD1, 'c', (table, event) -> GridClipboard.copy(grid));
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'f'), (table, event) -> grid.focusFilter());
        bindings.registerFirstDoubleClickBinding(new MouseEventMatcher(SWT.NONE, GridRegion.BODY, MouseEventMatcher.LEFT_BUTTON), (table, event) -> grid.open());
        if (!grid.isSheet()) {
            on(bindings, SWT.NONE, SWT.CR, (table, event) -> grid.open());
            on(bindings, SWT.NONE, SWT.KEYPAD_CR, (table, event) -> grid.open());
        } else {
            on(bindings, SWT.MOD1, 'v', (table, event) -> GridClipboard.paste(grid));
            on(bindings, SWT.MOD1, 'd', (table, event) -> grid.editing().fillDown());
            on(bindings, SWT.MOD1, 'z', (table, event) -> grid.editing().undo());
            on(bindings, SWT.NONE, SWT.DEL, (table, event) -> grid.editing().clear());
            GridEditing.bind(bindings);
        }
    }

    private void on(UiBindingRegistry bindings, int modifiers, int key, IKeyAction action) {
        bindings.registerFirstKeyBinding(new KeyEventMatcher(modifiers, key), (NatTable table, org.eclipse.swt.events.KeyEvent event) -> {
            if (!grid.isSheet() || grid.editing() != null || key == 'c') {
                action.run(table, event);
            }
        });
    }
}
