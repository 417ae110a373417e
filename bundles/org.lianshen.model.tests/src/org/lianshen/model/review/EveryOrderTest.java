package org.lianshen.model.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianshen.model.review.RoundOracle.Kind;
import org.lianshen.model.review.RoundOracle.Way;

/**
 * The state function against the oracle in every order of acts of one to six bodies: opinions for and against, taken back, passed on, a unit asked besides, the round
 * closed, returned by the office and by the meeting, submitted again, and time that passes. After each history every further act, those that are not followed
 * included, is allowed by both or refused by both, and both see the same state, standings, holders, vetoes and limits.
 *
 * <p>Bodies that are alike and did nothing yet stand for each other. To depth five every history is walked on its own, and it is tested there that histories which
 * look the same go on the same way; to depth eight those that look the same are followed once and counted as many.
 */
class EveryOrderTest {

    private static final Set<Kind> FOLLOWED = EnumSet.of(Kind.ACCEPT, Kind.RETURN, Kind.RESUBMIT, Kind.YES, Kind.NO, Kind.TAKE_BACK, Kind.ASK, Kind.PASS, Kind.CLOSE,
            Kind.SEND_BACK, Kind.WAIT);

    /** Who takes the steps that can follow. */
    private interface Steps {
        void take(Kind kind, int body, long alike);
    }

    /** Every kind of act by every body that is not like another one named before. */
    private static void each(RoundHistory history, Map<Integer, Long> bodies, Steps steps) {
        for (Kind kind : Kind.values()) {
            if (RoundHistory.OF_BODIES.contains(kind)) {
                bodies.forEach((body, alike) -> steps.take(kind, body, alike));
                steps.take(kind, RoundOracle.ASKED, 1);
            } else if (kind != Kind.WAIT || history.mayWait()) {
                steps.take(kind, -1, 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1644", "2, 6725", "3, 19894", "4, 47821", "5, 99010", "6, 183733"})
    void everyHistoryToDepthFiveAgreesAndThoseThatLookTheSameGoOnTheSame(int bodies, long expected) {
        var walk = new OneByOne(5);
        walk.from(RoundHistory.begin(new Way(bodies, 2, false, false, false)), 1);
        assertEquals(expected, walk.histories);
    }

    @ParameterizedTest
    @CsvSource({"1, 448982", "2, 5194825", "3, 33987112", "4, 154087135", "5, 542910880", "6, 1592420269"})
    void everyOrderToDepthEightAgrees(int bodies, long expected) {
        assertEquals(expected, histories(new Way(bodies, 2, false, false, false), FOLLOWED, 8));
    }

    @ParameterizedTest
    @CsvSource({"true, false, false, 149275", "false, true, false, 116358", "false, true, true, 22782", "true, true, false, 116490"})
    void everyOtherWayToDepthSixAgreesWithEveryActFollowed(boolean simple, boolean experts, boolean first, long expected) {
        assertEquals(expected, histories(new Way(2, 2, simple, experts, first), EnumSet.allOf(Kind.class), 6));
    }

    /** Follows every history on its own. */
    private static final class OneByOne {

        private final int depth;
        private final Map<String, String> next = new HashMap<>();
        private long histories;

        OneByOne(int depth) {
            this.depth = depth;
        }

        void from(RoundHistory history, long like) {
            histories += like;
            if (history.length() == depth) {
                return;
            }
            var bodies = new LinkedHashMap<Integer, Long>();
            int untouched = history.untouched();
            for (int body = 0; body < history.bodies() && body <= untouched; body++) {
                bodies.put(body, body == untouched ? history.bodies() - untouched : 1L);
            }
            String seen = history.seen();
            each(history, bodies, (kind, body, alike) -> step(history, seen, kind, body, like * alike));
        }

        private void step(RoundHistory history, String seen, Kind kind, int body, long like) {
            boolean allowed = history.allows(kind, body);
            RoundHistory after = allowed && FOLLOWED.contains(kind) ? history.and(kind, body) : null;
            String who = body < 0 ? "" : String.join(" ", body == 0 ? "lead" : body == RoundOracle.ASKED ? "asked" : "body", history.seenOf(body));
            String to = after == null ? String.valueOf(allowed) : after.seen();
            assertEquals(to, next.computeIfAbsent(String.join(" + ", seen, kind.name(), who), letter -> to), () -> kind + " after " + history.done());
            if (after != null) {
                from(after, like);
            }
        }
    }

    /** Histories up to a length, those that look the same followed once. @param like how many they are */
    private record Kept(RoundHistory history, long like) {
    }

    private static long histories(Way way, Set<Kind> followed, int depth) {
        RoundHistory begin = RoundHistory.begin(way);
        Map<String, Kept> level = Map.of(begin.seen(), new Kept(begin, 1));
        long histories = 1;
        for (int length = 1; length <= depth; length++) {
            Map<String, Kept> longer = new LinkedHashMap<>();
            level.values().forEach(kept -> each(kept.history(), alike(kept.history()), (kind, body, alike) -> {
                if (kept.history().allows(kind, body) && followed.contains(kind)) {
                    RoundHistory after = kept.history().and(kind, body);
                    longer.merge(after.seen(), new Kept(after, Math.multiplyExact(kept.like(), alike)), (known, same) -> new Kept(known.history(), Math.addExact(known.like(), same.like())));
                }
            }));
            level = longer;
            histories = level.values().stream().mapToLong(Kept::like).reduce(histories, Math::addExact);
        }
        return histories;
    }

    /** The lead body, and one of each kind of the others that look the same, with their number. */
    private static Map<Integer, Long> alike(RoundHistory history) {
        var first = new HashMap<String, Integer>();
        var bodies = new LinkedHashMap<Integer, Long>();
        bodies.put(0, 1L);
        for (int body = 1; body < history.bodies(); body++) {
            Integer known = first.putIfAbsent(history.seenOf(body), body);
            bodies.merge(known == null ? body : known, 1L, Long::sum);
        }
        return bodies;
    }

    @Test
    void nothingThatTheFoldCarriesAlongIsForgotten() {
        CourseFields.areAllKnown();
    }

    @Test
    void bothWaysOfCountingGiveTheSame() {
        var way = new Way(3, 2, false, false, false);
        var walk = new OneByOne(4);
        walk.from(RoundHistory.begin(way), 1);
        assertEquals(walk.histories, histories(way, FOLLOWED, 4));
    }
}
