package org.lianshen.model.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.pack.UsageMeasure;
import org.lianshen.model.review.State;

class UsageEvidenceTest {

    private static final LedgerProject PROJECT = new LedgerProject(new UUID(0, 1), true, "LS-330500-2025-0017", "智慧水务平台", "", "市水利局", "", "APP", "NEW", "CITY", 2025, null, null,
            State.APPROVED, null, null, List.of(), "", true, List.of(), "", List.of(), Map.of());
    private static final PerformanceTemplate FORM = new PerformanceTemplate("app", "APP", "", "", BigDecimal.ZERO, List.of(), List.of(),
            Map.of("perf.idleActiveShare", param("0.05"), "perf.idleMonths", param("6"), "perf.noLoginMonths", param("3")), "", false);
    private int next;

    private static Param param(String value) {
        return new Param("k", value, "ratio", "", "", "", false, "");
    }

    /** @param figures registered, active, log-ins, ratings, good ratings; negative where not given */
    private UsageMonth month(String code, String name, String unit, String reviewNo, int month, int... figures) {
        var given = new EnumMap<UsageFigure, BigDecimal>(UsageFigure.class);
        UsageFigure[] order = {UsageFigure.REGISTERED, UsageFigure.ACTIVE, UsageFigure.LOGINS, UsageFigure.RATINGS, UsageFigure.GOOD_RATINGS};
        for (int i = 0; i < figures.length; i++) {
            if (figures[i] >= 0) {
                given.put(order[i], new BigDecimal(figures[i]));
            }
        }
        return new UsageMonth(new UUID(0, next++), null, "s", next, code, name, unit, reviewNo, LocalDate.of(2026, month, 1), given);
    }

    private UsageMonth own(int month, int... figures) {
        return month("", "智慧水务平台", "市水利局", "", month, figures);
    }

    private static UsageEvidence of(List<UsageMonth> months, CatalogueEntry... systems) {
        return UsageEvidence.of(PROJECT, 2026, months, List.of(systems), FORM);
    }

    @Test
    void aSharesSumsAreOfTheMonthsThatGiveBoth() {
        var evidence = of(List.of(own(1, 1000, 400, 8000, 10, 9), own(2, 2000, 500, -1, 20, -1), own(3, -1, 300, 600)));
        assertEquals(new BigDecimal("30"), evidence.given().get(UsageMeasure.ACTIVE_SHARE).value());
        assertEquals(new BigDecimal("12.2857"), evidence.given().get(UsageMeasure.LOGINS_PER_ACTIVE).value());
        assertEquals(new BigDecimal("90"), evidence.given().get(UsageMeasure.GOOD_SHARE).value());
        assertEquals(List.of(new BigDecimal(900), new BigDecimal(3000), 2), evidence.given().get(UsageMeasure.ACTIVE_SHARE).how().args());
        assertNull(evidence.given().get(UsageMeasure.UPTIME));
    }

    @Test
    void whatIsNotGivenOrIsNoughtBelowGivesNothing() {
        assertEquals(Map.of(), of(List.of(own(1, 0, 0))).given());
        assertEquals(Map.of(), of(List.of()).given());
    }

    @Test
    void theNumberDecidesBeforeTheName() {
        var coded = month("XT-1", "别名", "", "", 1, 100, 10);
        var numbered = month("", "另一名", "", "ls-330500-2025-0017", 2, 100, 20);
        var others = month("", "智慧水务平台", "市水利局", "LS-330500-2025-0099", 3, 100, 90);
        var elsewhere = month("", "智慧水务平台", "市住建局", "", 4, 100, 90);
        var all = List.of(coded, numbered, others, elsewhere, own(5, 100, 30));
        assertEquals(List.of(2, 5), of(all).months().stream().map(month -> month.month().getMonthValue()).toList());
        var system = new CatalogueEntry(new UUID(0, 9), CatalogueEntry.Kind.SYSTEM, "XT-1", "智慧水务平台", "", "市水利局", "", "", "", null, null, null, "", "", List.of(), "");
        assertEquals(List.of(1, 2, 5), of(all, system).months().stream().map(month -> month.month().getMonthValue()).toList());
        assertEquals(List.of(), UsageEvidence.of(PROJECT, 2025, all, List.of(system), FORM).months());
    }

    @Test
    void threeMonthsWithoutALoginLookIdle() {
        var months = new ArrayList<>(List.of(own(1, 100, 50, 9), own(2, 100, 50, 0), own(3, 100, 50, 0)));
        assertNull(of(months).idle());
        months.add(own(4, 100, 50, 0));
        assertEquals("usage.idle.noLogin", of(months).idle().key());
        months.add(own(6, 100, 50, 0));
        assertNull(of(months).idle(), "May is not known");
    }

    @Test
    void sixMonthsBelowTheShareLookIdleAndTheShareItselfDoesNot() {
        var months = new ArrayList<UsageMonth>();
        for (int month = 1; month <= 6; month++) {
            months.add(own(month, 100, 4));
        }
        assertEquals("usage.idle.active", of(months).idle().key());
        months.set(0, own(1, 100, 5));
        assertNull(of(months).idle());
        assertTrue(of(months.subList(1, 6)).idle() == null, "five months");
    }
}
