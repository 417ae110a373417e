package org.lianshen.model.expert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.Message;
import org.lianshen.model.expert.ExpertRules.Item;
import org.lianshen.model.review.Overall;

/**
 * An expert's score sheet (domain.md §3.5, §3.6).
 *
 * @param versionNo   of the proposal that was judged
 * @param points      by item code
 * @param plan        opinion on the plan 方案
 * @param budget      opinion on the budget 预算
 * @param risk        opinion on the risks 风险
 * @param reasonsNot  不可行性: reasons not to build; must be filled in where there is a second assessor
 * @param conclusion  AGREE 通过, AGREE_WITH_CHANGES 修改后通过 or DISAGREE 不通过; null in a draft
 * @param unbound     回避声明: the expert declares that nothing binds him or her to the project
 */
public record ScoreSheet(int versionNo, Map<String, BigDecimal> points, String plan, String budget, String risk, String reasonsNot, Overall conclusion, boolean unbound) {

    public ScoreSheet {
        points = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(points));
        plan = text(plan);
        budget = text(budget);
        risk = text(risk);
        reasonsNot = text(reasonsNot);
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }

    public static ScoreSheet blank(int versionNo) {
        return new ScoreSheet(versionNo, Map.of(), "", "", "", "", null, false);
    }

    /** Sum of the points that are there. */
    public BigDecimal total() {
        return points.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What keeps the sheet from being signed, first thing first; empty where it can be. @param second whether the project has a second assessor */
    public List<Message> missing(ExpertRules rules, boolean second) {
        var missing = new ArrayList<Message>();
        for (Item item : rules.items()) {
            BigDecimal given = points.get(item.code());
            if (given == null) {
                missing.add(Message.of("expert.missing.points", title(item)));
            } else if (given.signum() < 0 || given.compareTo(item.points()) > 0 || given.stripTrailingZeros().scale() > 1) {
                missing.add(Message.of("expert.missing.range", title(item), given.toPlainString(), item.points().toPlainString()));
            }
        }
        points.keySet().stream().filter(code -> rules.items().stream().noneMatch(item -> item.code().equals(code))).findFirst()
                .ifPresent(code -> missing.add(Message.of("expert.missing.unknownItem", code)));
        if (plan.isEmpty()) {
            missing.add(Message.of("expert.missing.plan"));
        }
        if (second && reasonsNot.isEmpty()) {
            missing.add(Message.of("expert.missing.reasonsNot"));
        }
        if (conclusion != Overall.AGREE && conclusion != Overall.AGREE_WITH_CHANGES && conclusion != Overall.DISAGREE) {
            missing.add(Message.of("expert.missing.conclusion"));
        }
        if (!unbound) {
            missing.add(Message.of("expert.missing.unbound"));
        }
        return missing;
    }

    /** In both languages. */
    public static Message title(Item item) {
        return Message.of("expert.itemName", item.title(), item.titleEn());
    }
}
