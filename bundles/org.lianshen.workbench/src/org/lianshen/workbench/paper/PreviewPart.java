package org.lianshen.workbench.paper;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.Message;
import org.lianshen.service.Changes;
import org.lianshen.service.DocumentService;
import org.lianshen.service.DocumentService.Composed;
import org.lianshen.service.DocumentService.Standing;
import org.lianshen.service.Session;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.PagePictures;
import org.lianshen.service.document.PagePictures.Pages;
import org.lianshen.service.document.PaperWriter.Format;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** Papers as they will come out: pages to turn and to zoom, from here to the printer, to files and to signing. */
public final class PreviewPart implements PartActions {

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final DocumentService documents;
    private final PagePictures pictures;
    private final PaperMessages messages;
    private final Texts texts;
    private final PaperActs acts;
    private final List<PaperAddress> addresses;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final FlatButton print;
    private final List<FlatButton> exports = new ArrayList<>();
    private final FlatButton sign;
    private final Label at;
    private final Label percent;
    private final SashForm sash;
    private final PagesView list;
    private final PagesView view;
    private Loaded shown;
    private volatile boolean gone;

    /** @param standing of a single paper as it stands, else null */
    private record Loaded(List<OfficialPaper> papers, List<Message> notices, Standing standing, IssuedPaper last, JoinedPages pages) {
    }

    @Inject
    public PreviewPart(Composite parent, PartInput input, Kit kit, Tasks tasks, DialogService dialogs, Updates updates, Session session, DocumentService documents, PagePictures pictures,
            PaperMessages messages, Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.documents = documents;
        this.pictures = pictures;
        this.messages = messages;
        this.texts = texts;
        addresses = PaperAddress.read(input.id());
        page = kit.page(parent);
        header = kit.header(page, messages.preview, "");
        for (Format format : Format.values()) {
            exports.add(kit.button(header.actions(), format.name(), () -> export(format)).hint(messages.export));
        }
        sign = kit.button(header.actions(), messages.sign, this::submit).keys("Ctrl+Enter");
        print = kit.primary(header.actions(), messages.print, this::print).keys("Ctrl+P");
        banner = kit.banner(page);
        Composite bar = kit.row(page, 10);
        GridLayoutFactory.fillDefaults().numColumns(10).margins(kit.look().u(3), kit.look().u(1)).spacing(kit.look().u(1), 0).applyTo(bar);
        at = kit.muted(bar, "");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(at);
        sash = kit.sash(page);
        list = new PagesView(sash, kit, tasks, messages.pageList, messages.rendering);
        view = new PagesView(sash, kit, tasks, messages.pages, messages.rendering);
        sash.setWeights(14, 86);
        kit.quiet(bar, messages.zoomOut, () -> view.step(-1)).keys("−");
        percent = kit.text(bar, messages.format(messages.percent, 100));
        GridDataFactory.swtDefaults().hint(kit.look().characters(5), SWT.DEFAULT).applyTo(percent);
        kit.quiet(bar, messages.zoomIn, () -> view.step(1)).keys("+");
        kit.quiet(bar, messages.fitWidth, () -> view.fit(PagesView.Fit.WIDTH)).keys("0");
        kit.quiet(bar, messages.fitPage, () -> view.fit(PagesView.Fit.PAGE));
        kit.quiet(bar, messages.onePage, () -> view.columns(1));
        kit.quiet(bar, messages.twoPages, () -> view.columns(2));
        kit.line(page).moveAbove(sash);
        view.onTurn(this::turned);
        view.onZoom(this::zoomed);
        list.onPress(view::goTo);
        acts = new PaperActs(page, kit, tasks, dialogs, session, documents, messages, texts);
        page.addDisposeListener(event -> {
            gone = true;
            close(shown);
        });
        updates.listen(page, java.util.EnumSet.of(Changes.Kind.PAPER, Changes.Kind.REVIEW, Changes.Kind.MEETING), change -> {
            if (addresses.stream().anyMatch(address -> address.version() == 0 && address.key().subject().equals(change.id()))) {
                banner.showOutdated(this::refresh);
            }
        });
        allow();
        refresh();
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.composing, progress -> load(), this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private Loaded load() {
        List<OfficialPaper> papers = new ArrayList<>();
        List<Message> notices = new ArrayList<>();
        Standing standing = null;
        IssuedPaper last = null;
        for (PaperAddress address : addresses) {
            if (address.older() > 0) {
                papers.add(documents.changeNote(address.key(), address.older(), address.version()));
            } else if (address.version() > 0) {
                documents.versions(address.key()).stream().filter(issued -> issued.version() == address.version()).forEach(issued -> papers.add(issued.content()));
            } else {
                Composed composed = documents.compose(address.key());
                papers.add(composed.paper());
                notices.addAll(composed.notices());
                if (addresses.size() == 1) {
                    last = composed.last();
                    standing = composed.standing();
                }
            }
        }
        List<Pages> opened = new ArrayList<>();
        papers.forEach(paper -> opened.add(pictures.open(List.of(paper))));
        var loaded = new Loaded(papers, notices, standing, last, new JoinedPages(opened));
        if (gone) {
            close(loaded);
        }
        return loaded;
    }

    private static void close(Loaded loaded) {
        if (loaded != null) {
            loaded.pages().close();
        }
    }

    private void show(Loaded loaded) {
        Loaded before = shown;
        shown = loaded;
        list.show(loaded.pages());
        view.show(loaded.pages());
        close(before);
        header.set(name(), subtitle());
        List<Message> notices = new ArrayList<>(loaded.notices());
        loaded.pages().notices().stream().filter(notice -> !notices.contains(notice)).forEach(notices::add);
        if (!notices.isEmpty()) {
            banner.show(loaded.standing() == Standing.CHANGED ? Tone.WARN : Tone.INFO, String.join("　", notices.stream().map(texts::format).toList()), null, null);
        }
        allow();
        zoomed();
        turned(view.page());
        page.layout(true, true);
    }

    private String name() {
        return shown.papers().size() == 1 ? shown.papers().getFirst().name() : messages.format(messages.several, shown.papers().size());
    }

    private String subtitle() {
        return shown.standing() == null ? "" : acts.word(shown.standing(), shown.last());
    }

    private void allow() {
        String loading = shown == null ? messages.composing : "";
        print.allowUnless(loading);
        exports.forEach(button -> button.allowUnless(loading));
        sign.setVisible(shown != null && shown.standing() != null && shown.standing() != Standing.WORKING);
        sign.allowUnless(shown == null || shown.standing() == null ? messages.composing : acts.unsignable(shown.standing()));
    }

    private void turned(int number) {
        if (shown != null) {
            at.setText(messages.format(messages.pageAt, number, shown.pages().count()));
            if (list.page() != number) {
                list.goTo(number);
            }
        }
    }

    private void zoomed() {
        percent.setText(messages.format(messages.percent, view.percent()));
    }

    private void export(Format format) {
        if (shown.papers().size() == 1) {
            acts.export(shown.papers().getFirst(), name(), format);
        } else {
            acts.export(addresses.stream().map(PaperAddress::key).toList(), name(), format);
        }
    }

    @Override
    public boolean canSubmit() {
        return shown != null && shown.standing() != null && sign.blocked() == null;
    }

    @Override
    public void submit() {
        acts.sign(addresses.getFirst().key(), name(), signed -> refresh());
    }

    @Override
    public boolean canPrint() {
        return shown != null;
    }

    @Override
    public void print() {
        JoinedPages pages = shown.pages();
        String name = name();
        dialogs.choosePrinter(pages.count()).ifPresent(chosen -> tasks.run(page, messages.format(messages.printing, name),
                progress -> new PaperPrinter(chosen, pages, pages.starts()).print(name, progress), sides -> dialogs.status(messages.format(messages.printed, sides))));
    }

    @Override
    public String help() {
        return messages.previewHelp;
    }

    @Focus
    void focus() {
        view.control().setFocus();
    }
}
