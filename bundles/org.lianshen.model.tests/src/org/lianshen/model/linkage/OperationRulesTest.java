package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.pack.Grade;

/** B17, B28, B29, B30: operation, grades, closing. */
class OperationRulesTest {

    private final Scene scene = new Scene();

    private void operationLine(String yuan) {
        scene.line("市教育局", "2026年智慧校园平台运维服务", yuan, BudgetField.ECONOMIC_CODE, "30213");
    }

    @Test
    void b17FiresWhereNothingOfTheKindWasBuilt() {
        scene.project("LS-1", "教育资源公共服务平台建设项目", "市教育局").built();
        operationLine("80000.00");
        assertEquals(List.of("E B17.none"), scene.of("B17"));
    }

    @Test
    void b17FiresWhenTheProjectIsStillBeingBuiltOrAnotherUnits() {
        scene.project("LS-1", "智慧校园平台建设项目", "市教育局");
        scene.project("LS-2", "智慧校园平台建设项目", "市公安局").built();
        operationLine("80000.00");
        assertEquals(List.of("E B17.none"), scene.of("B17"));
    }

    @Test
    void b17StaysSilentForABuiltSystem() {
        scene.project("LS-1", "智慧校园平台建设项目", "湖州市教育局").built();
        operationLine("80000.00");
        scene.line("市教育局", "智慧校园平台建设", "80000.00");
        assertEquals(List.of(), scene.of("B17"));
    }

    @Test
    void b28FiresForPoorAndWarnsBelowTheLine() {
        Scene.Project project = scene.project("LS-1", "智慧校园平台建设项目", "市教育局").built().graded(2025, "59.99", Grade.POOR);
        operationLine("80000.00");
        assertEquals(List.of("E B28.poor"), scene.of("B28"));
        assertEquals(project.id(), scene.findings("B28").getFirst().project());
        project.graded(2026, "69.99", Grade.FAIR);
        assertEquals(List.of("W B28.low"), scene.of("B28"));
    }

    @Test
    void b28HoldsAtTheLineAndWithoutMoney() {
        scene.project("LS-1", "智慧校园平台建设项目", "市教育局").built().graded(2025, "70.00", Grade.FAIR);
        scene.project("LS-2", "智慧食堂平台建设项目", "市教育局").built().graded(2025, "10.00", Grade.POOR);
        operationLine("80000.00");
        scene.line("市教育局", "智慧食堂平台运维", "0.00");
        assertEquals(List.of(), scene.of("B28"));
    }

    @Test
    void b28LooksAtTheNewestGrade() {
        scene.project("LS-1", "智慧校园平台建设项目", "市教育局").built().graded(2024, "50.00", Grade.POOR).graded(2025, "91.00", Grade.EXCELLENT);
        operationLine("80000.00");
        assertEquals(List.of(), scene.of("B28"));
    }

    @Test
    void b29FiresForOperationAfterTheWindDown() {
        scene.project("LS-1", "智慧校园平台建设项目", "市教育局").built().more(LedgerColumn.DISPOSAL, "关停 2025-09-30");
        operationLine("80000.00");
        assertEquals(List.of("E B29.after"), scene.of("B29"));
        assertEquals("2025-12-30", scene.findings("B29").getFirst().evidence().get("linkage.evidence.windDownUntil"));
    }

    @Test
    void b29WarnsWhereTheWindDownEndsInTheYearAndBlocksWithoutADate() {
        Scene.Project project = scene.project("LS-1", "智慧校园平台建设项目", "市教育局").built().more(LedgerColumn.DISPOSAL, "并(2025-10-01)");
        operationLine("80000.00");
        assertEquals(List.of("W B29.partly"), scene.of("B29"));
        project.more(LedgerColumn.DISPOSAL, "停");
        assertEquals(List.of("E B29.closed"), scene.of("B29"));
    }

    @Test
    void b29StaysSilentForWhatGoesOn() {
        scene.project("LS-1", "智慧校园平台建设项目", "市教育局").built().more(LedgerColumn.DISPOSAL, "保留");
        scene.project("LS-2", "智慧食堂平台建设项目", "市教育局").built().more(LedgerColumn.DISPOSAL, "不关停");
        operationLine("80000.00");
        scene.line("市教育局", "智慧食堂平台运维", "80000.00");
        assertEquals(List.of(), scene.of("B29"));
    }

    private void fairWith(String before, String now) {
        scene.project("LS-1", "智慧校园平台建设项目", "市教育局").built().graded(2025, "75.00", Grade.FAIR);
        if (before != null) {
            scene.line(2025, SheetKind.ANNUAL, "市教育局", "2025年智慧校园平台运维服务", before);
        }
        operationLine(now);
    }

    @Test
    void b30FiresOneFenAboveTheAdvisedCut() {
        fairWith("100000.00", "90000.01");
        assertEquals(List.of("W B30.uncut"), scene.of("B30"));
        assertEquals(Money.parseYuan("90000.00"), scene.findings("B30").getFirst().approved());
    }

    @Test
    void b30HoldsAtTheAdvisedCut() {
        fairWith("100000.00", "90000.00");
        assertEquals(List.of(), scene.of("B30"));
    }

    @Test
    void b30NeedsLastYearToCompareWith() {
        fairWith(null, "90000.00");
        assertEquals(List.of(), scene.of("B30"));
    }
}
