package org.lianshen.budget.ui;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Changes;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.EmptyPanel;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** Every import of a budget sheet: get the original back, or take the import back. */
public final class BatchesPart implements PartActions {

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final BudgetService budgets;
    private final BudgetMessages messages;
    private final Grids grids;
    private final Texts texts;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Composite table;
    private final Grid<BudgetBatch> grid;
    private final EmptyPanel empty;
    private final FlatButton undo;
    private final FlatButton fetch;
    private final FlatButton changes;
    private List<BudgetBatch> batches = List.of();

    @Inject
    public BatchesPart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, BudgetService budgets, BudgetMessages messages,
            Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.budgets = budgets;
        this.messages = messages;
        this.grids = grids;
        this.texts = texts;
        page = kit.page(parent);
        header = kit.header(page, messages.batchesTitle, "");
        changes = kit.button(header.actions(), messages.showChanges, this::changes);
        fetch = kit.button(header.actions(), messages.saveOriginal, this::fetch);
        undo = kit.button(header.actions(), messages.undo, this::undo);
        kit.primary(header.actions(), messages.importSheet, () -> opener.open(FindingsPart.IMPORT));
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        table = kit.page(body);
        grid = grids.grid(table, spec());
        grid.onSelect(rows -> allow());
        empty = kit.empty(body, Icon.ARCHIVE, messages.batchesEmptyWhat, messages.batchesEmptyTodo, messages.importSheet, () -> opener.open(FindingsPart.IMPORT));
        stack.topControl = table;
        allow();
        updates.listen(page, Changes.Kind.BUDGET, change -> banner.showOutdated(this::refresh));
        refresh();
    }

    private TableSpec<BudgetBatch> spec() {
        return new TableSpec<>("batches", "budget.batches.title", List.of(new Column<>("file", "budget.batches.file", Type.TEXT, 40, BudgetBatch::file),
                new Column<>("year", "budget.batches.year", Type.CODE, 8, batch -> Integer.toString(batch.year())),
                new Column<>("kind", "budget.batches.kind", Type.TEXT, 14, this::kind),
                new Column<>("lines", "budget.batches.lines", Type.NUMBER, 8, BudgetBatch::lines),
                new Column<>("sheets", "budget.batches.sheets", Type.TEXT, 30, batch -> batch.sheets().stream().map(sheet -> sheet.name()).collect(Collectors.joining("、"))),
                new Column<>("at", "budget.batches.at", Type.TIME, 18, BudgetBatch::importedAt), new Column<>("by", "budget.batches.by", Type.TEXT, 14, BudgetBatch::importedBy),
                new Column<>("state", "budget.batches.state", Type.STATE, 14, this::state)));
    }

    private String kind(BudgetBatch batch) {
        return switch (batch.kind()) {
            case ANNUAL -> messages.kindAnnual;
            case QUOTA -> messages.kindQuota;
            case PAYMENT -> messages.kindPayment;
        };
    }

    private Mark state(BudgetBatch batch) {
        if (batch.undoneAt() != null) {
            return new Mark("budget.batches.undone", Column.Tone.MUTED, "arrow-counterclockwise");
        }
        return replaced(batch) ? new Mark("budget.batches.replaced", Column.Tone.MUTED, "archive") : new Mark("budget.batches.inUse", Column.Tone.OK, "check-circle");
    }

    private boolean replaced(BudgetBatch batch) {
        return batches.stream().anyMatch(other -> batch.id().equals(other.replaces()) && other.undoneAt() == null);
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> budgets.batches().reversed(), this::show,
                failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(List<BudgetBatch> loaded) {
        batches = loaded;
        grid.setRows(loaded);
        header.set(messages.batchesTitle, messages.format(messages.batchesSubtitle, loaded.size()));
        stack.topControl = loaded.isEmpty() ? empty : table;
        body.layout();
        allow();
    }

    private void allow() {
        List<BudgetBatch> chosen = grid.selection();
        fetch.allowUnless(chosen.isEmpty() ? messages.nothingSelected : "");
        changes.allowUnless(chosen.isEmpty() ? messages.nothingSelected : chosen.getFirst().replaces() == null ? messages.firstVersion : "");
        undo.allowUnless(chosen.isEmpty() ? messages.nothingSelected : chosen.getFirst().undoneAt() != null ? messages.undoneAlready : "");
    }

    private void undo() {
        BudgetBatch batch = grid.selection().getFirst();
        if (dialogs.confirm(messages.undo, messages.format(messages.undoQuestion, batch.file(), batch.lines()), messages.undo)) {
            tasks.run(page, messages.format(messages.undoing, batch.file()), progress -> {
                budgets.undo(batch.id());
                return batch.file();
            }, file -> {
                dialogs.status(messages.format(messages.undone, file));
                refresh();
            });
        }
    }

    private void changes() {
        BudgetBatch batch = grid.selection().getFirst();
        tasks.run(page, messages.showChanges, progress -> budgets.changes(batch.id()), found -> found.ifPresentOrElse(
                diff -> dialogs.show(new ChangesBox(grids, kit, messages, texts, diff)), () -> dialogs.inform(messages.showChanges, messages.tooManyToCompare)));
    }

    private void fetch() {
        BudgetBatch batch = grid.selection().getFirst();
        String name = batch.file();
        dialogs.saveFile(messages.saveOriginal, name, new FileKind(messages.workbooks, name.substring(name.lastIndexOf('.') + 1))).ifPresent(target -> tasks.run(page, name, progress -> {
            budgets.fetch(batch.id(), target);
            return target;
        }, written -> dialogs.status(messages.format(messages.savedOriginal, written.toString()))));
    }

    @Override
    public boolean canFilter() {
        return true;
    }

    @Override
    public void filter() {
        grid.focusFilter();
    }

    @Override
    public String help() {
        return messages.batchesHelp;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }
}
