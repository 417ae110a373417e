package org.lianshen.model.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.ScoreSheet.Warning;
import org.lianshen.model.performance.ScoreSheet.Warning.Level;

/**
 * Scores an appraisal after its template (domain.md §5.4): the execution rate, each indicator row, the sum, the grade, and the consistency warnings. Sums are exact and
 * are rounded once, half-up, to two digits; then the grade is looked up, so that 89.995 is 90.00 and 优.
 */
public final class Scoring {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Exact WEIGHT_TOLERANCE = Exact.of(new BigDecimal("0.1"));

    private Scoring() {
    }

    public static ScoreSheet score(Appraisal appraisal, PerformanceTemplate template) {
        var formulas = new RowScoring(template);
        var rows = new ArrayList<ScoredRow>();
        var warnings = new ArrayList<Warning>();
        Exact executionPoints = Exact.ZERO;
        Exact weights = Exact.of(template.executionWeight());
        if (template.executionWeight().signum() > 0) {
            executionPoints = execution(appraisal, template, rows, warnings);
        }
        Exact indicatorPoints = Exact.ZERO;
        for (IndicatorValue row : appraisal.rows()) {
            RowScoring.Points points = formulas.points(row);
            weights = weights.plus(Exact.of(row.weight()));
            indicatorPoints = indicatorPoints.plus(points.value());
            BigDecimal score = points.value().rounded(2);
            Message flag = points.flag();
            if (flag == null && row.claimed() != null && row.claimed().compareTo(score) != 0) {
                flag = Message.of("performance.flag.claimed", row.claimed().toPlainString(), score.toPlainString());
            }
            rows.add(new ScoredRow(row, score, points.formula(), flag));
        }
        if (weights.minus(Exact.of(HUNDRED)).abs().compareTo(WEIGHT_TOLERANCE) > 0) {
            warnings.add(new Warning(Level.RED, Message.of("performance.warning.weights", weights.rounded(2).toPlainString())));
        }
        consistency(appraisal.execution(), template, executionPoints, indicatorPoints, warnings);
        BigDecimal total = executionPoints.plus(indicatorPoints).rounded(2);
        Grade grade = template.grade(total);
        template.param("perf.warnBelow").decimal().filter(least -> total.compareTo(least) < 0)
                .ifPresent(least -> warnings.add(new Warning(Level.YELLOW, Message.of("performance.warning.below", total.toPlainString(), least.toPlainString()))));
        return new ScoreSheet(template.id(), rows, total, weights.rounded(2), grade, warnings);
    }

    private static Exact execution(Appraisal appraisal, PerformanceTemplate template, List<ScoredRow> rows, List<Warning> warnings) {
        Execution execution = appraisal.execution();
        Exact points = Exact.ZERO;
        Message formula = Message.of("performance.formula.none");
        Message flag;
        BigDecimal weight = template.executionWeight();
        if (execution.budget() == null || execution.executed() == null) {
            flag = Message.of("performance.flag.missing");
        } else if (!execution.budget().isPositive()) {
            flag = Message.of("performance.flag.noBudget");
            warnings.add(new Warning(Level.RED, Message.of("performance.warning.noBudget")));
        } else {
            Exact rate = rate(execution).atLeast(Exact.ZERO);
            points = rate.atMost(Exact.ONE).times(Exact.of(weight));
            formula = Message.of("performance.formula.execution", execution.executed(), execution.budget(), weight);
            boolean explain = template.param("perf.executionExplainBelow").decimal().filter(least -> rate.compareTo(Exact.of(least)) < 0).isPresent();
            flag = explain && appraisal.note().isBlank() ? Message.of("performance.flag.executionReason") : null;
            if (rate.compareTo(Exact.ONE) > 0) {
                flag = Message.of("performance.flag.overspent");
            }
        }
        var row = new IndicatorValue("预算执行率", "", "", Formula.EXECUTION_RATE, amount(execution.budget()), amount(execution.executed()), "万元", weight, null,
                appraisal.note());
        rows.add(new ScoredRow(row, points.rounded(2), formula, flag));
        return points;
    }

    /**
     * Red: much is claimed although money is unspent, (indicators/90 − rate/10) ÷ (indicators/90) above the limit. Yellow: a large part of the budget was not executed.
     */
    private static void consistency(Execution execution, PerformanceTemplate template, Exact executionPoints, Exact indicatorPoints, List<Warning> warnings) {
        if (template.executionWeight().signum() == 0 || execution.budget() == null || execution.executed() == null) {
            return;
        }
        Exact executionWeight = Exact.of(template.executionWeight());
        Exact indicatorShare = indicatorPoints.over(Exact.of(HUNDRED).minus(executionWeight));
        if (indicatorShare.signum() > 0) {
            Exact gap = indicatorShare.minus(executionPoints.over(executionWeight)).over(indicatorShare);
            BigDecimal limit = template.param("perf.redGap").decimal().orElseThrow();
            if (gap.compareTo(Exact.of(limit)) > 0) {
                warnings.add(new Warning(Level.RED, Message.of("performance.warning.red", percent(gap), percent(Exact.of(limit)))));
            }
        }
        BigDecimal limit = template.param("perf.yellowUnspent").decimal().orElseThrow();
        if (!execution.budget().isPositive()) {
            warnings.add(new Warning(Level.YELLOW, Message.of("performance.warning.yellowNoBudget")));
            return;
        }
        Exact unspent = Exact.ONE.minus(rate(execution));
        if (unspent.compareTo(Exact.of(limit)) > 0) {
            warnings.add(new Warning(Level.YELLOW, Message.of("performance.warning.yellow", percent(unspent), percent(Exact.of(limit)))));
        }
    }

    private static Exact rate(Execution execution) {
        return Exact.of(execution.executed().yuan()).over(Exact.of(execution.budget().yuan()));
    }

    private static String amount(Money money) {
        return money == null ? "" : money.wan().stripTrailingZeros().toPlainString();
    }

    private static String percent(Exact share) {
        return share.times(Exact.of(HUNDRED)).rounded(2).toPlainString() + "%";
    }
}
