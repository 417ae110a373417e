package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.identity.Permission;
import org.lianshen.service.Changes;
import org.lianshen.service.ExpertService;
import org.lianshen.service.ExpertService.Outcome;
import org.lianshen.service.ExpertService.Pooled;
import org.lianshen.service.Session;
import org.lianshen.service.table.PoolTable;
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
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** 专家库: who can be drawn, how busy each is, and what each served on. */
public final class PoolPart implements PartActions {

    private static final int TOLD = 8;

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final ExpertService experts;
    private final ExpertMessages messages;
    private final Texts texts;
    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Composite table;
    private final Grid<Pooled> grid;
    private final EmptyPanel empty;
    private final FlatButton change;
    private final FlatButton suspend;
    private final FlatButton history;
    private final String denied;
    private final boolean personal;

    @Inject
    public PoolPart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Updates updates, Session session, ExpertService experts, ExpertMessages messages,
            Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.experts = experts;
        this.messages = messages;
        this.texts = texts;
        denied = session.actor().may(Permission.ARRANGE_EXPERTS) ? "" : messages.notArranger;
        personal = session.actor().may(Permission.SEE_EXPERT_PRIVATE);
        page = kit.page(parent);
        header = kit.header(page, messages.poolTitle, "");
        history = kit.button(header.actions(), messages.history, this::history);
        change = kit.button(header.actions(), messages.change, this::change);
        suspend = kit.button(header.actions(), messages.suspend, this::suspend);
        kit.button(header.actions(), messages.importPool, this::take).allowUnless(denied.isEmpty() && !personal ? messages.notPersonal : denied);
        kit.button(header.actions(), messages.exportPool, this::export);
        kit.primary(header.actions(), messages.add, this::add).allowUnless(denied);
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        table = kit.page(body);
        grid = grids.grid(table, new PoolTable(texts).spec(personal));
        grid.tint(row -> row.expert().active() ? null : Tone.NEUTRAL);
        grid.onSelect(rows -> allow());
        grid.onOpen(row -> change());
        empty = kit.empty(body, Icon.PEOPLE, messages.poolEmptyWhat, messages.poolEmptyTodo, null, null);
        stack.topControl = table;
        updates.listen(page, java.util.Set.of(Changes.Kind.EXPERT, Changes.Kind.REVIEW), changed -> banner.showOutdated(this::refresh));
        refresh();
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> experts.pool(), this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(List<Pooled> rows) {
        grid.setRows(rows);
        header.set(messages.poolTitle, messages.format(messages.poolSubtitle, rows.size(), rows.stream().filter(row -> row.expert().active()).count()));
        stack.topControl = rows.isEmpty() ? empty : table;
        allow();
        page.layout(true, true);
    }

    private void allow() {
        String none = grid.selection().size() == 1 ? "" : messages.chooseOne;
        history.allowUnless(none);
        change.allowUnless(denied.isEmpty() ? none : denied);
        suspend.allowUnless(denied.isEmpty() ? none : denied);
        suspend.setText(none.isEmpty() && !grid.selection().getFirst().expert().active() ? messages.resume : messages.suspend);
        suspend.requestLayout();
    }

    private void add() {
        edit(null);
    }

    private void change() {
        if (denied.isEmpty() && grid.selection().size() == 1) {
            edit(grid.selection().getFirst().expert());
        }
    }

    private void edit(Expert expert) {
        var box = new ExpertBox(kit, messages, texts, expert, personal);
        dialogs.open(box, refused -> {
            Expert typed = box.expert();
            run(() -> experts.save(typed), kept -> messages.format(messages.saved, kept.no(), kept.name()), refused);
        });
    }

    private void suspend() {
        Expert expert = grid.selection().getFirst().expert();
        if (!expert.active()) {
            run(() -> experts.resume(expert.id()), kept -> messages.format(messages.resumed, kept.name()), dialogs::problem);
            return;
        }
        dialogs.ask(messages.suspend, messages.format(messages.suspendWhy, expert.name()), typed -> typed.isBlank() ? messages.missingReason : null,
                (reason, refused) -> run(() -> experts.suspend(expert.id(), reason), kept -> messages.format(messages.suspended, kept.name()), refused));
    }

    private void run(Supplier<Expert> act, Function<Expert, String> said, Consumer<Tasks.Failure> refused) {
        tasks.run(page, messages.saving, progress -> {
            Expert kept = act.get();
            return new Done(kept, experts.pool());
        }, done -> {
            show(done.rows());
            banner.hide();
            dialogs.status(said.apply(done.kept()));
        }, refused);
    }

    private record Done(Expert kept, List<Pooled> rows) {
    }

    private void take() {
        dialogs.openFiles(messages.importPool, false, new FileKind(messages.workbook, "xlsx", "xls", "csv")).forEach(file -> tasks.run(page, messages.importing,
                progress -> experts.take(file, false, false, progress), this::taken));
    }

    private void taken(Outcome outcome) {
        if (outcome.stored()) {
            int read = outcome.sheets().stream().mapToInt(sheet -> sheet.rowsImported()).sum();
            refresh();
            dialogs.status(messages.format(messages.imported, read, outcome.added()));
            return;
        }
        var errors = outcome.sheets().stream().flatMap(sheet -> sheet.errors().stream()).map(error -> texts.format(error.message())).toList();
        String first = errors.stream().limit(TOLD).collect(Collectors.joining("\n"));
        dialogs.inform(messages.notImported, errors.isEmpty() ? messages.nothingToImport
                : String.join("\n", messages.format(messages.notImportedWhy, outcome.file(), errors.size()), first));
    }

    private void export() {
        List<Pooled> rows = grid.shown();
        TableSpec<Pooled> columns = grid.shownSpec();
        dialogs.saveFile(messages.exportPool, messages.poolFile + ".xlsx", new FileKind(messages.workbook, "xlsx")).ifPresent(target -> tasks.run(page, messages.exporting, progress -> {
            experts.export(columns, rows, target);
            return target;
        }, (Path written) -> dialogs.status(messages.format(messages.exported, rows.size(), written.toString()))));
    }

    private void history() {
        Pooled row = grid.selection().getFirst();
        String said = row.history().stream().map(served -> messages.format(messages.historyLine, served.day().toString(), served.reviewNo(), served.project(),
                texts.get("expert.standing." + served.standing().name()), served.score() == null ? "" : messages.format(messages.historyScore, served.score().toPlainString())))
                .collect(Collectors.joining("\n"));
        dialogs.inform(messages.format(messages.historyOf, row.expert().name()), said.isEmpty() ? messages.historyNone : said);
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
        return messages.poolHelp;
    }

    Grid<Pooled> grid() {
        return grid;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }
}
