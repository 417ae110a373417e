package org.lianshen.model.linkage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianshen.model.linkage.rule.Rule;
import org.lianshen.model.linkage.rule.Rules;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.pack.WorkCalendar;

/** A small pack of a city with the values that the examples are computed with. */
final class Packs {

    private static final Set<String> WARNINGS = Set.of("B02", "B07", "B08", "B10", "B13", "B14", "B16", "B19", "B23", "B24", "B25", "B30", "B39");

    private Packs() {
    }

    static RulePack city() {
        return with(Map.of());
    }

    /** With another list. */
    static RulePack listed(String name, List<String> words) {
        RulePack pack = city();
        Map<String, List<String>> lists = new LinkedHashMap<>(pack.lists());
        lists.put(name, words);
        return new RulePack(pack.place(), pack.divisionCode(), pack.name(), pack.nameEn(), pack.version(), pack.validFrom(), pack.validTo(), pack.basis(), pack.bodies(),
                pack.checkItems(), pack.params(), pack.clauses(), pack.rules(), pack.calendar(), pack.units(), pack.templates(), lists);
    }

    static RulePack with(Map<String, String> changed) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("match.nameSimilarity", "0.85");
        values.put("match.amountTolerance", "0.1");
        List.of("nearAmountLeast=0.6", "equalAmountLeast=0.5", "partAmountLeast=0.75", "partCoveredLeast=0.9", "coveredNameLeast=0.5", "alikeUnitLeast=0.6",
                "otherUnitLeast=0.95", "lead=0.05").forEach(each -> values.put("match." + each.split("=")[0], each.split("=")[1]));
        values.put("similarity.medium", "0.4");
        values.put("budget.overTolerance", "0");
        values.put("budget.roundingTolerance", "100");
        values.put("perf.warnBelow", "70");
        values.put("perf.fairLeastCut", "0.1");
        values.put("ops.windDownMonths", "3");
        values.put("budget.yearTolerance", "0");
        values.put("similarity.high", "0.7");
        values.put("repeat.leastLetters", "4");
        values.put("split.windowMonths", "12");
        values.put("split.similarity", "0.75");
        values.put("limit.apply", "");
        values.put("limit.small", "");
        values.put("limit.expert", "");
        values.put("limit.feasibility", "");
        values.put("limit.justBelow", "0.95");
        values.put("ops.freeMonths", "24");
        values.put("ops.capSoftware", "");
        values.put("ops.capHardware", "");
        values.put("ops.riseWarn", "0.1");
        values.put("renewal.protectionLevel3", "12");
        values.put("renewal.protectionLevel2", "24");
        values.put("renewal.cipher", "12");
        values.put("county.ownCloudBlocked", "true");
        PackWords.params(values);
        values.putAll(changed);
        Map<String, Param> params = new LinkedHashMap<>();
        values.forEach((key, value) -> params.put(key, new Param(key, value, "ratio", key, key, "test", false, "")));
        Map<String, RuleSpec> rules = new LinkedHashMap<>();
        for (Rule rule : Rules.all()) {
            boolean hint = rule.id().equals("B15") || PackWords.HINTS.contains(rule.id());
            boolean warning = WARNINGS.contains(rule.id()) || PackWords.WARNINGS.contains(rule.id());
            Severity severity = hint ? Severity.I : warning ? Severity.W : Severity.E;
            rules.put(rule.id(), new RuleSpec(rule.id(), severity, rule.id(), rule.id(), "处理", "act", "", "test", false, Map.of(), true));
        }
        return new RulePack("huzhou", "330500", "湖州市", "Huzhou", "2026.1", LocalDate.of(2025, 1, 1), Optional.empty(), "test", PackWords.bodies(), List.of(), params,
                Map.of(), rules, new WorkCalendar(Set.of(), Set.of(), LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31), "test", false), units(), List.of(), lists());
    }

    private static List<UnitRecord> units() {
        return List.of(unit("DATA", "湖州市数据局", "", "市数据局", "市大数据局", "湖州市大数据发展管理局"), unit("HEALTH", "湖州市卫生健康委员会", "", "市卫生健康委"),
                unit("HOSPITAL", "湖州市第一人民医院", "HEALTH", "市一院"), unit("CAC", "中共湖州市委宣传部", "", "市委宣传部(市委网信办)", "市委网信办"),
                unit("FIN", "湖州市财政局", "", "市财政局"));
    }

    private static UnitRecord unit(String code, String name, String competent, String... aliases) {
        return new UnitRecord(code, name, List.of(aliases), "政府部门", competent, "330500", Optional.empty(), Optional.empty(), "test");
    }

    private static Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("it.keywords", List.of("信息化", "系统", "平台", "软件", "智慧", "云", "运维", "机房", "APP"));
        lists.put("it.exclusions", List.of("供水系统", "系统培训", "白云"));
        lists.put("it.ecoCodes", List.of("30907", "31007"));
        lists.put("it.ecoCodesWithKeyword", List.of("30903", "31003", "30213", "30227"));
        lists.put("it.procurementPrefixes", List.of("A0201", "C16"));
        lists.put("match.noiseWords", List.of("项目", "建设", "采购", "工程"));
        lists.put("similarity.stopWords", List.of("系统", "平台", "管理", "智慧", "数字"));
        lists.put("kind.operations", List.of("运维", "运行维护", "维护", "维保"));
        lists.put("kind.build", List.of("建设", "升级", "改造", "开发"));
        lists.put("kind.software", List.of("软件", "授权"));
        lists.put("eco.wrongForSoftware", List.of("30201", "30299"));
        lists.put("eco.wrongForBuild", List.of("30213"));
        lists.put("eco.wrongForOperations", List.of("310"));
        lists.put("eco.rightForSoftware", List.of("31007", "31022"));
        lists.put("eco.rightForBuild", List.of("31007"));
        lists.put("eco.rightForOperations", List.of("30213", "30227"));
        lists.put("catalogue.endedWords", List.of("停用", "注销", "处置"));
        lists.put("fund.otherLevels", List.of("CENTRAL_GRANT", "PROVINCE_GRANT", "CITY_GRANT"));
        lists.put("scope.filedWords", List.of("备案", "不在联审范围"));
        lists.put("scope.evidence", List.of("备案文件", "范围认定意见"));
        lists.put("repeat.everydayWords", List.of("网络安全", "等级保护", "测评", "信息化", "服务", "设备", "软件"));
        lists.put("eco.construction", List.of("309"));
        lists.put("eco.purchase", List.of("309", "310"));
        lists.put("estimate.ownHardware", List.of("服务器", "存储", "机房"));
        lists.put("cloud.ownNetwork", List.of("专网"));
        lists.put("cloud.sharedWords", List.of("云服务器", "服务器租用", "云存储"));
        lists.put("ops.changeWords", List.of("变更", "扩容"));
        lists.put("ops.pooledWords", List.of("集中运维", "集约", "统一运维"));
        lists.put("ops.pooledCategories", List.of("数字安全", "数据归集"));
        lists.put("ops.pooledCategoryWords", List.of("数字安全=网络安全|防火墙", "数据归集=数据汇聚"));
        lists.put("payment.finalWords", List.of("尾款", "质保金"));
        lists.put("acceptance.openStates", List.of("在建", "试运行"));
        PackWords.lists(lists);
        lists.put("unit.abbreviations", List.of("卫健=卫生健康", "发改=发展改革", "人社=人力资源社会保障"));
        lists.put("fund.words", List.of("一般公共预算=GENERAL_BUDGET|PROVINCE_GRANT", "政府性基金=GOVERNMENT_FUND", "单位资金=UNIT_FUND"));
        return lists;
    }
}
