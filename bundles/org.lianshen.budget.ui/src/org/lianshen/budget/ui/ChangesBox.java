package org.lianshen.budget.ui;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.model.budget.VersionDiff.CellChange;
import org.lianshen.model.budget.VersionDiff.LineChange;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;

/** What differs between two versions of a sheet: lines new and gone, and cells that say something else, old beside new. */
final class ChangesBox extends TableView {

    private final Grids grids;
    private final BudgetMessages messages;
    private final Texts texts;
    private final VersionDiff diff;

    ChangesBox(Grids grids, Kit kit, BudgetMessages messages, Texts texts, VersionDiff diff) {
        super(kit);
        this.grids = grids;
        this.messages = messages;
        this.texts = texts;
        this.diff = diff;
    }

    @Override
    public String title() {
        return messages.showChanges;
    }

    @Override
    void head(Composite area) {
        kit.title(area, diff.before().file());
        kit.text(area, messages.format(messages.changesCounts, diff.added(), diff.gone(), diff.changed(), diff.unchanged()));
        if (diff.lines().size() < diff.total()) {
            kit.muted(area, messages.format(messages.changesFirst, diff.lines().size()));
        }
    }

    @Override
    void table(Composite table) {
        Grid<LineChange> grid = grids.grid(table, new TableSpec<>("changes", "budget.changes.title", List.of(new Column<>("state", "budget.changes.state", Type.STATE, 8, ChangesBox::state),
                new Column<>("sheet", "budget.changes.sheet", Type.TEXT, 10, change -> change.line().sheet()),
                new Column<>("row", "budget.changes.row", Type.NUMBER, 5, change -> change.line().row()),
                new Column<>("unit", "budget.changes.unit", Type.TEXT, 14, change -> change.line().unit()),
                new Column<>("project", "budget.changes.project", Type.TEXT, 20, change -> change.line().project()),
                new Column<>("before", "budget.changes.before", Type.MONEY, 12, change -> change.before() == null ? null : change.before().amount()),
                new Column<>("after", "budget.changes.after", Type.MONEY, 12, change -> change.after() == null ? null : change.after().amount()),
                new Column<>("cells", "budget.changes.cells", Type.TEXT, 44, this::cells))));
        grid.setRows(diff.lines());
    }

    private static Mark state(LineChange change) {
        if (change.before() == null) {
            return new Mark("budget.changes.added", Column.Tone.OK, "plus-circle");
        }
        return change.after() == null ? new Mark("budget.changes.gone", Column.Tone.BLOCK, "dash-circle") : new Mark("budget.changes.changed", Column.Tone.WARN, "pencil-square");
    }

    private String cells(LineChange change) {
        return change.cells().stream().map(this::cell).collect(Collectors.joining("；"));
    }

    private String cell(CellChange cell) {
        return messages.format(messages.changesCell, texts.get("budget.field." + cell.field().name()), shown(cell.field(), cell.before()), shown(cell.field(), cell.after()));
    }

    private String shown(BudgetField field, String value) {
        return value.isEmpty() ? messages.changesBlank : field.kind() == BudgetField.Kind.MONEY ? Money.parseYuan(value).yuanText() : value;
    }
}
