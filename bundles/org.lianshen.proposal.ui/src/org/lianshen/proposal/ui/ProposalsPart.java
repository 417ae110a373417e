package org.lianshen.proposal.ui;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.State;
import org.lianshen.service.Changes;
import org.lianshen.service.ProposalService;
import org.lianshen.service.ProposalService.Summary;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.ListPart;
import org.lianshen.workbench.grid.ListTools;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;

/** Desk 1: the application forms with their states; new, from a workbook, or a blank one to fill in elsewhere. */
public final class ProposalsPart extends ListPart<Summary, List<Summary>> {

    private final Opener opener;
    private final Session session;
    private final ProposalService proposals;
    private final Texts texts;
    private final ProposalMessages messages;
    private final FlatButton delete;

    @Inject
    public ProposalsPart(Composite parent, ListTools tools, Opener opener, Session session, ProposalService proposals, Texts texts, ProposalMessages messages) {
        super(parent, tools, new Words(messages.listTitle, messages.loadingList, messages.listHelp), new ProposalTable(texts).spec(), Summary::id);
        this.opener = opener;
        this.session = session;
        this.proposals = proposals;
        this.texts = texts;
        this.messages = messages;
        delete = kit.quiet(header.actions(), messages.delete, this::delete);
        button(messages.blankForm, this::blankForm);
        button(messages.importForm, this::importForm);
        kit.primary(header.actions(), messages.newProposal, this::make);
        grid.onOpen(row -> open(row.id(), row.name()));
        grid.tint(row -> row.state().state() == State.RETURNED ? Tone.WARN : null);
        nothing(Icon.PENCIL_SQUARE, messages.emptyWhat, messages.emptyTodo, messages.newProposal, this::make);
        start(Changes.Kind.PROPOSAL, Changes.Kind.REVIEW, Changes.Kind.MEETING);
    }

    @Override
    protected List<Summary> read() {
        return proposals.list();
    }

    @Override
    protected void show(List<Summary> rows) {
        long drafts = rows.stream().filter(row -> row.state().state() == State.DRAFT).count();
        long returned = rows.stream().filter(row -> row.state().state() == State.RETURNED).count();
        fill(rows, rows.isEmpty() ? "" : messages.format(messages.listSubtitle, rows.size(), drafts, returned));
    }

    @Override
    protected void allow() {
        Summary row = grid.focused().orElse(null);
        delete.allowUnless(row == null ? messages.nothingSelected : row.state().state() != State.DRAFT ? messages.deleteBlocked : null);
    }

    private void make() {
        var box = new NewProposalBox(kit, texts, messages, session.actor());
        dialogs.open(box, refused -> {
            ProposalForm form = box.form();
            change(messages.creating, progress -> proposals.create(form), made -> open(made.id(), made.draft().name()), refused);
        });
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

    private void open(UUID id, String name) {
        opener.open(Opener.PROPOSAL, id.toString(), name.isEmpty() ? messages.unnamed : name);
    }
}
