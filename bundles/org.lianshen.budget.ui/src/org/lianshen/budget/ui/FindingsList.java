package org.lianshen.budget.ui;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.lianshen.budget.ui.FindingsModel.By;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.finding.FindingTexts;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.FindingsTables;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.settings.Settings;

/** The findings of a year: above in groups and by severity, below one by one. */
final class FindingsList {

    /** Columns of the grid with their widths in characters. */
    private static final Map<String, Integer> COLUMNS = columns();

    private final BudgetMessages messages;
    private final Texts texts;
    private final FindingGroups groups;
    private final Grid<Finding> grid;
    private final Consumer<Finding> chosen;
    private FindingsModel model;
    /** What is selected once the list is filled, or null. */
    private Predicate<Finding> wanted;

    /** @param chosen takes the finding that is selected alone, else null; {@code opened} takes the one that was double-clicked */
    FindingsList(Composite parent, Kit kit, Grids grids, BudgetMessages messages, Texts texts, RulePack pack, Settings settings, Consumer<Finding> chosen, Consumer<Finding> opened,
            Consumer<Event> key) {
        this.messages = messages;
        this.texts = texts;
        this.chosen = chosen;
        Composite list = kit.page(parent);
        groups = new FindingGroups(list, kit, grids, messages, texts, settings, this::label, this::narrow);
        grid = grids.grid(list, spec(pack));
        grid.identify(finding -> List.of(finding.rule(), finding.key()));
        grid.onSelect(rows -> chosen.accept(rows.size() == 1 ? rows.getFirst() : null));
        grid.onOpen(opened);
        grid.table().addListener(SWT.KeyDown, key::accept);
    }

    private static Map<String, Integer> columns() {
        var widths = new LinkedHashMap<String, Integer>();
        widths.put("severity", 11);
        widths.put("rule", 6);
        widths.put("project", 20);
        widths.put("unit", 14);
        widths.put("amount", 12);
        widths.put("approved", 12);
        widths.put("score", 7);
        return widths;
    }

    /** The findings table's columns, fewer; the rest stands in the detail. */
    private TableSpec<Finding> spec(RulePack pack) {
        TableSpec<Finding> whole = new FindingsTables(texts, pack, Map.of(), Map.of()).findings();
        var columns = new ArrayList<Column<Finding>>();
        COLUMNS.forEach((id, width) -> whole.columns().stream().filter(column -> column.id().equals(id)).forEach(column -> columns.add(new Column<>(id, column.label(), column.type(), width,
                switch (id) {
                    case "score" -> FindingsList::score;
                    case "severity" -> finding -> severity(finding, (Mark) column.value().apply(finding));
                    default -> column.value();
                }))));
        columns.add(2, new Column<>("state", "budget.findings.state", Column.Type.TEXT, 10, this::stage));
        columns.add(new Column<>("owner", "budget.findings.owner", Column.Type.TEXT, 12, finding -> state(finding).map(FindingState::owner).orElse(null)));
        columns.add(new Column<>("due", "budget.findings.due", Column.Type.DATE, 12, finding -> state(finding).map(FindingState::due).orElse(null)));
        columns.add(new Column<>("reply", "budget.findings.reply", Column.Type.TEXT, 30, this::reply));
        return new TableSpec<>("findingsGrid", whole.title(), columns);
    }

    /** What is waived or closed forbids and warns no more: its severity is there, without its colour. */
    private Mark severity(Finding finding, Mark severity) {
        return model == null || model.open(finding) ? severity : new Mark(severity.textKey(), Tone.MUTED, "dash-circle");
    }

    private static Object score(Finding finding) {
        return finding.score() == null ? null : finding.score().setScale(2, RoundingMode.HALF_UP);
    }

    private Optional<FindingState> state(Finding finding) {
        return model == null || model.standings() == null ? Optional.empty() : Optional.ofNullable(model.standings().of(FindingId.of(finding)));
    }

    private String stage(Finding finding) {
        return state(finding).map(state -> {
            String word = texts.get("finding.stage." + state.stage().name());
            return state.overdue() ? messages.format(messages.overdueState, word) : word;
        }).orElse(null);
    }

    /** What the unit said last. */
    private String reply(Finding finding) {
        return state(finding).flatMap(state -> FindingTexts.lastReply(model.standings().acts(state.id()))).map(FindingStep.Reply::text).orElse(null);
    }

    /** Rule with its title, unit, or verdict on the line. */
    private String label(By by, String key) {
        if (key == null) {
            return messages.allFindings;
        }
        boolean chinese = "zh".equals(texts.locale().getLanguage());
        return switch (by) {
            case RULE -> String.join("  ", key, chinese ? model.pack().rule(key).title() : model.pack().rule(key).titleEn());
            case UNIT -> key;
            case LINK -> key.isEmpty() ? "" : texts.get("table.verdict." + key);
            case STATE -> key.equals(FindingsModel.OVERDUE) ? messages.overdue : texts.get("finding.stage." + FindingState.Stage.values()[Integer.parseInt(key)].name());
        };
    }

    /** Begins with what waits for an officer's word. */
    void beginWithSuspects() {
        groups.begin(By.LINK, LineVerdict.SUSPECT.name());
    }

    /** Begins with the first finding such as this. */
    void beginWith(Predicate<Finding> finding) {
        wanted = finding;
        groups.begin(By.RULE, null);
    }

    void show(FindingsModel loaded) {
        model = loaded;
        groups.show(loaded);
        if (wanted != null) {
            grid.shown().stream().filter(wanted).findFirst().ifPresent(finding -> grid.select(List.of(finding)));
            wanted = null;
        }
    }

    /** Shows the findings of the chosen group; the selection stays where it was, also when its finding is settled and gone. */
    private void narrow() {
        int at = grid.selection().stream().findFirst().map(finding -> grid.shown().indexOf(finding)).orElse(0);
        grid.setRows(groups.chosen().findings());
        if (grid.selection().isEmpty()) {
            grid.selectRow(Math.min(at, grid.shown().size() - 1));
        }
        chosen.accept(selected().orElse(null));
    }

    Optional<Finding> selected() {
        return grid.selection().stream().findFirst();
    }

    void filter() {
        grid.focusFilter();
    }

    void setFocus() {
        grid.setFocus();
    }
}
