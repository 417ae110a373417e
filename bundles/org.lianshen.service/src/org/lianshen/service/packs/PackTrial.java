package org.lianshen.service.packs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.lianshen.model.Message;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.LinkageCheck;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.price.PriceMemory;
import org.lianshen.model.proposal.FormCheck;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.ReviewStates;
import org.lianshen.model.review.State;
import org.lianshen.service.PackService.FormChange;
import org.lianshen.service.PackService.ReviewChange;
import org.lianshen.service.PackService.TryOut;
import org.lianshen.service.Progress;
import org.lianshen.service.price.PriceBook;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** Works out under two packs what the desks would show today, and compares. Nothing is stored. */
public final class PackTrial {

    private static final Set<State> UNDER_WAY = EnumSet.of(State.SUBMITTED, State.RETURNED, State.PRE_REJECTED, State.COUNTERSIGN, State.EXPERT_REVIEW,
            State.READY_FOR_MEETING, State.READY_TO_CONCLUDE, State.DEFERRED);
    private static final Set<State> FORM_OPEN = EnumSet.of(State.DRAFT, State.SUBMITTED, State.RETURNED);

    private final Desk desk;
    private final Inputs inputs;

    /** Gives all that a linkage check rests on. */
    public interface Inputs {
        CheckInput of(Tx tx, int year, LocalDate day, RulePack pack);
    }

    public PackTrial(Desk desk, Inputs inputs) {
        this.desk = desk;
        this.inputs = inputs;
    }

    TryOut run(RulePack current, RulePack wanted, int year, Progress progress) {
        LocalDate day = desk.today();
        CheckInput before = desk.read(tx -> inputs.of(tx, year, day, current));
        CheckInput after = before.under(wanted);
        long total = 2L * before.lines().size();
        LinkageCheck.Outcome then = run(before, 0, total, progress);
        LinkageCheck.Outcome now = run(after, before.lines().size(), total, progress);
        RunDifference difference = RunDifference.between(then, now);
        var reviews = new ArrayList<ReviewChange>();
        var forms = new ArrayList<FormChange>();
        desk.read(tx -> {
            Map<UUID, List<ReviewAct>> acts = tx.acts().all();
            PriceMemory prices = new PriceBook(desk.clock().getZone()).of(tx);
            for (Proposal proposal : tx.proposals().all()) {
                progress.check();
                proposal(proposal, acts.getOrDefault(proposal.id(), List.of()), current, wanted, day, prices, reviews, forms);
            }
            return null;
        });
        return new TryOut(current.id(), wanted.id(), year, then.lines().size(), difference, named(difference, before.lines()), reviews, forms);
    }

    private static LinkageCheck.Outcome run(CheckInput input, long done, long total, Progress progress) {
        return LinkageCheck.run(input, lines -> {
            progress.check();
            progress.at(done + lines, total);
        });
    }

    private static Map<UUID, BudgetLine> named(RunDifference difference, List<BudgetLine> lines) {
        Set<UUID> named = new LinkedHashSet<>();
        difference.added().forEach(finding -> named.addAll(finding.lines()));
        difference.closed().forEach(finding -> named.addAll(finding.lines()));
        difference.changed().forEach(change -> named.addAll(change.after().lines()));
        difference.verdicts().forEach(change -> named.add(change.line()));
        Map<UUID, BudgetLine> found = new HashMap<>();
        lines.stream().filter(line -> named.contains(line.id())).forEach(line -> found.put(line.id(), line));
        return found;
    }

    private void proposal(Proposal proposal, List<ReviewAct> acts, RulePack current, RulePack wanted, LocalDate day, PriceMemory prices, List<ReviewChange> reviews,
            List<FormChange> forms) {
        Function<Instant, RulePack> then = at -> desk.packs().at(at, desk.clock().getZone());
        ReviewState before = ReviewStates.on(ReviewFacts.of(proposal, acts, current, desk.clock().getZone(), then), day);
        ReviewState after = ReviewStates.on(ReviewFacts.of(proposal, acts, wanted, desk.clock().getZone(), then), day);
        if (UNDER_WAY.contains(before.state())
                && (before.state() != after.state() || !before.open().equals(after.open()) || !before.blockedBy().equals(after.blockedBy()) || !Objects.equals(before.dueDate(), after.dueDate()))) {
            reviews.add(new ReviewChange(proposal.id(), proposal.reviewNo(), proposal.form().name(), before.state(), after.state(), before.dueDate(), after.dueDate(), after.blockedBy()));
        }
        if (FORM_OPEN.contains(before.state())) {
            ProposalForm form = before.state() == State.SUBMITTED ? proposal.form() : proposal.draft();
            List<Message> said = said(FormCheck.check(form, current, day, prices));
            List<Message> saidAfter = said(FormCheck.check(form, wanted, day, prices));
            List<Message> added = saidAfter.stream().filter(message -> !said.contains(message)).toList();
            List<Message> gone = said.stream().filter(message -> !saidAfter.contains(message)).toList();
            if (!added.isEmpty() || !gone.isEmpty()) {
                forms.add(new FormChange(proposal.id(), form.name(), added, gone));
            }
        }
    }

    private static List<Message> said(List<FormFinding> findings) {
        return findings.stream().map(FormFinding::message).toList();
    }
}
