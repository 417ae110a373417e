package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.Message;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.Panel.Standing;
import org.lianshen.model.expert.PanelDraw;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.identity.Permission;
import org.lianshen.service.Changes;
import org.lianshen.service.ExpertService;
import org.lianshen.service.ExpertService.Board;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.Why;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** The experts of one project: the seed, the draw with its list and exclusions, who is in and out, what the sheets come to once they are open, and the group's opinion. */
public final class PanelPart implements PartActions {

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final ExpertService experts;
    private final ExpertMessages messages;
    private final Texts texts;
    private final UUID proposal;
    private final boolean arranges;
    private final PanelActions actions;
    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Composite facts;
    private final Composite steps;
    private final Grid<PanelRows.Seat> seats;
    private final Grid<PanelRows.Candidate> candidates;
    private Board board;
    private boolean own;

    @Inject
    public PanelPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Updates updates, Session session, ExpertService experts,
            ExpertMessages messages, Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.experts = experts;
        this.messages = messages;
        this.texts = texts;
        proposal = input.uuid();
        arranges = session.actor().may(Permission.ARRANGE_EXPERTS);
        actions = new PanelActions(kit, dialogs, experts, messages, texts, proposal, session.actor(), this::act);
        page = kit.page(parent);
        header = kit.header(page, messages.panelTitle, "");
        banner = kit.banner(page);
        kit.line(page);
        facts = kit.box(page, 1);
        GridLayoutFactory.fillDefaults().margins(kit.look().u(6), kit.look().u(3)).spacing(0, kit.look().u(1)).applyTo(facts);
        steps = Standings.strip(page, kit.look());
        GridDataFactory.fillDefaults().grab(true, false).indent(kit.look().u(6), 0).applyTo(steps);
        SashForm sash = new SashForm(page, SWT.VERTICAL);
        sash.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        var rows = new PanelRows(texts);
        seats = grids.grid(kit.page(sash), rows.seatSpec());
        seats.identify(seat -> seat.member().id());
        seats.tint(row -> row.outlier() ? Tone.WARN : row.member().in() ? null : Tone.NEUTRAL);
        seats.onSelect(chosen -> showSteps());
        candidates = grids.grid(kit.page(sash), rows.candidateSpec());
        kit.button(header.actions(), messages.why, () -> candidates.focused().ifPresentOrElse(this::why, () -> dialogs.status(messages.chooseCandidate)));
        candidates.identify(PanelRows.Candidate::no);
        candidates.tint(row -> row.result() == PanelRows.Result.TAKEN ? Tone.OK : null);
        candidates.onOpen(this::why);
        sash.setWeights(42, 58);
        updates.listen(page, java.util.Set.of(Changes.Kind.EXPERT, Changes.Kind.REVIEW, Changes.Kind.PROPOSAL), change -> {
            if (!own && (change.id() == null || change.kind() == Changes.Kind.EXPERT || change.id().equals(proposal))) {
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
        tasks.run(page, messages.loading, progress -> experts.board(proposal), this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(Board loaded) {
        board = loaded;
        Panel panel = board.panel();
        header.set(board.name(), messages.format(messages.panelSubtitle, board.reviewNo(), board.unit(), panel.round()));
        seats.setRows(PanelRows.seats(board));
        candidates.setRows(PanelRows.candidates(board));
        Kit.clear(facts);
        facts(panel);
        showSteps();
        page.layout(true, true);
    }

    private void facts(Panel panel) {
        if (panel.announced() != null) {
            line(Tone.INFO, messages.format(messages.seedAnnounced, panel.announced().seed(), panel.announced().source(), panel.announced().size()));
        } else if (panel.drawn() != null) {
            var announcement = panel.drawn().announcement();
            line(board.proof().isEmpty() ? Tone.OK : Tone.BLOCK, messages.format(board.proof().isEmpty() ? messages.drawnWith : messages.drawnWrong, announcement.seed(),
                    announcement.source(), panel.drawn().draw().order().size(), panel.drawn().draw().excluded().size()));
        } else {
            line(Tone.NEUTRAL, messages.format(messages.notDrawn, board.candidates().size(), board.excluded().size()));
        }
        board.proof().forEach(problem -> line(Tone.BLOCK, texts.format(problem)));
        if (board.obstacle() != null) {
            line(Tone.BLOCK, texts.format(board.obstacle()));
        }
        if (board.accepting() != null && panel.opinion() == null) {
            line(Tone.NEUTRAL, texts.format(board.accepting()));
        }
        long in = panel.in().stream().filter(member -> member.standing() == Standing.SCORED).count();
        if (panel.drawn() != null && !panel.open() && in > 0) {
            line(Tone.INFO, messages.format(panel.second() ? messages.sealed : messages.partly, in, panel.in().size()));
        }
        panel.scores().ifPresent(scores -> {
            line(scores.belowLine() || scores.discuss() ? Tone.WARN : Tone.OK, messages.format(messages.scores, scores.average().toPlainString(), scores.spread().toPlainString(),
                    board.rules().items().stream().map(item -> messages.format(messages.itemAverage, texts.format(ScoreSheet.title(item)),
                            scores.items().get(item.code()).toPlainString(), item.points().toPlainString())).collect(Collectors.joining("，"))));
            if (scores.belowLine()) {
                line(Tone.BLOCK, messages.format(messages.belowLine, board.rules().rejectBelow().toPlainString()));
            }
            if (scores.discuss() && panel.discussed() == null) {
                line(Tone.WARN, messages.format(messages.mustDiscuss, scores.spread().toPlainString(), board.rules().spread().toPlainString()));
            }
        });
        if (panel.discussed() != null) {
            line(Tone.NEUTRAL, messages.format(messages.discussed, panel.discussed()));
        }
        if (panel.opinion() != null) {
            var opinion = panel.opinion();
            line(Standings.tone(opinion.conclusion()), messages.format(messages.groupSaid, texts.get("review.overall." + opinion.conclusion().name()), opinion.average().toPlainString(),
                    opinion.summary(), messages.format(opinion.signature().onBehalf() ? messages.recordedFor : messages.signedBy, opinion.signature().by())));
            IntStream.range(0, opinion.changes().size()).forEach(i -> line(Tone.NEUTRAL, messages.format(messages.groupChange, i + 1, opinion.changes().get(i))));
        }
    }

    private void line(Tone tone, String text) {
        var label = kit.wrapped(facts, text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        label.setForeground(tone == Tone.NEUTRAL ? kit.look().muted() : kit.look().tone(tone));
    }

    private void showSteps() {
        Kit.clear(steps);
        if (board == null) {
            return;
        }
        Panel panel = board.panel();
        String closed = !arranges ? messages.notArranger : board.accepting() != null ? texts.format(board.accepting()) : panel.opinion() != null ? messages.groupSigned : "";
        Optional<PanelRows.Seat> chosen = seats.selection().stream().findFirst();
        Optional<Member> vacant = panel.member(board.vacant());
        if (panel.drawn() == null || panel.announced() != null || !panel.vacant().isEmpty()) {
            button(messages.ties, () -> actions.ties(board), closed.isEmpty() && panel.begun() ? messages.tiesFixed : closed);
            button(messages.publish, () -> actions.publish(board), !closed.isEmpty() ? closed : panel.announced() != null && board.obstacle() == null ? messages.seedThere
                    : vacant.map(out -> texts.format(Message.of("expert.refuse.replaceFirst", out.expert().name()))).orElse(""));
            button(messages.draw, () -> act(messages.drawing, () -> experts.draw(proposal), messages.drawn, dialogs::problem), closed.isEmpty() && panel.announced() == null ? messages.noSeed : closed);
        }
        if (panel.drawn() == null) {
            steps.requestLayout();
            return;
        }
        String none = !closed.isEmpty() ? closed : chosen.isEmpty() ? messages.chooseExpert : "";
        boolean uninvited = panel.in().stream().anyMatch(member -> member.standing() == Standing.DRAWN);
        button(messages.invite, () -> actions.invite(board), closed.isEmpty() && !uninvited ? messages.allInvited : closed);
        button(messages.accept, () -> actions.accept(chosen.orElseThrow().member()), unless(none, chosen, Standing.INVITED));
        button(messages.out, () -> actions.out(chosen.orElseThrow().member()), unless(none, chosen, Standing.DRAWN, Standing.INVITED, Standing.ACCEPTED, Standing.SCORED));
        Optional<Member> leaving = chosen.map(PanelRows.Seat::member).filter(panel.vacant()::contains).or(() -> vacant);
        button(messages.replace, () -> actions.replace(leaving.orElseThrow()), !closed.isEmpty() ? closed : leaving.isEmpty() ? messages.notVacant : "");
        button(messages.leader, () -> actions.lead(chosen.orElseThrow().member()), !none.isEmpty() ? none
                : chosen.filter(seat -> panel.group().contains(seat.member())).isPresent() ? "" : messages.notInGroup);
        button(messages.recordSheet, () -> actions.record(board, chosen.orElseThrow().member()), panel.open() ? messages.sheetsOpen : unless(none, chosen, Standing.ACCEPTED, Standing.SCORED));
        button(messages.discuss, actions::discuss, !closed.isEmpty() ? closed : panel.open() ? "" : messages.sheetsMissing);
        button(messages.groupOpinion, () -> actions.conclude(board), !closed.isEmpty() ? closed : !panel.open() ? messages.sheetsMissing : panel.leader() == null ? messages.noLeader : "");
        steps.requestLayout();
    }

    private String unless(String none, Optional<PanelRows.Seat> chosen, Standing... standings) {
        return !none.isEmpty() ? none : List.of(standings).contains(chosen.orElseThrow().member().standing()) ? ""
                : messages.format(messages.standsAs, texts.get("expert.standing." + chosen.get().member().standing().name()));
    }

    private void button(String verb, Runnable act, String blocked) {
        FlatButton button = kit.button(steps, verb, act);
        button.setLayoutData(new RowData());
        button.allowUnless(blocked);
    }

    /** 为什么 of a row of the list. */
    private void why(PanelRows.Candidate row) {
        String verdict = row.why().isEmpty() ? texts.get("expert.why." + row.result().name()) : row.why().stream().map(texts::format).collect(Collectors.joining("\n"));
        List<Why.Value> compared = row.key().isEmpty() ? List.of() : List.of(new Why.Value(texts.get("expert.column.key"), row.key(),
                PanelDraw.keyText(board.panel().drawn().announcement().seed(), board.reviewNo(), board.panel().round(), row.no())));
        kit.why(candidates.table(), new Why(messages.format(messages.whyVerdict, row.no(), row.name(), verdict),
                row.result() == PanelRows.Result.EXCLUDED ? Tone.BLOCK : row.result() == PanelRows.Result.PASSED ? Tone.WARN : Tone.OK,
                messages.format(messages.whyRule, board.rules().packVersion()), List.of(), compared));
    }

    private void act(String label, Supplier<Board> act, String said, Consumer<Tasks.Failure> refused) {
        own = true;
        tasks.run(page, label, progress -> act.get(), done -> {
            own = false;
            show(done);
            banner.hide();
            dialogs.status(said);
        }, failure -> {
            own = false;
            refused.accept(failure);
        });
    }

    @Override
    public boolean canFilter() {
        return true;
    }

    @Override
    public void filter() {
        candidates.focusFilter();
    }

    @Override
    public String help() {
        return messages.panelHelp;
    }

    Grid<PanelRows.Seat> seats() {
        return seats;
    }

    @Focus
    void focus() {
        seats.setFocus();
    }
}
