package org.lianshen.performance.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.Appraisal.Evaluator;
import org.lianshen.model.performance.Execution;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.performance.Scoring;
import org.lianshen.performance.ui.AppraisalModel.Band;
import org.lianshen.performance.ui.ScoreLine.Kind;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.text.Language;

class AppraisalModelTest {

    private final AppraisalModel model = new AppraisalModel();

    @BeforeEach
    void load() {
        load(KeptAppraisals.appraisal(Evaluator.SELF, KeptAppraisals.PROJECT));
    }

    private void load(Appraisal appraisal) {
        model.load(appraisal, KeptAppraisals.template(), Scoring.score(appraisal, KeptAppraisals.template()));
    }

    private void score() {
        model.scored(model.appraisal(), Scoring.score(model.appraisal(), model.template()));
    }

    private ScoreLine line(String name) {
        return model.lines().stream().filter(line -> line.indicator() && line.value().level3().equals(name)).findFirst().orElseThrow();
    }

    private void type(String name, String actual) {
        var lines = new ArrayList<>(model.lines());
        ScoreLine line = line(name);
        IndicatorValue row = line.value();
        lines.set(lines.indexOf(line), line.with(new IndicatorValue(row.level1(), row.level2(), row.level3(), row.formula(), row.target(), actual, row.unit(), row.weight(), null, "")));
        model.lines(lines);
    }

    @Test
    void theSheetIsTheExecutionThenGroupsWithTheirRows() {
        assertEquals(List.of(Kind.EXECUTION, Kind.GROUP, Kind.INDICATOR, Kind.GROUP, Kind.INDICATOR), model.lines().stream().map(ScoreLine::kind).toList());
        assertEquals(new BigDecimal(60), model.weight(model.lines().get(1)));
        assertEquals(new BigDecimal("57.00"), model.score(model.lines().get(1)));
        assertEquals(new BigDecimal("10.00"), model.score(model.lines().getFirst()));
    }

    @Test
    void rowsOfOneGroupStandTogether() {
        Appraisal mixed = KeptAppraisals.appraisal(Evaluator.SELF, KeptAppraisals.PROJECT);
        var rows = new ArrayList<>(mixed.rows());
        rows.add(KeptAppraisals.row("产出指标", "质量指标", "一次办成率", "95", "91", 10));
        load(new Appraisal(mixed.id(), mixed.project(), mixed.projectName(), mixed.unit(), mixed.year(), mixed.template(), mixed.evaluator(), mixed.execution(), "", "", rows, "",
                false, null, "chen", KeptAppraisals.NOW, 1));
        assertEquals(List.of("接入事项数", "一次办成率", "活跃率"), model.appraisal().rows().stream().map(IndicatorValue::level3).toList());
        assertNull(model.sheet());
        score();
        assertEquals(new BigDecimal("22.50"), model.score(line("活跃率")));
    }

    @Test
    void typingIsScoredAndUnsaved() {
        type("活跃率", "40");
        assertTrue(model.dirty());
        score();
        assertEquals(new BigDecimal("30.00"), model.score(line("活跃率")));
        assertEquals(new BigDecimal("97.00"), model.sheet().total());
        assertEquals(Grade.EXCELLENT, model.sheet().grade());
    }

    @Test
    void scoresOfSomethingOlderAreDropped() {
        Appraisal before = model.appraisal();
        var sheet = model.sheet();
        type("活跃率", "10");
        model.scored(before, Scoring.score(before, model.template()));
        assertEquals(sheet, model.sheet());
        assertEquals(1, model.sheet().rows().stream().filter(row -> row.row().actual().equals("30")).count());
    }

    @Test
    void theBandOfAGradeIsTold() {
        assertEquals(new Band(new BigDecimal(80), new BigDecimal(90)), model.band().orElseThrow());
        type("活跃率", "40");
        score();
        assertEquals(new Band(new BigDecimal(90), null), model.band().orElseThrow());
    }

    @Test
    void weightsThatDoNotAddUpAreSeen() {
        assertTrue(model.weightsAgree());
        model.remove(List.of(line("活跃率")));
        score();
        assertFalse(model.weightsAgree());
        assertEquals(new BigDecimal("70.00"), model.sheet().weightTotal());
    }

    @Test
    void anIndicatorIsAddedBelowTheOneAtHandInItsGroup() {
        model.add(line("接入事项数"));
        assertEquals(List.of("产出指标", "产出指标", "效益指标"), model.appraisal().rows().stream().map(IndicatorValue::level1).toList());
        assertEquals("", model.appraisal().rows().get(1).level3());
        model.add(null);
        assertEquals("效益指标", model.appraisal().rows().getLast().level1());
    }

    @Test
    void aTrialStoresNothingAndIsUndone() {
        Appraisal before = model.appraisal();
        model.startTrial();
        type("活跃率", "1");
        score();
        assertFalse(model.dirty());
        assertEquals(new BigDecimal("67.75"), model.sheet().total());
        model.endTrial();
        assertEquals(before, model.appraisal());
        assertNull(model.sheet());
        assertFalse(model.dirty());
    }

    @Test
    void whatWasTypedWhileStoringStaysUnsaved() {
        type("活跃率", "35");
        Appraisal sent = model.appraisal();
        model.execution(new Execution(Money.ofWan(600), Money.ofWan(600), Money.ofWan(300)));
        Appraisal kept = new KeptAppraisals().save(sent);
        model.saved(sent, kept);
        assertTrue(model.dirty());
        assertEquals(2, model.appraisal().rowVersion());
        assertEquals(Money.ofWan(300), model.appraisal().execution().executed());
    }

    @Test
    void aRowBelowItsTargetAsksForAReason() {
        assertEquals("performance.flag.reason", model.flag(line("活跃率")).key());
        assertNull(model.flag(model.lines().get(1)));
    }

    @Test
    void tyingChangesProjectNameAndUnit() {
        UUID other = UUID.nameUUIDFromBytes(new byte[] {7});
        model.tieTo(other, "区域影像云", "湖州市卫生健康委员会");
        assertEquals(other, model.appraisal().project());
        assertEquals("区域影像云", model.appraisal().projectName());
        assertTrue(model.dirty());
    }

    @Test
    void everyColumnThatIsTypedIntoStandsInTheSheet() {
        var table = new ScoreTable(model, new Texts(Language.CHINESE.locale()), new PerformanceMessages(Language.CHINESE));
        var ids = table.spec().columns().stream().map(column -> column.id()).toList();
        assertTrue(ids.containsAll(table.edits().keySet()));
        var sign = table.edits().get("sign");
        ScoreLine changed = sign.set().apply(line("活跃率"), "≤");
        assertEquals("AT_MOST", changed.value().formula().name());
        assertFalse(sign.editable().test(model.lines().getFirst()));
    }
}
