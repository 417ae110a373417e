package org.lianshen.budget.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.budget.ui.FindingsModel.By;
import org.lianshen.budget.ui.FindingsModel.Group;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;

/** The findings by rule or by unit, with how many there are and the budget they stand at; choosing one narrows the list below. */
final class FindingGroups {

    /** As many groups as are seen without scrolling. */
    private static final int SHOWN = 6;

    private final BiFunction<By, String, String> labels;
    private final Runnable changed;
    private final Combo by;
    private final Grid<Group> list;
    private FindingsModel model;
    private List<Group> groups = List.of();
    private String chosen;
    /** While the rows change: what the list selects then is nobody's choice. */
    private boolean filling;

    /** @param labels what a group of a key is called, all of them for the key null */
    FindingGroups(Composite parent, Kit kit, Grids grids, BudgetMessages messages, BiFunction<By, String, String> labels, Runnable changed) {
        this.labels = labels;
        this.changed = changed;
        Composite bar = kit.row(parent, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(kit.look().u(3), kit.look().u(2)).spacing(kit.look().u(3), 0).applyTo(bar);
        by = kit.choice(bar, messages.groupBy, messages.byRule, messages.byUnit, messages.byLink, messages.byState);
        by.select(0);
        by.addListener(SWT.Selection, event -> {
            chosen = null;
            fill();
        });
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(kit.caption(bar, messages.groupHint));
        list = grids.grid(parent, new TableSpec<>("findingGroups", "budget.groups.title",
                List.of(new Column<>("label", "budget.groups.label", Type.TEXT, 42, Group::label), new Column<>("count", "budget.groups.count", Type.NUMBER, 8, Group::count),
                        new Column<>("amount", "budget.groups.amount", Type.MONEY, 14, Group::amount))));
        list.hideBar();
        // Empty yet: the height of the head alone.
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, list.preferredHeight() * SHOWN).applyTo(list.area());
        list.onSelect(rows -> {
            String key = rows.isEmpty() ? null : rows.getFirst().key();
            if (!filling && !Objects.equals(key, chosen)) {
                chosen = key;
                changed.run();
            }
        });
    }

    /** Before the first {@link #show}: which group it begins with. */
    void begin(By grouping, String key) {
        by.select(grouping.ordinal());
        chosen = key;
    }

    void show(FindingsModel loaded) {
        model = loaded;
        fill();
    }

    /** The group to which the list is narrowed. */
    Group chosen() {
        return groups.stream().filter(group -> Objects.equals(group.key(), chosen)).findFirst().orElseGet(groups::getFirst);
    }

    private void fill() {
        groups = model.groups(By.values()[by.getSelectionIndex()], labels);
        Group narrowed = chosen();
        chosen = narrowed.key();
        filling = true;
        list.setRows(groups);
        list.select(List.of(narrowed));
        filling = false;
        changed.run();
    }
}
