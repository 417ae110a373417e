package org.lianshen.model.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.finding.FindingState.Stage;
import org.lianshen.model.pack.Severity;

/** Random histories, whether anybody would have let them be entered or not: what the state function promises holds for all of them. */
class FindingHistoriesTest {

    private static final int HISTORIES = 8_000;
    private static final int DAYS = 40;
    private static final List<String> BODIES = List.of("FIN", "DATA", "DRC");
    private static final List<String> PEOPLE = List.of("李局", "李  局", "周局", "吴局");
    private static final List<String> ACCOUNTS = List.of("li", "zhou", "wu");
    private int waived;

    @Test
    void whateverIsStoredAWaiverIsWhatTwoPeopleOfTwoBodiesSigned() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            Life life = history(random, false);
            check(life, random, seed);
        }
        assertTrue(waived > 60, "waivers in force: " + waived);
    }

    @Test
    void whatWasEnteredByTheRulesHoldsThemToo() {
        for (int seed = 0; seed < HISTORIES / 2; seed++) {
            var random = new Random(seed);
            check(history(random, true), random, seed);
        }
    }

    private void check(Life life, Random random, int seed) {
        final int day = random.nextInt(DAYS);
        FindingState state = life.on(day);
        String what = "history " + seed + " on day " + day + ": " + state;
        assertEquals(life.current != null, state.present(), what);
        if (life.current == null) {
            assertEquals(Stage.CLOSED, state.stage(), what);
            return;
        }
        boolean forbidden = life.current.severity() == Severity.E;
        assertFalse(forbidden && state.stage() == Stage.CLOSED, what);
        assertEquals(forbidden && state.stage() != Stage.WAIVED, state.blocks(), what);
        assertEquals(Oracle.waived(life, Life.day(day)), state.stage() == Stage.WAIVED, what);
        if (state.stage() == Stage.WAIVED) {
            waived++;
            assertFalse(state.waiver().until().isBefore(Life.day(day)), what);
            Life untilThen = copy(life); // without what was done later, which may be another waiver
            untilThen.acts.removeIf(act -> java.time.LocalDate.ofInstant(act.at(), Life.ZONE).isAfter(Life.day(day)));
            assertNotEquals(Stage.WAIVED, untilThen.on((int) (state.waiver().until().toEpochDay() - Life.MONDAY.toEpochDay()) + 1).stage(), what);
            for (Waiver.Signature signature : state.waiver().signatures()) {
                Life without = copy(life);
                without.acts.removeIf(act -> act.id().equals(signature.act()));
                assertFalse(forbidden && without.on(day).waiver().signatures().equals(state.waiver().signatures()), what);
            }
        }
        Life shuffled = copy(life);
        Collections.shuffle(shuffled.acts, random);
        Collections.shuffle(shuffled.turns, random);
        assertEquals(state, shuffled.on(day), what);
    }

    private static Life copy(Life life) {
        var copy = new Life();
        copy.acts.addAll(life.acts);
        copy.turns.addAll(life.turns);
        copy.current = life.current;
        return copy;
    }

    private Life history(Random random, boolean byTheRules) {
        var life = new Life();
        life.current = Life.finding(random.nextInt(4) == 0 ? Severity.W : Severity.E, 100);
        var requests = new ArrayList<UUID>();
        boolean there = random.nextBoolean();
        int day = 0;
        for (int i = random.nextInt(20); i >= 0; i--) {
            day += random.nextInt(3);
            if (random.nextInt(8) == 0) {
                there = !there;
                life.turn(day, there);
                continue;
            }
            FindingAct act = life.act(day, one(random, BODIES), one(random, PEOPLE), one(random, ACCOUNTS), random.nextInt(3) == 0, step(random, day, life, requests));
            boolean entered = byTheRules ? life.enter(act) == null : life.acts.add(act);
            if (entered && act.step() instanceof FindingStep.WaiverRequest) {
                requests.add(act.id());
            }
        }
        life.current = random.nextInt(6) == 0 ? null : random.nextInt(6) == 0 ? Life.finding(Severity.E, 150) : life.current;
        return life;
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static FindingStep step(Random random, int day, Life life, List<UUID> requests) {
        UUID request = requests.isEmpty() ? new UUID(0, 0) : random.nextInt(5) == 0 ? requests.getFirst() : requests.getLast();
        return switch (random.nextInt(28)) {
            case 0 -> new FindingStep.Notice("1号", Life.day(day + random.nextInt(5)));
            case 1 -> new FindingStep.Reply("已办", List.of());
            case 2 -> new FindingStep.Rectification("补报", Life.day(day + random.nextInt(5)));
            case 3 -> new FindingStep.Verification(random.nextBoolean(), "核");
            case 4, 5 -> new FindingStep.WaiverRequest("应急", Life.day(day + random.nextInt(40)), life.current.severity(), Money.ofYuan(random.nextInt(8) == 0 ? 50 : 100), List.of());
            case 7 -> new FindingStep.Closure("了结", random.nextBoolean() ? Severity.W : Severity.E, Money.ofYuan(100));
            case 8 -> new FindingStep.Reopening("再看");
            case 9 -> life.acts.isEmpty() ? new FindingStep.Remark("注", List.of()) : new FindingStep.Retraction(one(random, life.acts).id(), "有误");
            default -> new FindingStep.WaiverSignature(request, random.nextInt(6) > 0, "意见");
        };
    }
}
