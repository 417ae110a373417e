package org.lianshen.workbench.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.eclipse.nebula.widgets.nattable.layer.event.ColumnStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.ILayerEvent;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.settings.Settings;

/**
 * Which columns a grid shows, in which order, how wide, and how it is sorted: remembered as it is left, and under names (named views). Written by column id, so that a new
 * column of a later version appears and a gone one is passed over.
 */
public final class GridColumns {

    private final Settings settings;
    private final TableSpec<?> spec;
    private final GridLayers<?> layers;
    private boolean restoring;

    GridColumns(Settings settings, TableSpec<?> spec, GridLayers<?> layers) {
        this.settings = settings;
        this.spec = spec;
        this.layers = layers;
    }

    /** Ids of the shown columns, in order. */
    public List<String> shown() {
        return Arrays.stream(layers.shownColumns()).mapToObj(index -> spec.columns().get(index).id()).toList();
    }

    /** @param ids at least one; in the order wanted */
    public void show(List<String> ids) {
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
        remember();
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
        if (event instanceof ColumnResizeEvent || event instanceof ColumnStructuralChangeEvent) {
            remember();
        }
    }

    private String key(String what) {
        return "grid." + spec.id() + "." + what;
    }

    /** {@code id:width,id:width}. */
    private String state() {
        StringJoiner state = new StringJoiner(",");
        for (int index : layers.shownColumns()) {
            state.add(spec.columns().get(index).id() + ":" + layers.body().getColumnWidthByPosition(index));
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
                layers.body().setColumnWidthByPosition(index, Integer.parseInt(column.substring(colon + 1)));
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
