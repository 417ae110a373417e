package org.lianshen.ledger.ui;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerRow;
import org.lianshen.service.Changes;
import org.lianshen.service.LedgerService;
import org.lianshen.service.Session;
import org.lianshen.service.table.LedgerTable;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.form.DateEntry;
import org.lianshen.workbench.grid.ListPart;
import org.lianshen.workbench.grid.ListTools;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;

/** The one ledger: one row per project from proposal to exit, on any day. */
public final class LedgerPart extends ListPart<LedgerRow, LedgerPart.Loaded> {

    static final String DASHBOARD = "org.lianshen.ledger.part.dashboard";
    /** Of the 36 columns those that fit beside each other: what it is, the chain of amounts, how it stands. */
    private static final List<String> FIRST_COLUMNS = Stream.of(LedgerColumn.REVIEW_NO, LedgerColumn.NAME, LedgerColumn.UNIT, LedgerColumn.STATE, LedgerColumn.APPLIED,
            LedgerColumn.APPROVED, LedgerColumn.FINAL_BUDGET, LedgerColumn.PAID, LedgerColumn.PERFORMANCE, LedgerColumn.FINDINGS).map(LedgerColumn::name).toList();

    private final LedgerService ledger;
    private final Session session;
    private final LedgerMessages messages;
    private final Texts texts;
    private final DateEntry day;
    /** Null for today. */
    private volatile LocalDate asOf;

    record Loaded(LocalDate on, List<LedgerRow> rows) {
    }

    @Inject
    public LedgerPart(Composite parent, ListTools tools, Opener opener, Session session, LedgerService ledger, LedgerMessages messages, Texts texts) {
        super(parent, tools, new Words(messages.title, messages.loading, messages.help), new LedgerTable(texts).spec(), row -> row.project().id());
        this.ledger = ledger;
        this.session = session;
        this.messages = messages;
        this.texts = texts;
        kit.muted(header.actions(), messages.asOf);
        day = new DateEntry(kit, header.actions(), messages.asOf, chosen -> {
            asOf = chosen;
            refresh();
        });
        button(messages.existing, () -> opener.open(ExistingPart.ID)).hint(messages.existingHint);
        button(messages.dashboard, () -> opener.open(DASHBOARD));
        button(messages.exportShown, this::exportShown).hint(messages.exportShownHint);
        button(messages.exportLedger, this::export).hint(messages.exportLedgerHint);
        kit.primary(header.actions(), messages.importLedger, this::take);
        grid.columns().showAtFirst(FIRST_COLUMNS);
        grid.onOpen(row -> opener.open(Opener.PROJECT, row.project().id().toString(), row.project().name()));
        grid.tint(row -> row.blocking() > 0 ? Tone.BLOCK : row.warnings() > 0 ? Tone.WARN : null);
        nothing(Icon.JOURNAL_TEXT, messages.emptyWhat, messages.emptyTodo, messages.importLedger, this::take);
        start(Changes.Kind.LEDGER, Changes.Kind.REVIEW, Changes.Kind.MEETING, Changes.Kind.BUDGET, Changes.Kind.LINKAGE, Changes.Kind.APPRAISAL);
    }

    @Override
    protected Loaded read() {
        LocalDate on = day(asOf);
        return new Loaded(on, ledger.rows(on));
    }

    private LocalDate day(LocalDate chosen) {
        return chosen == null ? session.today() : chosen;
    }

    @Override
    protected void show(Loaded loaded) {
        Money approved = Money.sum(loaded.rows().stream().map(row -> row.project().approved()).filter(Objects::nonNull).toList());
        fill(loaded.rows(), messages.format(messages.subtitle, loaded.rows().size(), approved.wanText(), loaded.on().toString()), !loaded.rows().isEmpty() || asOf != null);
        if (asOf == null) {
            day.set(loaded.on());
        }
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
        int rows = grid.rows().size();
        LocalDate on = asOf;
        dialogs.saveFile(messages.exportLedger, messages.fileName + ".xlsx", new FileKind(messages.workbook, "xlsx")).ifPresent(target -> tasks.run(page, messages.exporting, progress -> {
            ledger.export(day(on), target);
            return target;
        }, written -> dialogs.status(messages.format(messages.exported, rows, written.toString()))));
    }

    private void exportShown() {
        LocalDate on = asOf;
        export(messages.exportShown, messages.fileName, (columns, rows, target) -> ledger.export(day(on), columns, rows, target));
    }
}
