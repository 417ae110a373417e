package org.lianshen.model.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.RulePack;

/**
 * State of a proposal on a day, with the facts that it follows from.
 *
 * @param round       number of the version under review, 0 for a draft never submitted
 * @param bodies      in the pack's order, empty before acceptance
 * @param blockedBy   what prevents the next step, in words: missing opinions, veto items, open conditions
 * @param applied     申报额 of the version under review
 * @param proposedCut sum of cuts proposed by the opinions that count, the largest per line
 * @param approved    核定额, null until decided
 * @param decision    the decision that counts, or null
 * @param decisionAt  the act of that decision, or null
 * @param openConditions conditions without a fulfilled verification
 * @param dueDate     last day of the step that is on, or null
 * @param steps       the steps of the round beside the opinions
 */
public record ReviewState(State state, int round, List<BodyStatus> bodies, List<OpenItem> open, List<Message> blockedBy, Money applied, Money proposedCut,
        Money approved, ActDetail.Decision decision, ReviewAct decisionAt, List<Condition> openConditions, LocalDate validUntil, LocalDate dueDate, ReviewSteps steps) {

    public ReviewState(State state, int round, List<BodyStatus> bodies, List<OpenItem> open, List<Message> blockedBy, Money applied, Money proposedCut, Money approved,
            ActDetail.Decision decision, ReviewAct decisionAt, List<Condition> openConditions, LocalDate validUntil, LocalDate dueDate) {
        this(state, round, bodies, open, blockedBy, applied, proposedCut, approved, decision, decisionAt, openConditions, validUntil, dueDate, ReviewSteps.NONE);
    }

    public ReviewState {
        bodies = List.copyOf(bodies);
        open = List.copyOf(open);
        blockedBy = List.copyOf(blockedBy);
        openConditions = List.copyOf(openConditions);
    }

    /** Required bodies that have neither spoken nor abstain; none while the experts come first. */
    public List<BodyStatus> waitedFor(RulePack pack) {
        return steps.expertsAwaitedFirst() ? List.of() : bodies.stream().filter(status -> status.silent() && status.required(pack)).toList();
    }

    /** The opinion of a body that counts in this round; empty where it has none. */
    public Optional<ActDetail.Opinion> opinion(String body) {
        return bodies.stream().filter(status -> status.body().equals(body) && status.act() != null).map(status -> (ActDetail.Opinion) status.act().detail()).findFirst();
    }
}
