package org.lianshen.workbench.grid;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.TableSpec;

/**
 * The rows of a grid as shown: filtered by what was typed, sorted by columns. Without widgets. Costs nothing per row until something is filtered or sorted.
 */
final class RowView<T> {

    /** One level of the sort. */
    record SortLevel(int column, boolean ascending) {
    }

    private final TableSpec<T> spec;
    private final Cells cells;
    private List<T> rows = List.of();
    private String[] needles = {};
    private List<SortLevel> sort = List.of();
    /** What each row says, in lower case; made at the first filter and let go when memory is short. */
    private SoftReference<String[]> said = new SoftReference<>(null);
    /** Positions in {@link #rows}; null while rows are shown as they come. */
    private int[] shown;

    RowView(TableSpec<T> spec, Cells cells) {
        this.spec = spec;
        this.cells = cells;
    }

    void setRows(List<T> rows) {
        this.rows = new ArrayList<>(rows);
        said.clear();
        refresh();
    }

    List<T> rows() {
        return List.copyOf(rows);
    }

    /** @param text words that must all occur somewhere in the row, in any column, in either case */
    void filter(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        needles = plain.isEmpty() ? new String[0] : plain.split("\\s+");
        refresh();
    }

    boolean isFiltered() {
        return needles.length > 0;
    }

    void sort(List<SortLevel> levels) {
        sort = List.copyOf(levels);
        refresh();
    }

    List<SortLevel> sort() {
        return sort;
    }

    int size() {
        return shown == null ? rows.size() : shown.length;
    }

    int total() {
        return rows.size();
    }

    T row(int index) {
        return rows.get(source(index));
    }

    List<T> shown() {
        List<T> list = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            list.add(row(i));
        }
        return list;
    }

    /** @return position among the shown rows, or -1 */
    int indexOf(T row) {
        for (int i = 0; i < size(); i++) {
            if (row(i).equals(row)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts another row in that place, without filtering or sorting anew: an edited row must not jump away. */
    void replace(int index, T row) {
        rows.set(source(index), row);
        said.clear();
    }

    void append(T row) {
        rows.add(row);
        said.clear();
        if (shown != null) {
            shown = Arrays.copyOf(shown, shown.length + 1);
            shown[shown.length - 1] = rows.size() - 1;
        }
    }

    /** @param indexes among the shown rows */
    void remove(Collection<Integer> indexes) {
        List<Integer> sources = indexes.stream().map(this::source).sorted(Comparator.reverseOrder()).toList();
        sources.forEach(source -> rows.remove((int) source));
        said.clear();
        refresh();
    }

    private int source(int index) {
        return shown == null ? index : shown[index];
    }

    private void refresh() {
        shown = null;
        if (needles.length > 0) {
            String[] texts = said();
            int[] kept = new int[texts.length];
            int count = 0;
            for (int i = 0; i < kept.length; i++) {
                if (matches(texts[i])) {
                    kept[count++] = i;
                }
            }
            shown = Arrays.copyOf(kept, count);
        }
        if (!sort.isEmpty()) {
            sortShown();
        }
    }

    private boolean matches(String text) {
        for (String needle : needles) {
            if (!text.contains(needle)) {
                return false;
            }
        }
        return true;
    }

    private String[] said() {
        String[] texts = said.get();
        if (texts == null) {
            texts = new String[rows.size()];
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < texts.length; i++) {
                all.setLength(0);
                for (Column<T> column : spec.columns()) {
                    all.append(cells.text(column, column.value().apply(rows.get(i)))).append('\n');
                }
                texts[i] = all.toString().toLowerCase(Locale.ROOT);
            }
            said = new SoftReference<>(texts);
        }
        return texts;
    }

    private void sortShown() {
        record Keyed(int source, Object[] keys) {
        }
        List<Keyed> keyed = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            int source = source(i);
            Object[] keys = new Object[sort.size()];
            for (int level = 0; level < keys.length; level++) {
                keys[level] = cells.sortKey(spec.columns().get(sort.get(level).column()).value().apply(rows.get(source)));
            }
            keyed.add(new Keyed(source, keys));
        }
        Comparator<Keyed> order = null;
        for (int level = 0; level < sort.size(); level++) {
            int at = level;
            Comparator<Keyed> next = Comparator.comparing((Keyed row) -> row.keys()[at], Cells.keyOrder(sort.get(level).ascending()));
            order = order == null ? next : order.thenComparing(next);
        }
        keyed.sort(order);
        shown = keyed.stream().mapToInt(Keyed::source).toArray();
    }
}
