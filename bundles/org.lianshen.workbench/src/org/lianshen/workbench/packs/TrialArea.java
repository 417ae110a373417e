package org.lianshen.workbench.packs;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.lianshen.model.linkage.RunDifference.OfRule;
import org.lianshen.service.PackService.TryOut;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.grid.ListTable;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;

/** The dry run: for which year, what would change by rule, and each change. */
final class TrialArea {

    private final Kit kit;
    private final PackMessages messages;
    private final Texts texts;
    private final Composite area;
    private final Spinner year;
    private final Label summary;
    private final StackLayout stack = new StackLayout();
    private final Composite body;
    private final SashForm tables;
    private final ListTable<OfRule> rules;
    private final Grid<TrialSheet.Row> rows;
    private Map<String, String> names = Map.of();

    TrialArea(Kit kit, Grids grids, PackMessages messages, Texts texts, Composite parent, int firstYear, IntConsumer run) {
        this.kit = kit;
        this.messages = messages;
        this.texts = texts;
        area = kit.page(parent);
        Composite bar = kit.box(area, 4);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(kit.look().u(4), kit.look().u(2)).spacing(kit.look().u(2), 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        kit.text(bar, messages.trialYear);
        year = kit.year(bar, messages.trialYear);
        year.setSelection(firstYear);
        kit.button(bar, messages.tryNow, () -> run.accept(year.getSelection()));
        summary = kit.wrapped(bar, "");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(summary);
        kit.line(area);
        body = new Composite(area, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        Composite none = kit.empty(body, Icon.PLAY_CIRCLE, messages.trialNone, messages.trialNoneTodo, null, null);
        tables = kit.sash(body);
        tables.setOrientation(SWT.VERTICAL);
        rules = grids.list(kit.page(tables), ruleSpec());
        rows = grids.grid(kit.page(tables), rowSpec());
        tables.setWeights(1, 2);
        stack.topControl = none;
    }

    private TableSpec<OfRule> ruleSpec() {
        return new TableSpec<>("packTrialRules", "pack.trial.rules",
                List.of(new Column<>("rule", messages.rule, Type.CODE, 8, OfRule::rule), new Column<>("name", messages.ruleName, Type.TEXT, 36, each -> names.getOrDefault(each.rule(), "")),
                        new Column<>("added", messages.added, Type.NUMBER, 8, OfRule::added), new Column<>("addedAmount", messages.addedAmount, Type.MONEY, 16, OfRule::addedAmount),
                        new Column<>("closed", messages.closed, Type.NUMBER, 8, OfRule::closed), new Column<>("closedAmount", messages.closedAmount, Type.MONEY, 16, OfRule::closedAmount),
                        new Column<>("changed", messages.changed, Type.NUMBER, 8, OfRule::changed), new Column<>("unchanged", messages.unchanged, Type.NUMBER, 8, OfRule::unchanged)));
    }

    private TableSpec<TrialSheet.Row> rowSpec() {
        return new TableSpec<>("packTrial", "pack.trial.rows",
                List.of(new Column<>("kind", messages.kind, Type.STATE, 20, TrialSheet.Row::kind), new Column<>("rule", messages.rule, Type.CODE, 8, TrialSheet.Row::rule),
                        new Column<>("unit", messages.unitName, Type.TEXT, 20, TrialSheet.Row::unit), new Column<>("project", messages.project, Type.TEXT, 32, TrialSheet.Row::project),
                        new Column<>("amount", messages.amount, Type.MONEY, 16, TrialSheet.Row::amount), new Column<>("statement", messages.statement, Type.TEXT, 70, TrialSheet.Row::statement)));
    }

    Composite control() {
        return area;
    }

    int year() {
        return year.getSelection();
    }

    void show(TryOut tried, Map<String, String> ruleNames) {
        names = ruleNames;
        var sheet = new TrialSheet(messages, texts, tried);
        summary.setText(sheet.summary().replace("&", "&&"));
        rules.setRows(sheet.rules());
        rows.setRows(sheet.rows());
        stack.topControl = tables;
        area.layout(true, true);
    }

    void focus() {
        if (stack.topControl == tables) {
            rows.setFocus();
        } else {
            year.setFocus();
        }
    }

    void filter() {
        if (stack.topControl == tables) {
            rows.focusFilter();
        }
    }
}
