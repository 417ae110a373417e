package org.lianshen.workbench.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/**
 * A list of at most some hundred rows as a native table, from its description. Heads sort. What the platform tells of its cells is not theirs to name, so the table's own name
 * says the row that is selected, as that of {@link Grid} does.
 */
public final class ListTable<T> {

    private final Grids grids;
    private final TableSpec<T> spec;
    private final RowView<T> view;
    private final TableViewer viewer;

    ListTable(Grids grids, Composite parent, TableSpec<T> spec) {
        this.grids = grids;
        this.spec = spec;
        view = new RowView<>(spec, grids.cells);
        Look look = grids.look();
        viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.SINGLE);
        Table table = viewer.getTable();
        table.setHeaderVisible(true);
        table.setFont(look.base());
        table.setBackground(look.surface());
        table.setForeground(look.text());
        table.setHeaderBackground(look.raised());
        table.setHeaderForeground(look.muted());
        Kit.name(table, this::name);
        table.addListener(SWT.Selection, event -> Kit.renamed(table));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        for (int i = 0; i < spec.columns().size(); i++) {
            column(i);
        }
        viewer.setInput(view.shown());
    }

    public void setRows(List<T> rows) {
        List<T> selected = selection();
        view.setRows(rows);
        viewer.setInput(view.shown());
        viewer.setSelection(new StructuredSelection(selected));
        Kit.renamed(viewer.getTable());
    }

    /** What a screen reader says: the list, and the row that is selected. */
    private String name() {
        String title = grids.title(spec);
        int row = viewer == null ? -1 : viewer.getTable().getSelectionIndex();
        return row < 0 || row >= view.shown().size() ? title
                : grids.messages.format(grids.messages.rowOf, title, row + 1, view.shown().size(), grids.cells.spoken(spec.columns(), view.shown().get(row)));
    }

    public List<T> rows() {
        return view.rows();
    }

    public void filter(String text) {
        view.filter(text);
        viewer.setInput(view.shown());
    }

    @SuppressWarnings("unchecked")
    public List<T> selection() {
        return new ArrayList<>((List<T>) viewer.getStructuredSelection().toList());
    }

    public Optional<T> focused() {
        return selection().stream().findFirst();
    }

    public void select(T row) {
        viewer.setSelection(new StructuredSelection(row), true);
        Kit.renamed(viewer.getTable());
    }

    public void onSelect(Consumer<List<T>> listener) {
        viewer.addSelectionChangedListener(event -> listener.accept(selection()));
    }

    /** Enter or double-click. */
    @SuppressWarnings("unchecked")
    public void onOpen(Consumer<T> listener) {
        viewer.addOpenListener(event -> listener.accept((T) ((IStructuredSelection) event.getSelection()).getFirstElement()));
    }

    public Table table() {
        return viewer.getTable();
    }

    private void column(int index) {
        Column<T> description = spec.columns().get(index);
        Look look = grids.look();
        TableViewerColumn column = new TableViewerColumn(viewer, grids.cells.rightAligned(description) ? SWT.RIGHT : SWT.LEFT);
        TableColumn head = column.getColumn();
        head.setText(grids.cells.label(description));
        head.setWidth(look.characters(description.width()) + look.u(4));
        head.setMoveable(true);
        head.addListener(SWT.Selection, event -> sort(index, head));
        column.setLabelProvider(new Labels(description));
    }

    private void sort(int index, TableColumn head) {
        Table table = viewer.getTable();
        boolean up = table.getSortColumn() != head || table.getSortDirection() != SWT.UP;
        table.setSortColumn(head);
        table.setSortDirection(up ? SWT.UP : SWT.DOWN);
        view.sort(List.of(new RowView.SortLevel(index, up)));
        viewer.setInput(view.shown());
    }

    private final class Labels extends ColumnLabelProvider {

        private final Column<T> column;

        Labels(Column<T> column) {
            this.column = column;
        }

        @SuppressWarnings("unchecked")
        private Object value(Object row) {
            return column.value().apply((T) row);
        }

        @Override
        public String getText(Object row) {
            return grids.cells.text(column, value(row));
        }

        @Override
        public String getToolTipText(Object row) {
            String text = grids.cells.hover(column, value(row));
            return text.isEmpty() ? null : text;
        }

        @Override
        public Image getImage(Object row) {
            return value(row) instanceof Column.Mark mark ? grids.look().icon(Cells.icon(mark), Cells.tone(mark.tone())) : null;
        }

        @Override
        public Color getForeground(Object row) {
            Object value = value(row);
            if (value instanceof Column.Mark mark) {
                return grids.look().tone(Cells.tone(mark.tone()));
            }
            return grids.cells.rightAligned(column) && grids.cells.negative(value) ? grids.look().tone(Tone.BLOCK) : null;
        }

        @Override
        public Font getFont(Object row) {
            return grids.look().base();
        }
    }
}
