package org.lianshen.proposal.ui;

import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.Section;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.State;
import org.lianshen.service.Changes;
import org.lianshen.service.ProposalService;
import org.lianshen.service.ReviewService;
import org.lianshen.service.Session;
import org.lianshen.service.SimilarityService;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.TabTitle;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Later;
import org.lianshen.workbench.task.Tasks;

/** One application form: sections left, the form, what the check and the search for duplicates found right. The draft stores itself. */
public final class ProposalPart implements PartActions {

    /** Pauses in typing, in milliseconds, before the form is checked, stored, and compared with the ledger. */
    private static final int CHECK_AFTER = 300;
    private static final int SAVE_AFTER = 1000;
    private static final int SEARCH_AFTER = 1200;
    private static final int HITS = 5;
    private static final Set<Changes.Kind> SHOWN = Set.of(Changes.Kind.PROPOSAL, Changes.Kind.REVIEW, Changes.Kind.MEETING);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final Kit kit;
    private final Grids grids;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Session session;
    private final ProposalService proposals;
    private final ReviewService reviews;
    private final SimilarityService similarity;
    private final Texts texts;
    private final ProposalMessages messages;
    private final UUID id;
    private final MPart tab;
    private final ProposalModel model = new ProposalModel();

    private final Composite page;
    private final Header header;
    private final Label saveState;
    private final FlatButton withdraw;
    private final FlatButton compare;
    private final FlatButton submit;
    private final StateStrip strip;
    private final Banner banner;
    private final FormPages pages;
    private final SidePanel side;
    private final Submission submission;
    private final Later checkLater;
    private final Later saveLater;
    private final Later searchLater;
    private boolean saving;
    private boolean opened;
    private List<Object> searched = List.of();

    @Inject
    public ProposalPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session,
            ProposalService proposals, ReviewService reviews, SimilarityService similarity, Texts texts, ProposalMessages messages, @Optional MPart tab) {
        this.kit = kit;
        this.grids = grids;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.session = session;
        this.proposals = proposals;
        this.reviews = reviews;
        this.similarity = similarity;
        this.texts = texts;
        this.messages = messages;
        this.tab = tab;
        id = input.uuid();
        Look look = kit.look();
        page = kit.page(parent);
        header = kit.header(page, "", "");
        header.longTitle();
        saveState = kit.caption(header.actions(), "");
        withdraw = kit.quiet(header.actions(), messages.withdraw, this::withdraw);
        compare = kit.button(header.actions(), messages.compare, this::compare);
        kit.button(header.actions(), messages.export, this::export);
        submit = kit.primary(header.actions(), messages.submit, this::submit).keys("Ctrl+Enter");
        strip = new StateStrip(page, kit, texts, messages);
        banner = kit.banner(page);
        kit.line(page);
        Composite body = kit.box(page, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(body);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        Composite left = kit.box(body, 1);
        left.setBackground(look.raised());
        GridLayoutFactory.fillDefaults().applyTo(left);
        GridDataFactory.fillDefaults().grab(false, true).applyTo(left);
        SashForm sash = kit.sash(body);
        Composite form = kit.box(sash, 1);
        GridLayoutFactory.fillDefaults().applyTo(form);
        form.setBackground(look.surface());
        pages = new FormPages(left, form, kit, grids, tasks, dialogs, proposals, texts, messages, model, this::shown);
        side = new SidePanel(sash, kit, texts, messages, model, pages::jump, pages::open, hit -> opener.open(Opener.PROJECT, hit.project().toString(), hit.name()));
        sash.setWeights(76, 24);
        submission = new Submission(page, id, tasks, dialogs, proposals, texts, messages, model, banner, pages, side, this::sent);
        checkLater = new Later(page, CHECK_AFTER, this::check);
        saveLater = new Later(page, SAVE_AFTER, this::save);
        searchLater = new Later(page, SEARCH_AFTER, this::search);
        showActsOfSubmitted();
        submit.block(messages.loading);
        model.listen(this::on);
        updates.listen(page, SHOWN, this::changedElsewhere);
        refresh();
    }

    // Loading

    private record Loaded(Proposal proposal, ReviewService.Review review, FunctionPoints points, List<String> kinds, Map<String, String> bodies, int year) {
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    /** Stores first what is typed, so that nothing is lost by looking. */
    @Override
    public void refresh() {
        banner.hide();
        if (model.dirty()) {
            save();
            return;
        }
        tasks.run(page, messages.loading, progress -> {
            ReviewService.Review review = reviews.get(id);
            RulePack pack = session.pack();
            return new Loaded(review.proposal(), review, FunctionPoints.of(pack), kinds(pack),
                    pack.bodies().stream().collect(Collectors.toMap(ReviewBody::code, ReviewBody::shortName)), session.year());
        }, this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    /** Kinds of attachments that the pack names anywhere, each once. */
    private static List<String> kinds(RulePack pack) {
        return pack.lists().entrySet().stream().filter(list -> list.getKey().startsWith("attachments.")).flatMap(list -> list.getValue().stream()).distinct().toList();
    }

    private void show(Loaded loaded) {
        pages.given(loaded.points(), loaded.kinds(), loaded.year());
        model.load(loaded.proposal(), loaded.review().state(), returnItems(loaded.review()));
        var versions = loaded.proposal().versions();
        strip.show(loaded.review().state(), loaded.bodies(), versions.isEmpty() ? null : versions.getLast());
        page.layout(true, true);
        if (!opened) {
            opened = true;
            // The part was given the focus before there was a field to take it.
            if (page.isVisible() && !(page.getDisplay().getFocusControl() instanceof Text)) {
                pages.setFocus();
            }
        }
    }

    /** The list that waits for answers: of the last return, while the form is with the unit. */
    static List<ReturnItem> returnItems(ReviewService.Review review) {
        if (review.state().state() != State.RETURNED) {
            return List.of();
        }
        List<ReturnItem> items = List.of();
        for (var act : review.acts()) {
            if (act.detail() instanceof ActDetail.Return back) {
                items = back.items();
            }
        }
        return items;
    }

    private void changedElsewhere(Changes.Change change) {
        boolean other = change.id() != null && !change.id().equals(id);
        if (!saving && !submission.running() && !other) {
            banner.showOutdated(this::refresh);
        }
    }

    private void shown(Section section) {
        if (side != null) {
            side.at(section);
        }
    }

    private void on(ProposalModel.Event event) {
        switch (event) {
            case LOADED -> {
                head();
                check();
                searchLater.soon();
            }
            case FORM -> {
                head();
                checkLater.soon();
                saveLater.soon();
                searchLater.soon();
            }
            case WORDS -> saveLater.soon();
            case CHECKED, SAVED -> {
            }
        }
        buttons();
    }

    private void head() {
        ProposalForm form = model.form();
        String name = form.name().isEmpty() ? messages.unnamed : form.name();
        var facts = new ArrayList<String>();
        facts.add(form.unit());
        facts.add(model.stored().reviewNo() == null ? "" : model.stored().reviewNo());
        var total = form.money(ProposalField.TOTAL_INVESTMENT);
        facts.add(total == null ? "" : messages.format(messages.totalOf, total.wanText()));
        header.set(name, "");
        strip.facts(facts.stream().filter(fact -> !fact.isEmpty()).collect(Collectors.joining("　")));
        if (tab != null) {
            TabTitle.set(tab, name);
        }
    }

    private void buttons() {
        saveState.setText(!model.editable() ? messages.readOnly : model.dirty() || saving ? messages.unsaved
                : model.stored().editedAt() == null ? "" : messages.format(messages.savedAt, MINUTE.format(model.stored().editedAt().atZone(BeijingTime.ZONE))));
        if (tab != null) {
            tab.setDirty(model.dirty());
        }
        submit.allowUnless(blocked());
        withdraw.allowUnless(model.withdrawable() ? null : messages.withdrawBlocked);
        compare.allowUnless(model.stored() != null && model.stored().versions().size() + (model.editable() ? 1 : 0) > 1 ? null : messages.compareBlocked);
        showActsOfSubmitted();
        header.actions().getParent().layout(true, true);
    }

    /** What a form never submitted has no use for takes no room. */
    private void showActsOfSubmitted() {
        boolean submitted = model.stored() != null && model.stored().submitted();
        withdraw.setVisible(submitted);
        compare.setVisible(submitted);
    }

    /** Why the form cannot be submitted now; null when it can be tried. */
    private String blocked() {
        return model.state() == null ? messages.loading : model.editable() ? null
                : messages.format(messages.submitBlocked, texts.get("review.state." + model.state().state().name()));
    }

    // Checking and searching

    private void check() {
        ProposalForm form = model.form();
        tasks.run(page, messages.checking, progress -> proposals.check(form), found -> model.checked(form, found));
    }

    private void search() {
        ProposalForm form = model.form();
        List<Object> telling = List.of(form.name(), form.functions(), form.text(ProposalField.CONTENT_SUMMARY));
        if (form.name().isEmpty() || telling.equals(searched)) {
            return;
        }
        searched = telling;
        tasks.run(page, messages.searching, progress -> similarity.similar(form, id, HITS), side::duplicates);
    }

    // Storing

    @Override
    public boolean canSave() {
        return model.dirty();
    }

    @Override
    public void save() {
        saveLater.never();
        if (!model.dirty() || saving || submission.running() || !model.editable()) {
            return;
        }
        saving = true;
        buttons();
        Proposal sent = model.unsaved();
        tasks.run(page, messages.saving, progress -> proposals.save(sent), kept -> {
            saving = false;
            model.saved(sent, kept);
            if (model.dirty()) {
                saveLater.soon();
            }
        }, failure -> {
            saving = false;
            buttons();
            if (failure.cause() instanceof StaleWrite stale && stale.stored() instanceof Proposal theirs) {
                choose(sent, theirs);
            } else {
                banner.show(Tone.BLOCK, messages.format(messages.notSaved, failure.message()), kit.messages().retry, this::save);
            }
        });
    }

    private void choose(Proposal mine, Proposal theirs) {
        tasks.run(page, messages.comparing, progress -> proposals.compare(mine.draft(), theirs.draft()), differences -> {
            var box = new StaleBox(kit, grids, texts, messages, theirs, differences);
            if (!dialogs.open(box)) {
                banner.show(Tone.BLOCK, messages.staleOpen, messages.staleChoose, () -> choose(model.unsaved(), theirs));
            } else if (box.keepMine()) {
                model.keepMine(theirs);
                save();
            } else {
                model.takeTheirs(theirs);
            }
        });
    }

    /** The window asks for it on closing; it must be done when this returns. */
    @Persist
    void persist() {
        save();
        while (saving && !page.isDisposed()) {
            if (!page.getDisplay().readAndDispatch()) {
                page.getDisplay().sleep();
            }
        }
    }

    // Submitting

    @Override
    public boolean canSubmit() {
        return model.editable();
    }

    @Override
    public void submit() {
        submission.start();
    }

    private void withdraw() {
        submission.withdraw();
    }

    /** Submitted or withdrawn; or refused with something typed meanwhile. */
    private void sent() {
        saveLater.never();
        refresh();
    }

    private void compare() {
        dialogs.show(new CompareBox(kit, grids, tasks, proposals, texts, messages, model.stored(), model.editable() ? model.form() : null));
    }

    private void export() {
        ProposalForm form = model.form();
        dialogs.saveFile(messages.export, messages.format(messages.exportName, form.name().isEmpty() ? messages.unnamed : form.name()), new FileKind(messages.workbook, "xlsx"))
                .ifPresent(target -> tasks.run(page, messages.exporting, progress -> {
                    proposals.write(form, target);
                    return target;
                }, written -> dialogs.status(messages.format(messages.exported, written.toString()))));
    }

    @Override
    public String help() {
        return messages.formHelp;
    }

    @Focus
    void focus() {
        pages.setFocus();
    }
}
