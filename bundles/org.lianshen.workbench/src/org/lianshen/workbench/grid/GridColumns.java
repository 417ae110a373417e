package org.lianshen.workbench.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.eclipse.nebula.widgets.nattable.layer.event.ColumnStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.ILayerEvent;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.settings.Settings;

/**
 * Which columns a grid shows, in which order, how wide, and how it is sorted: remembered as it is left, and under names (named views). Written by column id, so that a new
 * column of a later version appears and a gone one is passed over.
 */
public final class GridColumns {

    /** In characters. */
    private static final int LONG_TEXT = 20;

    private final Settings settings;
    private final TableSpec<?> spec;
    private final GridLayers<?> layers;
    private boolean restoring;
    private boolean fitting;
    /** Widths are somebody's own: dragged, or remembered. */
    private boolean own;

    GridColumns(Settings settings, TableSpec<?> spec, GridLayers<?> layers) {
        this.settings = settings;
        this.spec = spec;
        this.layers = layers;
    }

    /**
     * Long texts take the room that is left over, up to twice their width. Where the table is a little narrower than its columns they give way (they end in … and have a
     * tooltip, or go on in the next line), so that no column stands half outside; where that does not suffice one scrolls, and texts keep their width.
     *
     * @param room in pixels
     */
    void fit(int room) {
        if (own || room <= 0) {
            return;
        }
        int over = room;
        int give = 0;
        for (int index : layers.shownColumns()) {
            over -= layers.natural(index);
            give += give(index);
        }
        int change = over >= 0 ? Math.min(over, 2 * give) : -over <= give ? over : 0;
        fitting = true;
        try {
            for (int index : layers.shownColumns()) {
                int width = layers.natural(index) + (change == 0 ? 0 : (int) Math.floorDiv((long) give(index) * change, give));
                if (layers.body().getColumnWidthByPosition(index) != width) {
                    layers.width(index, width);
                }
            }
        } finally {
            fitting = false;
        }
    }

    /** What a column can give way by: half of a long text, more of one that goes on in the next line. */
    private int give(int index) {
        Column<?> column = spec.columns().get(index);
        if (layers.wraps(index)) {
            return layers.natural(index) * 3 / 5;
        }
        return column.type() == Column.Type.TEXT && column.width() >= LONG_TEXT ? layers.natural(index) / 2 : 0;
    }

    /** Ids of the shown columns, in order. */
    public List<String> shown() {
        return Arrays.stream(layers.shownColumns()).mapToObj(index -> spec.columns().get(index).id()).toList();
    }

    /** @param ids at least one; in the order wanted */
    public void show(List<String> ids) {
        arrange(ids);
        remember();
    }

    private void arrange(List<String> ids) {
        restoring = true;
        try {
            layers.hide().showAllColumns();
            List<Integer> wanted = new ArrayList<>();
            List<Integer> hidden = new ArrayList<>();
            for (String id : ids) {
                int index = indexOf(id);
                if (index >= 0 && !wanted.contains(index)) {
                    wanted.add(index);
                }
            }
            for (int i = 0; i < spec.columns().size(); i++) {
                if (!wanted.contains(i)) {
                    hidden.add(i);
                }
            }
            List<Integer> order = new ArrayList<>(wanted);
            order.addAll(hidden);
            for (int target = 0; target < order.size(); target++) {
                int from = layers.reorder().getColumnPositionByIndex(order.get(target));
                if (from != target) {
                    layers.reorder().reorderColumnPosition(from, target);
                }
            }
            if (!wanted.isEmpty()) {
                layers.hide().hideColumnPositions(hidden.stream().map(layers.hide()::getColumnPositionByIndex).toList());
            }
        } finally {
            restoring = false;
        }
    }

    /** What a table of many columns shows until somebody chooses otherwise. */
    public void showAtFirst(List<String> ids) {
        if (settings.get(key("columns")).isEmpty()) {
            arrange(ids);
        }
    }

    /** Names of the kept views. */
    public List<String> views() {
        String prefix = key("view.");
        return settings.keys(prefix).stream().map(key -> key.substring(prefix.length())).toList();
    }

    public void saveView(String name) {
        settings.set(key("view." + name), state());
    }

    public void deleteView(String name) {
        settings.set(key("view." + name), null);
    }

    public void applyView(String name) {
        settings.get(key("view." + name)).ifPresent(this::apply);
    }

    void restore() {
        settings.get(key("columns")).ifPresent(this::apply);
    }

    void remember() {
        if (!restoring) {
            settings.set(key("columns"), state());
        }
    }

    void changed(ILayerEvent event) {
        if (!fitting && (event instanceof ColumnResizeEvent || event instanceof ColumnStructuralChangeEvent)) {
            own |= event instanceof ColumnResizeEvent;
            remember();
        }
    }

    private String key(String what) {
        return "grid." + spec.id() + "." + what;
    }

    /** {@code id:width,id:width}; a width of 0 is the natural one, which depends on language and font. */
    private String state() {
        StringJoiner state = new StringJoiner(",");
        for (int index : layers.shownColumns()) {
            state.add(spec.columns().get(index).id() + ":" + (own ? layers.body().getColumnWidthByPosition(index) : 0));
        }
        return state.toString();
    }

    private void apply(String state) {
        List<String> ids = new ArrayList<>();
        for (String column : state.split(",")) {
            int colon = column.lastIndexOf(':');
            int index = colon < 0 ? -1 : indexOf(column.substring(0, colon));
            if (index >= 0) {
                ids.add(column.substring(0, colon));
                int width = Integer.parseInt(column.substring(colon + 1));
                own |= width > 0;
                layers.width(index, width > 0 ? width : layers.natural(index));
            }
        }
        if (!ids.isEmpty()) {
            show(ids);
        }
    }

    private int indexOf(String id) {
        for (int i = 0; i < spec.columns().size(); i++) {
            if (spec.columns().get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
