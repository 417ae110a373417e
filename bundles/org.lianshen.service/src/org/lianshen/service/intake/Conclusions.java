package org.lianshen.service.intake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.Level;
import org.lianshen.model.proposal.Nature;
import org.lianshen.model.proposal.ProjectClass;
import org.lianshen.model.review.State;

/** Words of lists of reviewed projects as the values of the model. */
final class Conclusions {

    private static final Map<String, State> STATES = states();
    private static final Map<String, ProjectClass> CLASSES = new LinkedHashMap<>();
    private static final Map<String, Nature> NATURES = new LinkedHashMap<>();
    private static final Map<String, Level> LEVELS = new LinkedHashMap<>();
    private static final Map<String, FundKind> FUNDS = new LinkedHashMap<>();

    static {
        put(CLASSES, ProjectClass.CROSS, "多跨");
        put(CLASSES, ProjectClass.INFRA, "基础设施");
        put(CLASSES, ProjectClass.OPS, "运维", "运行维护");
        put(CLASSES, ProjectClass.XC, "信创", "密码改造", "密码应用");
        put(CLASSES, ProjectClass.AI, "智能", "算力", "模型", "人工智能");
        put(CLASSES, ProjectClass.DATA, "数据资源", "数据");
        put(CLASSES, ProjectClass.SVC, "购买服务", "服务");
        put(CLASSES, ProjectClass.APP, "业务应用", "应用", "app");
        put(NATURES, Nature.OPERATION, "运维", "运行维护");
        put(NATURES, Nature.CONTINUED, "续建");
        put(NATURES, Nature.UPGRADE, "改建", "升级", "迭代", "改造", "扩建");
        put(NATURES, Nature.SERVICE, "购买服务", "服务");
        put(NATURES, Nature.NEW, "新建");
        put(FUNDS, FundKind.SPECIAL_BOND, "专项债");
        put(FUNDS, FundKind.GENERAL_BOND, "一般债");
        put(FUNDS, FundKind.GENERAL_BUDGET, "一般公共预算", "公共财政", "本级财政");
        put(FUNDS, FundKind.GOVERNMENT_FUND, "政府性基金");
        put(FUNDS, FundKind.STATE_CAPITAL, "国有资本");
        put(FUNDS, FundKind.CENTRAL_GRANT, "中央补助", "中央资金");
        put(FUNDS, FundKind.PROVINCE_GRANT, "省补助", "省级补助", "省级资金");
        put(FUNDS, FundKind.CITY_GRANT, "市补助", "市级补助");
        put(FUNDS, FundKind.FISCAL_ACCOUNT, "财政专户");
        put(FUNDS, FundKind.FOREIGN_LOAN, "外债", "外国政府贷款");
        put(FUNDS, FundKind.ENTERPRISE, "企业投资");
        put(FUNDS, FundKind.SOCIAL, "社会资金", "社会资本");
        put(FUNDS, FundKind.SELF_RAISED, "自筹");
        put(FUNDS, FundKind.UNIT_FUND, "单位资金", "事业收入");
        put(LEVELS, Level.PROVINCE, "省");
        put(LEVELS, Level.GRASSROOTS, "基层");
        put(LEVELS, Level.COUNTY, "区", "县");
        put(LEVELS, Level.CITY, "市");
    }

    private Conclusions() {
    }

    /** In this order: 不予通过 holds 通过, 修改后通过 too. */
    private static Map<String, State> states() {
        var states = new LinkedHashMap<String, State>();
        put(states, State.REJECTED, "不予通过", "未通过", "不通过", "不同意", "否决", "不予立项", "驳回", "不予备案");
        put(states, State.CONDITIONAL, "修改后通过", "有条件通过", "附条件", "整改后通过", "修改后同意", "原则通过", "原则同意");
        put(states, State.RETURNED, "退回", "补正");
        put(states, State.DEFERRED, "暂缓", "缓议", "缓建");
        put(states, State.MERGED, "合并");
        put(states, State.WITHDRAWN, "撤销", "撤回", "撤项", "终止");
        put(states, State.EXPIRED, "过期", "失效");
        put(states, State.COUNTERSIGN, "会签中", "审核中", "联审中");
        put(states, State.READY_FOR_MEETING, "待上会");
        put(states, State.SUBMITTED, "已申报", "已受理", "待受理", "待备案");
        put(states, State.DRAFT, "草稿");
        put(states, State.APPROVED, "通过", "批复", "同意", "核定", "立项", "已审定", "已终验", "已验收", "已初验", "在建", "建设中", "已采购", "运行", "运维中", "已建成", "备案", "不在联审范围",
                "不属于联审范围", "不纳入联审", "无需联审", "免于联审", "免审");
        return states;
    }

    @SafeVarargs
    private static <V> void put(Map<String, V> words, V value, String... synonyms) {
        Arrays.stream(synonyms).forEach(word -> words.put(word, value));
    }

    private static <V extends Enum<V>> V find(Map<String, V> words, String text, Class<V> type) {
        String plain = HeadText.squeeze(text);
        for (V value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(plain)) {
                return value;
            }
        }
        return words.entrySet().stream().filter(entry -> plain.contains(entry.getKey())).map(Map.Entry::getValue).findFirst().orElse(null);
    }

    /** The one source of money that the words name; null where they name none that is known, or several whose shares are not said. */
    static FundKind onlyFund(String text) {
        String plain = HeadText.squeeze(text);
        var named = FUNDS.entrySet().stream().filter(entry -> plain.contains(entry.getKey())).map(Map.Entry::getValue).distinct().toList();
        return named.size() == 1 ? named.getFirst() : null;
    }

    /** Null if no word is known. */
    static State state(String text) {
        return find(STATES, text, State.class);
    }

    static String projectClass(String text) {
        return name(find(CLASSES, text, ProjectClass.class));
    }

    static String nature(String text) {
        return name(find(NATURES, text, Nature.class));
    }

    static String level(String text) {
        return name(find(LEVELS, text, Level.class));
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** Whether words of a state mean a system in use, so that O&M may refer to it. */
    static boolean operating(String text) {
        String plain = HeadText.squeeze(text);
        return plain.contains("运行") || plain.contains("运维") || plain.contains("终验") || plain.contains("已验收") || plain.contains("已建成") || plain.contains("投用");
    }
}
