package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.service.Changes;
import org.lianshen.service.ExpertService;
import org.lianshen.service.ExpertService.Board;
import org.lianshen.service.ReviewService;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** What an expert does on one project: the form left; right the invitation to answer, the score sheet, and the group's opinion where he or she leads. */
public final class ScorePart implements PartActions {

    private final Kit kit;
    private final Look look;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final ExpertService experts;
    private final ReviewService reviews;
    private final ExpertMessages messages;
    private final Texts texts;
    private final UUID proposal;
    private final PanelActions actions;
    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final ProposalSide left;
    private final ScrolledComposite scroll;
    private final Composite right;
    private final Drafting drafting;
    private Board board;
    private ScoreModel model;
    private FlatButton sign;

    @Inject
    public ScorePart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Updates updates, Session session, ExpertService experts,
            ReviewService reviews, ExpertMessages messages, ReviewMessages words, Texts texts) {
        this.kit = kit;
        look = kit.look();
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.experts = experts;
        this.reviews = reviews;
        this.messages = messages;
        this.texts = texts;
        proposal = input.uuid();
        actions = new PanelActions(kit, dialogs, experts, messages, texts, proposal, session.actor(), this::act);
        page = kit.page(parent);
        drafting = new Drafting(page, tasks, dialogs, messages.saveDraft, this::draft, () -> messages.draftSaved);
        header = kit.header(page, messages.scoreTitle, "");
        banner = kit.banner(page);
        kit.line(page);
        SashForm sash = kit.sash(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        left = new ProposalSide(sash, kit, grids, words, texts, session.pack());
        scroll = kit.scroll(sash);
        scroll.setBackground(look.surface());
        right = new Composite(scroll, SWT.NONE);
        right.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(4)).spacing(0, look.u(3)).applyTo(right);
        scroll.setContent(right);
        scroll.addListener(SWT.Resize, event -> measure());
        sash.setWeights(54, 46);
        updates.listen(page, java.util.Set.of(Changes.Kind.REVIEW, Changes.Kind.PROPOSAL), change -> {
            if (!drafting.writing() && (change.id() == null || change.id().equals(proposal))) {
                banner.showOutdated(this::refresh);
            }
        });
        refresh();
    }

    private record Loaded(Board board, Review review, ScoreSheet sheet) {
    }

    private Loaded load(Board loaded) {
        return new Loaded(loaded, reviews.get(proposal), loaded.me() == null ? null : experts.sheet(proposal));
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> load(experts.board(proposal)), this::show,
                failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(Loaded loaded) {
        board = loaded.board();
        model = null;
        sign = null;
        drafting.shown();
        header.set(board.name(), messages.format(messages.panelSubtitle, board.reviewNo(), board.unit(), board.panel().round()));
        header.clearActions();
        left.show(loaded.review(), null, null, () -> {
        });
        Kit.clear(right);
        Member me = board.me() == null ? null : board.panel().member(board.me()).orElse(null);
        if (me == null) {
            kit.muted(right, messages.notOnPanel);
        } else {
            kit.tag(header.actions(), Tone.INFO, texts.get("expert.standing." + me.standing().name()));
            mine(me, loaded.sheet());
        }
        page.layout(true, true);
        scroll.setOrigin(0, 0);
        measure();
    }

    private void mine(Member me, ScoreSheet sheet) {
        Panel panel = board.panel();
        switch (me.standing()) {
            case INVITED -> {
                kit.section(right, messages.invitation);
                kit.wrapped(right, me.why());
                Composite row = kit.row(right, 3);
                kit.primary(row, messages.acceptInvitation, () -> actions.accept(me));
                kit.button(row, messages.out, () -> actions.out(me));
            }
            case ACCEPTED -> fill(me, sheet);
            case SCORED -> {
                if (panel.open()) {
                    open(me);
                } else {
                    kit.wrapped(right, panel.second() ? messages.waitSealed : messages.waitOthers);
                    fill(me, sheet);
                }
            }
            default -> kit.wrapped(right, messages.format(messages.youAre, texts.get("expert.standing." + me.standing().name()), me.why()));
        }
    }

    private void fill(Member me, ScoreSheet sheet) {
        String stopped = board.accepting() == null ? "" : texts.format(board.accepting());
        model = new ScoreModel(board.rules(), board.panel().second(), sheet);
        kit.section(right, me.second() ? messages.sheetOfSecond : messages.sheetOf);
        new ScoreSide(right, kit, messages, texts, model, this::changed);
        Composite buttons = kit.row(right, 3);
        GridDataFactory.swtDefaults().grab(true, false).applyTo(kit.quiet(buttons, messages.avoid, () -> actions.out(me)));
        kit.button(buttons, messages.saveDraft, this::save);
        sign = kit.primary(buttons, messages.sign, this::submit).keys("Ctrl+Enter");
        allow(stopped);
    }

    private void open(Member me) {
        Panel panel = board.panel();
        var scores = panel.scores().orElseThrow();
        kit.section(right, messages.allIn);
        Composite pairs = kit.pairs(right);
        panel.in().forEach(member -> kit.pair(pairs, member.expert().name(), messages.format(messages.scoreLine, member.scoring().sheet().total().toPlainString(),
                texts.get("review.overall." + member.scoring().sheet().conclusion().name()), member.scoring().sheet().plan())));
        kit.wrapped(right, messages.format(messages.scoresShort, scores.average().toPlainString(), scores.spread().toPlainString()));
        if (scores.discuss() && panel.discussed() == null) {
            kit.toned(right, Tone.WARN, messages.format(messages.mustDiscuss, scores.spread().toPlainString(), board.rules().spread().toPlainString()));
        }
        if (panel.opinion() != null) {
            kit.wrapped(right, messages.format(messages.groupSaid, texts.get("review.overall." + panel.opinion().conclusion().name()), panel.opinion().average().toPlainString(),
                    panel.opinion().summary(), panel.opinion().signature().by()));
        } else if (me.id().equals(panel.leader())) {
            Composite row = kit.row(right, 2);
            kit.button(row, messages.discuss, actions::discuss);
            kit.primary(row, messages.groupOpinion, () -> actions.conclude(board)).allowUnless(scores.discuss() && panel.discussed() == null ? messages.discussFirst : "");
        }
    }

    private void changed() {
        drafting.changed();
        allow("");
    }

    /** Stores the sheet as it is written now. */
    private Runnable draft() {
        if (model == null) {
            return null;
        }
        ScoreSheet sheet = model.sheet();
        return () -> experts.saveSheet(proposal, sheet);
    }

    private void allow(String stopped) {
        sign.allowUnless(stopped.isEmpty() ? model.missing().map(texts::format).orElse("") : stopped);
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
        return model != null;
    }

    @Override
    public void submit() {
        if (sign.blocked() != null) {
            dialogs.status(sign.blocked());
            return;
        }
        ScoreSheet sheet = model.sheet();
        act(messages.sign, () -> experts.sign(proposal, sheet), messages.signed, dialogs::problem);
    }

    private void act(String label, Supplier<Board> act, String said, Consumer<Tasks.Failure> refused) {
        drafting.act(label, () -> load(act.get()), loaded -> {
            show(loaded);
            banner.hide();
            dialogs.status(said);
        }, refused);
    }

    private void measure() {
        scroll.setMinSize(right.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }

    @Override
    public String help() {
        return messages.scoreHelp;
    }

    @Focus
    void focus() {
        right.setFocus();
    }
}
