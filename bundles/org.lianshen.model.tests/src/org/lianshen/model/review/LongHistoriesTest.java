package org.lianshen.model.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.RoundOracle.Kind;
import org.lianshen.model.review.RoundOracle.Way;

/** Long random histories of any number of bodies on any way, with acts among them that were never allowed: what must hold whatever happens. */
class LongHistoriesTest {

    private static final int RUNS = 600;
    private static final Set<Kind> RARE = EnumSet.of(Kind.WITHDRAW, Kind.RETURN, Kind.SEND_BACK, Kind.SUGGEST, Kind.REJECT, Kind.MERGE);

    @Test
    void whateverHappensTheOracleAgreesAndTheInvariantsHold() {
        var random = new Random(20261122);
        var reached = EnumSet.noneOf(State.class);
        for (int run = 0; run < RUNS; run++) {
            var way = new Way(1 + random.nextInt(6), 1 + random.nextInt(3), random.nextInt(3) == 0, random.nextInt(3) == 0, random.nextBoolean());
            RoundHistory history = RoundHistory.begin(way.experts() ? way : new Way(way.bodies(), way.rounds(), way.simple(), false, false));
            int length = 10 + random.nextInt(30);
            for (int i = 0; i < length; i++) {
                history = oneMore(history, random);
                reached.add(history.state());
            }
            independentActsCommute(history);
        }
        assertEquals(EnumSet.complementOf(EnumSet.of(State.DRAFT)), reached);
    }

    private static RoundHistory oneMore(RoundHistory history, Random random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        if (RARE.contains(kind) && random.nextInt(6) > 0) {
            kind = Kind.YES;
        }
        int body = !RoundHistory.OF_BODIES.contains(kind) ? -1 : random.nextInt(8) == 0 ? RoundOracle.ASKED : random.nextInt(history.bodies());
        boolean allowed = history.allows(kind, body);
        RoundHistory after = allowed ? history.and(kind, body) : history.despite(kind, body);
        if (!allowed) {
            assertEquals(history.found(), after.found(), "what was refused changes nothing");
        }
        invariants(history, after);
        var shuffled = new ArrayList<>(after.acts());
        Collections.shuffle(shuffled, random);
        assertEquals(after.found(), ReviewStates.on(after.scene().facts(shuffled), Scene.day(after.day())), "the order in which acts are read does not matter");
        return after;
    }

    private static void invariants(RoundHistory before, RoundHistory after) {
        ReviewState state = after.found();
        boolean approved = state.state() == State.APPROVED || state.state() == State.CONDITIONAL || state.state() == State.EXPIRED;
        if (approved) {
            assertFalse(state.approved().moreThan(state.applied()), "approved is at most what was applied for");
            noApprovalHidesARefusal(after);
        }
        conditionsNeverFallThrough(state, after);
        noWithdrawnWordCounts(after);
        if (before.found().steps().closed() && before.found().round() == state.round()) {
            assertEquals(standings(before.found()), standings(state), "a closed round never changes");
        }
        if (state.state() == State.COUNTERSIGN) {
            assertTrue(state.bodies().stream().anyMatch(body -> body.standing() == Standing.WAITING && body.required(after.scene().pack())), "somebody is waited for");
        }
    }

    private static Map<String, List<Object>> standings(ReviewState state) {
        var standings = new HashMap<String, List<Object>>();
        state.bodies().forEach(body -> standings.put(body.body(), List.of(body.silent() ? "silent" : body.standing(), String.valueOf(body.act()), body.seat())));
        return standings;
    }

    /** Told from the acts alone: at the decision no body's last word that was not taken back was against, unless the chair overruled. */
    private static void noApprovalHidesARefusal(RoundHistory history) {
        ReviewState state = history.found();
        if (state.decision().kind() == DecisionKind.APPROVED && state.decision().overrule() == null) {
            state.bodies().stream().filter(body -> !body.body().equals(RoundScene.UNIT)).forEach(body -> assertFalse(body.standing() == Standing.AGAINST, () -> body + " in " + history.done()));
        }
    }

    private static void conditionsNeverFallThrough(ReviewState state, RoundHistory history) {
        boolean conditional = state.decision() != null && state.decision().kind() == DecisionKind.CONDITIONAL;
        if (conditional && state.state() == State.APPROVED) {
            int decided = state.decisionAt().seq();
            assertTrue(history.acts().stream().anyMatch(act -> act.seq() > decided && act.detail() instanceof ActDetail.Verification verification && verification.fulfilled()));
            assertTrue(state.openConditions().isEmpty());
        }
        if (state.state() == State.CONDITIONAL) {
            assertFalse(state.openConditions().isEmpty());
        }
    }

    private static void noWithdrawnWordCounts(RoundHistory history) {
        for (BodyStatus body : history.found().bodies()) {
            if (body.act() != null) {
                boolean takenBack = history.done().stream().anyMatch(step -> step.kind() == Kind.TAKE_BACK && RoundScene.code(step.body()).equals(body.body()))
                        && history.acts().stream().filter(act -> act.seq() > body.act().seq() && body.body().equals(act.body()) && act.detail() instanceof ActDetail.OpinionWithdrawal)
                                .anyMatch(act -> ActRules.refusal(Course.until(history.scene().facts(history.acts().subList(0, act.seq() - 1)), Scene.day(history.day())), act) == null);
                assertFalse(takenBack, () -> body + " in " + history.done());
            }
        }
    }

    /** Neighbouring words of two bodies on one day may as well have been said the other way round. */
    private static void independentActsCommute(RoundHistory history) {
        List<ReviewAct> acts = history.acts();
        for (int i = 0; i + 1 < acts.size(); i++) {
            ReviewAct first = acts.get(i);
            ReviewAct second = acts.get(i + 1);
            if (ofABody(first) && ofABody(second) && !first.body().equals(second.body()) && first.at().equals(second.at())) {
                var swapped = new ArrayList<>(acts);
                swapped.set(i, numbered(second, first.seq()));
                swapped.set(i + 1, numbered(first, second.seq()));
                ReviewState other = ReviewStates.on(history.scene().facts(swapped), Scene.day(history.day()));
                assertEquals(plain(history.found()), plain(other), () -> first + " and " + second + " in " + history.done());
            }
        }
    }

    private static boolean ofABody(ReviewAct act) {
        return act.detail() instanceof ActDetail.Opinion || act.detail() instanceof ActDetail.OpinionWithdrawal || act.detail() instanceof ActDetail.Transfer;
    }

    private static ReviewAct numbered(ReviewAct act, int seq) {
        return new ReviewAct(act.id(), act.proposal(), seq, act.round(), act.body(), act.signedBy(), act.recordedBy(), act.onBehalf(), act.scan(), act.at(), act.detail());
    }

    /** The state without the numbers of its acts. */
    private static List<Object> plain(ReviewState state) {
        return List.of(state.state(), state.round(), state.bodies().stream().map(body -> List.of(body.body(), body.standing(), String.valueOf(body.overall()), body.seat())).toList(),
                state.open(), state.blockedBy(), state.proposedCut(), String.valueOf(state.decision()), state.openConditions());
    }
}
