package org.lianshen.model.review;

import java.util.List;

/**
 * The steps of the round beside the opinions, each null where it was not taken.
 *
 * @param route        null before acceptance
 * @param preRejection 建议不予立项
 * @param experts      the experts' opinion
 * @param summary      汇总: the round is closed, nothing in it changes any more
 * @param issuance     the letter that told the unit the decision
 * @param reminders    in order
 * @param clock        working days taken so far, up to the decision
 */
public record ReviewSteps(Route route, ReviewAct preRejection, ReviewAct experts, ReviewAct summary, ReviewAct issuance, List<ReviewAct> reminders,
        ReviewClock clock) {

    public static final ReviewSteps NONE = new ReviewSteps(null, null, null, null, null, List.of(), new ReviewClock(0, 0));

    public ReviewSteps {
        reminders = List.copyOf(reminders);
    }

    /** Whether the experts come first and have not spoken: until then no body is waited for. */
    public boolean expertsAwaitedFirst() {
        return route != null && route.expertsFirst() && experts == null;
    }

    /** Whether the round is closed: opinions are neither given nor taken back any more. */
    public boolean closed() {
        return summary != null;
    }
}
