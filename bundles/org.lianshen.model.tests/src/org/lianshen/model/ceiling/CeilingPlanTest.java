package org.lianshen.model.ceiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.ceiling.CeilingPlan.Outcome;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.MatchedBy;
import org.lianshen.model.pack.Severity;

class CeilingPlanTest {

    private static CeilingCandidate candidate(int no, Priority priority, String score, long wan) {
        return new CeilingCandidate(new UUID(1, no), "LS-" + no, "项目" + no, "市教育局", Money.ofWan(wan), priority, Message.of("summary.because.score"), score == null ? null : new BigDecimal(score),
                LocalDate.of(2026, 1, 1).plusDays(no), List.of());
    }

    private static CeilingCandidate forbidden(CeilingCandidate free) {
        var finding = new Finding("B28", Severity.E, "project:1", List.of(), free.unit(), free.name(), free.project(), free.reviewNo(), free.amount(), null, null, Message.of("linkage.B28.poor"),
                MatchedBy.REVIEW_NO, null, Map.of());
        return new CeilingCandidate(free.project(), free.reviewNo(), free.name(), free.unit(), free.amount(), free.priority(), free.because(), free.score(), free.approvedOn(), List.of(finding));
    }

    private static Pin pin(CeilingCandidate of, Pin.Kind kind) {
        return new Pin(new UUID(2, 2), 2027, of.project(), kind, "理由", "fin", Instant.EPOCH);
    }

    private static List<String> names(List<CeilingPlan.Row> rows) {
        return rows.stream().map(row -> row.candidate().name()).toList();
    }

    @Test
    void mandatoryComesBeforeKeyBeforePilotBeforeScore() {
        var plan = CeilingPlan.of(Money.ofWan(1000), List.of(candidate(1, Priority.OTHER, "95", 10), candidate(2, Priority.PILOT, null, 10), candidate(3, Priority.OTHER, "99", 10),
                candidate(4, Priority.MANDATORY, null, 10), candidate(5, Priority.KEY, "60", 10), candidate(6, Priority.OTHER, null, 10)), Map.of(), false);
        assertEquals(List.of("项目4", "项目5", "项目2", "项目3", "项目1", "项目6"), names(plan.rows()));
        assertEquals(Money.ofWan(60), plan.given());
        assertEquals(Money.ofWan(940), plan.left());
    }

    @Test
    void theFirstThatDoesNotFitEndsTheFillingUnlessGapsAreFilled() {
        var candidates = List.of(candidate(1, Priority.MANDATORY, null, 60), candidate(2, Priority.KEY, null, 50), candidate(3, Priority.OTHER, null, 40));
        var inOrder = CeilingPlan.of(Money.ofWan(100), candidates, Map.of(), false);
        assertEquals(List.of(Outcome.FITS, Outcome.TOO_LARGE, Outcome.AFTER_CEILING), inOrder.rows().stream().map(CeilingPlan.Row::outcome).toList());
        assertEquals(Money.ofWan(90), inOrder.waiting());
        var filled = CeilingPlan.of(Money.ofWan(100), candidates, Map.of(), true);
        assertEquals(List.of(Outcome.FITS, Outcome.TOO_LARGE, Outcome.FITS), filled.rows().stream().map(CeilingPlan.Row::outcome).toList());
        assertEquals(Money.ZERO, filled.left());
    }

    @Test
    void anAmountEqualToWhatIsLeftFits() {
        var plan = CeilingPlan.of(Money.ofWan(60), List.of(candidate(1, Priority.OTHER, null, 60)), Map.of(), false);
        assertEquals(Outcome.FITS, plan.rows().getFirst().outcome());
        var short_ = CeilingPlan.of(Money.ofWan(60).minus(Money.ofFen(1)), List.of(candidate(1, Priority.OTHER, null, 60)), Map.of(), false);
        assertEquals(Outcome.TOO_LARGE, short_.rows().getFirst().outcome());
    }

    @Test
    void pinsGoFirstOrOutAndNeverBreakTheCeiling() {
        var one = candidate(1, Priority.MANDATORY, null, 60);
        var two = candidate(2, Priority.OTHER, "50", 50);
        var three = candidate(3, Priority.OTHER, "70", 80);
        var plan = CeilingPlan.of(Money.ofWan(100), List.of(one, two, three), Map.of(two.project(), pin(two, Pin.Kind.IN), one.project(), pin(one, Pin.Kind.OUT), three.project(), pin(three, Pin.Kind.IN)), false);
        assertEquals(List.of(Outcome.PINNED, Outcome.PIN_TOO_LARGE, Outcome.EXCLUDED), plan.rows().stream().map(CeilingPlan.Row::outcome).toList());
        assertEquals(List.of("项目3"), names(plan.in()));
        assertEquals("理由", plan.rows().getFirst().pin().reason());
    }

    /** 差 and funded: mandatory as it may be, it gets nothing and takes no place; 80 + 40 of 120 fit, 60 are withheld. */
    @Test
    void whatAFindingForbidsGetsNothingAndTakesNoPlace() {
        var poor = forbidden(candidate(1, Priority.MANDATORY, "55", 60));
        var plan = CeilingPlan.of(Money.ofWan(120), List.of(poor, candidate(2, Priority.KEY, null, 80), candidate(3, Priority.OTHER, null, 40)), Map.of(), false);
        assertEquals(List.of("项目2", "项目3", "项目1"), names(plan.rows()));
        assertEquals(List.of(Outcome.FITS, Outcome.FITS, Outcome.FORBIDDEN), plan.rows().stream().map(CeilingPlan.Row::outcome).toList());
        assertEquals(Money.ofWan(120), plan.given());
        assertEquals(Money.ZERO, plan.waiting(), "it does not wait for the next batch");
        assertEquals(Money.ofWan(60), plan.withheld());
        assertEquals(Money.ofWan(180), plan.asked());
    }

    @Test
    void aPinDoesNotLiftWhatAFindingForbids() {
        var poor = forbidden(candidate(1, Priority.OTHER, null, 60));
        assertEquals(Outcome.FORBIDDEN, CeilingPlan.of(Money.ofWan(120), List.of(poor), Map.of(poor.project(), pin(poor, Pin.Kind.IN)), true).rows().getFirst().outcome());
        assertEquals(Outcome.EXCLUDED, CeilingPlan.of(Money.ofWan(120), List.of(poor), Map.of(poor.project(), pin(poor, Pin.Kind.OUT)), true).rows().getFirst().outcome());
    }

    @Test
    void aCeilingBelowZeroIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CeilingPlan.of(Money.ofFen(-1), List.of(), Map.of(), false));
    }

    /** Over many random pools: never more than the ceiling, sums that add up, an order that does not depend on the input's, and more money never takes a project out. */
    @Test
    void propertiesHoldForRandomPools() {
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            List<CeilingCandidate> candidates = new ArrayList<>();
            Map<UUID, Pin> pins = new HashMap<>();
            int count = random.nextInt(25);
            for (int i = 0; i < count; i++) {
                var candidate = candidate(i, Priority.values()[random.nextInt(4)], random.nextBoolean() ? null : Integer.toString(random.nextInt(100)), 1 + random.nextInt(200));
                candidates.add(candidate);
                if (random.nextInt(5) == 0) {
                    pins.put(candidate.project(), pin(candidate, Pin.Kind.values()[random.nextInt(3)]));
                }
            }
            Money ceiling = Money.ofWan(random.nextInt(1500));
            for (boolean gaps : new boolean[] {false, true}) {
                var plan = CeilingPlan.of(ceiling, candidates, pins, gaps);
                assertFalse(plan.given().moreThan(ceiling), "seed " + seed);
                assertEquals(plan.asked(), plan.given().plus(plan.waiting()));
                assertEquals(candidates.size(), plan.rows().size());
                Money sum = Money.ZERO;
                for (CeilingPlan.Row row : plan.rows()) {
                    assertEquals(ceiling.minus(sum), row.left());
                    sum = row.outcome().in() ? sum.plus(row.candidate().amount()) : sum;
                    assertEquals(sum, row.sum());
                }
                List<CeilingCandidate> shuffled = new ArrayList<>(candidates);
                Collections.shuffle(shuffled, random);
                assertEquals(plan, CeilingPlan.of(ceiling, shuffled, pins, gaps));
            }
            Map<UUID, Pin> onlyOut = pins.entrySet().stream().filter(entry -> entry.getValue().kind() == Pin.Kind.OUT).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            var less = CeilingPlan.of(ceiling, candidates, onlyOut, false);
            var more = CeilingPlan.of(ceiling.plus(Money.ofWan(random.nextInt(300))), candidates, onlyOut, false);
            assertTrue(projects(more).containsAll(projects(less)), "seed " + seed);
            assertFalse(less.given().moreThan(CeilingPlan.of(ceiling, candidates, onlyOut, true).given()), "seed " + seed);
        }
    }

    private static Set<UUID> projects(CeilingPlan plan) {
        Set<UUID> projects = new HashSet<>();
        plan.in().forEach(row -> projects.add(row.candidate().project()));
        return projects;
    }
}
