package org.lianshen.model.review;

import java.util.List;

/**
 * The rules of a round of any number of bodies, told once more to compare with: no course, no phases, nothing carried along. Every question is answered from the
 * list of what was done, by looking through it again from its end. It knows letters and days; of the acts, packs and forms of the program it knows nothing.
 */
final class RoundOracle {

    /** Days that bodies have for their opinions, and a unit that is asked besides. */
    static final int DAYS = 2;
    /** So few that whoever waits once finds an approval run out. */
    static final int VALID_DAYS = 2;
    /** Index of the unit that can be asked besides. */
    static final int ASKED = 6;

    enum Kind {
        ACCEPT, SUGGEST, RETURN, RESUBMIT, YES, NO, TAKE_BACK, ASK, PASS, EXPERTS, CLOSE, APPROVE, OVERRULE, CONDITION, VERIFY, UNVERIFY, SEND_BACK, REJECT, DEFER, MERGE,
        CONCLUDE, ISSUE, WITHDRAW, WAIT
    }

    /** @param body index of the body, −1 where the act is nobody's */
    record Step(Kind kind, int body, int day) {
    }

    /** How the pack sends projects: who is asked, how many rounds, and the way. */
    record Way(int bodies, int rounds, boolean simple, boolean experts, boolean expertsFirst) {
    }

    private final Way way;

    RoundOracle(Way way) {
        this.way = way;
    }

    int round(List<Step> done) {
        int rounds = 1;
        for (Step step : done) {
            rounds += step.kind() == Kind.RESUBMIT ? 1 : 0;
        }
        return rounds;
    }

    private static List<Step> thisRound(List<Step> done) {
        return done.subList(last(done, Kind.RESUBMIT) + 1, done.size());
    }

    State state(List<Step> done, int day) {
        if (has(done, Kind.WITHDRAW)) {
            return State.WITHDRAWN;
        }
        List<Step> round = thisRound(done);
        if (has(round, Kind.RETURN, Kind.SEND_BACK)) {
            return State.RETURNED;
        }
        int decided = decision(round);
        if (decided >= 0) {
            boolean over = day > round.get(decided).day() + VALID_DAYS;
            return switch (round.get(decided).kind()) {
                case APPROVE, OVERRULE, CONCLUDE -> over ? State.EXPIRED : State.APPROVED;
                case CONDITION -> over ? State.EXPIRED : last(round, Kind.VERIFY) > decided ? State.APPROVED : State.CONDITIONAL;
                case REJECT -> State.REJECTED;
                case DEFER -> State.DEFERRED;
                default -> State.MERGED;
            };
        }
        int accepted = last(round, Kind.ACCEPT);
        if (accepted < 0) {
            return has(round, Kind.SUGGEST) ? State.PRE_REJECTED : State.SUBMITTED;
        }
        boolean collected = collected(round, day);
        if (lacksExperts(round) && (way.expertsFirst() || collected)) {
            return State.EXPERT_REVIEW;
        }
        return !collected ? State.COUNTERSIGN : small(round) ? State.READY_TO_CONCLUDE : State.READY_FOR_MEETING;
    }

    /** What was put off and then accepted after all is decided anew. */
    private static int decision(List<Step> round) {
        int decided = last(round, Kind.APPROVE, Kind.OVERRULE, Kind.CONDITION, Kind.REJECT, Kind.DEFER, Kind.MERGE, Kind.CONCLUDE);
        return decided > last(round, Kind.ACCEPT) ? decided : -1;
    }

    /** What the meeting or the lead body said last, and nothing has undone; null where there is no such word. */
    Kind decided(List<Step> done) {
        List<Step> round = thisRound(done);
        int decided = Math.max(decision(round), last(round, Kind.SEND_BACK));
        return has(done, Kind.WITHDRAW) || decided < 0 ? null : round.get(decided).kind();
    }

    boolean issued(List<Step> done) {
        return has(thisRound(done), Kind.ISSUE);
    }

    private boolean lacksExperts(List<Step> round) {
        return way.experts() && !has(round, Kind.EXPERTS);
    }

    /** Whether somebody is waited for in this round. */
    boolean asked(List<Step> done, int body) {
        return body < way.bodies() || body == ASKED && has(thisRound(done), Kind.ASK);
    }

    /** The word of a body that counts: YES, NO, or null where it never spoke or took it back. */
    Kind word(List<Step> done, int body) {
        List<Step> round = thisRound(done);
        int spoke = lastOf(round, body, Kind.YES, Kind.NO);
        return spoke > lastOf(round, body, Kind.TAKE_BACK) ? round.get(spoke).kind() : null;
    }

    /** Last day that a body has. */
    private int due(List<Step> round, int body) {
        int began = round.get(last(round, way.expertsFirst() && has(round, Kind.EXPERTS) ? Kind.EXPERTS : Kind.ACCEPT)).day();
        return (body == ASKED ? Math.max(began, round.get(last(round, Kind.ASK)).day()) : began) + DAYS;
    }

    boolean overdue(List<Step> done, int body, int day) {
        List<Step> round = thisRound(done);
        boolean runs = !(way.expertsFirst() && lacksExperts(round));
        return runs && day > due(round, body);
    }

    private boolean collected(List<Step> round, int day) {
        if (has(round, Kind.CLOSE)) {
            return true;
        }
        if (way.expertsFirst() && lacksExperts(round)) {
            return false;
        }
        for (int body = 0; body <= ASKED; body++) {
            if (asked(round, body) && word(round, body) == null && day <= due(round, body)) {
                return false;
            }
        }
        return true;
    }

    /** Nobody is silent, nobody against, and the amount is small. */
    private boolean small(List<Step> round) {
        for (int body = 0; body <= ASKED; body++) {
            if (asked(round, body) && word(round, body) != Kind.YES) {
                return false;
            }
        }
        return way.simple();
    }

    /** Whether the task of a body is with somebody else: passed on an odd number of times. */
    boolean elsewhere(List<Step> done, int body) {
        boolean elsewhere = false;
        for (Step step : thisRound(done)) {
            elsewhere ^= step.kind() == Kind.PASS && step.body() == body;
        }
        return elsewhere;
    }

    boolean closed(List<Step> done) {
        return has(thisRound(done), Kind.CLOSE);
    }

    /** Bodies whose veto stands. */
    long vetoes(List<Step> done) {
        long vetoes = 0;
        for (int body = 0; body < way.bodies(); body++) {
            vetoes += word(done, body) == Kind.NO ? 1 : 0;
        }
        return vetoes;
    }

    /** @param state as {@link #state} gives it for these steps and this day */
    boolean allowed(List<Step> done, State state, Kind kind, int body, int day) {
        List<Step> round = thisRound(done);
        boolean undecided = decision(round) < 0 && has(round, Kind.ACCEPT) && !has(round, Kind.SEND_BACK) && !has(done, Kind.WITHDRAW);
        boolean open = undecided && !has(round, Kind.CLOSE);
        boolean reviewed = state == State.READY_FOR_MEETING || state == State.READY_TO_CONCLUDE;
        boolean decidable = reviewed || state == State.DEFERRED || state == State.PRE_REJECTED;
        boolean unreviewed = has(round, Kind.SUGGEST) && !has(round, Kind.ACCEPT);
        return switch (kind) {
            case ACCEPT -> state == State.SUBMITTED || unreviewed && (state == State.PRE_REJECTED || state == State.DEFERRED);
            case SUGGEST -> state == State.SUBMITTED;
            case RETURN -> state == State.SUBMITTED && round(done) < way.rounds();
            case RESUBMIT -> state == State.RETURNED;
            case YES, NO -> open && asked(done, body) && !(way.expertsFirst() && lacksExperts(round));
            case TAKE_BACK -> open && asked(done, body) && word(done, body) != null;
            case ASK -> open && !asked(done, ASKED);
            case PASS -> open && asked(done, body) && word(done, body) == null;
            case EXPERTS -> open && !has(round, Kind.EXPERTS);
            case CLOSE -> open && collected(round, day) && !lacksExperts(round);
            case APPROVE -> decidable && !unreviewed && vetoes(done) == 0;
            case OVERRULE, CONDITION -> decidable && !unreviewed;
            case REJECT, DEFER, MERGE -> decidable;
            case SEND_BACK -> decidable && round(done) < way.rounds();
            case CONCLUDE -> state == State.READY_TO_CONCLUDE;
            case VERIFY, UNVERIFY -> state == State.CONDITIONAL;
            case ISSUE -> !has(done, Kind.WITHDRAW) && decision(round) >= 0 && !has(round, Kind.SEND_BACK) && round.get(decision(round)).kind() != Kind.DEFER
                    && last(round, Kind.ISSUE) < decision(round);
            case WITHDRAW -> undecided || state == State.SUBMITTED || state == State.RETURNED || state == State.DEFERRED || state == State.PRE_REJECTED;
            case WAIT -> true;
        };
    }

    private static boolean has(List<Step> steps, Kind... kinds) {
        return last(steps, kinds) >= 0;
    }

    private static int last(List<Step> steps, Kind... kinds) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            for (Kind kind : kinds) {
                if (steps.get(i).kind() == kind) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static int lastOf(List<Step> steps, int body, Kind... kinds) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            for (Kind kind : kinds) {
                if (steps.get(i).kind() == kind && steps.get(i).body() == body) {
                    return i;
                }
            }
        }
        return -1;
    }
}
