package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading.TotalCheck;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.review.State;

/** B45, B46, B50, B51: what changes in the course of the year, what never came, and totals. */
class AdjustmentRulesTest {

    private static final String NO = "LS-330500-2025-0001";
    private final Scene scene = new Scene();
    private final Scene.Project project = scene.project(NO, "智慧校园平台建设项目", "市教育局");

    private BudgetLine added(String yuan, String day) {
        return scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", yuan, BudgetField.ADJUST_DIRECTION, BudgetLine.UP, BudgetField.DOCUMENT_NO, "湖财预〔2026〕88号",
                BudgetField.DOCUMENT_DATE, day);
    }

    private String shown(String rule, String label) {
        return scene.findings(rule).getFirst().evidence().get("linkage.evidence." + label);
    }

    @Test
    void b45FiresOneFenAboveTheApprovedAmount() {
        scene.line("市教育局", "智慧校园平台", "900000.00");
        added("100000.01", "2026-07-01");
        assertEquals(List.of("E B45.over"), scene.of("B45"));
        Finding finding = scene.findings("B45").getFirst();
        assertEquals(Money.parseYuan("1000000.01"), finding.amount());
        assertEquals(Money.parseYuan("0.01"), finding.difference());
        assertEquals("湖财预〔2026〕88号", shown("B45", "documentNo"));
    }

    @Test
    void b45HoldsToTheFenAndCountsTheYearOnce() {
        scene.line("市教育局", "智慧校园平台", "900000.00");
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "900000.00", BudgetField.DOCUMENT_NO, "湖财预〔2026〕1号");
        added("100000.00", "2026-07-01");
        assertEquals(List.of(), scene.of("B45"));
    }

    @Test
    void b45FiresTheDayBeforeTheApprovalAndNotOnIt() {
        project.valid("2026-07-02", "2028-07-01");
        added("10000.00", "2026-07-01");
        assertEquals(List.of("E B45.early"), scene.of("B45"));
        project.valid("2026-07-01", "2028-07-01");
        assertEquals(List.of(), scene.of("B45"));
    }

    @Test
    void b45TakesAdditionsInTheOrderOfTheirDocuments() {
        scene.line("市教育局", "智慧校园平台", "900000.00");
        BudgetLine later = added("60000.00", "2026-08-01");
        added("60000.00", "2026-07-01");
        assertEquals(List.of("E B45.over"), scene.of("B45"));
        assertEquals(later.id(), scene.findings("B45").getFirst().lines().getFirst());
    }

    @Test
    void b45ReadsTheWordAndLeavesCutsAndUnapprovedProjectsAlone() {
        scene.line("市教育局", "智慧校园平台", "1000000.00");
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "5.00", BudgetField.BUDGET_TYPE, "年中追加");
        assertEquals(List.of("E B45.over"), scene.of("B45"));
        project.state(State.REJECTED);
        assertEquals(List.of(), scene.of("B45"));
        var cut = new Scene();
        cut.project(NO, "智慧校园平台建设项目", "市教育局");
        cut.line("市教育局", "智慧校园平台", "1000000.00");
        cut.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "5.00", BudgetField.ADJUST_DIRECTION, BudgetLine.DOWN, BudgetField.BUDGET_TYPE, "年中追加");
        assertEquals(List.of(), cut.of("B45"));
    }

    private BudgetLine quota(String project, String yuan, Object... more) {
        return scene.line(2026, SheetKind.QUOTA, "市教育局", project, yuan, more);
    }

    @Test
    void b46FiresWhereTheOriginalLineIsOfAnotherProject() {
        quota("教学楼改造", "500000.00", BudgetField.LINE_ID, "Z001");
        BudgetLine moved = quota("智慧食堂系统", "80000.00", BudgetField.LINE_ID, "Z002", BudgetField.ORIGINAL_LINE, "Z001");
        assertEquals(List.of("W B46.in"), scene.of("B46"));
        Finding finding = scene.findings("B46").getFirst();
        assertEquals(moved.id(), finding.lines().getFirst());
        assertEquals(List.of("智慧食堂系统", Money.parseYuan("80000.00"), "教学楼改造"), finding.message().args().subList(2, 5));
        assertEquals("预算.xlsx 预算表!5: 市教育局 教学楼改造 500000.00", shown("B46", "otherSide"));
    }

    @Test
    void b46FiresOnBothSidesOfADocumentThatCancelsOut() {
        quota("智慧校园平台", "80000.00", BudgetField.ADJUST_DIRECTION, BudgetLine.DOWN, BudgetField.DOCUMENT_NO, "湖财预〔2026〕90号");
        quota("智慧食堂系统", "80000.00", BudgetField.ADJUST_DIRECTION, BudgetLine.UP, BudgetField.DOCUMENT_NO, "湖财预〔2026〕90号");
        assertEquals(List.of("W B46.out", "W B46.in"), scene.of("B46"));
    }

    @Test
    void b46HoldsWhereADocumentDoesNotCancelOut() {
        quota("智慧校园平台", "-80000.00", BudgetField.DOCUMENT_NO, "湖财预〔2026〕90号");
        quota("智慧食堂系统", "80000.01", BudgetField.DOCUMENT_NO, "湖财预〔2026〕90号");
        assertEquals(List.of(), scene.of("B46"));
    }

    @Test
    void b46LeavesChangesInsideAProjectAndOtherLinesAlone() {
        quota("智慧校园平台", "500000.00", BudgetField.LINE_ID, "Z001");
        quota("智慧校园平台建设项目", "-80000.00", BudgetField.LINE_ID, "Z002", BudgetField.ORIGINAL_LINE, "Z001");
        quota("教学楼改造", "-100.00", BudgetField.DOCUMENT_NO, "湖财预〔2026〕91号");
        quota("课桌椅", "100.00", BudgetField.DOCUMENT_NO, "湖财预〔2026〕91号");
        quota("智慧食堂系统", "80000.00", BudgetField.LINE_ID, "Z003", BudgetField.ORIGINAL_LINE, "Z999");
        assertEquals(List.of(), scene.of("B46"));
    }

    private Scene idle(String approvedOn) {
        project.valid(approvedOn, "2027-12-31");
        return scene.imported(2025);
    }

    @Test
    void b50FiresAfterTwoBudgetsWithoutALine() {
        idle("2024-12-31");
        assertEquals(List.of("I B50.idle"), scene.of("B50"));
        Finding finding = scene.findings("B50").getFirst();
        assertEquals(List.of(), finding.lines());
        assertEquals(project.id(), finding.project());
        assertEquals("市教育局", finding.unit());
        assertEquals("智慧校园平台建设项目", finding.projectName());
        assertNull(finding.amount());
        assertEquals(List.of("智慧校园平台建设项目", "市教育局", 2024, 2), finding.message().args().subList(2, 6));
        assertEquals("2025–2026", shown("B50", "rounds"));
    }

    @Test
    void b50HoldsForAnApprovalOfTheFirstBudgetsYear() {
        idle("2025-01-01");
        assertEquals(List.of(), scene.of("B50"));
    }

    @Test
    void b50NeedsBothBudgets() {
        project.valid("2024-12-31", "2027-12-31");
        assertEquals(List.of(), scene.of("B50"));
    }

    @Test
    void b50IsSilentForWhatHasALineOrMayHaveOneOrIsBought() {
        idle("2024-12-31");
        project.more(LedgerColumn.SUPPLIER, "某公司");
        assertEquals(List.of(), scene.of("B50"));
        project.more(LedgerColumn.SUPPLIER, "");
        scene.line(2025, SheetKind.ANNUAL, "市教育局", "智慧校园平台", "1.00");
        assertEquals(List.of(), scene.of("B50"));
        var maybe = new Scene();
        maybe.project(NO, "智慧校园安全管理平台建设项目", "市教育局").valid("2024-12-31", "2027-12-31");
        maybe.imported(2025).line("市教育局", "智慧校园安全管控平台", "1000000.00");
        assertEquals(1, maybe.check().lines().getFirst().candidates().size());
        assertEquals(List.of(), maybe.of("B50"));
    }

    @Test
    void findingsWithoutALineStandLast() {
        idle("2024-12-31");
        scene.line("市教育局", "智慧食堂系统", "5.00");
        List<Finding> findings = scene.check().findings();
        assertEquals("B50", findings.getLast().rule());
        assertEquals("B01", findings.getFirst().rule());
    }

    private static TotalCheck total(String stated, String read) {
        return new TotalCheck("F99", BudgetField.INITIAL, Money.parseYuan(stated), Money.parseYuan(read));
    }

    @Test
    void b51FiresForATotalThatIsAFenOff() {
        scene.line("市教育局", "智慧校园平台", "600000.00");
        scene.read(AmountUnit.YUAN, Set.of(), total("600000.01", "600000.00"), total("600000.00", "600000.00"));
        assertEquals(List.of("W B51.total"), scene.of("B51"));
        Finding finding = scene.findings("B51").getFirst();
        assertEquals(Money.parseYuan("-0.01"), finding.difference());
        assertEquals("预算.xlsx 预算表!F99", shown("B51", "totalCell"));
    }

    @Test
    void b51AllowsTheRoundingOfSheetsInWan() {
        scene.line("市教育局", "智慧校园平台", "600000.00");
        scene.read(AmountUnit.WAN, Set.of(), total("600100.00", "600000.00"));
        assertEquals(List.of(), scene.of("B51"));
        var off = new Scene();
        off.line("市教育局", "智慧校园平台", "600000.00");
        off.read(AmountUnit.WAN, Set.of(), total("600100.01", "600000.00"));
        assertEquals(List.of("W B51.total"), off.of("B51"));
    }

    @Test
    void b51FiresOneFenAboveThePoolAndIsSilentWithoutOne() {
        scene.line("市教育局", "智慧校园平台", "600000.00");
        scene.line("市公安局", "视频云", "400000.01");
        scene.line("市公安局", "办公楼修缮", "900000.00");
        scene.line(2026, SheetKind.PAYMENT, "市公安局", "视频云", "400000.01");
        assertEquals(List.of(), scene.of("B51"));
        scene.pack(Packs.with(Map.of("ceiling.pool", "1000000")));
        assertEquals(List.of("W B51.pool"), scene.of("B51"));
        assertEquals("0.01", shown("B51", "excess"));
        assertEquals(List.of(), scene.pack(Packs.with(Map.of("ceiling.pool", "1000000.01"))).of("B51"));
    }

    @Test
    void b51FiresForAUnitAboveItsCeilingWhateverItIsCalled() {
        scene.line("湖州市教育局", "智慧校园平台", "600000.00");
        scene.pack(Packs.listed("ceiling.units", List.of("市教育局=599999.99", "市公安局=1")));
        assertEquals(List.of("W B51.unit"), scene.of("B51"));
        assertEquals(Money.parseYuan("599999.99"), scene.findings("B51").getFirst().approved());
        assertEquals(List.of(), scene.pack(Packs.listed("ceiling.units", List.of("市教育局=600000"))).of("B51"));
    }
}
