package org.lianshen.performance.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.performance.Execution;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.performance.ui.ScoreLine.Kind;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Edit;

/** The scoring sheet: columns and how they are typed into. Sums and scores are read from the model, so that they are those of this moment. */
record ScoreTable(AppraisalModel model, Texts texts, PerformanceMessages messages) {

    private static final List<Formula> CHOICES = List.of(Formula.AT_LEAST, Formula.AT_MOST, Formula.EQUAL, Formula.INTERVAL, Formula.STEPS, Formula.TIERS, Formula.YES_NO);

    TableSpec<ScoreLine> spec() {
        return new TableSpec<>("performance.sheet", "performance.sheet.title",
                List.of(column("indicator", Type.TEXT, 15, this::indicator), column("level3", Type.TEXT, 18, line -> line.indicator() ? line.value().level3() : ""),
                        column("sign", Type.TEXT, 6, line -> line.indicator() ? sign(line.value().formula()) : ""),
                        column("target", Type.TEXT, 8, this::target), column("actual", Type.TEXT, 9, this::actual),
                        column("measure", Type.TEXT, 5, line -> line.indicator() ? line.value().unit() : line.kind() == Kind.EXECUTION ? messages.wanUnit : ""),
                        column("weight", Type.NUMBER, 5, line -> plain(model.weight(line))), column("score", Type.NUMBER, 6, model::score),
                        column("flag", Type.TEXT, 12, line -> said(model.flag(line))), column("reason", Type.TEXT, 15, this::reason),
                        column("formula", Type.TEXT, 30, line -> model.scored(line).map(row -> said(row.formula())).orElse(""))));
    }

    Map<String, Edit<ScoreLine>> edits() {
        return Map.of("indicator", text((row, v) -> changed(row, row.formula(), v.strip(), row.level3(), row.target(), row.actual(), row.unit(), row.weight(), row.reason())),
                "level3", text((row, v) -> changed(row, row.formula(), row.level2(), v, row.target(), row.actual(), row.unit(), row.weight(), row.reason())),
                "sign", Edit.<ScoreLine>choice(line -> CHOICES.stream().map(this::sign).toList(), (line, v) -> line.with(signed(line.value(), v))).only(this::editable),
                "target", text((row, v) -> changed(row, row.formula(), row.level2(), row.level3(), v, row.actual(), row.unit(), row.weight(), row.reason())),
                "actual", text((row, v) -> changed(row, row.formula(), row.level2(), row.level3(), row.target(), v, row.unit(), row.weight(), row.reason())),
                "measure", text((row, v) -> changed(row, row.formula(), row.level2(), row.level3(), row.target(), row.actual(), v, row.weight(), row.reason())),
                "weight", Edit.<ScoreLine>number((line, v) -> line.with(weighed(line.value(), v))).only(this::editable),
                "reason", text((row, v) -> changed(row, row.formula(), row.level2(), row.level3(), row.target(), row.actual(), row.unit(), row.weight(), v)));
    }

    private static Column<ScoreLine> column(String id, Type type, int width, Function<ScoreLine, ?> value) {
        return new Column<>(id, "performance.head." + id, type, width, value);
    }

    private boolean editable(ScoreLine line) {
        return line.indicator() && model.editable();
    }

    private Edit<ScoreLine> text(BiFunction<IndicatorValue, String, IndicatorValue> set) {
        return Edit.<ScoreLine>text((line, v) -> line.with(set.apply(line.value(), v))).only(this::editable);
    }

    private static IndicatorValue changed(IndicatorValue row, Formula formula, String level2, String level3, String target, String actual, String unit, BigDecimal weight,
            String reason) {
        return new IndicatorValue(row.level1(), level2, level3, formula, target, actual, unit, weight, row.claimed(), reason);
    }

    private static IndicatorValue weighed(IndicatorValue row, BigDecimal weight) {
        return changed(row, row.formula(), row.level2(), row.level3(), row.target(), row.actual(), row.unit(), weight, row.reason());
    }

    private IndicatorValue signed(IndicatorValue row, String word) {
        Formula chosen = CHOICES.stream().filter(formula -> sign(formula).equals(word)).findFirst().orElse(row.formula());
        return changed(row, chosen, row.level2(), row.level3(), row.target(), row.actual(), row.unit(), row.weight(), row.reason());
    }

    String sign(Formula formula) {
        return texts.get("performance.sign." + formula.name());
    }

    private String indicator(ScoreLine line) {
        return switch (line.kind()) {
            case EXECUTION -> texts.get("performance.execution");
            case GROUP -> line.group();
            case INDICATOR -> messages.format(messages.indented, line.value().level2());
        };
    }

    private String target(ScoreLine line) {
        return line.indicator() ? line.value().target() : line.kind() == Kind.EXECUTION ? wan(execution().budget()) : "";
    }

    private String actual(ScoreLine line) {
        return line.indicator() ? line.value().actual() : line.kind() == Kind.EXECUTION ? wan(execution().executed()) : "";
    }

    private String reason(ScoreLine line) {
        return line.indicator() ? line.value().reason() : line.kind() == Kind.EXECUTION ? model.appraisal().note() : "";
    }

    private Execution execution() {
        return model.appraisal().execution();
    }

    private static String wan(Money money) {
        return money == null ? "" : money.wanText();
    }

    private String said(Message message) {
        return message == null ? "" : texts.format(message);
    }

    private static BigDecimal plain(BigDecimal number) {
        return number == null ? null : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
