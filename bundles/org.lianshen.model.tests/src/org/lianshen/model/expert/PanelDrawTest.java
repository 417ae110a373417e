package org.lianshen.model.expert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lianshen.model.expert.PanelDraw.Outcome;

/** The draw against an oracle that knows nothing of it: it looks at every panel there is, in the order of the list, and takes the first that keeps the rules. */
class PanelDrawTest {

    /** Every choice of so many from the list, first in order first; the first good one. */
    private static List<Ranked> firstGood(List<Ranked> order, List<Ranked> in, int seats, ExpertRules rules) {
        return choose(order, 0, new ArrayList<>(), in, seats, rules);
    }

    private static List<Ranked> choose(List<Ranked> order, int from, List<Ranked> chosen, List<Ranked> in, int seats, ExpertRules rules) {
        if (chosen.size() == seats) {
            var all = new ArrayList<>(in);
            all.addAll(chosen);
            return good(all, rules) ? List.copyOf(chosen) : null;
        }
        for (int i = from; i < order.size(); i++) {
            chosen.add(order.get(i));
            List<Ranked> found = choose(order, i + 1, chosen, in, seats, rules);
            if (found != null) {
                return found;
            }
            chosen.removeLast();
        }
        return null;
    }

    private static boolean good(List<Ranked> panel, ExpertRules rules) {
        boolean units = panel.stream().collect(Collectors.groupingBy(Ranked::unit, Collectors.counting())).values().stream().allMatch(count -> count <= rules.mostSameUnit());
        long cost = panel.stream().filter(each -> each.fields().contains(Expertise.COST)).count();
        long secure = panel.stream().filter(each -> !Collections.disjoint(each.fields(), Set.of(Expertise.SECURITY, Expertise.CIPHER))).count();
        return units && rules.needs().stream().allMatch(need -> (need.name() == ExpertRules.Kind.COST ? cost : secure) >= need.least());
    }

    @Test
    void agreesWithTheOracleOnSmallPools() {
        var random = new Random(51);
        int possible = 0;
        for (int round = 0; round < 20_000; round++) {
            List<Ranked> order = Pool.random(random, 1 + random.nextInt(10), 1 + random.nextInt(7));
            ExpertRules rules = Pool.rules(3, 1 + random.nextInt(2), random.nextInt(3), random.nextInt(3));
            int seats = 1 + random.nextInt(5);
            List<Ranked> expected = firstGood(order, List.of(), seats, rules);
            Outcome outcome = PanelDraw.fill(order, List.of(), seats, rules);
            assertEquals(expected == null ? List.of() : expected, outcome.taken());
            assertEquals(expected == null, outcome.impossible() != null);
            possible += expected == null ? 0 : 1;
        }
        assertTrue(possible > 4_000 && possible < 16_000, "both kinds of pools are met: " + possible);
    }

    @Test
    void replacementsAgreeWithTheOracle() {
        var random = new Random(52);
        for (int round = 0; round < 5_000; round++) {
            List<Ranked> order = new ArrayList<>(Pool.random(random, 4 + random.nextInt(8), 2 + random.nextInt(7)));
            ExpertRules rules = Pool.rules(3, 1, random.nextInt(2), random.nextInt(2));
            List<Ranked> in = new ArrayList<>(PanelDraw.fill(order, List.of(), 3, rules).taken());
            if (in.isEmpty()) {
                continue;
            }
            Ranked out = in.remove(random.nextInt(in.size()));
            order.remove(out);
            order.removeAll(in);
            List<Ranked> expected = firstGood(order, in, 1, rules);
            Outcome outcome = PanelDraw.fill(order, in, 1, rules);
            assertEquals(expected == null ? List.of() : expected, outcome.taken());
        }
    }

    @Test
    void everyoneHigherInTheListIsTakenOrPassedWithAReason() {
        var random = new Random(53);
        for (int round = 0; round < 2_000; round++) {
            List<Ranked> order = Pool.random(random, 30, 12);
            Outcome outcome = PanelDraw.fill(order, List.of(), 5, Pool.rules(5, 1, 1, 1));
            if (outcome.impossible() != null) {
                continue;
            }
            int last = order.indexOf(outcome.taken().getLast());
            var told = outcome.passed().stream().map(PanelDraw.Passed::expert).collect(Collectors.toSet());
            outcome.taken().forEach(taken -> assertFalse(told.contains(taken.expert())));
            assertEquals(last + 1, outcome.taken().size() + outcome.passed().size());
            assertEquals(last + 1, outcome.taken().size() + told.size());
        }
    }

    @Test
    void sameSeedSameOrderWhateverTheOrderOfThePool() {
        List<Ranked> pool = new ArrayList<>(Pool.random(new Random(54), 200, 80));
        List<Ranked> order = PanelDraw.inOrder(pool);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(pool, new Random(round));
            assertEquals(order, PanelDraw.inOrder(pool));
        }
    }

    /** What {@code printf '%s' '2026-11-20 现场摸号 17-03-29|LS-330500-2026-0001|1|ZJ0007' | sha256sum} prints. */
    @Test
    void theKeyIsWhatAnybodyComputes() {
        assertEquals("d82c99ef1721899e62427c981e5d23b7e493c487f40503110e2db460005fd73e", PanelDraw.key(Pool.SEED, Pool.NO, 1, "ZJ0007"));
    }

    /** The script of the decision record 0051, as it stands there. */
    @Test
    void theScriptThatIsPublishedGivesTheSameOrder() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")) && Files.isExecutable(Path.of("/usr/bin/sha256sum")), "no shell with sha256sum here");
        String script = """
                { read -r seed; read -r review; read -r round
                  while read -r no; do printf '%s %s\\n' "$(printf '%s' "$seed|$review|$round|$no" | sha256sum | cut -c1-64)" "$no"; done
                } | LC_ALL=C sort
                """;
        List<Ranked> pool = new ArrayList<>(Pool.seven());
        Collections.shuffle(pool, new Random(56));
        Process shell = new ProcessBuilder("/bin/sh", "-c", script).redirectErrorStream(true).start();
        try (var draw = shell.outputWriter(StandardCharsets.UTF_8)) {
            draw.write(String.join("\n", Pool.SEED, Pool.NO, "1", ""));
            for (Ranked each : pool) {
                draw.write(each.no() + "\n");
            }
        }
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(PanelDraw.inOrder(pool).stream().map(each -> String.join(" ", each.key(), each.no())).toList(), printed.lines().toList());
    }

    /** Over many seeds nobody is preferred: each of ten equal candidates is drawn for three seats about three times in ten. */
    @Test
    void nobodyIsPreferred() {
        int draws = 20_000;
        int[] drawn = new int[10];
        for (int i = 0; i < draws; i++) {
            var pool = new ArrayList<Ranked>();
            for (int k = 0; k < 10; k++) {
                pool.add(Pool.ranked("seed " + i, k, "U" + k, Expertise.SOFTWARE));
            }
            PanelDraw.fill(PanelDraw.inOrder(pool), List.of(), 3, Pool.rules(3, 1, 0, 0)).taken().forEach(taken -> drawn[(int) taken.expert().getLeastSignificantBits()]++);
        }
        for (int count : drawn) {
            assertEquals(0.3, (double) count / draws, 0.015);
        }
    }

    @Test
    void tooSmallAPoolSaysWhichRule() {
        List<Ranked> seven = Pool.seven();
        assertNull(PanelDraw.fill(seven, List.of(), 7, Pool.rules(7, 1, 1, 1)).impossible());
        assertEquals("expert.pool.tooFew", PanelDraw.fill(seven, List.of(), 9, Pool.rules(9, 1, 1, 1)).impossible().key());
        List<Ranked> noCost = seven.stream().filter(each -> !each.fields().contains(Expertise.COST)).toList();
        assertEquals("expert.pool.lacks", PanelDraw.fill(noCost, List.of(), 3, Pool.rules()).impossible().key());
        List<Ranked> together = List.of(Pool.ranked("x", 1, "A", Expertise.COST), Pool.ranked("x", 2, "A", Expertise.SECURITY), Pool.ranked("x", 3, "B", Expertise.DATA),
                Pool.ranked("x", 4, "C", Expertise.DATA));
        assertNotNull(PanelDraw.fill(together, List.of(), 3, Pool.rules()).impossible());
        assertEquals("expert.pool.together", PanelDraw.fill(together, List.of(), 3, Pool.rules()).impossible().key());
    }
}
