package org.lianshen.model.linkage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.pack.ReviewBody;

/** Limits and words of the examples' pack for the rules from B31 on. */
final class PackWords {

    static final Set<String> WARNINGS = Set.of("B31", "B35", "B36", "B37", "B38", "B41", "B43", "B44", "B46", "B47", "B48", "B51", "B52", "B53");
    static final Set<String> HINTS = Set.of("B40", "B49", "B50");

    private PackWords() {
    }

    static void params(Map<String, String> values) {
        values.put("advance.warn", "0.3");
        values.put("execution.septemberLeast", "0.6");
        values.put("execution.yearEndLeast", "0.9");
        values.put("carryOver.mostYears", "2");
        values.put("procurement.least", "500000");
        values.put("budget.idleRounds", "2");
        values.put("ceiling.pool", "");
    }

    static List<ReviewBody> bodies() {
        return List.of(body("DATA", "市数据局", ReviewBody.Kind.DATA), body("CAC", "市委网信办", ReviewBody.Kind.CYBERSPACE), body("PSB", "市公安局", ReviewBody.Kind.POLICE),
                body("FIN", "市财政局", ReviewBody.Kind.FINANCE));
    }

    private static ReviewBody body(String code, String name, ReviewBody.Kind kind) {
        return new ReviewBody(code, name, name, code, "", kind, code.equals("DATA"), true, true, Set.of(), "");
    }

    static void lists(Map<String, List<String>> lists) {
        lists.put("security.bodyKinds", List.of("CYBERSPACE", "POLICE", "DATA"));
        lists.put("procurement.pendingWords", List.of("待采购", "招标中"));
        lists.put("procurement.cataloguePrefixes", List.of("A0201", "C16"));
        lists.put("budget.carryOverWords", List.of("结转", "结余"));
        lists.put("budget.additionWords", List.of("追加"));
        lists.put("function.anyUnit", List.of("20141"));
        lists.put("function.unitFields", List.of("教育=205", "卫生健康=210", "体育=207"));
        lists.put("code.lettersNotForIt", List.of("R"));
        lists.put("goals.weightSums", List.of("90", "100"));
        lists.put("bond.words", List.of("专项债"));
        lists.put("income.words", List.of("收益", "收费"));
        lists.put("income.denials", List.of("无收益", "不收费"));
        lists.put("fund.upperWords", List.of("上级补助", "省级补助", "转移支付"));
        lists.put("fund.upperDenials", List.of("上级补助收入"));
        lists.put("mobile.words", List.of("APP", "小程序"));
        lists.put("mobile.unifiedWords", List.of("浙里办"));
        lists.put("data.purchaseWords", List.of("数据采购", "购买数据"));
        lists.put("ai.words", List.of("大模型", "智能体"));
        lists.put("burden.words", List.of("打卡", "积分排名"));
        lists.put("burden.denials", List.of("取消打卡"));
        lists.put("ceiling.units", List.of());
    }
}
