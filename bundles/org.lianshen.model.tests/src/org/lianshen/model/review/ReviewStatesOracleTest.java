package org.lianshen.model.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.review.Oracle.Letter;
import org.lianshen.model.review.Oracle.Step;

/** The state function against an independent oracle: every order of acts up to a depth, and long random histories with acts that were never allowed among them. */
class ReviewStatesOracleTest {

    private static final int ROUNDS = 2;
    private static final int DAYS_OF_WAITING = 3;
    private static final Set<State> NOTHING_FOLLOWS = EnumSet.of(State.APPROVED, State.EXPIRED, State.REJECTED, State.MERGED, State.WITHDRAWN);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyOrderOfActsUpToDepthFiveAgrees(boolean applicantIsA) {
        var walk = new Walk(applicantIsA, 5);
        walk.from(new ArrayList<>(), new ArrayList<>(), 0);
        assertTrue(walk.states.containsAll(EnumSet.complementOf(EnumSet.of(State.DRAFT, State.PRE_REJECTED, State.EXPERT_REVIEW, State.READY_TO_CONCLUDE, State.EXPIRED))), "reached " + walk.states);
    }

    @Test
    void longRandomHistoriesAgreeAndKeepTheirInvariants() {
        var random = new Random(20261121);
        for (int run = 0; run < 1_000; run++) {
            randomHistory(random, run % 2 == 0);
        }
    }

    private static void randomHistory(Random random, boolean applicantIsA) {
        var scene = new Scene(applicantIsA ? "湖州市数据局" : "市教育局", ROUNDS);
        var oracle = new Oracle(ROUNDS, applicantIsA);
        var steps = new ArrayList<Step>();
        var acts = new ArrayList<ReviewAct>();
        int day = 0;
        int length = 5 + random.nextInt(35);
        for (int i = 0; i < length; i++) {
            Letter letter = Letter.values()[random.nextInt(Letter.values().length)];
            if (letter == Letter.WAIT) {
                day += random.nextInt(DAYS_OF_WAITING + 1);
                continue;
            }
            if (letter == Letter.WITHDRAW && random.nextInt(10) > 0) {
                continue;
            }
            boolean allowed = oracle.allowed(steps, letter, day);
            ReviewAct act = act(letter, acts.size() + 1, day, oracle.round(steps));
            assertEquals(allowed, ReviewActs.refusal(scene.facts(acts), act).isEmpty(), () -> letter + " after " + steps);
            acts.add(act);
            if (allowed) {
                steps.add(new Step(letter, day));
            }
            ReviewState state = scene.on(acts, day);
            assertEquals(oracle.state(steps, day), state.state(), steps::toString);
            invariants(state);
            shuffledFactsGiveTheSame(scene, acts, day, state, random);
        }
    }

    private static void shuffledFactsGiveTheSame(Scene scene, List<ReviewAct> acts, int day, ReviewState state, Random random) {
        var shuffled = new ArrayList<>(acts);
        Collections.shuffle(shuffled, random);
        assertEquals(state, scene.on(shuffled, day));
    }

    private static void invariants(ReviewState state) {
        boolean approvedKind = state.state() == State.APPROVED || state.state() == State.CONDITIONAL || state.state() == State.EXPIRED;
        assertEquals(approvedKind, state.approved() != null && state.approved().isPositive());
        assertTrue(state.round() >= 1 && state.round() <= ROUNDS);
        assertTrue(state.openConditions().isEmpty() || state.decision() != null);
        assertEquals(state.state() == State.CONDITIONAL, state.state() != State.EXPIRED && !state.openConditions().isEmpty());
        if (NOTHING_FOLLOWS.contains(state.state())) {
            assertTrue(state.open().stream().allMatch(item -> item.what().key().equals("review.open.letter")) && state.blockedBy().isEmpty());
        }
        if (state.state() == State.COUNTERSIGN) {
            assertTrue(!state.blockedBy().isEmpty(), "somebody is waited for");
        }
    }

    /** The act that a letter stands for, on the round that the oracle sees. */
    private static ReviewAct act(Letter letter, int seq, int day, int round) {
        ActDetail detail = switch (letter) {
            case ACCEPT -> new ActDetail.Acceptance(Scene.day(day + Oracle.OPINION_DAYS));
            case RETURN -> Scene.sendBack();
            case RESUBMIT -> new ActDetail.Resubmission(round + 1, Map.of(1, "已改"));
            case A_AGREES -> Scene.opinion(round, Overall.AGREE, Scene.pass("D1"));
            case A_VETOES -> Scene.opinion(round, Overall.DISAGREE, Scene.fail("D1"));
            case A_RECUSED -> Scene.opinion(round, Overall.RECUSED, null);
            case B_AGREES -> Scene.opinion(round, Overall.AGREE, Scene.pass("C1"));
            case B_OBJECTS -> Scene.opinion(round, Overall.DISAGREE, Scene.fail("C1"));
            case B_ON_ROUND_ONE -> Scene.opinion(1, Overall.AGREE, Scene.pass("C1"));
            case N_AGREES -> Scene.opinion(round, Overall.AGREE, null);
            case A_TAKES_BACK -> new ActDetail.OpinionWithdrawal("重新研究");
            case APPROVE -> decision(round, DecisionKind.APPROVED, day, null);
            case OVERRULE -> decision(round, DecisionKind.APPROVED, day, "主持人说明理由");
            case CONDITION -> decision(round, DecisionKind.CONDITIONAL, day, null);
            case SEND_BACK -> decision(round, DecisionKind.RETURNED, day, null);
            case REJECT -> decision(round, DecisionKind.REJECTED, day, null);
            case DEFER -> decision(round, DecisionKind.DEFERRED, day, null);
            case MERGE -> decision(round, DecisionKind.MERGED, day, null);
            case VERIFIED -> new ActDetail.Verification(1, true, "现场核查");
            case NOT_VERIFIED -> new ActDetail.Verification(1, false, "现场核查");
            case WITHDRAW -> new ActDetail.Withdrawal("不再建设");
            case WAIT -> throw new IllegalArgumentException("waiting is no act");
        };
        String body = letter.name().charAt(1) == '_' ? letter.name().substring(0, 1) : null;
        return Scene.act(seq, day, body, detail);
    }

    private static ActDetail.Decision decision(int round, DecisionKind kind, int day, String overrule) {
        return Scene.decision(round, kind, Scene.day(day + Oracle.VALID_DAYS), overrule);
    }

    /** Tries every letter at every place; what is refused by both is not followed further, since it changes nothing (the random histories show that). */
    private static final class Walk {

        private final Scene scene;
        private final Oracle oracle;
        private final int depth;
        private final Set<State> states = EnumSet.noneOf(State.class);

        Walk(boolean applicantIsA, int depth) {
            scene = new Scene(applicantIsA ? "市大数据局" : "市教育局", ROUNDS);
            oracle = new Oracle(ROUNDS, applicantIsA);
            this.depth = depth;
        }

        void from(List<Step> steps, List<ReviewAct> acts, int day) {
            State state = oracle.state(steps, day);
            states.add(state);
            assertEquals(state, scene.on(acts, day).state(), steps::toString);
            if (steps.size() == depth) {
                return;
            }
            for (Letter letter : Letter.values()) {
                if (letter == Letter.WAIT) {
                    wait(steps, acts, day);
                } else {
                    boolean allowed = oracle.allowed(steps, letter, day);
                    ReviewAct act = act(letter, acts.size() + 1, day, oracle.round(steps));
                    assertEquals(allowed, ReviewActs.refusal(scene.facts(acts), act).isEmpty(), () -> letter + " after " + steps);
                    if (allowed) {
                        step(steps, acts, letter, act, day);
                    }
                }
            }
        }

        private void wait(List<Step> steps, List<ReviewAct> acts, int day) {
            boolean waited = !steps.isEmpty() && steps.getLast().letter() == Letter.WAIT;
            if (!waited) {
                steps.add(new Step(Letter.WAIT, day));
                from(steps, acts, day + DAYS_OF_WAITING);
                steps.removeLast();
            }
        }

        private void step(List<Step> steps, List<ReviewAct> acts, Letter letter, ReviewAct act, int day) {
            steps.add(new Step(letter, day));
            acts.add(act);
            from(steps, acts, day);
            acts.removeLast();
            steps.removeLast();
        }
    }
}
