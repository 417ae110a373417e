package org.lianshen.model.review;

import java.util.List;

/**
 * The rules once more, told in another way, to compare with: no course and no phases, only questions about the list of what was done, asked from its end. It knows
 * letters, not acts.
 */
final class Oracle {

    static final int OPINION_DAYS = 2;
    static final int VALID_DAYS = 5;

    enum Letter {
        ACCEPT, RETURN, RESUBMIT, A_AGREES, A_VETOES, A_RECUSED, A_TAKES_BACK, B_AGREES, B_OBJECTS, B_ON_ROUND_ONE, N_AGREES, APPROVE, OVERRULE, CONDITION, SEND_BACK,
        REJECT, DEFER, MERGE, VERIFIED, NOT_VERIFIED, WITHDRAW, WAIT
    }

    record Step(Letter letter, int day) {
    }

    private final int rounds;
    private final boolean applicantIsA;

    Oracle(int rounds, boolean applicantIsA) {
        this.rounds = rounds;
        this.applicantIsA = applicantIsA;
    }

    int round(List<Step> steps) {
        return 1 + (int) steps.stream().filter(step -> step.letter() == Letter.RESUBMIT).count();
    }

    State state(List<Step> steps, int day) {
        if (last(steps, Letter.WITHDRAW) >= 0) {
            return State.WITHDRAWN;
        }
        List<Step> round = steps.subList(last(steps, Letter.RESUBMIT) + 1, steps.size());
        if (last(round, Letter.RETURN, Letter.SEND_BACK) >= 0) {
            return State.RETURNED;
        }
        int decided = last(round, Letter.APPROVE, Letter.OVERRULE, Letter.CONDITION, Letter.REJECT, Letter.DEFER, Letter.MERGE);
        if (decided >= 0) {
            boolean over = day > round.get(decided).day() + VALID_DAYS;
            return switch (round.get(decided).letter()) {
                case APPROVE, OVERRULE -> over ? State.EXPIRED : State.APPROVED;
                case CONDITION -> over ? State.EXPIRED : last(round, Letter.VERIFIED) > decided ? State.APPROVED : State.CONDITIONAL;
                case REJECT -> State.REJECTED;
                case DEFER -> State.DEFERRED;
                default -> State.MERGED;
            };
        }
        int accepted = last(round, Letter.ACCEPT);
        if (accepted < 0) {
            return State.SUBMITTED;
        }
        boolean allSpoke = (applicantIsA || a(round) >= 0) && last(round, Letter.B_AGREES, Letter.B_OBJECTS, Letter.B_ON_ROUND_ONE) >= 0;
        return allSpoke || day > round.get(accepted).day() + OPINION_DAYS ? State.READY_FOR_MEETING : State.COUNTERSIGN;
    }

    /** Where A's word stands in the round, −1 if it has none or took it back. */
    private int a(List<Step> round) {
        int spoke = last(round, Letter.A_AGREES, Letter.A_VETOES, Letter.A_RECUSED);
        return spoke > last(round, Letter.A_TAKES_BACK) ? spoke : -1;
    }

    boolean allowed(List<Step> steps, Letter letter, int day) {
        State state = state(steps, day);
        List<Step> round = steps.subList(last(steps, Letter.RESUBMIT) + 1, steps.size());
        boolean countersigning = state == State.COUNTERSIGN || state == State.READY_FOR_MEETING;
        boolean decidable = state == State.READY_FOR_MEETING || state == State.DEFERRED;
        boolean vetoed = a(round) >= 0 && round.get(a(round)).letter() == Letter.A_VETOES;
        return switch (letter) {
            case ACCEPT -> state == State.SUBMITTED;
            case RETURN -> state == State.SUBMITTED && round(steps) < rounds;
            case RESUBMIT -> state == State.RETURNED;
            case A_AGREES, A_VETOES -> countersigning && !applicantIsA;
            case A_RECUSED, B_AGREES, B_OBJECTS, N_AGREES -> countersigning;
            case B_ON_ROUND_ONE -> countersigning && round(steps) == 1;
            case A_TAKES_BACK -> countersigning && a(round) >= 0;
            case APPROVE -> decidable && !vetoed;
            case OVERRULE, CONDITION, REJECT, DEFER, MERGE -> decidable;
            case SEND_BACK -> decidable && round(steps) < rounds;
            case VERIFIED, NOT_VERIFIED -> state == State.CONDITIONAL;
            case WITHDRAW -> countersigning || decidable || state == State.SUBMITTED || state == State.RETURNED;
            case WAIT -> true;
        };
    }

    private static int last(List<Step> steps, Letter... letters) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (List.of(letters).contains(steps.get(i).letter())) {
                return i;
            }
        }
        return -1;
    }
}
