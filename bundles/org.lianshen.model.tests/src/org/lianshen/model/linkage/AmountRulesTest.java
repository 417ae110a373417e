package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.proposal.FundKind;

/** B06, B09, B12, B32: amounts to the fen. */
class AmountRulesTest {

    private static final String NO = "LS-330500-2025-0001";
    private final Scene scene = new Scene();
    private final Scene.Project project = scene.project(NO, "智慧校园平台建设项目", "市教育局").approved("1000000.05");

    private void line(int year, SheetKind kind, String yuan, Object... more) {
        scene.line(year, kind, "市教育局", "智慧校园平台", yuan, more);
    }

    @Test
    void b06FiresOneFenAboveTheApprovedTotalOverAllYears() {
        line(2025, SheetKind.ANNUAL, "600000.03");
        line(2026, SheetKind.ANNUAL, "400000.03");
        Finding finding = scene.findings("B06").getFirst();
        assertEquals(List.of("E B06.over"), scene.of("B06"));
        assertEquals(Money.parseYuan("1000000.06"), finding.amount());
        assertEquals(Money.parseYuan("0.01"), finding.difference());
        assertEquals(2, finding.lines().size());
        assertEquals("2025: 600000.03\n2026: 400000.03", finding.evidence().get("linkage.evidence.years"));
    }

    @Test
    void b06HoldsToTheFen() {
        line(2025, SheetKind.ANNUAL, "600000.02");
        line(2026, SheetKind.ANNUAL, "400000.03");
        assertEquals(List.of(), scene.of("B06"));
    }

    @Test
    void b06CountsTheMoneyOfAYearOnce() {
        line(2026, SheetKind.ANNUAL, "900000.00");
        line(2026, SheetKind.QUOTA, "900000.00");
        line(2026, SheetKind.PAYMENT, "900000.00", BudgetField.PAY_DATE, "2026-03-01");
        assertEquals(List.of(), scene.of("B06"));
    }

    @Test
    void b06AllowsTheRoundingOfSheetsInWan() {
        project.approved("999950.00");
        line(2025, SheetKind.ANNUAL, "500000.00");
        line(2026, SheetKind.ANNUAL, "500000.00");
        assertEquals(List.of(), scene.of("B06"));
        project.approved("999899.99");
        assertEquals(List.of("E B06.over"), scene.of("B06"));
    }

    @Test
    void b06LeavesOperationOfWhatWasBuiltAside() {
        line(2025, SheetKind.ANNUAL, "1000000.05");
        scene.line("市教育局", "智慧校园平台运维", "80000.00", BudgetField.REVIEW_NO, NO);
        assertEquals(List.of(), scene.of("B06"));
    }

    @Test
    void b09FiresForASourceThatWasNotApproved() {
        project.fund(2026, FundKind.GENERAL_BUDGET, "1000000.05");
        line(2026, SheetKind.ANNUAL, "500000.00", BudgetField.FUND_TYPE, "政府性基金预算资金");
        assertEquals(List.of("E B09.notApproved"), scene.of("B09"));
        assertEquals("1000000.05", scene.findings("B09").getFirst().evidence().get("proposal.fund.GENERAL_BUDGET"));
    }

    @Test
    void b09FiresOneFenAboveWhatTheSourceMayGive() {
        project.fund(2026, FundKind.GENERAL_BUDGET, "600000.00").fund(2026, FundKind.UNIT_FUND, "400000.05");
        line(2026, SheetKind.ANNUAL, "600000.01", BudgetField.FUND_TYPE, "一般公共预算资金");
        line(2026, SheetKind.ANNUAL, "400000.04", BudgetField.FUND_TYPE, "单位资金");
        assertEquals(List.of("E B09.over"), scene.of("B09"));
        assertEquals(Money.parseYuan("0.01"), scene.findings("B09").getFirst().difference());
    }

    @Test
    void b09CountsGrantsFromAboveAsGeneralBudgetAndIgnoresUnknownWords() {
        project.fund(2026, FundKind.GENERAL_BUDGET, "600000.00").fund(2026, FundKind.PROVINCE_GRANT, "400000.05");
        line(2026, SheetKind.ANNUAL, "1000000.05", BudgetField.FUND_TYPE, "一般公共预算资金");
        line(2026, SheetKind.ANNUAL, "1.00", BudgetField.FUND_TYPE, "以前年度结余");
        assertEquals(List.of(), scene.of("B09"));
    }

    @Test
    void b12FiresForTheSameItemTwice() {
        line(2026, SheetKind.ANNUAL, "300000.00", BudgetField.ECONOMIC_CODE, "31007", BudgetField.FUND_TYPE, "一般公共预算资金");
        line(2026, SheetKind.ANNUAL, "200000.00", BudgetField.ECONOMIC_CODE, "31007", BudgetField.FUND_TYPE, "一般公共预算资金");
        assertEquals(List.of("E B12.again"), scene.of("B12"));
        Finding finding = scene.findings("B12").getFirst();
        assertEquals("预算.xlsx 预算表!5", finding.evidence().get("linkage.evidence.firstLine"));
        assertEquals("预算.xlsx 预算表!6", finding.evidence().get("linkage.evidence.line"));
    }

    @Test
    void b12LeavesOtherCodesSourcesAndYearsAlone() {
        line(2026, SheetKind.ANNUAL, "300000.00", BudgetField.ECONOMIC_CODE, "31007", BudgetField.FUND_TYPE, "一般公共预算资金");
        line(2026, SheetKind.ANNUAL, "300000.00", BudgetField.ECONOMIC_CODE, "30227", BudgetField.FUND_TYPE, "一般公共预算资金");
        line(2026, SheetKind.ANNUAL, "300000.00", BudgetField.ECONOMIC_CODE, "31007", BudgetField.FUND_TYPE, "单位资金");
        line(2025, SheetKind.ANNUAL, "300000.00", BudgetField.ECONOMIC_CODE, "31007", BudgetField.FUND_TYPE, "一般公共预算资金");
        assertEquals(List.of(), scene.of("B12"));
    }

    @Test
    void b12WithoutCodeOrSourceAsksForTheSameAmountToo() {
        line(2026, SheetKind.ANNUAL, "300000.00");
        line(2026, SheetKind.ANNUAL, "300000.01");
        assertEquals(List.of(), scene.of("B12"));
        line(2026, SheetKind.ANNUAL, "300000.01");
        assertEquals(List.of("E B12.again"), scene.of("B12"));
    }

    @Test
    void b32FiresForAPaymentTheDayBefore() {
        project.valid("2026-03-10", "2028-03-09");
        line(2026, SheetKind.PAYMENT, "250000.00", BudgetField.PAY_DATE, "2026-03-09", BudgetField.PAYEE, "某公司");
        assertEquals(List.of("E B32.early"), scene.of("B32"));
        assertEquals("2026-03-09", scene.findings("B32").getFirst().evidence().get("linkage.evidence.paidOn"));
    }

    @Test
    void b32AllowsTheDayOfApprovalAndRefunds() {
        project.valid("2026-03-10", "2028-03-09");
        line(2026, SheetKind.PAYMENT, "250000.00", BudgetField.PAY_DATE, "2026-03-10");
        line(2026, SheetKind.PAYMENT, "-250000.00", BudgetField.PAY_DATE, "2026-03-01");
        assertEquals(List.of(), scene.of("B32"));
    }

    @Test
    void b32LooksAtPaymentsOnly() {
        project.valid("2026-03-10", "2028-03-09");
        line(2026, SheetKind.QUOTA, "250000.00", BudgetField.PAY_DATE, "2026-03-01");
        assertEquals(List.of(), scene.of("B32"));
    }
}
