package org.lianshen.review.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.AgendaItem.Vote;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.ProposedCuts;
import org.lianshen.model.review.ProposedDecision;
import org.lianshen.model.review.Recusal;
import org.lianshen.service.MeetingService.Candidate;
import org.lianshen.service.MeetingService.Item;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;

/** The item at hand in a meeting: opinions on top, who must leave, the decision that the opinions amount to, then decision, approved amounts by line, conditions, votes. */
final class ItemSide {

    private final Kit kit;
    private final Look look;
    private final ReviewMessages messages;
    private final Texts texts;
    private final RulePack pack;
    private final MeetingModel model;
    private final Review review;
    private final List<Candidate> targets;
    private final Acts acts;
    private final UUID proposal;
    private final boolean closed;
    private final Composite area;
    private final RoomFacts facts;
    private final Map<DecisionKind, Button> kinds = new HashMap<>();
    private final Map<String, Combo> votes = new HashMap<>();
    private final Composite amountsArea;
    private final Composite conditionsArea;
    private final AmountSheet amounts;
    private final ConditionRows conditions;
    private Composite merging;
    private Composite overruling;
    private DecisionKind kind;
    private String discussion;
    private String overrule;
    private UUID into;

    /** What the item side asks of the meeting. */
    interface Acts extends RoomFacts.Acts {

        /** The model has changed. */
        void changed();

        /** Rows came or went. */
        void layout();

        /** Something is to be done that follows from this item. */
        void raise(UUID proposal);
    }

    /** @param targets projects that this one can be merged into. @param standing how the item stands; null where it is not known yet */
    ItemSide(Composite area, Kit kit, Grids grids, ReviewMessages messages, Texts texts, RulePack pack, MeetingModel model, Review review, List<Candidate> targets, Item standing,
            Acts acts) {
        this.area = area;
        this.kit = kit;
        this.look = kit.look();
        this.messages = messages;
        this.texts = texts;
        this.pack = pack;
        this.model = model;
        this.review = review;
        this.targets = targets;
        this.acts = acts;
        this.proposal = review.proposal().id();
        this.closed = model.meeting().closed();
        AgendaItem item = model.item(proposal);
        kind = item.kind();
        discussion = item.discussion() == null ? "" : item.discussion();
        overrule = item.overrule() == null ? "" : item.overrule();
        into = item.mergedInto();
        head();
        facts = new RoomFacts(area, kit, messages, texts, model, proposal, acts);
        decisions();
        amountsArea = box(area);
        amounts = new AmountSheet(amountsArea, kit, grids, messages, texts, review, item.kind() == null ? proposedLines() : item.lines(), closed, this::keep);
        conditionsArea = box(area);
        conditions = new ConditionRows(conditionsArea, kit, messages, item.kind() == null ? asked() : item.conditions(), review.proposal().form().unit(), due(), closed, this::keep,
                this::relayout);
        texts(item);
        votes(item);
        if (!closed) {
            kit.quiet(area, messages.raiseForItem, () -> acts.raise(proposal));
        }
        facts.show(standing);
        visible();
    }

    private List<LineApproval> proposedLines() {
        return ProposedCuts.lines(review.state(), review.proposal().form());
    }

    private List<Condition> asked() {
        return ProposedDecision.conditions(review.state(), review.proposal().form(), pack, model.meeting().date());
    }

    private LocalDate due() {
        boolean known = model.meeting().date() != null && pack.params().containsKey("days.condition");
        return known ? pack.calendar().plusWorkdays(model.meeting().date(), pack.intParam("days.condition")) : null;
    }

    /** How the item stands now that something was typed. */
    void stands(Item standing) {
        facts.show(standing);
        relayout();
    }

    UUID proposal() {
        return proposal;
    }

    private Composite box(Composite parent) {
        var box = new Composite(parent, SWT.NONE);
        box.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, look.u(1)).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
        return box;
    }

    private void head() {
        var form = review.proposal().form();
        Label name = kit.wrapped(area, form.name());
        name.setFont(look.title());
        kit.muted(area, String.join("　", form.unit(), review.proposal().reviewNo()));
        kit.text(area, messages.format(messages.applied, review.state().applied().wanText(), review.state().proposedCut() == null ? Money.ZERO.wanText() : review.state().proposedCut().wanText()));
        Composite strip = Standings.strip(area, look);
        review.state().bodies().forEach(status -> Standings.tile(strip, kit, texts, pack, status));
    }

    private void decisions() {
        kit.section(area, messages.decision);
        Composite row = Standings.strip(area, look);
        for (DecisionKind choice : DecisionKind.values()) {
            var button = new Button(row, SWT.RADIO);
            button.setText(texts.get("review.decision." + choice.name()));
            button.setFont(look.base());
            button.setForeground(look.text());
            button.setBackground(row.getBackground());
            button.setSelection(kind == choice);
            button.setEnabled(!closed);
            Kit.name(button, String.join(" ", messages.decision, button.getText()));
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    decide(choice);
                }
            });
            kinds.put(choice, button);
        }
    }

    /** Chooses a kind of decision, as its button does. */
    void decide(DecisionKind choice) {
        if (!closed) {
            kind = choice;
            kinds.forEach((each, button) -> button.setSelection(each == choice));
            visible();
            keep();
        }
    }

    private void texts(AgendaItem item) {
        var box = new Composite(area, SWT.NONE);
        box.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(look.u(3), look.u(1)).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
        kit.muted(box, messages.reporter);
        Text reporter = field(kit.entry(box, messages.reporter, SWT.NONE), messages.reporter, item.reporter() == null ? "" : item.reporter());
        reporter.addListener(SWT.Modify, event -> {
            model.reporter(proposal, reporter.getText().strip());
            acts.changed();
        });
        kit.muted(box, messages.discussion);
        Text discussed = field(kit.entry(box, messages.discussion, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL), messages.discussion, discussion);
        GridDataFactory.fillDefaults().grab(true, false).hint(look.characters(40), look.u(16)).applyTo(discussed);
        discussed.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        discussed.addListener(SWT.Modify, event -> {
            discussion = discussed.getText().strip();
            model.discussion(proposal, discussion);
            acts.changed();
        });
        overruling = twoColumns();
        kit.muted(overruling, messages.overrule);
        Text overruled = field(kit.entry(overruling, messages.overrule, SWT.NONE), messages.overrule, overrule);
        overruled.addListener(SWT.Modify, event -> {
            overrule = overruled.getText().strip();
            keep();
        });
        merging = twoColumns();
        kit.muted(merging, messages.mergedInto);
        Combo target = kit.choice(merging, messages.mergedInto, targets.stream().map(each -> String.join("　", each.name(), each.unit(), each.reviewNo()).strip()).toArray(String[]::new));
        target.select(targets.stream().map(Candidate::proposal).toList().indexOf(into));
        target.setEnabled(!closed && !targets.isEmpty());
        target.setToolTipText(targets.isEmpty() ? messages.noMergeTarget : null);
        target.addListener(SWT.Selection, event -> {
            into = targets.get(target.getSelectionIndex()).proposal();
            keep();
        });
        GridDataFactory.fillDefaults().grab(true, false).applyTo(target);
    }

    private Composite twoColumns() {
        Composite box = box(area);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(look.u(3), look.u(1)).applyTo(box);
        return box;
    }

    private Text field(Text field, String name, String value) {
        field.setText(value);
        field.setMessage(name);
        field.setEditable(!closed);
        GridDataFactory.fillDefaults().grab(true, false).hint(look.characters(40), SWT.DEFAULT).applyTo(field);
        return field;
    }

    private void votes(AgendaItem item) {
        Composite head = kit.row(area, 3);
        kit.section(head, messages.votes);
        if (!closed) {
            kit.quiet(head, messages.allFor, this::allFor);
            kit.quiet(head, messages.noVotes, this::noVotes);
        }
        var box = new Composite(area, SWT.NONE);
        box.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(look.u(3), look.u(1)).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
        List<String> words = new ArrayList<>(List.of(messages.voteNone));
        Arrays.stream(Vote.values()).map(this::word).forEach(words::add);
        for (ReviewBody body : pack.bodies().stream().filter(ReviewBody::votes).toList()) {
            kit.text(box, Standings.shortName(body, texts));
            Combo vote = kit.choice(box, String.join(" ", messages.votes, Standings.shortName(body, texts)), words.toArray(String[]::new));
            Vote cast = item.votes().get(body.code());
            vote.select(cast == null ? 0 : cast.ordinal() + 1);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(vote);
            if (applicant(body)) {
                vote.select(Vote.RECUSED.ordinal() + 1);
                vote.setEnabled(false);
                vote.setToolTipText(messages.recusedCannotVote);
            } else {
                vote.setEnabled(!closed);
                votes.put(body.code(), vote);
            }
            vote.addListener(SWT.Selection, event -> {
                model.vote(proposal, body.code(), vote.getSelectionIndex() == 0 ? null : Vote.values()[vote.getSelectionIndex() - 1]);
                acts.changed();
            });
        }
    }

    /** A body that is itself the applicant cannot vote. */
    private boolean applicant(ReviewBody body) {
        return Recusal.concerns(body, review.proposal().form(), pack);
    }

    private void allFor() {
        Set<String> there = new HashSet<>();
        model.meeting().attendance().stream().filter(Attendance::represents).map(Attendance::body).filter(votes::containsKey).forEach(there::add);
        model.allFor(proposal, there);
        there.forEach(body -> votes.get(body).select(Vote.FOR.ordinal() + 1));
        acts.changed();
    }

    private void noVotes() {
        votes.forEach((body, vote) -> {
            model.vote(proposal, body, null);
            vote.select(0);
        });
        acts.changed();
    }

    private String word(Vote vote) {
        return switch (vote) {
            case FOR -> messages.voteFor;
            case AGAINST -> messages.voteAgainst;
            case ABSTAIN -> messages.voteAbstain;
            case RECUSED -> messages.voteRecused;
        };
    }

    /** Amounts belong to approvals only, conditions to 修改后通过 and to what is sent back, the chair's reason to a veto that is overruled. */
    private void visible() {
        boolean amount = kind == DecisionKind.APPROVED || kind == DecisionKind.CONDITIONAL;
        boolean vetoed = kind == DecisionKind.APPROVED && (!overrule.isEmpty() || review.state().blockedBy().stream().anyMatch(message -> message.key().equals("review.blocked.veto")));
        ConcludeBox.show(amountsArea, amount);
        ConcludeBox.show(conditionsArea, kind == DecisionKind.CONDITIONAL || kind == DecisionKind.RETURNED);
        ConcludeBox.show(merging, kind == DecisionKind.MERGED);
        ConcludeBox.show(overruling, vetoed);
        relayout();
    }

    private void relayout() {
        area.layout(true, true);
        acts.layout();
    }

    private void keep() {
        if (kind == null) {
            return;
        }
        model.decide(proposal, kind, amounts.approved(), amounts.lines(), conditions.conditions(), into, overrule, discussion);
        acts.changed();
    }
}
