package org.lianshen.workbench.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/**
 * A big table over NatTable, from its description: sorting (click a head), filtering while typing, columns that can be hidden, moved and sized and are remembered, copy with
 * heads (Ctrl+C), exact yuan on hover. Above it stand the filter, how many rows are shown, and the columns button.
 *
 * @param <T> the row, a value (record)
 */
public final class Grid<T> {

    private final Grids grids;
    private final TableSpec<T> spec;
    private final RowView<T> view;
    private final Composite area;
    private final Text filter;
    private final Label count;
    private final NatTable table;
    private final GridLayers<T> layers;
    private final GridColumns columns;
    private final Map<String, Edit<T>> edits = new HashMap<>();
    private final List<Consumer<List<T>>> selectionListeners = new ArrayList<>();
    private final List<Consumer<T>> openListeners = new ArrayList<>();
    private final boolean sheet;
    private Function<T, ?> identity = Function.identity();
    private Function<T, Tone> tint = row -> null;
    private Function<T, Boolean> strong = row -> false;
    private Set<String> wrapped = Set.of();
    private Runnable resized;
    private GridEdits<T> editing;

    Grid(Grids grids, Composite parent, TableSpec<T> spec, boolean sheet) {
        this.grids = grids;
        this.spec = spec;
        this.sheet = sheet;
        Look look = grids.look();
        Kit kit = grids.kit;
        view = new RowView<>(spec, grids.cells);
        area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        Composite bar = kit.row(area, 3);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(look.u(3), look.u(2)).spacing(look.u(3), 0).applyTo(bar);
        filter = kit.filter(bar, grids.messages.filter);
        count = kit.caption(bar, "");
        kit.iconButton(bar, Icon.LAYOUT_THREE_COLUMNS, grids.messages.columns, () -> chooseColumns());
        layers = new GridLayers<>(this);
        table = new NatTable(area, layers.top(), false);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        ConfigRegistry registry = new ConfigRegistry();
        table.setConfigRegistry(registry);
        columns = new GridColumns(grids.settings, spec, layers);
        // After the layers' own configurations, which would otherwise win.
        table.addConfiguration(new GridStyle<>(this));
        table.addConfiguration(new GridKeys<>(this));
        table.configure();
        columns.restore();
        // A table keeps all keys for itself: Esc must still close the box that it stands in.
        table.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_ESCAPE);
        // Afterwards: while the table is told its new size, its client area may still be the old one.
        table.addListener(SWT.Resize, event -> table.getDisplay().asyncExec(() -> {
            if (!table.isDisposed()) {
                columns.fit(table.getClientArea().width);
                measureRows();
            }
        }));
        table.setBackground(look.surface());
        new Hover(table);
        GridAccess.install(this, table);
        table.addLayerListener(event -> {
            if (event instanceof ISelectionEvent) {
                tellSelection();
            }
            columns.changed(event);
            if (event instanceof ColumnResizeEvent) {
                measureRows();
            }
        });
        filter.addListener(SWT.Modify, event -> scheduleFilter());
        filter.addListener(SWT.KeyDown, this::onFilterKey);
        tellCount();
    }

    // What the grid shows

    /**
     * All rows, replacing what was there; filter, sort and, where the same rows are still there, the selection stay. For somebody who is in a list already the first row
     * is at hand.
     */
    public void setRows(List<T> rows) {
        Set<Object> selected = selection().stream().<Object>map(identity).collect(Collectors.toSet());
        view.setRows(rows);
        refresh();
        select(selected.isEmpty() ? List.of() : view.shown().stream().filter(row -> selected.contains(identity.apply(row))).toList());
        if (!sheet && table.isFocusControl() && layers.selection().getSelectionAnchor().getRowPosition() < 0) {
            selectRow(0);
        }
    }

    /** All rows, in the order they came or were entered. */
    public List<T> rows() {
        return view.rows();
    }

    /** The rows as shown: filtered and sorted. What an export "as shown" takes, with {@link #shownSpec()}. */
    public List<T> shown() {
        return view.shown();
    }

    /** The description with the columns as shown: without hidden ones, in the order of the screen. */
    public TableSpec<T> shownSpec() {
        return new TableSpec<>(spec.id(), spec.title(), Arrays.stream(layers.shownColumns()).mapToObj(spec.columns()::get).toList());
    }

    /** What makes a row the same row when its values have changed, such as its id: so the selection stays with it. Without this, rows are the same where they are equal. */
    public void identify(Function<T, ?> identity) {
        this.identity = identity;
    }

    /** Background of a row by its state; null for none. The state itself stands in a column, as a word. */
    public void tint(Function<T, Tone> tint) {
        this.tint = tint;
        table.redraw();
    }

    /** Rows in bold on a raised background: sums, groups. */
    public void strong(Function<T, Boolean> strong) {
        this.strong = strong;
        table.redraw();
    }

    /** Shows the rows' values of now; the cursor stays, so that one types on. */
    public void refresh() {
        int column = layers.selection().getSelectionAnchor().getColumnPosition();
        int row = layers.selection().getSelectionAnchor().getRowPosition();
        // Rows only: a refresh of the whole structure would put moved columns back.
        layers.body().fireLayerEvent(new RowStructuralRefreshEvent(layers.body()));
        if (row >= 0 && row < view.size() && column >= 0) {
            layers.keep(sheet, column, row);
        }
        measureRows();
        tellCount();
    }

    // Selection

    public List<T> selection() {
        List<T> rows = new ArrayList<>();
        for (int position : selectedRows()) {
            rows.add(view.row(position));
        }
        return rows;
    }

    public Optional<T> focused() {
        int row = layers.selection().getSelectionAnchor().getRowPosition();
        return row >= 0 && row < view.size() ? Optional.of(view.row(row)) : Optional.empty();
    }

    /** Selects the first of the rows that is shown and scrolls to it. */
    public void select(List<T> rows) {
        layers.selection().clear();
        for (T row : rows) {
            int index = view.indexOf(row);
            if (index >= 0) {
                selectRow(index);
                return;
            }
        }
    }

    /** @param index among the shown rows */
    public void selectRow(int index) {
        if (index >= 0 && index < view.size()) {
            layers.select(sheet, Math.max(0, layers.selection().getSelectionAnchor().getColumnPosition()), index);
        }
    }

    /** Puts the cursor into a cell and scrolls there. @param column id */
    public void selectCell(String column, T row) {
        int index = view.indexOf(row);
        int[] shown = layers.shownColumns();
        for (int position = 0; position < shown.length && index >= 0; position++) {
            if (column(shown[position]).id().equals(column)) {
                layers.select(sheet, position, index);
                layers.show(position, index);
            }
        }
    }

    /** Id of the column that the cursor is in; where rows are selected whole, of the cell that was clicked. */
    public Optional<String> focusedColumn() {
        int position = layers.selection().getSelectionAnchor().getColumnPosition();
        int[] shown = layers.shownColumns();
        return position >= 0 && position < shown.length ? Optional.of(column(shown[position]).id()) : Optional.empty();
    }

    public void onSelect(Consumer<List<T>> listener) {
        selectionListeners.add(listener);
    }

    /** Enter or double-click on a row. */
    public void onOpen(Consumer<T> listener) {
        openListeners.add(listener);
    }

    /**
     * Rows can be dragged to another place with the mouse. What can be dragged must be movable by keys, too.
     *
     * @param allowed whether it can be done now
     * @param moved   takes the row and the place that it shall have among all; the grid shows it once it is told the rows anew
     */
    public void onMove(BooleanSupplier allowed, BiConsumer<T, Integer> moved) {
        table.getUiBindingRegistry().registerFirstMouseDragMode(MouseEventMatcher.bodyLeftClick(SWT.NONE), new RowDrag<>(this, allowed, moved));
    }

    // Typing into cells

    /** Lets people type into a column. @param column id */
    public void edit(String column, Edit<T> edit) {
        if (spec.columns().stream().noneMatch(each -> each.id().equals(column))) {
            throw new IllegalArgumentException("no column " + column + " in " + spec.id());
        }
        edits.put(column, edit);
        GridEditing.register(this, column, edit);
    }

    /**
     * Starts editing: after {@link #edit} was told for each column.
     *
     * @param newRow  makes an empty row when a pasted block is longer than the grid; null where rows cannot be added
     * @param changed takes all rows after each edit, paste, fill or undo
     */
    public void editable(java.util.function.Supplier<T> newRow, Consumer<List<T>> changed) {
        editing = new GridEdits<>(this, newRow, changed);
    }

    /** Adds an empty row to a sheet and puts the cursor into its first cell; can be undone. */
    public void addRow() {
        int row = editing.add();
        layers.selection().clear();
        layers.select(sheet, 0, row);
        table.setFocus();
    }

    /** Takes the rows with a selected cell out of a sheet; can be undone. */
    public void removeSelectedRows() {
        Set<Integer> rows = selectedRows();
        if (!rows.isEmpty()) {
            layers.selection().clear();
            editing.remove(rows);
        }
    }

    // Parts of the screen

    /** The whole, with the filter above; give it layout data. */
    public Composite area() {
        return area;
    }

    /** Head and all rows, in pixels: for a small table inside a scrolled form. */
    public int preferredHeight() {
        return table.getPreferredHeight();
    }

    public NatTable table() {
        return table;
    }

    /** For the command 筛选, Ctrl+F. */
    public void focusFilter() {
        filter.setFocus();
        filter.selectAll();
    }

    public void setFocus() {
        table.setFocus();
        if (layers.selection().getSelectionAnchor().getRowPosition() < 0) {
            selectRow(0);
        }
    }

    /** Filters at once, as typing does after a moment. */
    public void filter(String text) {
        if (!filter.getText().equals(text)) {
            filter.setText(text);
        }
        view.filter(text);
        layers.selection().clear();
        refresh();
    }

    /** Hides the bar with the filter: small sheets in a form. */
    public void hideBar() {
        Composite bar = filter.getParent();
        ((GridData) bar.getLayoutData()).exclude = true;
        bar.setVisible(false);
    }

    /** Columns, named views and their choice. */
    public GridColumns columns() {
        return columns;
    }

    /** Texts of these columns go on in the next line where their column is narrow, and rows become as tall as that takes. For small tables: every row is measured. */
    public void wrap(String... ids) {
        wrapped = Set.of(ids);
        measureRows();
    }

    /**
     * As tall as its rows, without a filter: for a small table inside a scrolled form.
     *
     * @param resized told when the height has become another one, as where columns have become narrower
     */
    public void whole(Runnable resized) {
        hideBar();
        this.resized = resized;
        GridDataFactory.createFrom((GridData) area.getLayoutData()).grab(true, false).applyTo(area);
        measureRows();
    }

    /** Gives each row the height of its tallest text, and the whole the height of its rows. */
    private void measureRows() {
        if (!wrapped.isEmpty()) {
            layers.heights(IntStream.range(0, spec.columns().size()).filter(index -> wraps(column(index))).toArray());
        }
        var place = (GridData) area.getLayoutData();
        int height = table.getPreferredHeight() + grids.look().u(1);
        if (resized != null && place.heightHint != height) {
            place.heightHint = height;
            resized.run();
        }
    }

    // For the neighbours in this package

    boolean wraps(Column<T> column) {
        return wrapped.contains(column.id());
    }

    Grids grids() {
        return grids;
    }

    TableSpec<T> spec() {
        return spec;
    }

    RowView<T> view() {
        return view;
    }

    GridLayers<T> layers() {
        return layers;
    }

    GridEdits<T> editing() {
        return editing;
    }

    Map<String, Edit<T>> edits() {
        return edits;
    }

    boolean isSheet() {
        return sheet;
    }

    Tone tintOf(int row) {
        return row < view.size() ? tint.apply(view.row(row)) : null;
    }

    boolean isStrong(int row) {
        return row < view.size() && strong.apply(view.row(row));
    }

    void open() {
        focused().ifPresent(row -> openListeners.forEach(listener -> listener.accept(row)));
    }

    Column<T> column(int index) {
        return spec.columns().get(index);
    }

    /** Text of a row for screen readers: head and value of each shown column. */
    String spoken(int row) {
        return grids.cells.spoken(Arrays.stream(layers.shownColumns()).mapToObj(this::column).toList(), view.row(row));
    }

    private Set<Integer> selectedRows() {
        Set<Integer> rows = new LinkedHashSet<>();
        for (PositionCoordinate cell : layers.selection().getSelectedCellPositions()) {
            if (cell.getRowPosition() < view.size()) {
                rows.add(cell.getRowPosition());
            }
        }
        return rows;
    }

    private void tellSelection() {
        List<T> selected = selection();
        selectionListeners.forEach(listener -> listener.accept(selected));
    }

    private void tellCount() {
        int total = view.total();
        count.setText(view.isFiltered() ? grids.messages.format(grids.messages.rowsFiltered, view.size(), total) : grids.messages.format(grids.messages.rowsAll, total));
        if (count.getParent().getSize().x > 0) {
            count.getParent().layout(true);
        }
    }

    /** Waits until typing pauses: a hundred thousand rows are not filtered at each key. */
    private void scheduleFilter() {
        String text = filter.getText();
        area.getDisplay().timerExec(view.total() < 5000 ? 0 : 200, () -> {
            if (!filter.isDisposed() && filter.getText().equals(text)) {
                filter(text);
            }
        });
    }

    private void onFilterKey(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR) {
            setFocus();
        } else if (event.keyCode == SWT.ESC && !filter.getText().isEmpty()) {
            filter.setText("");
        }
    }

    private void chooseColumns() {
        grids.dialogs.open(new ColumnChoice(grids, spec, columns));
        refresh();
    }

    /** The whole text of a cell that is cut, or the exact yuan of an amount. */
    private final class Hover extends NatTableContentTooltip {

        Hover(NatTable table) {
            super(table);
        }

        @Override
        protected String getText(Event event) {
            int columnPosition = natTable.getColumnPositionByX(event.x);
            int rowPosition = natTable.getRowPositionByY(event.y);
            ILayerCell cell = natTable.getCellByPosition(columnPosition, rowPosition);
            if (cell == null) {
                return null;
            }
            int index = cell.getColumnIndex();
            if (rowPosition == 0) {
                return grids.cells.label(column(index));
            }
            int row = cell.getRowIndex();
            if (row < 0 || row >= view.size()) {
                return null;
            }
            String text = grids.cells.hover(column(index), column(index).value().apply(view.row(row)));
            return text.isEmpty() ? null : text;
        }
    }
}
