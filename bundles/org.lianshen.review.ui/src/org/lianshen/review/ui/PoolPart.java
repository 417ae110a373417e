package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.identity.Permission;
import org.lianshen.service.Changes;
import org.lianshen.service.ExpertService;
import org.lianshen.service.ExpertService.Outcome;
import org.lianshen.service.ExpertService.Pooled;
import org.lianshen.service.Session;
import org.lianshen.service.table.PoolTable;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.ListPart;
import org.lianshen.workbench.grid.ListTools;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.task.Tasks;

/** 专家库: who can be drawn, how busy each is, and what each served on. */
public final class PoolPart extends ListPart<Pooled, List<Pooled>> {

    private static final int TOLD = 8;

    private final ExpertService experts;
    private final ExpertMessages messages;
    private final Texts texts;
    private final FlatButton change;
    private final FlatButton suspend;
    private final FlatButton history;
    private final String denied;
    private final boolean personal;

    @Inject
    public PoolPart(Composite parent, ListTools tools, Session session, ExpertService experts, ExpertMessages messages, Texts texts) {
        super(parent, tools, new Words(messages.poolTitle, messages.loading, messages.poolHelp), new PoolTable(texts).spec(session.actor().may(Permission.SEE_EXPERT_PRIVATE)), row -> row.expert().id());
        this.experts = experts;
        this.messages = messages;
        this.texts = texts;
        denied = session.actor().may(Permission.ARRANGE_EXPERTS) ? "" : messages.notArranger;
        personal = session.actor().may(Permission.SEE_EXPERT_PRIVATE);
        history = button(messages.history, this::history);
        change = button(messages.change, this::edit);
        suspend = button(messages.suspend, this::suspend);
        button(messages.importPool, this::take).allowUnless(denied.isEmpty() && !personal ? messages.notPersonal : denied);
        button(messages.exportPool, () -> export(messages.exportPool, messages.poolFile, experts::export));
        kit.primary(header.actions(), messages.add, () -> edit(null)).allowUnless(denied);
        grid.tint(row -> row.expert().active() ? null : Tone.NEUTRAL);
        grid.onOpen(row -> edit());
        nothing(Icon.PEOPLE, messages.poolEmptyWhat, messages.poolEmptyTodo, null, null);
        start(Changes.Kind.EXPERT, Changes.Kind.REVIEW);
    }

    @Override
    protected List<Pooled> read() {
        return experts.pool();
    }

    @Override
    protected void show(List<Pooled> rows) {
        fill(rows, messages.format(messages.poolSubtitle, rows.size(), rows.stream().filter(row -> row.expert().active()).count()));
    }

    @Override
    protected void allow() {
        String none = grid.selection().size() == 1 ? "" : messages.chooseOne;
        history.allowUnless(none);
        change.allowUnless(denied.isEmpty() ? none : denied);
        suspend.allowUnless(denied.isEmpty() ? none : denied);
        suspend.setText(none.isEmpty() && !grid.selection().getFirst().expert().active() ? messages.resume : messages.suspend);
        suspend.requestLayout();
    }

    private void edit() {
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
        change(messages.saving, progress -> act.get(), kept -> dialogs.status(said.apply(kept)), refused);
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

    private void history() {
        Pooled row = grid.selection().getFirst();
        String said = row.history().stream().map(served -> messages.format(messages.historyLine, served.day().toString(), served.reviewNo(), served.project(),
                texts.get("expert.standing." + served.standing().name()), served.score() == null ? "" : messages.format(messages.historyScore, served.score().toPlainString())))
                .collect(Collectors.joining("\n"));
        dialogs.inform(messages.format(messages.historyOf, row.expert().name()), said.isEmpty() ? messages.historyNone : said);
    }

    Grid<Pooled> grid() {
        return grid;
    }
}
