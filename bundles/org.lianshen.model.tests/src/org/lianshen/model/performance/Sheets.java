package org.lianshen.model.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.GradeBand;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.PerformanceTemplate;

/** Templates and filled sheets for the tests. */
final class Sheets {

    private Sheets() {
    }

    static PerformanceTemplate template(String executionWeight) {
        Map<String, Param> params = new LinkedHashMap<>();
        Map.of("perf.warnBelow", "70", "perf.executionExplainBelow", "0.9", "perf.redGap", "0.05", "perf.yellowUnspent", "0.2", "perf.overAchieve", "0.3",
                "perf.overAchieveMostCut", "0.2", "perf.tierReached", "0.8", "perf.tierPartly", "0.6")
                .forEach((key, value) -> params.put(key, new Param(key, value, "ratio", key, key, "test", false, "")));
        List<GradeBand> bands = List.of(new GradeBand(Grade.EXCELLENT, new BigDecimal("90")), new GradeBand(Grade.GOOD, new BigDecimal("80")),
                new GradeBand(Grade.FAIR, new BigDecimal("60")), new GradeBand(Grade.POOR, BigDecimal.ZERO));
        return new PerformanceTemplate("self", "PROJECT", "自评", "self", new BigDecimal(executionWeight), List.of(), bands, params, "test", false);
    }

    static IndicatorValue row(Formula formula, String target, String actual, String weight) {
        return row(formula, target, actual, weight, "");
    }

    static IndicatorValue row(Formula formula, String target, String actual, String weight, String reason) {
        return new IndicatorValue("产出指标", "数量指标", "指标", formula, target, actual, "", new BigDecimal(weight), null, reason);
    }

    static Appraisal filled(String budgetYuan, String executedYuan, IndicatorValue... rows) {
        var execution = new Execution(money(budgetYuan), money(budgetYuan), money(executedYuan));
        return new Appraisal(new UUID(0, 1), null, "项目", "市数据局", 2025, "self", Appraisal.Evaluator.SELF, execution, "", "", List.of(rows), "", false, null, "me",
                Instant.EPOCH, 0);
    }

    private static Money money(String yuan) {
        return yuan == null ? null : Money.parseYuan(yuan);
    }

    /** Score of one row, without execution rate. */
    static ScoredRow one(IndicatorValue row) {
        return Scoring.score(filled("100.00", "100.00", row), template("0")).rows().getFirst();
    }
}
