package org.lianshen.proposal.ui;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.State;
import org.lianshen.service.Changes;
import org.lianshen.service.Progress;
import org.lianshen.service.ProposalService;
import org.lianshen.service.ProposalService.Summary;
import org.lianshen.service.Session;
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

/** Desk 1: the application forms with their states; new, from a workbook, or a blank one to fill in elsewhere. */
public final class ProposalsPart implements PartActions {

    private static final Set<Changes.Kind> SHOWN = Set.of(Changes.Kind.PROPOSAL, Changes.Kind.REVIEW, Changes.Kind.MEETING);

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Opener opener;
    private final Session session;
    private final ProposalService proposals;
    private final Texts texts;
    private final ProposalMessages messages;

    private final Composite page;
    private final Header header;
    private final FlatButton delete;
    private final Banner banner;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Grid<Summary> grid;
    private final EmptyPanel empty;
    private volatile boolean changing;

    @Inject
    public ProposalsPart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session,
            ProposalService proposals, Texts texts, ProposalMessages messages) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.opener = opener;
        this.session = session;
        this.proposals = proposals;
        this.texts = texts;
        this.messages = messages;
        page = kit.page(parent);
        header = kit.header(page, messages.listTitle, "");
        delete = kit.quiet(header.actions(), messages.delete, this::delete);
        kit.button(header.actions(), messages.blankForm, this::blankForm);
        kit.button(header.actions(), messages.importForm, this::importForm);
        kit.primary(header.actions(), messages.newProposal, this::make);
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        Composite table = kit.page(body);
        grid = grids.grid(table, new ProposalTable(texts).spec());
        grid.onOpen(row -> open(row.id(), row.name()));
        grid.onSelect(rows -> buttons());
        grid.tint(row -> row.state().state() == State.RETURNED ? Tone.WARN : null);
        empty = kit.empty(body, Icon.PENCIL_SQUARE, messages.emptyWhat, messages.emptyTodo, messages.newProposal, this::make);
        stack.topControl = table;
        updates.listen(page, SHOWN, change -> {
            if (!changing) {
                banner.showOutdated(this::refresh);
            }
        });
        buttons();
        refresh();
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loadingList, progress -> proposals.list(), this::show,
                failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(List<Summary> rows) {
        grid.setRows(rows);
        long drafts = rows.stream().filter(row -> row.state().state() == State.DRAFT).count();
        long returned = rows.stream().filter(row -> row.state().state() == State.RETURNED).count();
        header.set(messages.listTitle, rows.isEmpty() ? "" : messages.format(messages.listSubtitle, rows.size(), drafts, returned));
        stack.topControl = rows.isEmpty() ? empty : grid.area().getParent();
        body.layout();
        buttons();
    }

    private void buttons() {
        Summary row = grid.focused().orElse(null);
        delete.allowUnless(row == null ? messages.nothingSelected : row.state().state() != State.DRAFT ? messages.deleteBlocked : null);
    }

    private void make() {
        var box = new NewProposalBox(kit, texts, messages, session.actor());
        if (dialogs.open(box)) {
            create(box.form(), messages.creating);
        }
    }

    private void create(ProposalForm form, String label) {
        change(label, progress -> proposals.create(form), made -> open(made.id(), made.draft().name()));
    }

    private void importForm() {
        for (Path file : dialogs.openFiles(messages.importForm, false, new FileKind(messages.formFile, "xlsx", "json"))) {
            String name = file.getFileName().toString();
            change(messages.format(messages.importing, name), progress -> proposals.create(proposals.read(file, progress)), made -> {
                dialogs.status(messages.format(messages.imported, name, made.draft().name()));
                open(made.id(), made.draft().name());
            });
        }
    }

    private void blankForm() {
        dialogs.saveFile(messages.blankForm, messages.blankName, new FileKind(messages.workbook, "xlsx")).ifPresent(target -> tasks.run(page, messages.exporting, progress -> {
            proposals.write(ProposalForm.EMPTY, target);
            return target;
        }, written -> dialogs.status(messages.format(messages.exported, written.toString()))));
    }

    private void delete() {
        grid.focused().ifPresent(row -> {
            String name = row.name().isEmpty() ? messages.unnamed : row.name();
            if (dialogs.confirm(messages.delete, messages.format(messages.deleteText, name), messages.delete)) {
                change(messages.deleting, progress -> {
                    proposals.delete(row.id());
                    return name;
                }, gone -> dialogs.status(messages.format(messages.deleted, gone)));
            }
        });
    }

    /** A change made here, after which the list is loaded anew without asking. Cancelled, it changed nothing. */
    private <T> void change(String label, Function<Progress, T> act, Consumer<T> then) {
        changing = true;
        tasks.run(page, label, progress -> {
            try {
                return act.apply(progress);
            } catch (Progress.Cancelled e) {
                changing = false;
                throw e;
            }
        }, result -> {
            changing = false;
            refresh();
            then.accept(result);
        }, failure -> {
            changing = false;
            dialogs.problem(failure);
        });
    }

    private void open(UUID id, String name) {
        opener.open(Opener.PROPOSAL, id.toString(), name.isEmpty() ? messages.unnamed : name);
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
        return messages.listHelp;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }
}
