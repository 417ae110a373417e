package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.State;

/** B13, B14, B15, B16: the same twice, one thing in pieces, just below a limit, one phase after the other. */
class RepeatRulesTest {

    private final Scene scene = new Scene();

    private Scene limited(String yuan) {
        return scene.pack(Packs.with(Map.of("limit.small", yuan)));
    }

    @Test
    void b13FiresForBothOfTwoUnitsWithTheSameName() {
        scene.line("市教育局", "校园食堂监管平台", "300000.00");
        scene.line("市公安局", "2026年校园食堂监管平台建设项目", "200000.00");
        assertEquals(List.of("W B13.units", "W B13.units"), scene.of("B13"));
        Finding first = scene.findings("B13").getFirst();
        assertEquals(List.of("预算表", 5, "校园食堂监管平台", Money.parseYuan("300000.00"), List.of("市公安局"), 1), first.message().args());
        assertEquals("市公安局 2026年校园食堂监管平台建设项目 预算.xlsx 预算表!6: 200000.00", first.evidence().get("linkage.evidence.others"));
        assertEquals(2, first.lines().size());
    }

    @Test
    void b13AsksTheLineWithoutAnApprovalAndNotTwoThatHaveOne() {
        scene.project("LS-1", "校园食堂监管平台", "市公安局");
        scene.line("市公安局", "校园食堂监管平台", "200000.00", BudgetField.REVIEW_NO, "LS-1");
        scene.line("市教育局", "校园食堂监管平台", "300000.00");
        assertEquals(List.of("市教育局"), scene.findings("B13").stream().map(Finding::unit).toList());
        scene.project("LS-2", "校园食堂监管平台", "市教育局");
        assertEquals(List.of(), scene.of("B13"));
    }

    @Test
    void b13ShowsAFewOfManyAndSaysHowManyUnits() {
        for (int i = 0; i < 20; i++) {
            scene.line("第" + (char) ('甲' + i) + "中学", "校园食堂监管平台", "300000.00");
        }
        Finding finding = scene.findings("B13").getFirst();
        assertEquals(19, finding.message().args().getLast());
        assertEquals(6, finding.lines().size());
    }

    @Test
    void b13LeavesOtherNamesPhasesAndYearsAlone() {
        scene.line("市教育局", "校园食堂监管平台", "300000.00");
        scene.line("市公安局", "校园食堂监管平台二期", "200000.00");
        scene.line("市公安局", "校园门禁监管平台", "200000.00");
        scene.line(2025, SheetKind.ANNUAL, "市公安局", "校园食堂监管平台", "200000.00");
        assertEquals(List.of(), scene.of("B13"));
    }

    @Test
    void b13SaysNothingOfNamesThatSayLittleNorOfOperation() {
        scene.line("市教育局", "信息化软件服务平台", "300000.00");
        scene.line("市公安局", "信息化软件服务平台", "200000.00");
        scene.line("市教育局", "校园食堂监管平台运维", "300000.00");
        scene.line("市公安局", "校园食堂监管平台运维", "200000.00");
        assertEquals(List.of(), scene.of("B13"));
    }

    @Test
    void b13LeavesTwoUnitsOfOneApprovalAndMoneyTakenBackAlone() {
        scene.project("LS-1", "校园食堂监管平台", "市教育局");
        scene.line("市教育局", "校园食堂监管平台", "300000.00", BudgetField.REVIEW_NO, "LS-1");
        scene.line("市公安局", "校园食堂监管平台", "200000.00", BudgetField.REVIEW_NO, "LS-1");
        scene.line("市财政局", "校园食堂监管平台", "-200000.00");
        assertEquals(List.of(), scene.of("B13"));
    }

    @Test
    void b13FiresForOneUnitUnderConstructionAndBeside() {
        scene.line("市教育局", "校园食堂监管平台", "300000.00", BudgetField.ECONOMIC_CODE, "30907");
        scene.line("市教育局", "校园食堂监管平台", "200000.00", BudgetField.ECONOMIC_CODE, "31007");
        assertEquals(List.of("W B13.construction", "W B13.construction"), scene.of("B13"));
        assertEquals(Money.parseYuan("200000.00"), scene.findings("B13").getFirst().message().args().getLast());
    }

    @Test
    void b13FiresForAnUnreviewedLineLikeAnotherUnitsApproval() {
        scene.project("LS-1", "校园食堂食品安全监管平台", "市公安局").approved("450000.00");
        scene.line("市教育局", "校园食堂安全监管平台", "300000.00");
        assertEquals(List.of("W B13.approved"), scene.of("B13"));
        assertEquals("450000.00", scene.findings("B13").getFirst().evidence().get("linkage.evidence.approvedElsewhere"));
        scene.project("LS-2", "校园食堂安全监管平台改造", "市教育局").state(State.REJECTED);
        assertTrue(scene.of("B13").size() <= 1);
    }

    @Test
    void b13CountsAQuotaOfABudgetedItemOnce() {
        scene.line("市教育局", "校园食堂监管平台", "300000.00", BudgetField.ECONOMIC_CODE, "30907");
        scene.line(2026, SheetKind.QUOTA, "市教育局", "校园食堂监管平台", "300000.00", BudgetField.ECONOMIC_CODE, "31007");
        assertEquals(List.of(), scene.of("B13"));
    }

    private Scene.Project part(int no, String name, String yuan, String day) {
        Scene.Project part = scene.project("LS-" + no, name, "市教育局").approved(yuan).applied(yuan).approvedOn(day);
        scene.line("市教育局", name, yuan, BudgetField.REVIEW_NO, "LS-" + no);
        return part;
    }

    @Test
    void b14FiresForTwoPartsThatReachTheLimitTogether() {
        limited("500000");
        part(1, "中小学校园视频监控联网系统东片", "249999.99", "2025-01-15");
        part(2, "中小学校园视频监控联网系统西片", "250000.01", "2026-01-15");
        assertEquals(List.of("W B14.split"), scene.of("B14"));
        Finding finding = scene.findings("B14").getFirst();
        assertEquals(Money.parseYuan("500000.00"), finding.amount());
        assertEquals(Money.parseYuan("500000.00"), finding.approved());
        assertEquals(List.of("预算表", List.of(5, 6), "市教育局", List.of("中小学校园视频监控联网系统东片", "中小学校园视频监控联网系统西片"), 2, Money.parseYuan("500000.00"), Message.of("linkage.limit.small"),
                Money.parseYuan("500000.00")), finding.message().args());
        assertEquals(2, finding.lines().size());
        assertTrue(finding.evidence().get("linkage.evidence.group").contains("LS-2 / 2026-01-15"));
    }

    @Test
    void b14HoldsAFenBelowTheLimit() {
        limited("500000");
        part(1, "中小学校园视频监控联网系统东片", "249999.99", "2025-01-15");
        part(2, "中小学校园视频监控联网系统西片", "250000.00", "2026-01-15");
        assertEquals(List.of(), scene.of("B14"));
    }

    @Test
    void b14HoldsADayAfterTheWindow() {
        limited("500000");
        part(1, "中小学校园视频监控联网系统东片", "300000.00", "2025-01-15");
        part(2, "中小学校园视频监控联网系统西片", "300000.00", "2026-01-16");
        assertEquals(List.of(), scene.of("B14"));
    }

    @Test
    void b14LeavesPhasesAloneAndAddsUpLots() {
        limited("500000");
        part(1, "校园视频监控系统一期", "300000.00", "2025-01-15");
        part(2, "校园视频监控系统二期", "300000.00", "2025-06-15");
        assertEquals(List.of(), scene.of("B14"));
        part(3, "校园门禁改造标段一", "300000.00", "2025-01-15");
        part(4, "校园门禁改造标段二", "300000.00", "2025-06-15");
        assertEquals(List.of("W B14.split"), scene.of("B14"));
    }

    @Test
    void b14KnowsOneSupplierAndOneSystem() {
        limited("500000");
        part(1, "教师培训登记模块", "300000.00", "2025-01-15").more(LedgerColumn.SUPPLIER, "某科技公司");
        part(2, "校车调度小程序", "300000.00", "2025-06-15").more(LedgerColumn.SUPPLIER, "某科技公司");
        assertEquals(List.of("W B14.split"), scene.of("B14"));
        var other = new Scene().pack(Packs.with(Map.of("limit.small", "500000")));
        for (int i = 1; i <= 2; i++) {
            String name = i == 1 ? "教师培训登记模块" : "校车调度小程序";
            other.project("LS-" + i, name, "市教育局").applied("300000.00").own(ProposalForm.EMPTY.with(ProposalField.BUILT_SYSTEM, "LS-330500-2020-0007"));
            other.line("市教育局", name, "300000.00", BudgetField.REVIEW_NO, "LS-" + i);
        }
        assertEquals(List.of("W B14.split"), other.of("B14"));
    }

    @Test
    void b14IsSilentWithoutALimitAndForWhatIsNotBelowIt() {
        part(1, "中小学校园视频监控联网系统东片", "300000.00", "2025-01-15");
        part(2, "中小学校园视频监控联网系统西片", "300000.00", "2025-06-15");
        assertEquals(List.of(), scene.of("B14"));
        limited("300000");
        assertEquals(List.of(), scene.of("B14"));
    }

    @Test
    void b14TakesUntiedLinesTooAndOtherUnitsNever() {
        limited("500000");
        scene.line("市教育局", "中小学校园视频监控联网系统东片", "300000.00");
        scene.line("市公安局", "中小学校园视频监控联网系统西片", "300000.00");
        assertEquals(List.of(), scene.of("B14"));
        scene.line("湖州市教育局", "中小学校园视频监控联网系统西片", "200000.00");
        assertEquals(List.of("W B14.split"), scene.of("B14"));
    }

    @Test
    void b14DoesNotAddUpWhatComesEveryYear() {
        limited("500000");
        scene.project("LS-1", "校园平台运维服务", "市教育局").kind("OPS", "OPERATION", 2025, false).applied("300000.00").approvedOn("2025-01-15");
        scene.project("LS-2", "校园平台运维服务费", "市教育局").kind("OPS", "OPERATION", 2025, false).applied("300000.00").approvedOn("2025-12-01");
        scene.line("市教育局", "校园平台运维服务费", "300000.00", BudgetField.REVIEW_NO, "LS-2");
        assertEquals(List.of(), scene.of("B14"));
    }

    @Test
    void b14NamesTheHighestLimitOnce() {
        scene.pack(Packs.with(Map.of("limit.small", "350000", "limit.expert", "500000")));
        part(1, "中小学校园视频监控联网系统东片", "300000.00", "2025-01-15");
        part(2, "中小学校园视频监控联网系统西片", "300000.00", "2025-06-15");
        assertEquals(List.of("W B14.split"), scene.of("B14"));
        assertEquals(Message.of("linkage.limit.expert"), scene.findings("B14").getFirst().message().args().get(6));
    }

    @Test
    void b15FiresFromTheShareOnToTheLimit() {
        limited("500000");
        part(1, "校园视频监控系统", "475000.00", "2025-01-15");
        part(2, "教师培训登记模块", "499999.99", "2025-01-15");
        assertEquals(List.of("I B15.near", "I B15.near"), scene.of("B15"));
        assertEquals(Money.parseYuan("-25000.00"), scene.findings("B15").getFirst().difference());
        assertEquals("95%", scene.findings("B15").getFirst().message().args().getLast());
    }

    @Test
    void b15HoldsAFenBelowTheShareAndAtTheLimit() {
        limited("500000");
        part(1, "校园视频监控系统", "474999.99", "2025-01-15");
        part(2, "教师培训登记模块", "500000.00", "2025-01-15");
        assertEquals(List.of(), scene.of("B15"));
    }

    @Test
    void b15LooksAtWhatWasAppliedForAndAddsUpTheLinesOfAnItem() {
        limited("500000");
        scene.project("LS-1", "校园视频监控系统", "市教育局").applied("600000.00").approved("490000.00");
        scene.line("市教育局", "校园视频监控系统", "490000.00", BudgetField.REVIEW_NO, "LS-1");
        assertEquals(List.of(), scene.of("B15"));
        scene.line("市教育局", "校车调度平台", "240000.00");
        scene.line("市教育局", "校车调度平台", "240000.00", BudgetField.ECONOMIC_CODE, "31007");
        assertEquals(List.of("I B15.near"), scene.of("B15"));
        assertEquals(Money.parseYuan("480000.00"), scene.findings("B15").getFirst().amount());
    }

    @Test
    void b15IsSilentWithoutALimit() {
        part(1, "校园视频监控系统", "475000.00", "2025-01-15");
        assertEquals(List.of(), scene.of("B15"));
    }

    private void secondPhase() {
        scene.project("LS-2", "校园视频监控系统二期", "市教育局");
        scene.line("市教育局", "校园视频监控系统二期", "300000.00", BudgetField.REVIEW_NO, "LS-2");
    }

    @Test
    void b16FiresWhereTheLedgerHasNoEarlierPhase() {
        secondPhase();
        scene.project("LS-1", "校园视频监控系统一期", "市公安局").more(LedgerColumn.FINAL_ACCEPTANCE, "2024-05-01").graded(2025, "90", Grade.EXCELLENT);
        assertEquals(List.of("W B16.none"), scene.of("B16"));
        assertEquals(List.of("预算表", 5, "校园视频监控系统二期", 2), scene.findings("B16").getFirst().message().args());
    }

    @Test
    void b16SaysWhatTheEarlierPhaseLacks() {
        secondPhase();
        Scene.Project first = scene.project("LS-1", "校园视频监控系统", "湖州市教育局");
        assertEquals(List.of("W B16.neither"), scene.of("B16"));
        first.graded(2025, "82", Grade.GOOD);
        assertEquals(List.of("W B16.notAccepted"), scene.of("B16"));
        first.more(LedgerColumn.FINAL_ACCEPTANCE, "2025-11-21");
        assertEquals(List.of("W B16.notAccepted"), scene.of("B16"), "accepted a day after the check");
        first.more(LedgerColumn.FINAL_ACCEPTANCE, "2025-11-20");
        assertEquals(List.of(), scene.of("B16"));
    }

    @Test
    void b16AsksForTheAppraisalOfWhatWasAccepted() {
        secondPhase();
        Scene.Project first = scene.project("LS-1", "校园视频监控系统一期", "市教育局").more(LedgerColumn.FINAL_ACCEPTANCE, "2024-05-01");
        assertEquals(List.of("W B16.notAppraised"), scene.of("B16"));
        first.more(LedgerColumn.PERFORMANCE, "85/良");
        assertEquals(List.of(), scene.of("B16"));
    }

    @Test
    void b16LooksAtTheLatestEarlierPhase() {
        scene.project("LS-3", "校园视频监控系统三期", "市教育局");
        scene.line("市教育局", "校园视频监控系统三期", "300000.00", BudgetField.REVIEW_NO, "LS-3");
        scene.project("LS-1", "校园视频监控系统一期", "市教育局").built().graded(2024, "90", Grade.EXCELLENT);
        scene.project("LS-2", "校园视频监控系统二期", "市教育局");
        assertEquals(List.of("W B16.neither"), scene.of("B16"));
        assertEquals("LS-2 校园视频监控系统二期", scene.findings("B16").getFirst().evidence().get("linkage.evidence.earlier"));
    }

    @Test
    void b16FollowsThePredecessorThatTheApplicationNames() {
        scene.project("LS-2", "校园安防升级", "市教育局").own(ProposalForm.EMPTY.with(ProposalField.PREDECESSOR, "LS-1"));
        scene.line("市教育局", "校园安防平台升级", "300000.00", BudgetField.REVIEW_NO, "LS-2");
        assertEquals(List.of(), scene.of("B16"), "not in the ledger of the unit: nothing is known of it");
        scene.project("LS-1", "校园视频监控系统", "市教育局");
        assertEquals(List.of("W B16.neither"), scene.of("B16"));
    }

    @Test
    void b16SaysNothingOfFirstPhasesOperationAndPayments() {
        scene.project("LS-1", "校园视频监控系统一期", "市教育局");
        scene.project("LS-2", "校园视频监控系统二期", "市教育局");
        scene.line("市教育局", "校园视频监控系统一期", "300000.00", BudgetField.REVIEW_NO, "LS-1");
        scene.line("市教育局", "校园视频监控系统二期运维", "300000.00", BudgetField.REVIEW_NO, "LS-2");
        scene.line(2026, SheetKind.PAYMENT, "市教育局", "校园视频监控系统二期", "300000.00", BudgetField.REVIEW_NO, "LS-2");
        assertEquals(List.of(), scene.of("B16"));
    }
}
