package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.proposal.DataItem;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;

/** B18 – B23 and B27: what a system must have before its operation is paid for, and how much that may be. */
class SystemRulesTest {

    private static final String NAME = "智慧校园平台建设项目";
    private final Scene scene = new Scene();
    private final Scene.Project system = scene.project("LS-1", NAME, "市教育局").built();

    private void operation(String yuan, Object... more) {
        operation(2026, yuan, more);
    }

    private void operation(int year, String yuan, Object... more) {
        scene.line(year, SheetKind.ANNUAL, "市教育局", year + "年智慧校园平台运维服务", yuan, more);
    }

    private Finding only(String rule) {
        List<Finding> found = scene.findings(rule);
        assertEquals(1, found.size(), found.toString());
        return found.getFirst();
    }

    @Test
    void b18FiresWhereAllOfTheYearIsFree() {
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "2025-01-01").more(LedgerColumn.CONTRACT_AMOUNT, "960000.00");
        operation("80000.00");
        operation("1.00");
        assertEquals(List.of("E B18.free"), scene.of("B18"));
        Finding finding = only("B18");
        assertEquals(Money.parseYuan("80001.00"), finding.amount());
        assertEquals(List.of("预算表", List.of(5, 6), NAME, Money.parseYuan("80001.00"), LocalDate.of(2025, 1, 1), 24, LocalDate.of(2026, 12, 31)), finding.message().args());
        assertEquals("2026-12-31", finding.evidence().get("linkage.evidence.freeUntil"));
        assertEquals("960000.00", finding.evidence().get("linkage.evidence.contractAmount"));
        assertEquals(system.id(), finding.project());
        assertEquals(2, finding.lines().size());
    }

    @Test
    void b18WarnsWhereADayOfTheYearIsPaidFor() {
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "2024-12-31");
        operation("80000.00");
        assertEquals(List.of("W B18.partly"), scene.of("B18"));
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "2024-01-02");
        assertEquals(List.of("W B18.partly"), scene.of("B18"));
    }

    @Test
    void b18HoldsOnceTheMonthsAreOver() {
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "2024-01-01");
        operation("80000.00");
        assertEquals(List.of(), scene.of("B18"));
    }

    @Test
    void b18TakesTheMonthsOfTheApplicationBeforeThePacks() {
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "2024-01-01").own(ProposalForm.EMPTY.with(ProposalField.FREE_OPERATION_MONTHS, "36"));
        operation("80000.00");
        assertEquals(List.of("E B18.free"), scene.of("B18"));
        system.own(ProposalForm.EMPTY.with(ProposalField.FREE_OPERATION_MONTHS, "0"));
        assertEquals(List.of(), scene.of("B18"));
    }

    @Test
    void b18NeedsTheDayOfAcceptanceAndABuiltSystem() {
        operation("80000.00");
        assertEquals(List.of(), scene.of("B18"));
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "已终验");
        assertEquals(List.of(), scene.of("B18"));
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "2025-01-01").kind("OPS", "OPERATION", 2025, true);
        assertEquals(List.of(), scene.of("B18"));
    }

    @Test
    void b18LeavesMoneyTakenBackAndPaymentsAside() {
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "2025-01-01");
        operation("-80000.00");
        scene.line(2026, SheetKind.PAYMENT, "市教育局", "智慧校园平台运维服务", "80000.00");
        assertEquals(List.of(), scene.of("B18"));
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台运维服务", "50000.00");
        assertEquals(List.of(), scene.of("B18"), "the year has annual lines: the quota is the same money");
    }

    private static EstimateLine estimate(int no, EstimateCode code, String yuan) {
        return new EstimateLine(no, code, "项" + no, "", null, "项", null, null, Money.parseYuan(yuan), "");
    }

    private Scene capped(String software, String hardware) {
        return scene.pack(Packs.with(Map.of("ops.capSoftware", software, "ops.capHardware", hardware)));
    }

    @Test
    void b19FiresAFenAboveTheCapsOfSoftwareAndHardware() {
        capped("0.1", "0.05");
        system.own(ProposalForm.EMPTY.withEstimate(List.of(estimate(1, EstimateCode.E10, "600000.00"), estimate(2, EstimateCode.E20, "200000.00"),
                estimate(3, EstimateCode.E30, "200000.00"), estimate(4, EstimateCode.E80, "50000.00"))));
        operation(2025, "70000.00");
        operation("90000.01");
        assertEquals(List.of("W B19.over"), scene.of("B19"));
        Finding finding = only("B19");
        assertEquals(Money.parseYuan("90000.00"), finding.approved());
        assertEquals(Money.parseYuan("0.01"), finding.difference());
        assertEquals("800000.00", finding.evidence().get("linkage.evidence.softwareCost"));
        assertEquals("200000.00", finding.evidence().get("linkage.evidence.hardwareCost"));
        assertEquals("2025: 70000.00\n2026: 90000.01", finding.evidence().get("linkage.evidence.years"));
        assertEquals("9%", finding.evidence().get("linkage.evidence.operationRatio"));
    }

    @Test
    void b19HoldsAtTheCap() {
        capped("0.1", "0.05");
        system.own(ProposalForm.EMPTY.withEstimate(List.of(estimate(1, EstimateCode.E10, "800000.00"), estimate(2, EstimateCode.E30, "200000.00"))));
        operation("90000.00");
        assertEquals(List.of(), scene.of("B19"));
    }

    @Test
    void b19JudgesAnImportedWholeByTheLargerCapOnly() {
        capped("0.1", "0.05");
        system.approved("1000000.00");
        operation("100000.00");
        assertEquals(List.of(), scene.of("B19"));
        operation("0.01");
        assertEquals(List.of("W B19.over"), scene.of("B19"));
        system.more(LedgerColumn.CONTRACT_AMOUNT, "1000000.10");
        assertEquals(List.of(), scene.of("B19"), "the contract is the cost to build where it is known");
    }

    @Test
    void b19IsSilentWhereACapItNeedsIsNotSet() {
        operation("900000.00");
        assertEquals(List.of(), scene.of("B19"));
        capped("0.1", "");
        assertEquals(List.of(), scene.of("B19"));
        system.own(ProposalForm.EMPTY.withEstimate(List.of(estimate(1, EstimateCode.E10, "800000.00"), estimate(2, EstimateCode.E30, "200000.00"))));
        assertEquals(List.of(), scene.of("B19"));
        system.own(ProposalForm.EMPTY.withEstimate(List.of(estimate(1, EstimateCode.E10, "800000.00"))));
        assertEquals(List.of("W B19.over"), scene.of("B19"));
    }

    @ParameterizedTest
    @ValueSource(longs = { 3, 11, 20_261_122 })
    void b19FiresExactlyAboveTheRoundedCap(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            var some = new Scene().pack(Packs.with(Map.of("ops.capSoftware", "0.08", "ops.capHardware", "0.05")));
            long software = random.nextInt(100_000_000);
            long hardware = 1 + random.nextInt(100_000_000);
            some.project("LS-1", NAME, "市教育局").built().own(ProposalForm.EMPTY.withEstimate(
                    List.of(estimate(1, EstimateCode.E10, Money.ofFen(software).toString()), estimate(2, EstimateCode.E30, Money.ofFen(hardware).toString()))));
            long most = (software * 8 + 50) / 100 + (hardware * 5 + 50) / 100;
            some.line("市教育局", "智慧校园平台运维", Money.ofFen(most).toString());
            assertEquals(List.of(), some.of("B19"));
            some.line("市教育局", "智慧校园平台运维", "0.01");
            assertEquals(1, some.findings("B19").size());
        }
    }

    @ParameterizedTest
    @CsvSource({ "0.75, 75%", "99%, 99%", "3/4项, 75%", "75, 75%", "0, 0%", "否, 0%", "未共享, 0%" })
    void b20FiresForARateBelowTheWhole(String entry, String shown) {
        system.more(LedgerColumn.SHARING_RATE, entry);
        operation("80000.00");
        assertEquals(List.of("E B20.rate"), scene.of("B20"));
        assertEquals(List.of("预算表", 5, NAME, Money.parseYuan("80000.00"), shown), only("B20").message().args());
    }

    @ParameterizedTest
    @ValueSource(strings = { "100%", "1", "100", "4/4", "不适用", "无需", "/", "待核" })
    void b20HoldsForAllOfItAndForWhatIsNotKnown(String entry) {
        system.more(LedgerColumn.SHARING_RATE, entry);
        operation("80000.00");
        assertEquals(List.of(), scene.of("B20"));
    }

    @Test
    void b20FiresForAnApplicationThatSharesNothingWithoutAReason() {
        var item = new DataItem("学籍", false, "", "有条件", "", "", "L2");
        ProposalForm form = ProposalForm.EMPTY.with(ProposalField.SHARES_DATA, "N").withData(List.of(item, new DataItem("气象", true, "", "无条件", "", "", "L1"),
                new DataItem("心理档案", false, "", "不予", "法定", "", "L4")));
        system.own(form);
        operation("80000.00");
        assertEquals(List.of("E B20.none"), scene.of("B20"));
        assertEquals("学籍", only("B20").evidence().get("linkage.evidence.sharedItems"));
        system.own(form.with(ProposalField.NOT_SHARED_REASON, "法律规定不予共享"));
        assertEquals(List.of(), scene.of("B20"));
    }

    @Test
    void b20NeedsAnEntryAndOperation() {
        operation("80000.00");
        assertEquals(List.of(), scene.of("B20"));
        var other = new Scene();
        other.project("LS-1", NAME, "市教育局").built().more(LedgerColumn.SHARING_RATE, "10%");
        other.line("市教育局", "智慧校园平台升级", "80000.00");
        assertEquals(List.of(), other.of("B20"));
    }

    private CatalogueEntry entry(String code, String name, String unit, String reviewNo, String state) {
        return new CatalogueEntry(new UUID(8, code.hashCode()), CatalogueEntry.Kind.SYSTEM, code, name, "", unit, reviewNo, "", "", null, null, null, state, "", List.of(), "");
    }

    @Test
    void b21FiresForASystemThatTheCatalogueDoesNotHave() {
        scene.existing(entry("IRS-0001", "门户网站", "市教育局", "", "在用"));
        operation("80000.00");
        assertEquals(List.of("E B21.missing"), scene.of("B21"));
        assertEquals("1", only("B21").evidence().get("linkage.evidence.catalogueSystems"));
    }

    @Test
    void b21HoldsByNumberByNameAndByTheRemark() {
        scene.existing(entry("IRS-0001", "校园大脑", "市教育局", "LS-1", "在用"));
        operation("80000.00");
        assertEquals(List.of(), scene.of("B21"));
        var named = new Scene().existing(entry("IRS-0001", "智慧校园平台", "湖州市教育局", "", "在用"));
        named.project("LS-1", NAME, "市教育局").built();
        named.line("市教育局", "智慧校园平台运维", "80000.00");
        assertEquals(List.of(), named.of("B21"));
        var remarked = new Scene().existing(entry("IRS-0001", "校园大脑", "市教育局", "", "在用"));
        remarked.project("LS-1", NAME, "市教育局").built();
        remarked.line("市教育局", "智慧校园平台运维", "80000.00", BudgetField.REMARK, "目录编号irs-0001");
        assertEquals(List.of(), remarked.of("B21"));
    }

    @Test
    void b21FiresForAnEntryWithoutANumberOrOutOfUse() {
        scene.existing(entry("", "智慧校园平台", "市教育局", "LS-1", "在用"));
        operation("80000.00");
        assertEquals(List.of("E B21.noNumber"), scene.of("B21"));
        var ended = new Scene().existing(entry("IRS-0001", "智慧校园平台", "市教育局", "LS-1", "已停用"));
        ended.project("LS-1", NAME, "市教育局").built();
        ended.line("市教育局", "智慧校园平台运维", "80000.00");
        assertEquals(List.of("E B21.ended"), ended.of("B21"));
        assertEquals("已停用", ended.findings("B21").getFirst().message().args().getLast());
    }

    @Test
    void b21NeedsACatalogueAndIsMilderWithOperationForSeveralSystems() {
        operation("80000.00");
        assertEquals(List.of(), scene.of("B21"));
        scene.existing(entry("IRS-0001", "门户网站", "市教育局", "", "在用"));
        system.kind("OPS", "OPERATION", 2025, true);
        assertEquals(List.of("W B21.missing"), scene.of("B21"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "三级/2025-11-19 | E B22.out", "三级(2025年10月到期) | E B22.out", "L3 20251101 | E B22.out", "三级 测评2024-11-19 | E B22.out",
            "三级/未通过 | E B22.failed", "三级,未测评 | E B22.notDone", "二级/2025-11-19 | W B22.out", "二级 未测评 | W B22.notDone", "三级/2025.12.31 | W B22.soon",
            "二级 不合格 | E B22.failed" })
    void b22FiresForProtectionFailedOrOutOfDate(String entry, String found) {
        system.more(LedgerColumn.PROTECTION_LEVEL, entry);
        operation("80000.00");
        assertEquals(List.of(found), scene.of("B22"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "三级/2026-01-01", "三级 2026年1月到期", "三级 测评2025-01-01", "三级", "L3", "一级/2020-01-01", "二级 测评2024-01-01", "不适用", "46023", "合格" })
    void b22HoldsForWhatIsValidAtNewYearOrSaysNothing(String entry) {
        system.more(LedgerColumn.PROTECTION_LEVEL, entry);
        operation("80000.00");
        assertEquals(List.of(), scene.of("B22"));
    }

    @Test
    void b22JudgesTheDayOfTheCheckAsStillValid() {
        system.more(LedgerColumn.CIPHER_EVALUATION, "符合/2025-11-20");
        operation("80000.00");
        assertEquals(List.of("W B22.soon"), scene.of("B22"));
        system.more(LedgerColumn.CIPHER_EVALUATION, "符合/2025-11-19");
        assertEquals(List.of("E B22.out"), scene.of("B22"));
        Finding finding = only("B22");
        assertEquals(List.of("预算表", 5, NAME, Money.parseYuan("80000.00"), Message.of("linkage.B22.cipher"), LocalDate.of(2025, 11, 19)), finding.message().args());
        assertEquals("符合/2025-11-19", finding.evidence().get("linkage.evidence.cipher"));
    }

    @Test
    void b22ReportsProtectionAndCipherApart() {
        system.more(LedgerColumn.PROTECTION_LEVEL, "三级/2025-06-30").more(LedgerColumn.CIPHER_EVALUATION, "不符合(2025-06-30)");
        operation("80000.00");
        assertEquals(List.of("E B22.failed", "E B22.out"), scene.of("B22"));
    }

    @Test
    void b22AsksForACipherEvaluationOfLevelThreeOnly() {
        system.more(LedgerColumn.PROTECTION_LEVEL, "二级/2026-06-30").more(LedgerColumn.CIPHER_EVALUATION, "未开展");
        operation("80000.00");
        assertEquals(List.of(), scene.of("B22"));
        system.more(LedgerColumn.PROTECTION_LEVEL, "三级/2026-06-30");
        assertEquals(List.of("E B22.notDone"), scene.of("B22"));
    }

    @Test
    void b23FiresAFenAboveTheRise() {
        operation(2024, "90000.00");
        operation(2025, "100000.00");
        operation("110000.01");
        assertEquals(List.of("W B23.rise"), scene.of("B23"));
        Finding finding = only("B23");
        assertEquals(Money.parseYuan("110000.00"), finding.approved());
        assertEquals("2024: 90000.00\n2025: 100000.00\n2026: 110000.01", finding.evidence().get("linkage.evidence.years"));
        assertEquals(List.of("预算表", 7, NAME, Money.parseYuan("100000.00"), Money.parseYuan("110000.01"), "10%", "10%"), finding.message().args());
    }

    @Test
    void b23HoldsAtTheRise() {
        operation(2025, "100000.00");
        operation("110000.00");
        assertEquals(List.of(), scene.of("B23"));
    }

    @Test
    void b23HoldsWhereTheRemarkTellsOfAChange() {
        operation(2025, "100000.00");
        operation("150000.00", BudgetField.REMARK, "2025年9月扩容，见变更单3号");
        assertEquals(List.of(), scene.of("B23"));
    }

    @Test
    void b23NeedsAWholeYearBefore() {
        operation("150000.00");
        assertEquals(List.of(), scene.of("B23"));
        operation(2025, "100000.00");
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "2023-01-02");
        assertEquals(List.of(), scene.of("B23"), "a day of last year was free");
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "2023-01-01");
        assertEquals(List.of("W B23.rise"), scene.of("B23"));
    }

    @Test
    void b23HoldsWhereTheOperationItselfWasReviewedSince() {
        operation(2025, "100000.00");
        Scene.Project reviewed = scene.project("LS-2", "2026年智慧校园平台运维", "市教育局").kind("OPS", "OPERATION", 2025, false).approvedOn("2025-01-01");
        operation("150000.00", BudgetField.REVIEW_NO, "LS-2");
        assertEquals(List.of(), scene.of("B23"));
        reviewed.approvedOn("2024-12-31");
        assertEquals(List.of("W B23.rise"), scene.of("B23"));
    }

    @Test
    void b23CountsQuotasOfABudgetedYearOnce() {
        operation(2025, "100000.00");
        operation("110000.00");
        scene.line(2026, SheetKind.QUOTA, "市教育局", "2026年智慧校园平台运维服务", "110000.00");
        assertEquals(List.of(), scene.of("B23"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "否", "未达到", "N", "不合格" })
    void b27FiresWhereTheLedgerSaysNo(String entry) {
        system.more(LedgerColumn.DOMESTIC, "是").more(LedgerColumn.DUAL_PASS, entry);
        operation("80000.00");
        assertEquals(List.of("E B27.stated"), scene.of("B27"));
        assertEquals(List.of("预算表", 5, NAME, Money.parseYuan("80000.00"), entry), only("B27").message().args());
    }

    @Test
    void b27FiresWhereAcceptanceOrCipherIsKnownToLack() {
        system.kind("XC", "UPGRADE", 2023, true).more(LedgerColumn.FINAL_ACCEPTANCE, "2025-06-01").more(LedgerColumn.CIPHER_EVALUATION, "不符合");
        operation("80000.00");
        assertEquals(List.of("E B27.cipher"), scene.of("B27"));
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "未通过");
        assertEquals(List.of("E B27.acceptance"), scene.of("B27"));
    }

    @Test
    void b27HoldsWithBothAndWhereNothingIsKnown() {
        system.more(LedgerColumn.DOMESTIC, "是").more(LedgerColumn.DUAL_PASS, "双合格");
        operation("80000.00");
        assertEquals(List.of(), scene.of("B27"));
        system.more(LedgerColumn.DUAL_PASS, "");
        assertEquals(List.of(), scene.of("B27"));
        system.more(LedgerColumn.FINAL_ACCEPTANCE, "2025-06-01").more(LedgerColumn.CIPHER_EVALUATION, "基本符合");
        assertEquals(List.of(), scene.of("B27"));
    }

    @Test
    void b27LeavesOtherSystemsAlone() {
        system.more(LedgerColumn.DOMESTIC, "否").more(LedgerColumn.DUAL_PASS, "否");
        operation("80000.00");
        assertEquals(List.of(), scene.of("B27"));
    }
}
