package org.lianshen.budget.ui;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Changes;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.grid.ListPart;
import org.lianshen.workbench.grid.ListTools;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;

/** Every import of a budget sheet: get the original back, or take the import back. */
public final class BatchesPart extends ListPart<BatchesPart.Row, List<BatchesPart.Row>> {

    private final BudgetService budgets;
    private final BudgetMessages messages;
    private final Grids grids;
    private final Texts texts;
    private final FlatButton undo;
    private final FlatButton fetch;
    private final FlatButton changes;

    /** @param replaced whether a later import stands for it */
    record Row(BudgetBatch batch, boolean replaced) {

        Mark state() {
            if (batch.undoneAt() != null) {
                return new Mark("budget.batches.undone", Column.Tone.MUTED, "arrow-counterclockwise");
            }
            return replaced ? new Mark("budget.batches.replaced", Column.Tone.MUTED, "archive") : new Mark("budget.batches.inUse", Column.Tone.OK, "check-circle");
        }
    }

    @Inject
    public BatchesPart(Composite parent, ListTools tools, Grids grids, Opener opener, BudgetService budgets, BudgetMessages messages, Texts texts) {
        super(parent, tools, new Words(messages.batchesTitle, messages.loading, messages.batchesHelp), spec(messages), row -> row.batch().id());
        this.budgets = budgets;
        this.messages = messages;
        this.grids = grids;
        this.texts = texts;
        changes = button(messages.showChanges, this::changes);
        fetch = button(messages.saveOriginal, this::fetch);
        undo = button(messages.undo, this::undo);
        kit.primary(header.actions(), messages.importSheet, () -> opener.open(FindingsPart.IMPORT));
        nothing(Icon.ARCHIVE, messages.batchesEmptyWhat, messages.batchesEmptyTodo, messages.importSheet, () -> opener.open(FindingsPart.IMPORT));
        start(Changes.Kind.BUDGET);
    }

    private static TableSpec<Row> spec(BudgetMessages messages) {
        return new TableSpec<>("batches", "budget.batches.title", List.of(new Column<>("file", "budget.batches.file", Type.TEXT, 40, row -> row.batch().file()),
                new Column<>("year", "budget.batches.year", Type.CODE, 8, row -> Integer.toString(row.batch().year())),
                new Column<>("kind", "budget.batches.kind", Type.TEXT, 14, row -> kind(row.batch(), messages)),
                new Column<>("lines", "budget.batches.lines", Type.NUMBER, 8, row -> row.batch().lines()),
                new Column<>("sheets", "budget.batches.sheets", Type.TEXT, 30, row -> row.batch().sheets().stream().map(sheet -> sheet.name()).collect(Collectors.joining("、"))),
                new Column<>("at", "budget.batches.at", Type.TIME, 18, row -> row.batch().importedAt()),
                new Column<>("by", "budget.batches.by", Type.TEXT, 14, row -> row.batch().importedBy()), new Column<>("state", "budget.batches.state", Type.STATE, 14, Row::state)));
    }

    private static String kind(BudgetBatch batch, BudgetMessages messages) {
        return switch (batch.kind()) {
            case ANNUAL -> messages.kindAnnual;
            case QUOTA -> messages.kindQuota;
            case PAYMENT -> messages.kindPayment;
        };
    }

    @Override
    protected List<Row> read() {
        List<BudgetBatch> batches = budgets.batches().reversed();
        Set<UUID> replaced = batches.stream().filter(batch -> batch.undoneAt() == null).map(BudgetBatch::replaces).filter(Objects::nonNull).collect(Collectors.toSet());
        return batches.stream().map(batch -> new Row(batch, replaced.contains(batch.id()))).toList();
    }

    @Override
    protected void show(List<Row> rows) {
        fill(rows, messages.format(messages.batchesSubtitle, rows.size()));
    }

    private BudgetBatch chosen() {
        return grid.selection().stream().findFirst().map(Row::batch).orElse(null);
    }

    @Override
    protected void allow() {
        BudgetBatch batch = chosen();
        fetch.allowUnless(batch == null ? messages.nothingSelected : "");
        changes.allowUnless(batch == null ? messages.nothingSelected : batch.replaces() == null ? messages.firstVersion : "");
        undo.allowUnless(batch == null ? messages.nothingSelected : batch.undoneAt() != null ? messages.undoneAlready : "");
    }

    private void undo() {
        BudgetBatch batch = chosen();
        if (dialogs.confirm(messages.undo, messages.format(messages.undoQuestion, batch.file(), batch.lines()), messages.undo)) {
            change(messages.format(messages.undoing, batch.file()), progress -> {
                budgets.undo(batch.id());
                return batch.file();
            }, file -> dialogs.status(messages.format(messages.undone, file)));
        }
    }

    private void changes() {
        BudgetBatch batch = chosen();
        tasks.run(page, messages.showChanges, progress -> budgets.changes(batch.id()), found -> found.ifPresentOrElse(
                diff -> dialogs.show(new ChangesBox(grids, kit, messages, texts, diff)), () -> dialogs.inform(messages.showChanges, messages.tooManyToCompare)));
    }

    private void fetch() {
        BudgetBatch batch = chosen();
        String name = batch.file();
        dialogs.saveFile(messages.saveOriginal, name, new FileKind(messages.workbooks, name.substring(name.lastIndexOf('.') + 1))).ifPresent(target -> tasks.run(page, name, progress -> {
            budgets.fetch(batch.id(), target);
            return target;
        }, written -> dialogs.status(messages.format(messages.savedOriginal, written.toString()))));
    }
}
