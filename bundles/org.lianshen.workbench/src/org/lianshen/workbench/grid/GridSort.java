package org.lianshen.workbench.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** The sort as NatTable asks for it, kept in the {@link RowView}. A head goes up, down, unsorted; with Shift or Ctrl it adds a further level. */
final class GridSort<T> implements ISortModel {

    private final Grid<T> grid;

    GridSort(Grid<T> grid) {
        this.grid = grid;
    }

    @Override
    public List<Integer> getSortedColumnIndexes() {
        return grid.view().sort().stream().map(RowView.SortLevel::column).toList();
    }

    @Override
    public boolean isColumnIndexSorted(int column) {
        return getSortOrder(column) >= 0;
    }

    @Override
    public SortDirectionEnum getSortDirection(int column) {
        return grid.view().sort().stream().filter(level -> level.column() == column).findFirst()
                .map(level -> level.ascending() ? SortDirectionEnum.ASC : SortDirectionEnum.DESC).orElse(SortDirectionEnum.NONE);
    }

    @Override
    public int getSortOrder(int column) {
        return getSortedColumnIndexes().indexOf(column);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List<Comparator> getComparatorsForColumnIndex(int column) {
        return List.of();
    }

    @Override
    public Comparator<?> getColumnComparator(int column) {
        return null;
    }

    @Override
    public void sort(int column, SortDirectionEnum direction, boolean accumulate) {
        List<RowView.SortLevel> levels = new ArrayList<>(accumulate ? grid.view().sort() : List.of());
        levels.removeIf(level -> level.column() == column);
        if (direction != SortDirectionEnum.NONE) {
            levels.add(new RowView.SortLevel(column, direction == SortDirectionEnum.ASC));
        }
        List<T> selected = grid.selection();
        grid.view().sort(levels);
        grid.select(selected);
        grid.columns().remember();
    }

    @Override
    public void clear() {
        grid.view().sort(List.of());
    }
}
