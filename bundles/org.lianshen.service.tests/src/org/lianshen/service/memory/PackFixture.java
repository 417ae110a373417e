package org.lianshen.service.memory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.Clause;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.GradeBand;
import org.lianshen.model.pack.IndicatorRow;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.ReviewBody.Kind;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.pack.UsageMeasure;
import org.lianshen.model.pack.WorkCalendar;

/** A small rule pack built in code, six bodies, for tests that must not depend on the shipped packs. {@link #pack()} is the whole; the builder methods change one thing. */
public final class PackFixture {

    private final Map<String, Param> params = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final Map<String, RuleSpec> rules = new LinkedHashMap<>();
    private final List<ReviewBody> bodies = new ArrayList<>();
    private final List<CheckItem> items = new ArrayList<>();
    private final List<UnitRecord> units = new ArrayList<>();
    private String version = "2026.1";

    public PackFixture() {
        body("DATA", "市数据局", Kind.DATA, true, "D");
        body("DRC", "市发展改革委", Kind.PLANNING, false, "F");
        body("FIN", "市财政局", Kind.FINANCE, false, "C");
        body("CAC", "市委网信办", Kind.CYBERSPACE, false, "W");
        body("PSB", "市公安局", Kind.POLICE, false, "G");
        body("CRYPTO", "市委机要局", Kind.CIPHER, false, "M");
        item("D2", "DATA", false);
        item("D5", "DATA", true);
        item("D6", "DATA", true);
        item("F1", "DRC", false);
        item("C2", "FIN", true);
        item("C3", "FIN", false);
        item("W1", "CAC", false);
        item("G1", "PSB", true);
        item("M1", "CRYPTO", true);
        for (String rule : List.of("B01", "B03", "B04", "B05", "B06", "B09", "B11", "B12", "B17", "B28", "B29", "B30", "B32", "B39")) {
            rule(rule, Severity.E);
        }
        defaults();
        unit("330500-EDU", "市教育局", "湖州市教育局");
        unit("330500-HEALTH", "市卫生健康委", "湖州市卫生健康委员会");
    }

    /** Monday to Friday without holidays. */
    public static WorkCalendar calendar() {
        return new WorkCalendar(Set.of(), Set.of(), LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31), "test", false);
    }

    public static RulePack pack() {
        return new PackFixture().build();
    }

    public PackFixture version(String text) {
        version = text;
        return this;
    }

    public PackFixture param(String key, String value, String unit) {
        params.put(key, new Param(key, value, unit, key, key, "test", false, ""));
        return this;
    }

    public PackFixture list(String name, String... words) {
        lists.put(name, List.of(words));
        return this;
    }

    public PackFixture rule(String id, Severity severity) {
        rules.put(id, new RuleSpec(id, severity, "规则" + id, "Rule " + id, "整改", "Fix it", "", "test", false, Map.of(), true));
        return this;
    }

    public PackFixture unit(String code, String name, String... aliases) {
        units.add(new UnitRecord(code, name, List.of(aliases), "政府部门", "", "330500", Optional.empty(), Optional.empty(), "test"));
        return this;
    }

    public RulePack build() {
        var clause = new Clause("Q1", "关于规范政务信息化项目管理的通知", "", "一", "", "未经联审的项目不得纳入预算", false, "");
        return new RulePack("huzhou", "330500", "湖州市", "Huzhou", version, LocalDate.of(2025, 1, 1), Optional.empty(), "test", bodies, items, params,
                Map.of("Q1", clause), rules, calendar(), units, List.of(template(params)), lists);
    }

    /** The parameters and lists that services read, with the values of the common pack. */
    private void defaults() {
        param("limit.small", "", "yuan").param("limit.quotes", "", "yuan");
        param("days.findingReply", "5", "workdays").param("days.findingRectify", "15", "workdays").param("waiver.maxMonths", "12", "months");
        param("review.maxRounds", "3", "count").param("review.overdueIsConsent", "false", "boolean");
        param("review.quorumNumerator", "2", "count").param("review.quorumDenominator", "3", "count");
        param("days.formCheck", "3", "workdays").param("days.supplement", "10", "workdays").param("days.countersign", "5", "workdays");
        param("days.summary", "3", "workdays").param("days.verify", "3", "workdays").param("days.condition", "20", "workdays").param("days.warnShare", "0.7", "ratio");
        param("approval.validMonths", "24", "months").param("project.mostMonths", "36", "months").param("plan.mostYears", "3", "years");
        param("ops.freeMonths", "24", "months").param("cipher.planSeverity", "W", "text").param("attachments.severity", "W", "text");
        param("account.mostFailures", "5", "count").param("account.lockMinutes", "15", "count");
        param("estimate.integrationLeast", "0.06", "ratio").param("estimate.integrationMost", "0.08", "ratio");
        param("estimate.managementLeast", "0.01", "ratio").param("estimate.managementMost", "0.02", "ratio");
        param("estimate.reserveLeast", "0.05", "ratio").param("estimate.reserveMost", "0.1", "ratio").param("estimate.functionMostMonths", "6", "count");
        param("similarity.high", "0.7", "ratio").param("similarity.medium", "0.4", "ratio");
        param("similarity.weightName", "0.25", "ratio").param("similarity.weightFunctions", "0.5", "ratio");
        param("match.nameSimilarity", "0.85", "ratio").param("match.amountTolerance", "0.1", "ratio");
        param("match.nearAmountLeast", "0.6", "ratio").param("match.equalAmountLeast", "0.5", "ratio").param("match.partAmountLeast", "0.75", "ratio");
        param("match.partCoveredLeast", "0.9", "ratio").param("match.coveredNameLeast", "0.5", "ratio").param("match.alikeUnitLeast", "0.6", "ratio");
        param("match.otherUnitLeast", "0.95", "ratio").param("match.lead", "0.05", "ratio");
        param("budget.overTolerance", "0", "yuan").param("budget.roundingTolerance", "100", "yuan").param("ops.windDownMonths", "3", "months");
        param("perf.warnBelow", "70", "points").param("perf.fairLeastCut", "0.1", "ratio").param("perf.executionExplainBelow", "0.9", "ratio");
        param("perf.redGap", "0.05", "ratio").param("perf.yellowUnspent", "0.2", "ratio").param("perf.overAchieve", "0.3", "ratio");
        param("perf.overAchieveMostCut", "0.2", "ratio").param("perf.tierReached", "0.8", "ratio").param("perf.tierPartly", "0.6", "ratio");
        param("estimate.priceDeviation", "0.3", "ratio").list("price.lumpMeasures", "项", "批");
        param("limit.expertLarge", "", "yuan").param("limit.expertSecond", "", "yuan").param("expert.least", "3", "count").param("expert.leastLarge", "5", "count");
        param("expert.leastCost", "1", "count").param("expert.leastSecurity", "1", "count").param("expert.mostSameUnit", "1", "count").param("expert.avoidYears", "3", "years");
        param("expert.notRecommendedBelow", "60", "points").param("expert.spread", "25", "points").param("expert.outlier", "15", "points");
        param("expert.item.necessity", "40", "points").param("expert.item.plan", "40", "points").param("expert.item.budget", "20", "points");
        linkageLists();
        list("secret.words", "涉密", "机密", "绝密", "秘密级").list("name.bannedWords", "大脑").list("match.phaseWords", "一期", "二期", "三期");
        list("estimate.negative", "打印机", "大屏").list("estimate.ownHardware", "服务器", "机房").list("build.unified", "数字证书", "通用审批");
        list("attachments.build", "申报函", "建设方案").list("attachments.operation", "申报函", "运维方案").list("attachments.upgrade", "前期绩效报告");
        list("attachments.cloud", "云资源申请表").list("attachments.protection", "等保定级材料").list("attachments.cipher", "密码应用方案");
    }

    private void linkageLists() {
        list("it.keywords", "系统", "平台", "软件", "智慧", "信息化").list("it.exclusions", "供水系统").list("it.ecoCodes", "30907", "31007");
        list("it.ecoCodesWithKeyword", "30213", "30227").list("it.procurementPrefixes", "A0201", "C16");
        list("match.noiseWords", "项目", "建设", "采购").list("similarity.stopWords", "系统", "平台", "管理", "智慧");
        list("kind.operations", "运维", "维护").list("kind.build", "建设", "升级").list("kind.software", "软件");
        list("eco.wrongForSoftware", "30201").list("eco.wrongForBuild", "30213").list("eco.wrongForOperations", "310");
        list("eco.rightForSoftware", "31007").list("eco.rightForBuild", "31007").list("eco.rightForOperations", "30213");
        list("fund.words", "一般公共预算=GENERAL_BUDGET").list("unit.abbreviations", "卫健=卫生健康").list("ops.pooledWords", "集中运维", "集约");
    }

    private void body(String code, String name, Kind kind, boolean lead, String group) {
        String unit = "330500-" + code;
        bodies.add(new ReviewBody(code, name, name.replace("市委", "").replace("市", ""), code, unit, kind, lead, true, true, Set.of(group), "Q1"));
        unit(unit, name, "湖州" + name);
    }

    private void item(String code, String body, boolean veto) {
        items.add(new CheckItem(code, body, "审查项" + code, "Check item " + code, veto, "", "test", false));
    }

    /** 预算执行率 10, 产出 50, 效益 30, 满意度 10. */
    private static PerformanceTemplate template(Map<String, Param> params) {
        var rows = List.of(row("产出指标", "数量指标", 50, Formula.AT_LEAST), row("效益指标", "社会效益", 30, Formula.TIERS),
                new IndicatorRow("满意度指标", "服务对象满意度", "", "", BigDecimal.TEN, Formula.AT_LEAST, "", "%", UsageMeasure.GOOD_SHARE));
        var bands = List.of(new GradeBand(Grade.EXCELLENT, new BigDecimal("90")), new GradeBand(Grade.GOOD, new BigDecimal("80")),
                new GradeBand(Grade.FAIR, new BigDecimal("60")), new GradeBand(Grade.POOR, BigDecimal.ZERO));
        return new PerformanceTemplate("self-10-50-30-10", "PROJECT", "项目支出绩效自评表", "Self-evaluation of project expenditure", BigDecimal.TEN, rows, bands,
                params, "test", false);
    }

    private static IndicatorRow row(String level1, String level2, int weight, Formula formula) {
        return new IndicatorRow(level1, level2, "", "", BigDecimal.valueOf(weight), formula, "", "", null);
    }
}
