package org.lianshen.budget.ui;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.budget.ui.Choices.Choice;
import org.lianshen.budget.ui.RunsModel.Kind;
import org.lianshen.budget.ui.RunsModel.Pair;
import org.lianshen.budget.ui.RunsModel.Row;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.Money;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.FindingsTables;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;

/** What differs between two checks: the findings that are new, gone, changed and as before. */
final class DifferenceArea {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BeijingTime.ZONE);

    private final BudgetMessages messages;
    private final Texts texts;
    private final Composite area;
    private final StackLayout stack = new StackLayout();
    private final Composite table;
    private final Composite nothing;
    private final Label note;
    private final Label compared;
    private final Choices kinds;
    private final Grid<Row> grid;
    private Map<Kind, List<Row>> rows = Map.of();
    /** The kind that is seen alone; null for all but what is as before. */
    private Kind only;

    /** @param open takes the finding that was double-clicked */
    DifferenceArea(Composite parent, Kit kit, Grids grids, BudgetMessages messages, Texts texts, RulePack pack, Consumer<Row> open) {
        this.messages = messages;
        this.texts = texts;
        area = new Composite(parent, SWT.NONE);
        area.setBackground(kit.look().surface());
        area.setLayout(stack);
        nothing = kit.box(area, 1);
        GridLayoutFactory.fillDefaults().margins(kit.look().u(6), kit.look().u(5)).applyTo(nothing);
        note = kit.wrapped(nothing, "");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(note);
        note.setForeground(kit.look().muted());
        table = kit.page(area);
        Composite bar = kit.row(table, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(kit.look().u(3), kit.look().u(2)).spacing(kit.look().u(4), 0).applyTo(bar);
        kinds = new Choices(bar, kit, messages);
        compared = kit.muted(bar, "");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(compared);
        grid = grids.grid(table, spec(pack));
        grid.onOpen(open);
        stack.topControl = nothing;
    }

    private TableSpec<Row> spec(RulePack pack) {
        Map<String, Column<Finding>> of = new FindingsTables(texts, pack, Map.of(), Map.of()).findings().columns().stream().collect(Collectors.toMap(Column::id, Function.identity()));
        var columns = new ArrayList<Column<Row>>();
        columns.add(new Column<>("kind", "budget.difference.kind", Type.STATE, 9, row -> mark(row.kind())));
        for (String id : List.of("severity", "rule", "project", "unit", "amount")) {
            Column<Finding> column = of.get(id);
            columns.add(new Column<>(id, column.label(), column.type(), switch (id) {
                case "project" -> 28;
                case "unit" -> 18;
                default -> column.width() + 3;
            }, row -> column.value().apply(row.finding())));
        }
        columns.add(new Column<>("what", "budget.difference.what", Type.TEXT, 60, this::what));
        return new TableSpec<>("difference", "budget.difference.title", columns);
    }

    private static Mark mark(Kind kind) {
        return switch (kind) {
            case ADDED -> new Mark("budget.difference.ADDED", Column.Tone.WARN, "plus-circle");
            case CLOSED -> new Mark("budget.difference.CLOSED", Column.Tone.OK, "check-circle");
            case CHANGED -> new Mark("budget.difference.CHANGED", Column.Tone.INFO, "pencil-square");
            case UNCHANGED -> new Mark("budget.difference.UNCHANGED", Column.Tone.MUTED, "dash-circle");
        };
    }

    /** In what it changed, else what it says. */
    private String what(Row row) {
        if (row.kind() != Kind.CHANGED) {
            return texts.format(row.finding().message());
        }
        return row.aspects().stream().sorted().map(aspect -> switch (aspect) {
            case SEVERITY -> messages.format(messages.changedTo, messages.changedSeverity, texts.get("table.severity." + row.before().severity().name()),
                    texts.get("table.severity." + row.after().severity().name()));
            case AMOUNT -> amounts(row);
            case PROJECT -> messages.format(messages.changedTo, messages.project, named(row.before()), named(row.after()));
            case STATEMENT -> texts.format(row.after().message());
        }).collect(Collectors.joining(messages.betweenChanges));
    }

    private String named(Finding finding) {
        return finding.project() == null ? messages.changesBlank : finding.projectName();
    }

    /** Of budgeted amount, approved amount and their difference the first that changed. */
    private String amounts(Row row) {
        for (Function<Finding, Money> part : List.<Function<Finding, Money>>of(Finding::amount, Finding::approved, Finding::difference)) {
            Money before = part.apply(row.before());
            Money after = part.apply(row.after());
            if (!Objects.equals(before, after)) {
                return messages.format(messages.changedTo, messages.changedAmount, yuan(before), yuan(after));
            }
        }
        return "";
    }

    private String yuan(Money amount) {
        return amount == null ? messages.changesBlank : amount.yuanText();
    }

    /** Why there is nothing to compare. */
    void say(String why) {
        note.setText(why.replace("&", "&&"));
        stack.topControl = nothing;
        area.layout(true, true);
    }

    void show(Pair pair, RunDifference difference) {
        rows = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            rows.put(kind, RunsModel.rows(difference).stream().filter(row -> row.kind() == kind).toList());
        }
        compared.setText(messages.format(messages.runsCompared, MINUTE.format(pair.earlier().at()), MINUTE.format(pair.later().at())));
        if (only != null && rows.get(only).isEmpty()) {
            only = null;
        }
        narrow();
        stack.topControl = table;
        area.layout(true, true);
    }

    private void see(Kind kind) {
        only = kind;
        narrow();
        grid.setFocus();
    }

    private void narrow() {
        var choices = new ArrayList<Choice>();
        List<Row> differing = rows.entrySet().stream().filter(entry -> entry.getKey() != Kind.UNCHANGED).flatMap(entry -> entry.getValue().stream()).toList();
        choices.add(new Choice(messages.format(messages.severityOf, messages.allDifferences, differing.size()), "", only == null, () -> see(null)));
        rows.forEach((kind, such) -> {
            String word = texts.get("budget.difference." + kind.name());
            choices.add(new Choice(messages.format(messages.severityOf, word, such.size()), such.isEmpty() ? messages.differenceNone : "", only == kind, () -> see(kind)));
        });
        kinds.show(choices);
        grid.setRows(only == null ? differing : rows.get(only));
    }

    void filter() {
        grid.focusFilter();
    }
}
