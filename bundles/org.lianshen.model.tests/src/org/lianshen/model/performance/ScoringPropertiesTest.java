package org.lianshen.model.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianshen.model.pack.Formula;

/** What must hold for every value, tried on seeded random ones. */
class ScoringPropertiesTest {

    private static final int TRIES = 3_000;

    @Test
    void pointsStayBetweenZeroAndWeight() {
        var random = new Random(20_261_121);
        for (int i = 0; i < TRIES; i++) {
            Formula formula = Formula.values()[random.nextInt(Formula.values().length)];
            String target = switch (formula) {
                case INTERVAL -> "20..60";
                case STEPS -> "0=4;10=3;50=1";
                default -> number(random, 0);
            };
            BigDecimal weight = new BigDecimal(random.nextInt(1, 4_000)).movePointLeft(2);
            BigDecimal score = Sheets.one(Sheets.row(formula, target, number(random, -20_000), weight.toPlainString())).score();
            assertTrue(score.signum() >= 0 && score.compareTo(weight) <= 0, () -> formula + " gave " + score + " of " + weight);
        }
    }

    @Test
    void moreIsNeverWorseUpToTheOverAchievementLine() {
        rises(Formula.AT_LEAST, 100, 0, 130);
        rises(Formula.EQUAL, 100, 0, 100);
        rises(Formula.EXECUTION_RATE, 100, 0, 300);
    }

    @Test
    void lessIsNeverWorseForCosts() {
        BigDecimal last = new BigDecimal("1000");
        for (int actual = 0; actual <= 400; actual++) {
            BigDecimal score = points(Formula.AT_MOST, 100, actual);
            assertTrue(score.compareTo(last) <= 0);
            last = score;
        }
    }

    private static void rises(Formula formula, int target, int from, int to) {
        BigDecimal last = BigDecimal.ZERO;
        for (int actual = from; actual <= to; actual++) {
            BigDecimal score = points(formula, target, actual);
            assertTrue(score.compareTo(last) >= 0, formula + " falls at " + actual);
            last = score;
        }
    }

    private static BigDecimal points(Formula formula, int target, int actual) {
        return Sheets.one(Sheets.row(formula, Integer.toString(target), Integer.toString(actual), "37.5", "说明")).score();
    }

    @Test
    void theOrderOfRowsDoesNotChangeTheTotal() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            IndicatorValue[] rows = Stream.generate(() -> Sheets.row(Formula.AT_LEAST, number(random, 1), number(random, 1), "10")).limit(9).toArray(IndicatorValue[]::new);
            IndicatorValue[] turned = rows.clone();
            java.util.Collections.reverse(java.util.Arrays.asList(turned));
            assertEquals(Scoring.score(Sheets.filled("3.00", "1.00", rows), Sheets.template("10")).total(),
                    Scoring.score(Sheets.filled("3.00", "1.00", turned), Sheets.template("10")).total());
        }
    }

    private static String number(Random random, int from) {
        return new BigDecimal(random.nextInt(from, 20_000)).movePointLeft(2).toPlainString();
    }
}
