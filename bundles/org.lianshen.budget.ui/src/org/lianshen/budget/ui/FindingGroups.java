package org.lianshen.budget.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.budget.ui.Choices.Choice;
import org.lianshen.budget.ui.FindingsModel.By;
import org.lianshen.budget.ui.FindingsModel.Group;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.settings.Settings;

/** The findings of one severity or of all, by rule, unit, link or state, with how many there are and the budget they stand at; choosing a group narrows the list below. */
final class FindingGroups {

    /** As many groups as are seen without scrolling. */
    private static final int SHOWN = 6;
    /** What of it is remembered on this machine. */
    private static final String SEVERITY = "findings.severity";
    private static final String BY = "findings.by";

    private final BiFunction<By, String, String> labels;
    private final Runnable changed;
    private final BudgetMessages messages;
    private final Texts texts;
    private final Settings settings;
    private final Choices severities;
    private final Combo by;
    private final Grid<Group> list;
    private FindingsModel model;
    private List<Group> groups = List.of();
    private String chosen;
    /** The severity that is shown alone, or null for all. */
    private Severity only;
    /** While the rows change: what the list selects then is nobody's choice. */
    private boolean filling;

    /** @param labels what a group of a key is called, all of them for the key null */
    FindingGroups(Composite parent, Kit kit, Grids grids, BudgetMessages messages, Texts texts, Settings settings, BiFunction<By, String, String> labels, Runnable changed) {
        this.labels = labels;
        this.changed = changed;
        this.messages = messages;
        this.texts = texts;
        this.settings = settings;
        Composite bar = kit.row(parent, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(kit.look().u(3), kit.look().u(2)).spacing(kit.look().u(3), 0).applyTo(bar);
        by = kit.choice(bar, messages.groupBy, messages.byRule, messages.byUnit, messages.byLink, messages.byState);
        by.setToolTipText(messages.groupHint);
        by.select(settings.get(BY).map(kept -> By.valueOf(kept).ordinal()).orElse(0));
        by.addListener(SWT.Selection, event -> {
            chosen = null;
            settings.set(BY, By.values()[by.getSelectionIndex()].name());
            fill();
        });
        only = settings.get(SEVERITY).map(Severity::valueOf).orElse(null);
        severities = new Choices(bar, kit, messages);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(severities.control());
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

    /** Which group of all severities is shown next, whatever was chosen before. */
    void begin(By grouping, String key) {
        by.select(grouping.ordinal());
        chosen = key;
        only = null;
    }

    private void see(Severity severity) {
        only = severity;
        settings.set(SEVERITY, severity == null ? null : severity.name());
        fill();
        list.setFocus();
    }

    private void severities() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(messages.format(messages.severityOf, messages.allSeverities, model.findings(null).size()), "", only == null, () -> see(null)));
        for (Severity severity : Severity.values()) {
            int count = model.findings(severity).size();
            String word = texts.get("table.severity." + severity.name());
            choices.add(new Choice(messages.format(messages.severityOf, word, count), count == 0 ? messages.format(messages.severityNone, word) : "", only == severity,
                    () -> see(severity)));
        }
        severities.show(choices);
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
        severities();
        groups = model.groups(By.values()[by.getSelectionIndex()], only, labels);
        Group narrowed = chosen();
        chosen = narrowed.key();
        filling = true;
        list.setRows(groups);
        list.select(List.of(narrowed));
        filling = false;
        changed.run();
    }
}
