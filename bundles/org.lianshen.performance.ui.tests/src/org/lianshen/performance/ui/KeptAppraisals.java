package org.lianshen.performance.ui;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.lianshen.model.Money;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.GradeBand;
import org.lianshen.model.pack.IndicatorRow;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.pack.UsageMeasure;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.Appraisal.Evaluator;
import org.lianshen.model.performance.Execution;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.Scoring;
import org.lianshen.model.performance.UsageEvidence;
import org.lianshen.service.AppraisalService;
import org.lianshen.service.Progress;

/** Appraisals in memory, scored as the model scores them, with what was asked of the service. */
final class KeptAppraisals implements AppraisalService {

    static final Instant NOW = Instant.parse("2026-11-21T02:42:00Z");
    static final UUID PROJECT = UUID.nameUUIDFromBytes(new byte[] {1});

    final Map<UUID, Appraisal> kept = new LinkedHashMap<>();
    final List<Path> written = new ArrayList<>();
    final List<PerformanceTemplate> templates = new ArrayList<>(List.of(template()));
    Function<Path, Appraisal> reader = path -> {
        throw new AssertionError("not expected");
    };
    UsageEvidence usage = new UsageEvidence(List.of(), Map.of(), null);
    int saves;
    String reason;

    static PerformanceTemplate template() {
        var params = new LinkedHashMap<String, Param>();
        Map.of("perf.warnBelow", "70", "perf.executionExplainBelow", "0.9", "perf.redGap", "0.05", "perf.yellowUnspent", "0.2", "perf.overAchieve", "0.3",
                "perf.overAchieveMostCut", "0.2", "perf.belowRangeFactor", "1.5", "perf.tierReached", "0.8", "perf.tierPartly", "0.6")
                .forEach((key, value) -> params.put(key, new Param(key, value, "ratio", key, key, "test", false, "")));
        return new PerformanceTemplate("self", "PROJECT", "项目支出绩效自评表", "Self-evaluation", BigDecimal.TEN,
                List.of(new IndicatorRow("产出指标", "数量指标", "", "", new BigDecimal(90), Formula.AT_LEAST, "", "", null),
                        new IndicatorRow("效益指标", "社会效益", "活跃率", "", BigDecimal.ZERO, Formula.AT_LEAST, "", "%", UsageMeasure.ACTIVE_SHARE)),
                List.of(new GradeBand(Grade.EXCELLENT, new BigDecimal(90)), new GradeBand(Grade.GOOD, new BigDecimal(80)), new GradeBand(Grade.FAIR, new BigDecimal(60)),
                        new GradeBand(Grade.POOR, BigDecimal.ZERO)), params, "公开的自评表", false);
    }

    static IndicatorValue row(String level1, String level2, String name, String target, String actual, int weight) {
        return new IndicatorValue(level1, level2, name, Formula.AT_LEAST, target, actual, "%", new BigDecimal(weight), null, "");
    }

    /** 10 for the execution, 60 for 95 of 100, 30 for 30 of 40. */
    static Appraisal appraisal(Evaluator evaluator, UUID project) {
        return new Appraisal(UUID.nameUUIDFromBytes(evaluator.name().getBytes(java.nio.charset.StandardCharsets.US_ASCII)), project, "政务服务一体化平台", "湖州市数据局", 2025,
                "self", evaluator, new Execution(Money.ofWan(600), Money.ofWan(600), Money.ofWan(600)), "", "",
                List.of(row("产出指标", "数量指标", "接入事项数", "100", "95", 60), row("效益指标", "社会效益", "活跃率", "40", "30", 30)), "", false, null, "chen", NOW, 1);
    }

    synchronized Appraisal keep(Appraisal appraisal) {
        kept.put(appraisal.id(), appraisal);
        return appraisal;
    }

    @Override
    public synchronized List<Appraisal> list() {
        return List.copyOf(kept.values());
    }

    @Override
    public synchronized Appraisal get(UUID id) {
        return kept.get(id);
    }

    @Override
    public List<PerformanceTemplate> templates() {
        return templates;
    }

    @Override
    public Appraisal blank(String template, UUID project, int year, Evaluator evaluator) {
        return new Appraisal(UUID.nameUUIDFromBytes(new byte[] {9}), project, "政务服务一体化平台", "湖州市数据局", year, template, evaluator, new Execution(null, null, null), "", "",
                List.of(row("产出指标", "数量指标", "", "", "", 90)), "", false, null, "chen", NOW, 0);
    }

    @Override
    public UsageEvidence usage(Appraisal appraisal) {
        return usage;
    }

    @Override
    public ScoreSheet score(Appraisal appraisal) {
        return Scoring.score(appraisal, templates.stream().filter(each -> each.id().equals(appraisal.template())).findFirst().orElseThrow());
    }

    @Override
    public synchronized Appraisal save(Appraisal a) {
        Appraisal stored = kept.get(a.id());
        if (stored != null && stored.rowVersion() != a.rowVersion()) {
            throw new StaleWrite(a.projectName(), a, stored);
        }
        saves++;
        return keep(with(a, a.settled(), a.settledReason()));
    }

    private static Appraisal with(Appraisal a, boolean settled, String why) {
        return new Appraisal(a.id(), a.project(), a.projectName(), a.unit(), a.year(), a.template(), a.evaluator(), a.execution(), a.goal(), a.achieved(), a.rows(), a.note(), settled,
                why, "chen", NOW, a.rowVersion() + 1);
    }

    @Override
    public synchronized Appraisal reopen(UUID id, String why) {
        return keep(with(get(id), false, null));
    }

    @Override
    public synchronized Appraisal settle(UUID id, String why) {
        reason = why;
        return keep(with(kept.get(id), true, why));
    }

    @Override
    public Appraisal read(Path file, String template, Progress progress) {
        return reader.apply(file);
    }

    @Override
    public synchronized void write(Appraisal appraisal, Path target) {
        written.add(target);
    }
}
