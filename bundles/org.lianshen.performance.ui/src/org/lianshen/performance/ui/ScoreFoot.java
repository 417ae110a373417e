package org.lianshen.performance.ui;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.ScoredRow;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.Why;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** Below the sheet: whether the weights add up, the total, the grade with its band, what follows from it, and 为什么 of the row at hand or of the total. */
final class ScoreFoot {

    private final Kit kit;
    private final Look look;
    private final Texts texts;
    private final PerformanceMessages messages;
    private final AppraisalModel model;
    private final ScoreTable table;
    private final Composite area;
    private final Label weights;
    private final Label total;
    private final Label advice;
    private final FlatButton why;
    private ScoreLine asked;

    ScoreFoot(Composite parent, Kit kit, Texts texts, PerformanceMessages messages, AppraisalModel model, ScoreTable table) {
        this.kit = kit;
        this.texts = texts;
        this.messages = messages;
        this.model = model;
        this.table = table;
        look = kit.look();
        kit.line(parent);
        area = kit.row(parent, 4);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(look.u(6), look.u(3)).spacing(look.u(5), 0).applyTo(area);
        weights = kit.text(area, "");
        total = kit.bold(area, "");
        advice = kit.muted(area, "");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(advice);
        why = kit.button(area, kit.messages().whyAsk, this::explain);
        why.block(messages.notScored);
    }

    /** @param line selected in the sheet, or null */
    void at(ScoreLine line) {
        asked = line;
    }

    void show() {
        ScoreSheet sheet = model.sheet();
        if (sheet == null) {
            return;
        }
        String sum = sheet.weightTotal().stripTrailingZeros().toPlainString();
        weights.setText(messages.format(model.weightsAgree() ? messages.weightsAgree : messages.weightsDiffer, sum));
        weights.setForeground(look.tone(model.weightsAgree() ? Tone.OK : Tone.BLOCK));
        total.setText(messages.format(messages.total, sheet.total().toPlainString(), grade(sheet.grade()), band()));
        advice.setText(advice(sheet.grade()));
        why.allow();
        area.layout(true);
    }

    private String grade(Grade grade) {
        return texts.get("performance.grade." + grade.name());
    }

    /** Where the grade begins and ends: 80 ≤ 得分 < 90. */
    private String band() {
        return model.band().map(band -> band.below() == null ? messages.format(messages.bandAbove, band.from().toPlainString())
                : messages.format(messages.bandWithin, band.from().toPlainString(), band.below().toPlainString())).orElse("");
    }

    private String advice(Grade grade) {
        return switch (grade) {
            case EXCELLENT -> messages.adviceExcellent;
            case GOOD -> messages.adviceGood;
            case FAIR -> messages.adviceFair;
            case POOR -> messages.advicePoor;
        };
    }

    private void explain() {
        ScoredRow row = asked == null ? null : model.scored(asked).orElse(null);
        kit.why(why, row == null ? ofTotal() : ofRow(row));
    }

    private Why ofRow(ScoredRow row) {
        IndicatorValue value = row.row();
        String name = value.level3().isEmpty() ? value.level1() : value.level3();
        var compared = new ArrayList<Why.Value>();
        compared.add(new Why.Value(texts.get("performance.head.target"), messages.format(messages.withUnit, value.target(), value.unit()), ""));
        compared.add(new Why.Value(texts.get("performance.head.actual"), value.actual().isEmpty() ? messages.missing : messages.format(messages.withUnit, value.actual(), value.unit()), ""));
        compared.add(new Why.Value(texts.get("performance.head.weight"), value.weight() == null ? messages.missing : value.weight().toPlainString(), ""));
        compared.add(new Why.Value(texts.get("performance.head.formula"), texts.format(row.formula()), ""));
        if (row.flag() != null) {
            compared.add(new Why.Value(texts.get("performance.head.flag"), texts.format(row.flag()), ""));
        }
        return new Why(messages.format(messages.whyRow, name, row.score().toPlainString()), row.flag() == null ? Tone.OK : Tone.WARN, table.sign(value.formula()), clauses(), compared);
    }

    private Why ofTotal() {
        ScoreSheet sheet = model.sheet();
        var compared = new ArrayList<Why.Value>();
        for (ScoredRow row : sheet.rows()) {
            compared.add(new Why.Value(row.row().level3().isEmpty() ? row.row().level1() : row.row().level3(), row.score().toPlainString(), texts.format(row.formula())));
        }
        return new Why(messages.format(messages.total, sheet.total().toPlainString(), grade(sheet.grade()), band()), tone(sheet.grade()), model.template().name(), clauses(), compared);
    }

    private List<Why.Clause> clauses() {
        return List.of(new Why.Clause(model.template().name(), "", model.template().basis(), model.template().verified()));
    }

    static Tone tone(Grade grade) {
        return switch (grade) {
            case EXCELLENT, GOOD -> Tone.OK;
            case FAIR -> Tone.WARN;
            case POOR -> Tone.BLOCK;
        };
    }
}
