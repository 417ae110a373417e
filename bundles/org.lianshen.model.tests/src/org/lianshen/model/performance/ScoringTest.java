package org.lianshen.model.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.pack.Grade;

/** Every formula of domain.md §5.4 with worked examples. */
class ScoringTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // formula, target, actual, weight, reason, score, flag
        "AT_LEAST, 100, 100, 15, '', 15.00, -",
        "AT_LEAST, ≥95%, 95%, 15, '', 15.00, -",
        "AT_LEAST, 100, 80, 15, 供货延期, 12.00, -",
        "AT_LEAST, 100, 80, 15, '', 12.00, performance.flag.reason",
        "AT_LEAST, 3, 2, 10, 缺一项, 6.67, -",
        "AT_LEAST, 100, 130, 10, '', 10.00, -",
        "AT_LEAST, 100, 140, 10, '', 9.00, performance.flag.targetLow",
        "AT_LEAST, 100, 300, 10, '', 8.00, performance.flag.targetLow",
        "AT_LEAST, 100, 300, 10, 推广到全市, 10.00, performance.flag.overExplained",
        "AT_LEAST, 0, 0, 5, '', 5.00, -",
        "AT_LEAST, '1,200', １０００人次, 12, 说明, 10.00, -",
        "AT_LEAST, 100, '', 15, '', 0.00, performance.flag.missing",
        "AT_LEAST, '', 90, 15, '', 0.00, performance.flag.noTarget",
        "AT_LEAST, 100, 良好, 15, '', 0.00, performance.flag.actualUnreadable",
        "AT_MOST, 50, 40, 10, '', 10.00, -",
        "AT_MOST, 50, 50, 10, '', 10.00, -",
        "AT_MOST, 50, 80, 10, 涨价, 6.25, -",
        "AT_MOST, 0, 2, 10, 故障, 0.00, -",
        "AT_MOST, 0, 0, 10, '', 10.00, -",
        "EQUAL, 20, 20, 10, '', 10.00, -",
        "EQUAL, 20, 15, 10, 说明, 7.50, -",
        "EQUAL, 20, 50, 10, 说明, 0.00, -",
        "EQUAL, 0, 1, 10, 说明, 0.00, -",
        "INTERVAL, 30..80, 30, 3, '', 3.00, -",
        "INTERVAL, 30..80, 80, 3, '', 3.00, -",
        "INTERVAL, 30%~80%, 90, 3, 说明, 2.40, -",
        "INTERVAL, 30..80, 5, 3, 说明, 1.50, -",
        "INTERVAL, 30..80, 200, 3, 说明, 0.00, -",
        "STEPS, 0=4;10=3;20=2;30=1, 0, 4, '', 4.00, -",
        "STEPS, 0=4;10=3;20=2;30=1, 1, 4, 说明, 3.00, -",
        "STEPS, 0=4;10=3;20=2;30=1, 30, 4, 说明, 1.00, -",
        "STEPS, 0=4;10=3;20=2;30=1, 31, 4, 说明, 0.00, -",
        "STEPS, 60=2;80=5;95=8, 95, 8, '', 8.00, -",
        "STEPS, 60=2;80=5;95=8, 94.9, 8, 说明, 5.00, -",
        "TIERS, 达成, 达成, 10, '', 10.00, -",
        "TIERS, 达成, 达成90%, 10, 说明, 9.00, -",
        "TIERS, 达成, 达成70%, 10, 说明, 8.00, performance.flag.tierRange",
        "TIERS, 达成, 部分达成, 10, '', 6.00, performance.flag.tierValue",
        "TIERS, 达成, 部分达成75%, 10, 说明, 7.50, -",
        "TIERS, 达成, 未达成, 10, '', 0.00, performance.flag.tierValue",
        "TIERS, 达成, 未达成40%, 10, 说明, 4.00, -",
        "TIERS, 达成, 85%, 10, 说明, 8.50, -",
        "YES_NO, 是, 是, 5, '', 5.00, -",
        "YES_NO, 是, 否, 5, 说明, 0.00, -",
        "YES_NO, 否, 否, 5, '', 5.00, -",
        "YES_NO, 是, 大概, 5, '', 0.00, performance.flag.actualUnreadable",
        "EXECUTION_RATE, 100, 120%, 5, '', 5.00, -",
        "EXECUTION_RATE, 100, 60%, 5, 说明, 3.00, -" })
    void rowFormulas(Formula formula, String target, String actual, String weight, String reason, String score, String flag) {
        ScoredRow scored = Sheets.one(Sheets.row(formula, target, actual, weight, reason));
        assertEquals(new BigDecimal(score), scored.score());
        assertEquals(flag, scored.flag() == null ? null : scored.flag().key());
    }

    @Test
    void executionRateIsCappedAndItsShortfallAsksForAReason() {
        assertEquals(new BigDecimal("10.00"), execution("1000000.00", "1000000.00").score());
        assertEquals(new BigDecimal("9.50"), execution("1000000.00", "950000.00").score());
        assertNull(execution("1000000.00", "950000.00").flag());
        assertEquals(new BigDecimal("8.99"), execution("1000000.00", "899000.00").score());
        assertEquals("performance.flag.executionReason", execution("1000000.00", "899000.00").flag().key());
        assertEquals(new BigDecimal("10.00"), execution("1000000.00", "1200000.00").score());
        assertEquals("performance.flag.overspent", execution("1000000.00", "1200000.00").flag().key());
        assertEquals("performance.flag.missing", execution(null, "1.00").flag().key());
    }

    @Test
    void zeroBudgetIsNotScoredAndSaidToBeAnError() {
        ScoreSheet sheet = Scoring.score(Sheets.filled("0.00", "0.00", Sheets.row(Formula.AT_LEAST, "1", "1", "90")), Sheets.template("10"));
        assertEquals("performance.flag.noBudget", sheet.rows().getFirst().flag().key());
        assertEquals(new BigDecimal("90.00"), sheet.total());
        assertTrue(keys(sheet).containsAll(List.of("performance.warning.noBudget", "performance.warning.yellowNoBudget")));
    }

    private static ScoredRow execution(String budget, String executed) {
        return Scoring.score(Sheets.filled(budget, executed, Sheets.row(Formula.AT_LEAST, "1", "1", "90")), Sheets.template("10")).rows().getFirst();
    }

    @ParameterizedTest
    @CsvSource({ "89.994, 89.99, GOOD", "89.995, 90.00, EXCELLENT", "90, 90.00, EXCELLENT", "79.99, 79.99, GOOD_NOT", "80, 80.00, GOOD", "60, 60.00, FAIR",
        "59.994, 59.99, POOR" })
    void roundsFirstAndGradesThen(String percent, String total, String grade) {
        ScoreSheet sheet = Scoring.score(Sheets.filled("1.00", "1.00", Sheets.row(Formula.AT_LEAST, "100", percent, "100", "说明")), Sheets.template("0"));
        assertEquals(new BigDecimal(total), sheet.total());
        assertEquals(grade.equals("GOOD_NOT") ? Grade.FAIR : Grade.valueOf(grade), sheet.grade());
    }

    @Test
    void sumsExactThirdsAndRoundsOnce() {
        IndicatorValue third = Sheets.row(Formula.AT_LEAST, "3", "1", "50", "说明");
        IndicatorValue twoThirds = Sheets.row(Formula.AT_LEAST, "3", "2", "50", "说明");
        ScoreSheet sheet = Scoring.score(Sheets.filled("1.00", "1.00", third, twoThirds), Sheets.template("0"));
        assertEquals(new BigDecimal("16.67"), sheet.rows().get(0).score());
        assertEquals(new BigDecimal("33.33"), sheet.rows().get(1).score());
        assertEquals(new BigDecimal("50.00"), sheet.total());
    }

    @Test
    void redWarningWhenMuchIsClaimedAndLittleSpent() {
        IndicatorValue full = Sheets.row(Formula.AT_LEAST, "1", "1", "90");
        // indicators 90/90, execution 9.5/10: the gap is exactly 5 % and not above it
        assertEquals(List.of(), keys(Scoring.score(Sheets.filled("100.00", "95.00", full), Sheets.template("10"))));
        assertEquals(List.of("performance.warning.red"), keys(Scoring.score(Sheets.filled("100.00", "94.99", full), Sheets.template("10"))));
        assertEquals(List.of("performance.warning.red"), keys(Scoring.score(Sheets.filled("100.00", "80.00", full), Sheets.template("10"))));
        assertEquals(List.of("performance.warning.red", "performance.warning.yellow"),
                keys(Scoring.score(Sheets.filled("100.00", "79.99", full), Sheets.template("10"))));
    }

    @Test
    void saysWhenWeightsDoNotMakeAHundred() {
        assertEquals(List.of(), keys(weighing("89.95")));
        assertEquals(List.of("performance.warning.weights"), keys(weighing("89.8")));
        assertEquals(new BigDecimal("99.80"), weighing("89.8").weightTotal());
    }

    private static ScoreSheet weighing(String weight) {
        return Scoring.score(Sheets.filled("100.00", "100.00", Sheets.row(Formula.AT_LEAST, "1", "1", weight)), Sheets.template("10"));
    }

    @Test
    void warnsBelowSeventy() {
        ScoreSheet sheet = Scoring.score(Sheets.filled("1.00", "1.00", Sheets.row(Formula.AT_LEAST, "100", "69.99", "100", "说明")), Sheets.template("0"));
        assertEquals(List.of("performance.warning.below"), keys(sheet));
    }

    @Test
    void aClaimThatDiffersIsSaid() {
        var row = new IndicatorValue("产出指标", "数量指标", "接入", Formula.AT_LEAST, "100", "100", "个", new BigDecimal("15"), new BigDecimal("14"), "");
        assertEquals("performance.flag.claimed", Sheets.one(row).flag().key());
    }

    @Test
    void executionAmountsAreShownInWan() {
        assertEquals("12.5", Scoring.score(Sheets.filled("125000.00", "125000.00"), Sheets.template("10")).rows().getFirst().row().target());
        assertEquals(Money.parseYuan("125000.00"), Money.ofWan(new BigDecimal("12.5")));
    }

    private static List<String> keys(ScoreSheet sheet) {
        return sheet.warnings().stream().map(warning -> warning.message().key()).toList();
    }
}
