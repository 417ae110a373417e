package org.lianshen.workbench.grid;

import java.util.List;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.IEditableRule;
import org.eclipse.nebula.widgets.nattable.data.convert.DisplayConverter;
import org.eclipse.nebula.widgets.nattable.data.validate.DataValidator;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.edit.action.KeyEditAction;
import org.eclipse.nebula.widgets.nattable.edit.action.MouseEditAction;
import org.eclipse.nebula.widgets.nattable.edit.config.RenderErrorHandling;
import org.eclipse.nebula.widgets.nattable.edit.editor.ComboBoxCellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.ICellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.IComboBoxDataProvider;
import org.eclipse.nebula.widgets.nattable.edit.editor.TextCellEditor;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.CellEditorMouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.LetterOrDigitKeyEventMatcher;
import org.eclipse.swt.SWT;

/** Cell editors of a sheet. Typing starts editing; F2, Enter and double-click too. */
final class GridEditing {

    private GridEditing() {
    }

    static void bind(UiBindingRegistry bindings) {
        bindings.registerKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.F2), new KeyEditAction());
        bindings.registerKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.CR), new KeyEditAction());
        bindings.registerKeyBinding(new LetterOrDigitKeyEventMatcher(), new KeyEditAction());
        bindings.registerKeyBinding(new LetterOrDigitKeyEventMatcher(SWT.MOD2), new KeyEditAction());
        bindings.registerFirstDoubleClickBinding(new CellEditorMouseEventMatcher(), new MouseEditAction());
    }

    static <T> void register(Grid<T> grid, String column, Edit<T> edit) {
        IConfigRegistry registry = grid.table().getConfigRegistry();
        String label = CellLabels.EDIT + column;
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITABLE_RULE, IEditableRule.ALWAYS_EDITABLE, DisplayMode.EDIT, label);
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, edit.kind() == Edit.Kind.CHOICE ? combo(grid, edit) : new TextCellEditor(true, true),
                DisplayMode.EDIT, label);
        registry.registerConfigAttribute(CellConfigAttributes.DISPLAY_CONVERTER, new Raw<>(grid), DisplayMode.EDIT, label);
        registry.registerConfigAttribute(EditConfigAttributes.DATA_VALIDATOR, new Check<>(grid), DisplayMode.EDIT, label);
        registry.registerConfigAttribute(EditConfigAttributes.VALIDATION_ERROR_HANDLER, new RenderErrorHandling(), DisplayMode.EDIT, label);
    }

    private static <T> ICellEditor combo(Grid<T> grid, Edit<T> edit) {
        ComboBoxCellEditor combo = new ComboBoxCellEditor(new IComboBoxDataProvider() {
            @Override
            public List<?> getValues(int columnIndex, int rowIndex) {
                return edit.choices().apply(grid.view().row(rowIndex));
            }
        }, 12);
        combo.setFreeEdit(false);
        return combo;
    }

    /** In the editor stands what would be copied: plain numbers. What was typed stays text until {@link GridEdits} reads it. */
    private static final class Raw<T> extends DisplayConverter {

        private final Grid<T> grid;

        Raw(Grid<T> grid) {
            this.grid = grid;
        }

        @Override
        public Object canonicalToDisplayValue(ILayerCell cell, IConfigRegistry registry, Object value) {
            return grid.grids().cells.copied(grid.column(cell.getColumnIndex()), value);
        }

        @Override
        public Object canonicalToDisplayValue(Object value) {
            return value == null ? "" : value.toString();
        }

        @Override
        public Object displayToCanonicalValue(Object value) {
            return value == null ? "" : value;
        }
    }

    private static final class Check<T> extends DataValidator {

        private final Grid<T> grid;

        Check(Grid<T> grid) {
            this.grid = grid;
        }

        @Override
        public boolean validate(int column, int row, Object typed) {
            String problem = grid.editing().check(column, String.valueOf(typed));
            if (problem != null) {
                grid.grids().dialogs.status(problem);
            }
            return problem == null;
        }
    }
}
