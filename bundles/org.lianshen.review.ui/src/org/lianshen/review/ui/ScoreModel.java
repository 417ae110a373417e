package org.lianshen.review.ui;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.expert.ExpertRules;
import org.lianshen.model.expert.ExpertRules.Item;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.review.Overall;

/** The score sheet that an expert is filling in. No widgets. */
final class ScoreModel {

    private final ExpertRules rules;
    private final boolean second;
    private final int version;
    private final Map<String, String> typed = new LinkedHashMap<>();
    private String plan;
    private String budget;
    private String risk;
    private String reasonsNot;
    private Overall conclusion;
    private boolean unbound;

    /** @param second whether the reasons not to build must be filled in */
    ScoreModel(ExpertRules rules, boolean second, ScoreSheet sheet) {
        this.rules = rules;
        this.second = second;
        version = sheet.versionNo();
        sheet.points().forEach((item, points) -> typed.put(item, points.toPlainString()));
        plan = sheet.plan();
        budget = sheet.budget();
        risk = sheet.risk();
        reasonsNot = sheet.reasonsNot();
        conclusion = sheet.conclusion();
        unbound = sheet.unbound();
    }

    List<Item> items() {
        return rules.items();
    }

    boolean second() {
        return second;
    }

    String points(String item) {
        return typed.getOrDefault(item, "");
    }

    void points(String item, String text) {
        typed.put(item, text.strip());
    }

    /** Empty where what is typed is no number that the item can have. */
    Optional<BigDecimal> given(Item item) {
        String text = points(item.code());
        if (!text.matches("\\d{1,3}(\\.\\d)?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text)).filter(points -> points.compareTo(item.points()) <= 0);
    }

    BigDecimal total() {
        return rules.items().stream().map(this::given).flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    String plan() {
        return plan;
    }

    void plan(String text) {
        plan = text;
    }

    String budget() {
        return budget;
    }

    void budget(String text) {
        budget = text;
    }

    String risk() {
        return risk;
    }

    void risk(String text) {
        risk = text;
    }

    String reasonsNot() {
        return reasonsNot;
    }

    void reasonsNot(String text) {
        reasonsNot = text;
    }

    Overall conclusion() {
        return conclusion;
    }

    void conclusion(Overall chosen) {
        conclusion = chosen;
    }

    boolean unbound() {
        return unbound;
    }

    void unbound(boolean declared) {
        unbound = declared;
    }

    ScoreSheet sheet() {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        rules.items().forEach(item -> given(item).ifPresent(given -> points.put(item.code(), given)));
        return new ScoreSheet(version, points, plan, budget, risk, reasonsNot, conclusion, unbound);
    }

    /** First thing that keeps the sheet from being signed; empty where nothing does. */
    Optional<Message> missing() {
        for (Item item : rules.items()) {
            if (!points(item.code()).isEmpty() && given(item).isEmpty()) {
                return Optional.of(Message.of("expert.missing.range", ScoreSheet.title(item), points(item.code()), item.points().toPlainString()));
            }
        }
        return sheet().missing(rules, second).stream().findFirst();
    }
}
