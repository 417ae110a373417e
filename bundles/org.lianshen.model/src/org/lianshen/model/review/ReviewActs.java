package org.lianshen.model.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.pack.CheckItem;

/** Whether an act may be done: by when and in which state, and by whom. Services ask before they store; {@link ReviewStates} ignores what was never allowed. */
public final class ReviewActs {

    private ReviewActs() {
    }

    /** What stands against the act on its day, after the acts of {@code facts}; empty where it may be done. */
    public static Optional<Message> refusal(ReviewFacts facts, ReviewAct act) {
        return Optional.ofNullable(ActRules.refusal(before(facts, act), act));
    }

    /** With all acts that are there: where the clock of another desktop is ahead, an act of its tomorrow stands before this one all the same. */
    private static Course before(ReviewFacts facts, ReviewAct act) {
        LocalDate day = facts.day(act.at());
        return Course.until(facts, facts.acts().stream().map(each -> facts.day(each.at())).filter(day::isBefore).max(Comparator.naturalOrder()).orElse(day));
    }

    /**
     * What stands against this person acting for a body: an opinion is signed by the body's own people, and nobody fills in and countersigns the same project.
     * Whoever enters a paper opinion ({@link ReviewAct#onBehalf()}) needs to belong to no body, but may not have filled in the form either, except in a store
     * that is one person's, where everything is marked as recorded on behalf.
     */
    public static Optional<Message> refusalFor(Actor actor, ReviewFacts facts, ReviewAct act, List<String> authors) {
        Optional<Seat> seat = before(facts, act).seat(act.body());
        if (!act.onBehalf() && !takesBack(actor, act) && !holds(actor, act, seat.orElse(null))) {
            return Optional.of(seat.filter(Seat::transferred).map(held -> Message.of("review.refuse.transferred", bodyName(facts, act.body()), bodyName(facts, held.holder()),
                    held.person() == null ? "" : held.person(), actor.display())).orElseGet(() -> Message.of("review.refuse.notYourBody", actor.display(), bodyName(facts, act.body()))));
        }
        boolean wrote = authors.contains(actor.name()) || facts.versions().stream().anyMatch(version -> version.submittedBy().equals(actor.name()));
        return wrote && !actor.oneself() ? Optional.of(Message.of("review.refuse.author", actor.display())) : Optional.empty();
    }

    /** What a body has passed on it may take back: whoever has it now may be on leave. */
    private static boolean takesBack(Actor actor, ReviewAct act) {
        return act.detail() instanceof ActDetail.Transfer transfer && act.body() != null && act.body().equals(transfer.toBody()) && act.body().equals(actor.body());
    }

    /** Whether the person has the body's task: as one of its people, or of those whom it was passed on to. */
    private static boolean holds(Actor actor, ReviewAct act, Seat seat) {
        if (seat == null) {
            return act.body().equals(actor.body());
        }
        return holds(actor, seat);
    }

    /** Whether the person may act for the seat: belongs to its holder, and is the one whom it was handed to where it was handed to one. */
    public static boolean holds(Actor actor, Seat seat) {
        boolean belongs = seat.holder().equals(actor.body()) || seat.added() && !seat.transferred() && seat.body().name().equals(actor.unit());
        return seat.person() == null ? belongs : seat.person().equals(actor.name());
    }

    /** Veto items that stand against an approval (rule T5), from the opinions that count on a day. */
    public static List<CheckItem> vetoes(ReviewFacts facts, LocalDate date) {
        return Course.until(facts, date).vetoes();
    }

    /** Items of the return that waits for an answer; empty where none does. */
    public static List<ReturnItem> toAnswer(ReviewFacts facts, LocalDate date) {
        Course course = Course.until(facts, date);
        return course.phase() == Course.Phase.RETURNED ? course.returned() : List.of();
    }

    private static Message bodyName(ReviewFacts facts, String body) {
        return facts.pack().bodies().stream().filter(each -> each.code().equals(body)).findFirst().map(ActRules::name)
                .orElseGet(() -> Message.of("review.bodyName", String.valueOf(body), String.valueOf(body)));
    }
}
