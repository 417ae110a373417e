package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Batch;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewActs;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.Changes;
import org.lianshen.service.ReviewService;
import org.lianshen.service.ReviewService.News;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileCopies;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.StateTag;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The review of one proposal: the form left, what the body has to do right, above them who has said what. */
public final class ReviewPart implements PartActions {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewPart.class);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Kit kit;
    private final Look look;
    private final Grids grids;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Opener opener;
    private final Session session;
    private final ReviewService reviews;
    private final ReviewMessages messages;
    private final Texts texts;
    private final UUID proposal;

    private final Composite page;
    private final Header header;
    private final Label facts;
    private final Banner banner;
    private final Composite strip;
    private final ProposalSide left;
    private final ScrolledComposite scroll;
    private final Composite right;
    private Review review;
    private String body;
    /** Whose task the person has: the own body's, or what was passed on. */
    private List<String> held = List.of();
    private List<ReviewBody> offices = List.of();
    private OpinionModel model;
    private OpinionSide opinion;
    private final Drafting drafting;

    @Inject
    public ReviewPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session,
            ReviewService reviews, ReviewMessages messages, Texts texts) {
        this.kit = kit;
        this.look = kit.look();
        this.grids = grids;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.opener = opener;
        this.session = session;
        this.reviews = reviews;
        this.messages = messages;
        this.texts = texts;
        this.proposal = input.uuid();
        page = kit.page(parent);
        drafting = new Drafting(page, tasks, dialogs, messages.saveDraft, this::draft,
                () -> messages.format(messages.draftSaved, LocalTime.now(BeijingTime.ZONE).format(CLOCK)));
        header = kit.header(page, "", "");
        header.longTitle();
        facts = kit.muted(page, "");
        GridDataFactory.fillDefaults().grab(true, false).indent(look.u(6), 0).applyTo(facts);
        strip = Standings.strip(page, look);
        GridDataFactory.fillDefaults().grab(true, false).indent(look.u(6), look.u(1)).applyTo(strip);
        banner = kit.banner(page);
        kit.line(page);
        SashForm sash = kit.sash(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        left = new ProposalSide(sash, kit, grids, messages, texts, session.pack());
        scroll = kit.scroll(sash);
        scroll.setBackground(look.surface());
        right = new Composite(scroll, SWT.NONE);
        right.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(4)).spacing(0, look.u(3)).applyTo(right);
        scroll.setContent(right);
        scroll.addListener(SWT.Resize, event -> measure());
        sash.setWeights(54, 46);
        updates.listen(page, java.util.Set.of(Changes.Kind.REVIEW, Changes.Kind.MEETING, Changes.Kind.PROPOSAL), change -> {
            if (!drafting.writing() && (change.id() == null || change.id().equals(proposal) || change.kind() == Changes.Kind.MEETING)) {
                banner.showOutdated(this::refresh);
            }
        });
        refresh();
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        String chosen = body;
        tasks.run(page, messages.loading, progress -> load(reviews.get(proposal), reviews.news(proposal), chosen), this::show,
                failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    /** The review with the draft of the body that the person writes for. @param chosen code of that body; null for the first that is waited for */
    private Loaded load(Review loaded, News news, String chosen) {
        List<String> tasks = loaded.state().bodies().stream().filter(status -> status.seat() != null && ReviewActs.holds(session.actor(), status.seat())).map(BodyStatus::body).toList();
        List<ReviewBody> asked = loaded.state().bodies().stream().map(status -> status.office(session.pack())).toList();
        List<ReviewBody> mine = bodies(tasks, asked);
        String writing = chosen != null ? chosen : mine.stream().map(ReviewBody::code).filter(code -> waits(loaded.state(), code)).findFirst()
                .orElse(mine.isEmpty() ? null : mine.getFirst().code());
        boolean open = writing != null && (loaded.state().state().countersigning() && !loaded.state().steps().closed());
        return new Loaded(loaded, news, tasks, asked, writing, !open ? null : keepsDraft(loaded.state(), writing, tasks) ? reviews.draft(proposal, writing) : counted(loaded.state(), writing));
    }

    private static ActDetail.Opinion counted(ReviewState state, String writing) {
        return state.opinion(writing).orElseGet(() -> new ActDetail.Opinion(state.round(), List.of(), null, List.of(), "", ""));
    }

    /** Drafts are the body's own, and go with the task where it is passed on; what is recorded from another body's paper is entered in one go. */
    private boolean keepsDraft(String writing) {
        return keepsDraft(review.state(), writing, held);
    }

    private boolean keepsDraft(ReviewState state, String writing, List<String> tasks) {
        boolean passedOn = state.bodies().stream().anyMatch(status -> status.body().equals(writing) && status.seat() != null && status.seat().transferred());
        return session.actor().oneself() || tasks.contains(writing) || tasks.isEmpty() && writing.equals(session.actor().body()) && !passedOn;
    }

    /** Full name of a body, or of a unit that was asked besides. */
    private String name(String code) {
        return offices.stream().filter(office -> office.code().equals(code)).findFirst().map(office -> Standings.name(office, texts)).orElse(code);
    }

    private static boolean waits(ReviewState state, String code) {
        return state.bodies().stream().anyMatch(status -> status.body().equals(code) && (status.standing() == Standing.WAITING || status.standing() == Standing.OVERDUE));
    }

    /** The bodies that the person may write for: the own one, or every one for whom paper is recorded. */
    private List<ReviewBody> bodies() {
        return bodies(held, offices);
    }

    private List<ReviewBody> bodies(List<String> tasks, List<ReviewBody> asked) {
        List<ReviewBody> known = asked.isEmpty() ? session.pack().bodies() : asked;
        if (session.actor().oneself() || session.actor().may(Permission.RECORD_PAPER_OPINION)) {
            return known.stream().sorted(Comparator.comparing((ReviewBody each) -> !tasks.contains(each.code()))
                    .thenComparing(each -> !each.code().equals(session.actor().body()))).toList();
        }
        return known.stream().filter(each -> tasks.contains(each.code()) || tasks.isEmpty() && each.code().equals(session.actor().body())).toList();
    }

    private void show(Loaded loaded) {
        review = loaded.review();
        held = loaded.held();
        offices = loaded.offices();
        body = loaded.body();
        drafting.shown();
        ReviewState state = review.state();
        var form = review.proposal().form();
        model = loaded.draft() == null ? null
                : new OpinionModel(review.proposal().latest().no(), review.items().getOrDefault(body, List.of()), form.estimate(), loaded.draft(), state.opinion(body).orElse(null));
        header.set(form.name(), "");
        kit.shorten(facts, messages.format(messages.reviewSubtitle, form.unit(), review.proposal().reviewNo() == null ? "" : review.proposal().reviewNo(), state.round(),
                state.applied() == null ? "" : state.applied().wanText()));
        header.clearActions();
        String left = Standings.timeLeft(state, session.today(), session.pack(), messages);
        if (!left.isEmpty()) {
            kit.toned(header.actions(), Standings.overdue(state, session.today()) ? Tone.BLOCK : Tone.WARN, messages.format(messages.limit, left, state.dueDate().toString()));
        }
        kit.tag(header.actions(), Standings.tone(state.state()), texts.get("review.state." + state.state().name()));
        if (state.state().countersigning() || state.steps().experts() != null) {
            kit.button(header.actions(), messages.expertPanel, () -> opener.open(QueuePart.PANEL, proposal.toString(), messages.format(messages.expertPanelOf, form.name())));
        }
        kit.button(header.actions(), messages.papers, () -> opener.open(Opener.PAPERS, proposal.toString(), messages.format(messages.papersOf, form.name())));
        kit.button(header.actions(), messages.openProposal, () -> opener.open(Opener.PROPOSAL, proposal.toString(), form.name()));
        Kit.clear(strip);
        state.bodies().forEach(this::tile);
        this.left.show(review, body, model, this::changed);
        Kit.clear(right);
        opinion = null;
        if (loaded.news() != null && !loaded.news().nothing()) {
            new NewsSide(right, kit, messages, texts, loaded.news(), new ActWords(messages, texts, session.pack(), review));
        }
        new ReturnsSide(right, kit, messages, review.acts());
        fill(state);
        page.layout(true, true);
        scroll.setOrigin(0, 0);
        measure();
        seen();
    }

    /** What is on the screen counts as seen, as soon as nobody else writes; where that fails, it stays new for the next time. */
    private void seen() {
        int acts = review.acts().size();
        int version = review.proposal().versions().size();
        tasks.run(page, messages.loading, progress -> {
            reviews.seen(proposal, acts, version);
            return acts;
        }, marked -> {
        }, failure -> LOG.warn("what was shown is not marked as seen: {}", failure.message(), failure.cause()));
    }

    private void tile(BodyStatus status) {
        StateTag tag = Standings.tile(strip, kit, texts, session.pack(), status);
        if (status.act() != null) {
            tag.setToolTipText(status.act().onBehalf() ? String.join(" ", status.act().signedBy(), messages.format(messages.onBehalf, status.act().recordedBy())) : status.act().signedBy());
        }
    }

    private void fill(ReviewState state) {
        var actions = new ReviewActions(page, kit, grids, dialogs, tasks, opener, session, reviews, messages, texts, review, this::act);
        switch (state.state()) {
            case SUBMITTED -> new ReceiveSide(right, kit, messages, session.actor().may(Permission.RECEIVE), this::measure, actions.batches(),
                    batch -> actions.accept(Batch.values()[batch]), actions::suggestRejection, this::sendBack);
            case COUNTERSIGN, EXPERT_REVIEW, READY_FOR_MEETING, READY_TO_CONCLUDE -> {
                if (!state.steps().closed()) {
                    countersign();
                }
            }
            default -> {
                if (state.state() != State.CONDITIONAL && state.state() != State.PRE_REJECTED && state.decision() == null) {
                    kit.muted(right, messages.nothingToDo);
                }
            }
        }
        boolean lead = session.actor().may(Permission.RECEIVE) && (session.actor().oneself() || session.pack().leadBody().code().equals(session.actor().body()));
        new StepsSide(right, kit, messages, texts, session.pack(), state, lead, session.actor().may(Permission.DECIDE), actions);
        new VoicesSide(right, kit, messages, texts, session.pack(), review, opinion == null ? null : body);
        var copies = new FileCopies(tasks, dialogs, kit.messages());
        new FollowSide(right, kit, messages, texts, session.pack(), review, session.actor().may(Permission.RECEIVE), this::verify,
                new FollowSide.Scans(act -> copies.openWritten(page, scanName(act), folder -> reviews.fetchScan(proposal, act.scan(), folder)),
                        act -> copies.saveWritten(page, scanName(act), folder -> reviews.fetchScan(proposal, act.scan(), folder))));
    }

    private String scanName(ReviewAct act) {
        return messages.format(messages.scanFile, name(act.body()), act.signedBy());
    }

    private void countersign() {
        if (model == null) {
            kit.muted(right, messages.notMine);
            return;
        }
        Composite head = kit.row(right, 4);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        List<ReviewBody> mine = bodies();
        kit.section(head, mine.size() > 1 ? messages.opinion : messages.format(messages.opinionOf, name(body)));
        if (mine.size() > 1) {
            Combo choice = kit.choice(head, messages.body, mine.stream().map(known -> Standings.name(known, texts)).toArray(String[]::new));
            choice.select(mine.stream().map(ReviewBody::code).toList().indexOf(body));
            choice.addListener(SWT.Selection, event -> turnTo(mine.get(choice.getSelectionIndex()).code()));
        }
        if (review.state().opinion(body).isPresent()) {
            kit.button(head, messages.withdraw, this::withdraw);
        } else if (held.contains(body) || body.equals(session.actor().body()) || session.actor().oneself()) {
            kit.quiet(head, messages.transfer, () -> new ReviewActions(page, kit, grids, dialogs, tasks, opener, session, reviews, messages, texts, review, this::act).transfer(body));
        }
        opinion = new OpinionSide(right, kit, messages, texts, model, onBehalf(), keepsDraft(body), this::changed, this::relayout, this::save, this::submit);
    }

    private boolean onBehalf() {
        return !held.contains(body) && (!held.isEmpty() || !body.equals(session.actor().body()));
    }

    private void turnTo(String other) {
        if (canSave()) {
            save();
        }
        body = other;
        refresh();
    }

    private void changed() {
        drafting.changed();
        if (opinion != null) {
            opinion.allow();
        }
    }

    /** Stores the opinion as it is written now; null where the body keeps no draft of it. */
    private Runnable draft() {
        if (model == null || !keepsDraft(body)) {
            return null;
        }
        ActDetail.Opinion written = model.opinion();
        String writing = body;
        return () -> reviews.saveDraft(proposal, writing, written);
    }

    @Override
    public boolean canSave() {
        return drafting.unsaved();
    }

    @Override
    public void save() {
        drafting.save();
    }

    @Override
    public boolean canSubmit() {
        return opinion != null;
    }

    @Override
    public void submit() {
        if (opinion.blocked() != null) {
            dialogs.status(opinion.blocked());
            return;
        }
        ActDetail.Opinion signed = model.opinion();
        String writing = body;
        if (onBehalf()) {
            var box = new RecordBox(kit, dialogs, messages, name(writing), session.actor().oneself());
            dialogs.open(box, refused -> {
                String signer = box.signer();
                Path scan = box.scan();
                act(messages.signing, () -> reviews.record(proposal, writing, signed, signer, scan), messages.format(messages.signed, name(writing)), refused);
            });
        } else {
            act(messages.signing, () -> reviews.sign(proposal, writing, signed), messages.format(messages.signed, name(writing)));
        }
    }

    private void withdraw() {
        String writing = body;
        dialogs.ask(messages.withdraw, messages.withdrawReason, typed -> typed.isBlank() ? messages.missingReason : null, (reason, refused) -> act(messages.withdrawing,
                () -> reviews.withdrawOpinion(proposal, writing, reason), messages.format(messages.withdrawn, name(writing)), refused));
    }

    private void sendBack(ActDetail.Return items) {
        act(messages.sendingBack, () -> reviews.sendBack(proposal, items), messages.format(messages.sentBack, items.items().size()));
    }

    private void verify(int condition) {
        dialogs.ask(messages.verify, messages.verifyEvidence, typed -> typed.isBlank() ? messages.missingEvidence : null, (evidence, refused) -> act(messages.verifying,
                () -> reviews.verify(proposal, condition, true, evidence), messages.format(messages.verified, condition), refused));
    }

    private void act(String label, Supplier<Review> act, String said) {
        act(label, act, said, dialogs::problem);
    }

    private void act(String label, Supplier<Review> act, String said, Consumer<Tasks.Failure> refused) {
        drafting.act(label, () -> load(act.get(), reviews.news(proposal), null), loaded -> {
            show(loaded);
            banner.hide();
            dialogs.status(said);
        }, refused);
    }

    private void relayout() {
        right.layout(true, true);
        measure();
    }

    private void measure() {
        scroll.setMinSize(right.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }

    @Override
    public String help() {
        return messages.reviewHelp;
    }

    @Focus
    void focus() {
        right.setFocus();
    }

    /** @param news null where there is none. @param held codes of the bodies whose task the person has. @param offices who is asked in this round */
    private record Loaded(Review review, News news, List<String> held, List<ReviewBody> offices, String body, ActDetail.Opinion draft) {
    }
}
