package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerColumn;

/** B33 to B37: payments against quotas, contract and budget, in the order of days and to the fen. */
class PaymentRulesTest {

    private static final String NO = "LS-330500-2025-0001";
    private static final String DOC = "湖财预〔2026〕15号";
    private final Scene scene = new Scene();
    private final Scene.Project project = scene.project(NO, "智慧校园平台建设项目", "市教育局");

    private BudgetLine quota(String yuan, String document, String day) {
        return scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", yuan, BudgetField.DOCUMENT_NO, document, BudgetField.DOCUMENT_DATE, day);
    }

    private BudgetLine payment(String yuan, String document, String day) {
        return scene.line(2026, SheetKind.PAYMENT, "市教育局", "智慧校园平台", yuan, BudgetField.DOCUMENT_NO, document, BudgetField.PAY_DATE, day);
    }

    private List<Object> said(String rule) {
        return scene.findings(rule).getFirst().message().args().stream().skip(2).map(Object.class::cast).toList();
    }

    private String shown(String rule, String label) {
        return scene.findings(rule).getFirst().evidence().get("linkage.evidence." + label);
    }

    @Test
    void b33FiresOneFenAboveTheQuotaWithAllPayments() {
        quota("500000.00", DOC, "2026-02-01");
        BudgetLine first = payment("300000.00", DOC, "2026-03-01");
        BudgetLine last = payment("200000.01", DOC, "2026-04-01");
        assertEquals(List.of("E B33.over"), scene.of("B33"));
        Finding finding = scene.findings("B33").getFirst();
        assertEquals(Money.parseYuan("0.01"), finding.difference());
        assertEquals(List.of(last.id(), first.id()), finding.lines());
        assertEquals(List.of("智慧校园平台", Money.parseYuan("500000.01"), Money.parseYuan("500000.00"), Money.parseYuan("0.01")), said("B33"));
        assertEquals("预算表!5 " + DOC + " 2026-02-01 500000.00", shown("B33", "quotas"));
    }

    @Test
    void b33HoldsToTheFenAndOnTheDayOfTheQuota() {
        quota("500000.00", DOC, "2026-02-01");
        payment("500000.00", DOC, "2026-02-01");
        assertEquals(List.of(), scene.of("B33"));
    }

    @Test
    void b33FiresForAPaymentTheDayBeforeItsQuota() {
        quota("500000.00", DOC, "2026-02-01");
        payment("100000.00", DOC, "2026-01-31");
        assertEquals(List.of("E B33.early"), scene.of("B33"));
        assertEquals(List.of("智慧校园平台", Money.parseYuan("100000.00"), LocalDate.of(2026, 1, 31), DOC, LocalDate.of(2026, 2, 1)), said("B33"));
        assertEquals("0.00", shown("B33", "quota"));
    }

    @Test
    void b33FiresForANumberThatTheQuotasDoNotHave() {
        quota("500000.00", DOC, "2026-02-01");
        payment("100000.00", "湖财预〔2026〕51号", "2026-03-01");
        assertEquals(List.of("E B33.noQuota"), scene.of("B33"));
        assertEquals("湖财预〔2026〕51号", shown("B33", "documentNo"));
    }

    @Test
    void b33ReadsNumbersWhateverTheirBrackets() {
        quota("500000.00", DOC, "2026-02-01");
        payment("100000.00", "湖财预【2026】15号", "2026-03-01");
        assertEquals(List.of(), scene.of("B33"));
    }

    @Test
    void b33GivesRefundsBackAndLeavesThemAlone() {
        quota("500000.00", DOC, "2026-02-01");
        payment("500000.00", DOC, "2026-03-01");
        payment("-100000.00", DOC, "2026-03-10");
        payment("100000.00", DOC, "2026-03-20");
        assertEquals(List.of(), scene.of("B33"));
    }

    @Test
    void b33HoldsPaymentsWithoutNumberAgainstAllQuotasOfTheYearAndCutsTakeAway() {
        quota("300000.00", DOC, "2026-02-01");
        quota("200000.00", "湖财预〔2026〕16号", "2026-02-02");
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "100000.00", BudgetField.DOCUMENT_NO, "湖财预〔2026〕17号", BudgetField.ADJUST_DIRECTION, BudgetLine.DOWN);
        scene.line(2026, SheetKind.PAYMENT, "市教育局", "智慧校园平台", "400000.00", BudgetField.PAY_DATE, "2026-03-01");
        assertEquals(List.of(), scene.of("B33"));
        scene.line(2026, SheetKind.PAYMENT, "市教育局", "智慧校园平台", "0.01", BudgetField.PAY_DATE, "2026-03-02");
        assertEquals(List.of("E B33.over"), scene.of("B33"));
    }

    @Test
    void b33SaysNothingWithoutQuotas() {
        payment("500000.00", DOC, "2026-03-01");
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧食堂平台", "1.00", BudgetField.DOCUMENT_NO, DOC);
        assertEquals(List.of(), scene.of("B33"));
    }

    /** Whatever the order of rows: it fires exactly where some day's payments exceed what was issued by that day. */
    @Test
    void b33AgreesWithADayByDaySum() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var scene = new Scene();
            scene.project(NO, "智慧校园平台建设项目", "市教育局");
            long[] issued = new long[10];
            long[] paid = new long[10];
            for (int i = random.nextInt(3) + 1; i > 0; i--) {
                int day = random.nextInt(10);
                int yuan = random.nextInt(50);
                issued[day] += yuan;
                scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", yuan + ".00", BudgetField.DOCUMENT_NO, DOC, BudgetField.DOCUMENT_DATE, "2026-03-1" + day);
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                int day = random.nextInt(10);
                int yuan = random.nextInt(30) + 1;
                paid[day] += yuan;
                scene.line(2026, SheetKind.PAYMENT, "市教育局", "智慧校园平台", yuan + ".00", BudgetField.DOCUMENT_NO, DOC, BudgetField.PAY_DATE, "2026-03-1" + day);
            }
            long balance = 0;
            boolean short_ = false;
            for (int day = 0; day < 10; day++) {
                balance += issued[day] - paid[day];
                short_ |= balance < 0;
            }
            List<String> found = scene.of("B33");
            assertEquals(short_, !found.isEmpty(), "seed " + seed);
            assertEquals(balance < 0, found.contains("E B33.over"), "seed " + seed);
        }
    }

    @Test
    void b34FiresOneFenAboveTheApprovedAmount() {
        project.approved("1000000.00").more(LedgerColumn.CONTRACT_AMOUNT, "1000000.01");
        scene.line("市教育局", "智慧校园平台", "1.00");
        assertEquals(List.of("E B34.contractOver"), scene.of("B34"));
        assertEquals(List.of("智慧校园平台建设项目", Money.parseYuan("1000000.01"), Money.parseYuan("1000000.00"), Money.parseYuan("0.01")), said("B34"));
        project.more(LedgerColumn.CONTRACT_AMOUNT, "1000000.00");
        assertEquals(List.of(), scene.of("B34"));
    }

    @Test
    void b34FiresForPaymentsAboveTheContractAndNotForRefundedOnes() {
        project.more(LedgerColumn.CONTRACT_AMOUNT, "900000.00");
        payment("900000.01", "", "2026-03-01");
        assertEquals(List.of("E B34.paidOverContract"), scene.of("B34"));
        assertEquals("900000.01", shown("B34", "paid"));
        payment("-0.01", "", "2026-03-02");
        assertEquals(List.of(), scene.of("B34"));
    }

    @Test
    void b34WithoutContractHoldsPaymentsAgainstTheApprovedAmount() {
        payment("1000000.01", "", "2026-03-01");
        assertEquals(List.of("E B34.paidOverApproved"), scene.of("B34"));
        assertEquals(Money.parseYuan("0.01"), scene.findings("B34").getFirst().difference());
    }

    @Test
    void b34FiresForContractAndPaymentBeforeProcurement() {
        project.more(LedgerColumn.PROCUREMENT_MODE, "公开招标(招标中)").more(LedgerColumn.CONTRACT_AMOUNT, "900000.00");
        scene.line("市教育局", "智慧校园平台", "1.00");
        assertEquals(List.of("E B34.signedFirst"), scene.of("B34"));
        payment("100000.00", "", "2026-03-01");
        assertEquals(List.of("E B34.paidFirst"), scene.of("B34"));
        assertEquals("公开招标(招标中)", shown("B34", "procurementMode"));
    }

    @Test
    void b34SaysNothingOfWhatIsNotKnown() {
        project.more(LedgerColumn.PROCUREMENT_MODE, "公开招标");
        payment("100000.00", "", "2026-03-01");
        assertEquals(List.of(), scene.of("B34"));
        project.more(LedgerColumn.PROCUREMENT_MODE, "").more(LedgerColumn.CONTRACT_AMOUNT, "见合同");
        assertEquals(List.of(), scene.of("B34"));
    }

    @Test
    void b34LeavesOperationOfWhatWasBuiltAside() {
        project.built().more(LedgerColumn.CONTRACT_AMOUNT, "100000.00");
        scene.line(2026, SheetKind.PAYMENT, "市教育局", "智慧校园平台运维", "200000.00", BudgetField.REVIEW_NO, NO, BudgetField.PAY_DATE, "2026-03-01");
        assertEquals(List.of(), scene.of("B34"));
    }

    @Test
    void b35FiresOneFenAboveTheShareOfTheContract() {
        project.more(LedgerColumn.CONTRACT_AMOUNT, "1000000.00");
        payment("300000.01", "", "2026-03-01");
        assertEquals(List.of("W B35.high"), scene.of("B35"));
        assertEquals(Money.parseYuan("300000.00"), scene.findings("B35").getFirst().approved());
        assertEquals("30%", shown("B35", "share"));
        assertEquals("30%", shown("B35", "mostShare"));
    }

    @Test
    void b35HoldsAtTheShareAndAddsUpTheFirstDay() {
        project.more(LedgerColumn.CONTRACT_AMOUNT, "1000000.00");
        payment("200000.00", "", "2026-03-01");
        payment("100000.00", "", "2026-03-01");
        payment("500000.00", "", "2026-06-01");
        assertEquals(List.of(), scene.of("B35"));
        payment("0.01", "", "2026-03-01");
        assertEquals(List.of("W B35.high"), scene.of("B35"));
    }

    @Test
    void b35IsSilentAfterAcceptanceWithoutContractAndWithoutDays() {
        payment("900000.00", "", "2026-03-01");
        assertEquals(List.of(), scene.of("B35"));
        project.more(LedgerColumn.CONTRACT_AMOUNT, "1000000.00").more(LedgerColumn.FIRST_ACCEPTANCE, "2026-03-01");
        assertEquals(List.of(), scene.of("B35"));
        project.more(LedgerColumn.FIRST_ACCEPTANCE, "2026-03-02");
        assertEquals(List.of("W B35.high"), scene.of("B35"));
        scene.line(2026, SheetKind.PAYMENT, "市教育局", "智慧校园平台", "1.00");
        assertEquals(List.of(), scene.of("B35"));
    }

    @Test
    void b35IsSilentWhereThePlaceHasSetNoShare() {
        scene.pack(Packs.with(Map.of("advance.warn", "")));
        project.more(LedgerColumn.CONTRACT_AMOUNT, "1000000.00");
        payment("900000.00", "", "2026-03-01");
        assertEquals(List.of(), scene.of("B35"));
    }

    @Test
    void b36FiresOneFenBelowFromTheLastDayOfSeptember() {
        scene.line("市教育局", "智慧校园平台", "1000000.00");
        payment("599999.99", "", "2026-09-30");
        assertEquals(List.of(), scene.asOf("2026-09-29").of("B36"));
        assertEquals(List.of("W B36.september"), scene.asOf("2026-09-30").of("B36"));
        assertEquals(Money.parseYuan("1000000.00"), scene.findings("B36").getFirst().amount());
        assertEquals("60%", shown("B36", "share"));
        assertEquals("599999.99", shown("B36", "paid"));
    }

    @Test
    void b36HoldsAtTheShareAndCountsNoLaterPayment() {
        scene.line("市教育局", "智慧校园平台", "1000000.00");
        payment("600000.00", "", "2026-09-30");
        assertEquals(List.of(), scene.asOf("2026-09-30").of("B36"));
        payment("300000.00", "", "2027-01-01");
        assertEquals(List.of("W B36.yearEnd"), scene.asOf("2026-12-31").of("B36"));
        assertEquals("600000.00", shown("B36", "paid"));
    }

    @Test
    void b36FiresForNothingPaidWhereTheUnitsPaymentsAreKnown() {
        scene.line("市教育局", "智慧校园平台", "1000000.00");
        assertEquals(List.of(), scene.asOf("2026-10-15").of("B36"));
        scene.line(2026, SheetKind.PAYMENT, "湖州市教育局", "办公用品", "10.00", BudgetField.PAY_DATE, "2026-03-01");
        assertEquals(List.of("W B36.september"), scene.of("B36"));
        assertEquals("0%", shown("B36", "share"));
    }

    @Test
    void b36HasNoRateWithoutBudget() {
        scene.line("市教育局", "智慧校园平台", "0.00");
        payment("10.00", "", "2026-03-01");
        assertEquals(List.of(), scene.asOf("2026-12-31").of("B36"));
    }

    @Test
    void b36AddsUpTheLinesOfAProjectAndTakesRefundsOff() {
        scene.line("市教育局", "智慧校园平台", "600000.00", BudgetField.ECONOMIC_CODE, "31007");
        scene.line("市教育局", "智慧校园平台", "400000.00", BudgetField.ECONOMIC_CODE, "30227");
        payment("900000.00", "", "2026-03-01");
        assertEquals(List.of(), scene.asOf("2026-12-31").of("B36"));
        payment("-0.01", "", "2026-04-01");
        assertEquals(List.of("W B36.yearEnd"), scene.of("B36"));
        assertEquals(2, scene.findings("B36").getFirst().lines().size());
    }

    private void carried(String type, String document) {
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "80000.00", BudgetField.BUDGET_TYPE, type, BudgetField.DOCUMENT_NO, document);
    }

    @Test
    void b37FiresForMoneyOfThreeYearsAgo() {
        project.valid("2023-05-01", "2027-04-30");
        carried("2023年结转", DOC);
        assertEquals(List.of("W B37.old"), scene.of("B37"));
        assertEquals(List.of("智慧校园平台", Money.parseYuan("80000.00"), 2023, 3, 2, LocalDate.of(2023, 5, 1)), said("B37"));
    }

    @Test
    void b37HoldsAtTwoYearsAndReadsTheDocument() {
        project.valid("2022-05-01", "2027-04-30");
        carried("上年结转", "湖财预〔2024〕15号");
        assertEquals(List.of(), scene.of("B37"));
        carried("上年结转", "湖财预〔2023〕15号");
        assertEquals(List.of("W B37.old"), scene.of("B37"));
    }

    @Test
    void b37IsSilentAfterANewReviewAndForOtherMoney() {
        project.valid("2024-01-02", "2027-04-30");
        carried("2023年结转", DOC);
        assertEquals(List.of(), scene.of("B37"));
        var others = new Scene();
        others.project(NO, "智慧校园平台建设项目", "市教育局").valid("2020-05-01", "2027-04-30");
        others.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "80000.00", BudgetField.BUDGET_TYPE, "年初预算", BudgetField.DOCUMENT_NO, "湖财预〔2020〕15号");
        others.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "80000.00", BudgetField.BUDGET_TYPE, "上年结转", BudgetField.DOCUMENT_NO, "");
        others.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "-80000.00", BudgetField.BUDGET_TYPE, "2020年结转");
        assertEquals(List.of(), others.of("B37"));
    }
}
