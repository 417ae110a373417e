package org.lianshen.ledger.ui;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerRow;
import org.lianshen.service.Changes;
import org.lianshen.service.LedgerService;
import org.lianshen.service.Session;
import org.lianshen.service.table.LedgerTable;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.form.DateEntry;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.EmptyPanel;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** The one ledger: one row per project from proposal to exit, on any day. */
public final class LedgerPart implements PartActions {

    static final String DASHBOARD = "org.lianshen.ledger.part.dashboard";
    private static final Set<Changes.Kind> SHOWN = Set.of(Changes.Kind.LEDGER, Changes.Kind.REVIEW, Changes.Kind.MEETING, Changes.Kind.BUDGET, Changes.Kind.LINKAGE,
            Changes.Kind.APPRAISAL);

    /** Of the 36 columns those that fit beside each other: what it is, the chain of amounts, how it stands. */
    private static final List<String> FIRST_COLUMNS = Stream.of(LedgerColumn.REVIEW_NO, LedgerColumn.NAME, LedgerColumn.UNIT, LedgerColumn.STATE, LedgerColumn.APPLIED,
            LedgerColumn.APPROVED, LedgerColumn.FINAL_BUDGET, LedgerColumn.PAID, LedgerColumn.PERFORMANCE, LedgerColumn.FINDINGS).map(LedgerColumn::name).toList();

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final LedgerService ledger;
    private final Session session;
    private final LedgerMessages messages;
    private final Texts texts;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final DateEntry day;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Grid<LedgerRow> grid;
    private final EmptyPanel empty;
    private LocalDate asOf;

    @Inject
    public LedgerPart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session, LedgerService ledger,
            LedgerMessages messages, Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.ledger = ledger;
        this.session = session;
        this.messages = messages;
        this.texts = texts;
        page = kit.page(parent);
        header = kit.header(page, messages.title, "");
        kit.muted(header.actions(), messages.asOf);
        day = new DateEntry(kit, header.actions(), messages.asOf, chosen -> {
            asOf = chosen;
            refresh();
        });
        kit.button(header.actions(), messages.existing, () -> opener.open(ExistingPart.ID)).hint(messages.existingHint);
        kit.button(header.actions(), messages.dashboard, () -> opener.open(DASHBOARD));
        kit.button(header.actions(), messages.exportShown, this::exportShown).hint(messages.exportShownHint);
        kit.button(header.actions(), messages.exportLedger, this::export).hint(messages.exportLedgerHint);
        kit.primary(header.actions(), messages.importLedger, this::take);
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        Composite table = kit.page(body);
        grid = grids.grid(table, new LedgerTable(texts).spec());
        grid.columns().showAtFirst(FIRST_COLUMNS);
        grid.onOpen(row -> opener.open(Opener.PROJECT, row.project().id().toString(), row.project().name()));
        grid.tint(row -> row.blocking() > 0 ? Tone.BLOCK : row.warnings() > 0 ? Tone.WARN : null);
        empty = kit.empty(body, Icon.JOURNAL_TEXT, messages.emptyWhat, messages.emptyTodo, messages.importLedger, this::take);
        stack.topControl = table;
        updates.listen(page, SHOWN, change -> banner.showOutdated(this::refresh));
        refresh();
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> {
            LocalDate on = asOf == null ? session.today() : asOf;
            return new Loaded(on, ledger.rows(on));
        }, this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(Loaded loaded) {
        grid.setRows(loaded.rows());
        Money approved = Money.sum(loaded.rows().stream().map(row -> row.project().approved()).filter(java.util.Objects::nonNull).toList());
        header.set(messages.title, messages.format(messages.subtitle, loaded.rows().size(), approved.wanText(), loaded.on().toString()));
        if (asOf == null) {
            day.set(loaded.on());
        }
        stack.topControl = loaded.rows().isEmpty() && asOf == null ? empty : grid.area().getParent();
        body.layout();
    }

    private void take() {
        dialogs.openFiles(messages.importLedger, false, new FileKind(messages.workbook, "xlsx", "xls", "csv")).forEach(this::take);
    }

    private void take(Path file) {
        String name = file.getFileName().toString();
        tasks.run(page, messages.format(messages.importing, name), progress -> ledger.take(file, false, false, progress), outcome -> {
            if (outcome.stored()) {
                dialogs.status(messages.format(messages.imported, name, outcome.batch().rowsImported(), outcome.batch().skipped().size()));
                refresh();
            } else {
                dialogs.inform(messages.format(messages.refusedTitle, name), refusal(outcome));
            }
        });
    }

    private String refusal(LedgerService.Outcome outcome) {
        var errors = outcome.batch().errors();
        String cells = errors.stream().limit(12).map(error -> texts.format(error.message())).collect(Collectors.joining("\n"));
        String all = String.join("\n\n", messages.refused, cells);
        return errors.size() > 12 ? String.join("\n", all, messages.format(messages.refusedMore, errors.size() - 12)) : all;
    }

    private void export() {
        List<LedgerRow> rows = grid.rows();
        export(messages.exportLedger, rows.size(), (on, target) -> ledger.export(on, target));
    }

    private void exportShown() {
        List<LedgerRow> rows = grid.shown();
        TableSpec<LedgerRow> columns = grid.shownSpec();
        export(messages.exportShown, rows.size(), (on, target) -> ledger.export(on, columns, rows, target));
    }

    private void export(String title, int rows, BiConsumer<LocalDate, Path> write) {
        LocalDate on = asOf;
        dialogs.saveFile(title, messages.fileName, new FileKind(messages.workbook, "xlsx")).ifPresent(target -> tasks.run(page, messages.exporting, progress -> {
            write.accept(on == null ? session.today() : on, target);
            return target;
        }, written -> dialogs.status(messages.format(messages.exported, rows, written.toString()))));
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
        return messages.help;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }

    private record Loaded(LocalDate on, List<LedgerRow> rows) {
    }
}
