package org.lianshen.workbench.paper;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.Changes;
import org.lianshen.service.DocumentService;
import org.lianshen.service.DocumentService.Listed;
import org.lianshen.service.DocumentService.Standing;
import org.lianshen.service.Session;
import org.lianshen.service.document.PaperFiles;
import org.lianshen.service.document.PaperWriter.Format;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** 公文 of a project or a meeting: which there are, how each stands, and what can be done with it. */
public final class PapersPart implements PartActions {

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Opener opener;
    private final DocumentService documents;
    private final PaperMessages messages;
    private final Texts texts;
    private final PaperActs acts;
    private final UUID subject;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Composite filled;
    private final Composite nothing;
    private final Grid<Row> grid;
    private final FlatButton preview;
    private final FlatButton sign;
    private final FlatButton compare;
    private final FlatButton export;
    private final FlatButton letters;
    private final FlatButton dossier;

    @Inject
    public PapersPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session,
            DocumentService documents, PaperMessages messages, Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.opener = opener;
        this.documents = documents;
        this.messages = messages;
        this.texts = texts;
        subject = input.uuid();
        page = kit.page(parent);
        header = kit.header(page, messages.papers, "");
        kit.button(header.actions(), messages.verify, () -> dialogs.show(new VerifyView(kit, tasks, dialogs, documents, messages, texts)));
        compare = kit.button(header.actions(), messages.compare, this::compare);
        export = kit.button(header.actions(), messages.export, this::export);
        letters = kit.button(header.actions(), messages.letters, () -> preview(letters()));
        dossier = kit.button(header.actions(), messages.dossier, this::dossier);
        sign = kit.button(header.actions(), messages.sign, this::submit).keys("Ctrl+Enter");
        preview = kit.primary(header.actions(), messages.preview, this::preview).keys("Ctrl+P");
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, org.eclipse.swt.SWT.NONE);
        body.setBackground(kit.look().surface());
        body.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        filled = kit.page(body);
        grid = grids.grid(filled, spec());
        grid.identify(row -> row.listed().key());
        grid.onOpen(row -> preview());
        grid.onSelect(rows -> allow());
        nothing = kit.box(body, 1);
        GridLayoutFactory.fillDefaults().applyTo(nothing);
        kit.empty(nothing, Icon.FILE_EARMARK_TEXT, messages.empty, messages.emptyTodo, null, null);
        stack.topControl = filled;
        acts = new PaperActs(page, kit, tasks, dialogs, session, documents, messages, texts);
        updates.listen(page, java.util.EnumSet.of(Changes.Kind.PAPER, Changes.Kind.REVIEW, Changes.Kind.MEETING), change -> {
            if (subject.equals(change.id()) || grid.rows().stream().anyMatch(row -> row.listed().key().subject().equals(change.id()))) {
                banner.showOutdated(this::refresh);
            }
        });
        allow();
        refresh();
    }

    private TableSpec<Row> spec() {
        return new TableSpec<>("papers", "paper.list.title", List.of(new Column<>("name", "paper.list.name", Type.TEXT, 46, Row::name), new Column<>("state", "paper.list.state", Type.TEXT, 20, Row::state),
                new Column<>("number", "paper.list.number", Type.TEXT, 24, row -> row.listed().last() == null ? "" : row.listed().last().number()),
                new Column<>("date", "paper.list.date", Type.DATE, 12, row -> row.listed().last() == null ? null : row.listed().last().content().printedOn()),
                new Column<>("by", "paper.list.by", Type.TEXT, 12, row -> row.listed().last() == null ? "" : row.listed().last().by())));
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> documents.papers(subject), this::show,
                failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(List<Listed> listed) {
        List<Row> chosen = grid.selection();
        List<Row> rows = listed.stream().map(each -> new Row(each, texts.format(each.name()), acts.word(each.standing(), each.last()))).toList();
        grid.setRows(rows);
        grid.tint(row -> row.listed().standing() == Standing.CHANGED ? Tone.WARN : null);
        List<Row> again = rows.stream().filter(row -> chosen.stream().anyMatch(before -> before.listed().key().equals(row.listed().key()))).toList();
        grid.select(again.isEmpty() ? rows.stream().limit(1).toList() : again);
        stack.topControl = rows.isEmpty() ? nothing : filled;
        body.layout(true, true);
        allow();
    }

    private void allow() {
        List<Row> chosen = grid.selection();
        Row only = chosen.size() == 1 ? chosen.getFirst() : null;
        preview.allowUnless(chosen.isEmpty() ? messages.chooseSome : "");
        export.allowUnless(chosen.isEmpty() ? messages.chooseSome : "");
        dossier.allowUnless(grid.rows().stream().anyMatch(row -> row.listed().key().kind() == PaperKind.PROPOSAL) ? "" : messages.dossierOfProject);
        sign.allowUnless(only == null ? messages.chooseOne : acts.unsignable(only.listed().standing()));
        compare.allowUnless(only == null ? messages.chooseOne : only.listed().last() != null ? "" : only.listed().standing() == Standing.WORKING ? messages.notForSigning : messages.noVersions);
        letters.allowUnless(letters().isEmpty() ? messages.noLetters : "");
    }

    private void preview() {
        preview(grid.selection());
    }

    private void preview(List<Row> chosen) {
        String title = chosen.size() == 1 ? chosen.getFirst().name() : messages.format(messages.several, chosen.size());
        opener.open(Opener.PREVIEW, PaperAddress.text(chosen.stream().map(row -> new PaperAddress(row.listed().key())).toList()), title);
    }

    @Override
    public boolean canSubmit() {
        return sign.blocked() == null;
    }

    @Override
    public void submit() {
        Row row = grid.selection().getFirst();
        acts.sign(row.listed().key(), row.name(), signed -> refresh());
    }

    private void compare() {
        Row row = grid.selection().getFirst();
        tasks.run(page, messages.comparing, progress -> documents.versions(row.listed().key()), versions -> dialogs.show(new CompareView(kit, tasks, documents, messages, texts, row.name(),
                row.listed().key(), versions, note -> opener.open(Opener.PREVIEW, note.text(), row.name()))));
    }

    /** The whole file of the project, bound with cover, contents and page numbers. */
    private void dossier() {
        tasks.run(page, messages.loading, progress -> documents.dossierName(subject), name -> dossier(texts.format(name)));
    }

    private void dossier(String name) {
        dialogs.saveFile(messages.dossier, PaperFiles.name(name) + Format.PDF.ending(), new FileKind(Format.PDF.name(), Format.PDF.ending().substring(1)))
                .ifPresent(file -> tasks.run(page, messages.binding, progress -> documents.dossier(subject, file, progress), written -> {
                    dialogs.status(messages.format(messages.exported, file.toString()));
                    if (!written.notices().isEmpty()) {
                        banner.show(Tone.INFO, String.join("　", written.notices().stream().map(texts::format).toList()), null, null);
                    }
                }));
    }

    private void export() {
        acts.export(grid.selection().stream().map(row -> row.listed().key()).toList());
    }

    private List<Row> letters() {
        return grid.rows().stream().filter(row -> row.listed().key().kind() == PaperKind.OPINION).toList();
    }

    @Override
    public boolean canPrint() {
        return preview.blocked() == null;
    }

    @Override
    public void print() {
        preview();
    }

    @Override
    public String help() {
        return messages.papersHelp;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }

    private record Row(Listed listed, String name, String state) {
    }
}
