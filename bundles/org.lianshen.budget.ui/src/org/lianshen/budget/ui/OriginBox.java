package org.lianshen.budget.ui;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.LineOrigin;
import org.lianshen.model.budget.ValueOrigin;
import org.lianshen.service.intake.SourceExcerpt;
import org.lianshen.service.intake.SourceRow;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** The place in the original that a value came from: the sheet around it as it was imported, the cell marked, and above it what was made of which cell by which rule. */
final class OriginBox extends TableView {

    private static final int COLUMN = 14;

    private final Grids grids;
    private final BudgetMessages messages;
    private final Texts texts;
    private final LineOrigin origin;
    private final SourceExcerpt excerpt;
    private final ValueOrigin asked;
    private Grid<SourceRow> grid;
    private Label said;

    /** @param asked the value whose cell is marked, or null for the line as a whole */
    OriginBox(Kit kit, Grids grids, BudgetMessages messages, Texts texts, LineOrigin origin, SourceExcerpt excerpt, ValueOrigin asked) {
        super(kit);
        this.grids = grids;
        this.messages = messages;
        this.texts = texts;
        this.origin = origin;
        this.excerpt = excerpt;
        this.asked = asked;
    }

    @Override
    public String title() {
        return messages.originTitle;
    }

    @Override
    void head(Composite area) {
        kit.title(area, messages.format(messages.originPlace, excerpt.file(), excerpt.sheet(), asked == null || asked.cell() == null ? Integer.toString(origin.line().row()) : asked.cell()));
        said = kit.wrapped(area, asked == null ? messages.originLine : sentence(asked));
    }

    @Override
    void table(Composite table) {
        grid = grids.sheet(table, spec());
        grid.tint(row -> row.number() == origin.line().row() ? Tone.INFO : null);
        grid.strong(row -> row.number() < origin.line().row() && heads().contains(row.number()));
        grid.setRows(excerpt.rows());
        grid.onSelect(rows -> tell());
        // Only a grid that has its size can be scrolled to a cell.
        table.getDisplay().asyncExec(() -> {
            if (!table.isDisposed()) {
                grid.setFocus();
                mark();
            }
        });
    }

    private List<Integer> heads() {
        return origin.batch().reading(origin.line().sheet(), origin.line().row()).map(reading -> reading.headerRows()).orElse(List.of());
    }

    private TableSpec<SourceRow> spec() {
        var columns = new ArrayList<Column<SourceRow>>();
        columns.add(new Column<>("row", "budget.preview.row", Type.NUMBER, 6, SourceRow::number));
        int width = excerpt.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (int i = 0; i < width; i++) {
            int column = i;
            columns.add(new Column<>(ImportModel.letter(i), ImportModel.letter(i), Type.CODE, COLUMN, row -> row.cell(column) == null ? null : row.cell(column).text()));
        }
        return new TableSpec<>("origin", "budget.origin.title", columns);
    }

    private void mark() {
        int row = origin.line().row();
        String column = "row";
        if (asked != null && asked.cell() != null) {
            column = asked.cell().replaceAll("\\d", "");
            row = Integer.parseInt(asked.cell().replaceAll("\\D", ""));
        }
        for (SourceRow each : excerpt.rows()) {
            if (each.number() == row) {
                grid.selectCell(column, each);
            }
        }
    }

    /** Another cell of the line says what was made of it. */
    private void tell() {
        var row = grid.focused();
        var column = grid.focusedColumn();
        if (row.isPresent() && column.isPresent() && !column.get().equals("row")) {
            String cell = column.get() + row.get().number();
            List<ValueOrigin> values = origin.values().stream().filter(value -> cell.equals(value.cell())).toList();
            if (!values.isEmpty()) {
                said.setText(String.join("\n", values.stream().map(this::sentence).toList()));
                said.getParent().layout(true, true);
            }
        }
    }

    private static String shown(ValueOrigin value) {
        return value.field().kind() == BudgetField.Kind.MONEY ? Money.parseYuan(value.value()).yuanText() : value.value();
    }

    private String sentence(ValueOrigin value) {
        return messages.format(messages.originSays, texts.get("budget.field." + value.field().name()), shown(value), value.raw(), texts.get("budget.rule." + value.rule()));
    }
}
