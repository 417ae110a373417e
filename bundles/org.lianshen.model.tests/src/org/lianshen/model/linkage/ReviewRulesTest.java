package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.review.State;

/** B01, B03, B04, B05: fires, just short of it, must not. */
class ReviewRulesTest {

    private final Scene scene = new Scene();

    @Test
    void b01FiresForAnItLineThatNobodyReviewed() {
        scene.project("LS-330500-2025-0001", "水利数字孪生平台建设项目", "市水利局");
        scene.line("市教育局", "智慧校园平台建设", "1000000.00", BudgetField.ECONOMIC_CODE, "31007");
        Finding finding = scene.findings("B01").getFirst();
        assertEquals(List.of("E B01.none"), scene.of("B01"));
        assertEquals(Money.parseYuan("1000000.00"), finding.amount());
        assertEquals(List.of("预算表", 5, "智慧校园平台建设", Money.parseYuan("1000000.00")), finding.message().args());
        assertEquals("预算.xlsx 预算表!5", finding.evidence().get("linkage.evidence.line"));
    }

    @Test
    void b01IsAWarningWhileAProposedLinkWaits() {
        scene.project("LS-330500-2025-0001", "城市内涝监测预警系统建设项目", "市水利局");
        scene.line("市水利局", "城市内涝监测预警平台", "1000000.00");
        assertEquals(List.of("W B01.suspect"), scene.of("B01"));
        Finding finding = scene.findings("B01").getFirst();
        assertTrue(finding.evidence().get("linkage.evidence.candidates").contains("城市内涝监测预警"));
        assertEquals(MatchedBy.SIMILAR, finding.matchedBy());
    }

    @Test
    void b01IsAWarningForADoubtfulLineAndNamesAnUnknownNumber() {
        scene.line("市教育局", "云资源租用", "1000.00", BudgetField.IT_FLAG, "否", BudgetField.ECONOMIC_CODE, "31007");
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.REVIEW_NO, "LS-330500-2025-9999");
        assertEquals(List.of("W B01.doubtful", "E B01.unknownNo"), scene.of("B01"));
    }

    @Test
    void b01StaysSilentForReviewedLinesAndForWhatIsNotIt() {
        scene.project("LS-330500-2025-0001", "智慧校园平台建设项目", "市教育局");
        scene.line("湖州市教育局", "2026年智慧校园平台项目", "1000000.00");
        scene.line("市教育局", "课桌椅购置", "200000.00", BudgetField.ECONOMIC_CODE, "31002");
        assertEquals(List.of(), scene.of("B01"));
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = { "DRAFT", "SUBMITTED", "RETURNED", "COUNTERSIGN", "READY_FOR_MEETING", "REJECTED", "DEFERRED", "MERGED", "WITHDRAWN" })
    void b03FiresForEveryStateWithoutApproval(State state) {
        scene.project("LS-330500-2025-0001", "智慧校园平台建设项目", "市教育局").state(state);
        var line = scene.line("市教育局", "智慧校园平台", "1000000.00", BudgetField.REVIEW_NO, "LS-330500-2025-0001");
        assertEquals(List.of("E B03.state"), scene.of("B03"));
        assertEquals(List.of(), scene.of("B01"));
        assertEquals(LineVerdict.UNREVIEWED, scene.result(line).verdict());
        assertEquals(MatchedBy.REVIEW_NO, scene.result(line).matchedBy());
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = { "APPROVED", "CONDITIONAL", "EXPIRED" })
    void b03StaysSilentOnceAMeetingHasDecidedFor(State state) {
        scene.project("LS-330500-2025-0001", "智慧校园平台建设项目", "市教育局").state(state);
        scene.line("市教育局", "智慧校园平台", "1000000.00", BudgetField.REVIEW_NO, "LS-330500-2025-0001");
        assertEquals(List.of(), scene.of("B03"));
    }

    @Test
    void b04FiresWhileConditionsAreOpen() {
        scene.project("LS-330500-2025-0001", "智慧校园平台建设项目", "市教育局").state(State.CONDITIONAL, "补充密码应用方案", "核减硬件");
        scene.line("市教育局", "智慧校园平台", "1000000.00");
        assertEquals(List.of("E B04.open"), scene.of("B04"));
        assertEquals("补充密码应用方案\n核减硬件", scene.findings("B04").getFirst().evidence().get("linkage.evidence.conditions"));
    }

    @Test
    void b04FiresForAnImportedConditionalApprovalWithoutAList() {
        scene.project("LS-330500-2025-0001", "智慧校园平台建设项目", "市教育局").state(State.CONDITIONAL);
        scene.line("市教育局", "智慧校园平台", "1000000.00");
        assertEquals(List.of("E B04.unverified"), scene.of("B04"));
    }

    @Test
    void b04StaysSilentOnceEverythingIsVerified() {
        scene.project("LS-330500-2025-0001", "智慧校园平台建设项目", "市教育局").state(State.APPROVED);
        scene.line("市教育局", "智慧校园平台", "1000000.00");
        assertEquals(List.of(), scene.of("B04"));
    }

    @Test
    void b05FiresTheDayAfterTheLastDay() {
        scene.project("LS-330500-2023-0001", "智慧校园平台建设项目", "市教育局").valid("2023-11-20", "2025-11-19");
        scene.line("市教育局", "智慧校园平台", "1000000.00");
        assertEquals(List.of("E B05.expiredOn"), scene.of("B05"));
        assertEquals("2025-11-19", scene.findings("B05").getFirst().evidence().get("linkage.evidence.validUntil"));
    }

    @Test
    void b05HoldsOnTheLastDayItself() {
        scene.project("LS-330500-2023-0001", "智慧校园平台建设项目", "市教育局").valid("2023-11-21", "2025-11-20");
        scene.line("市教育局", "智慧校园平台", "1000000.00");
        assertEquals(List.of(), scene.of("B05"));
    }

    @Test
    void b05StaysSilentForWhatIsUnderContract() {
        scene.project("LS-330500-2023-0001", "智慧校园平台建设项目", "市教育局").valid("2023-11-20", "2025-11-19").more(LedgerColumn.CONTRACT_AMOUNT, "980000.00");
        scene.line("市教育局", "智慧校园平台", "1000000.00");
        assertEquals(List.of(), scene.of("B05"));
    }
}
