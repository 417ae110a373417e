package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.Milestone;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.State;

/** B02, B24, B25, B26: filed projects, pooled operation, own infrastructure, final payments. */
class InfrastructureRulesTest {

    private static final String NAME = "智慧校园平台建设项目";
    private final Scene scene = new Scene();

    private Scene.Project project() {
        Scene.Project project = scene.project("LS-1", NAME, "市教育局");
        scene.line("市教育局", "智慧校园平台", "300000.00", BudgetField.REVIEW_NO, "LS-1");
        return project;
    }

    @Test
    void b02FiresForAFiledProjectWithoutANumber() {
        scene.project("", NAME, "市教育局").decision("备案");
        scene.line("市教育局", NAME, "300000.00");
        assertEquals(List.of("W B02.noEvidence"), scene.of("B02"));
        Finding finding = scene.findings("B02").getFirst();
        assertEquals(List.of("预算表", 5, NAME, NAME, "备案"), finding.message().args());
        assertEquals("备案", finding.evidence().get("linkage.evidence.decision"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "备案（浙发改高技〔2024〕175号）", "不在联审范围，见湖政办函[2025]3号", "备案 (2025)12号" })
    void b02HoldsWhereTheDecisionNamesADocument(String decision) {
        scene.project("", NAME, "市教育局").decision(decision);
        scene.line("市教育局", NAME, "300000.00");
        assertEquals(List.of(), scene.of("B02"));
    }

    @Test
    void b02HoldsWithANumberAndForWhatWasReviewed() {
        project().decision("备案");
        assertEquals(List.of(), scene.of("B02"));
        scene.project("", "校车调度平台", "市教育局");
        scene.line("市教育局", "校车调度平台", "300000.00");
        assertEquals(List.of(), scene.of("B02"));
    }

    @Test
    void b02LooksForTheFilingAmongTheAttachmentsOfAProposal() {
        Scene.Project project = project().decision("不在联审范围").own(ProposalForm.EMPTY);
        assertEquals(List.of("W B02.noEvidence"), scene.of("B02"));
        project.own(ProposalForm.EMPTY.withAttachments(List.of(new Attachment("申报函", "a.pdf", "00", 1))));
        assertEquals(List.of("W B02.noEvidence"), scene.of("B02"));
        project.own(ProposalForm.EMPTY.withAttachments(List.of(new Attachment("备案文件", "a.pdf", "00", 1))));
        assertEquals(List.of(), scene.of("B02"));
    }

    @Test
    void b02SaysNothingOfAFilingThatWasRefused() {
        project().numbered("").decision("备案").state(State.REJECTED);
        assertEquals(List.of(), scene.of("B02"));
    }

    @ParameterizedTest
    @CsvSource({ "教育网网络安全系统运维服务, 数字安全", "防火墙软件维保, 数字安全", "教育数据汇聚平台运维, 数据归集" })
    void b24FiresForAPooledKindBoughtAlone(String name, String category) {
        scene.line("市教育局", name, "90000.00");
        assertEquals(List.of("W B24.alone"), scene.of("B24"));
        Finding finding = scene.findings("B24").getFirst();
        assertEquals(List.of("预算表", 5, name, Money.parseYuan("90000.00"), category), finding.message().args());
        assertEquals(category, finding.evidence().get("linkage.evidence.category"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "网络安全系统集中运维服务", "智慧校园平台运维", "网络安全平台建设" })
    void b24HoldsInThePoolForOtherKindsAndForBuilding(String name) {
        scene.line("市教育局", name, "90000.00");
        assertEquals(List.of(), scene.of("B24"));
    }

    @Test
    void b24CountsMoneyOnceAndLeavesWhatIsTakenBack() {
        scene.line("市教育局", "网络安全系统运维", "90000.00", BudgetField.REMARK, "纳入集约化标包");
        scene.line("市教育局", "防火墙系统运维", "-90000.00");
        scene.line(2026, SheetKind.PAYMENT, "市教育局", "防火墙系统运维", "90000.00");
        assertEquals(List.of(), scene.of("B24"));
        scene.line("市公安局", "网络安全系统运维", "90000.00");
        scene.line(2026, SheetKind.QUOTA, "市公安局", "网络安全系统运维", "90000.00");
        assertEquals(List.of("W B24.alone"), scene.of("B24"));
        scene.line(2026, SheetKind.QUOTA, "市公安局", "防火墙系统维保", "10000.00");
        assertEquals(List.of("W B24.alone", "W B24.alone"), scene.of("B24"));
    }

    @Test
    void b25FiresForServersOfItsOwn() {
        scene.line("市教育局", "校园平台服务器采购", "300000.00", BudgetField.ECONOMIC_CODE, "31007");
        assertEquals(List.of("W B25.hardware"), scene.of("B25"));
        assertEquals(List.of("预算表", 5, "校园平台服务器采购", Money.parseYuan("300000.00"), "服务器", Message.of("linkage.B25.adviceCloud")),
                scene.findings("B25").getFirst().message().args());
    }

    @ParameterizedTest
    @CsvSource({ "校园平台云服务器, 31007", "校园平台服务器租用, 30214", "校园平台服务器租用, 31007", "校园平台服务器采购, 30227", "校园平台服务器运维, 31007", "校园平台升级, 31007" })
    void b25HoldsForTheCloudRentServiceAndOperation(String name, String code) {
        scene.line("市教育局", name, "300000.00", BudgetField.ECONOMIC_CODE, code);
        assertEquals(List.of(), scene.of("B25"));
    }

    @Test
    void b25BlocksCountiesWhereThePackSaysSo() {
        scene.line("吴兴区教育局", "校园平台服务器采购", "300000.00", BudgetField.DIVISION, "330502");
        assertEquals(List.of("E B25.hardware"), scene.of("B25"));
        assertEquals(Message.of("linkage.B25.adviceCounty"), scene.findings("B25").getFirst().message().args().getLast());
        scene.pack(Packs.with(Map.of("county.ownCloudBlocked", "false")));
        assertEquals(List.of("W B25.hardware"), scene.of("B25"));
        scene.pack(Packs.with(Map.of("county.ownCloudBlocked", "")));
        assertEquals(List.of("W B25.hardware"), scene.of("B25"));
    }

    @Test
    void b25TakesTheLinesDivisionFirst() {
        scene.line("市教育局", "校园平台服务器采购", "300000.00", BudgetField.DIVISION, "330500");
        scene.line("市教育局", "校园系统服务器采购", "300000.00", BudgetField.DIVISION, "330502000");
        assertEquals(List.of("W B25.hardware", "E B25.hardware"), scene.of("B25"));
    }

    @ParameterizedTest
    @CsvSource({ "否, W B25.offCloud", "未上云, W B25.offCloud", "不上云, W B25.offCloud" })
    void b25FiresForAProjectOffTheCloud(String entry, String found) {
        project().more(LedgerColumn.ON_CLOUD, entry);
        assertEquals(List.of(found), scene.of("B25"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "是", "已上云", "不适用", "无需", "" })
    void b25HoldsOnTheCloudAndWhereItDoesNotArise(String entry) {
        project().more(LedgerColumn.ON_CLOUD, entry);
        assertEquals(List.of(), scene.of("B25"));
    }

    @Test
    void b25ReadsTheEstimateAndRespectsTheException() {
        var server = new EstimateLine(3, EstimateCode.E30, "机架服务器", "", null, "台", null, null, Money.parseYuan("120000.00"), "");
        ProposalForm form = ProposalForm.EMPTY.with(ProposalField.ON_CLOUD, "Y").withEstimate(List.of(server));
        Scene.Project project = project().own(form);
        assertEquals(List.of("W B25.estimate"), scene.of("B25"));
        assertEquals("3 机架服务器: 120000.00", scene.findings("B25").getFirst().evidence().get("linkage.evidence.estimateLines"));
        project.own(form.with(ProposalField.CLOUD_EXCEPTION, "涉及现场控制，经数据局批准本地部署"));
        assertEquals(List.of(), scene.of("B25"));
    }

    @Test
    void b25WarnsOfANetworkOfItsOwnEvenInACounty() {
        scene.line("吴兴区教育局", "教育专网平台建设", "300000.00", BudgetField.DIVISION, "330502");
        assertEquals(List.of("W B25.network"), scene.of("B25"));
        var declared = new Scene();
        Scene.Project project = declared.project("LS-1", NAME, "市教育局").own(ProposalForm.EMPTY.with(ProposalField.NETWORK, "PRIVATE"));
        declared.line("市教育局", "智慧校园平台", "300000.00", BudgetField.REVIEW_NO, "LS-1");
        assertEquals(List.of("W B25.declaredNetwork"), declared.of("B25"));
        project.own(ProposalForm.EMPTY.with(ProposalField.NETWORK, "PRIVATE").with(ProposalField.PRIVATE_NETWORK_REASON, "上级统一组网"));
        assertEquals(List.of(), declared.of("B25"));
    }

    private void last(String yuan) {
        scene.line("市教育局", "智慧校园平台", yuan, BudgetField.REVIEW_NO, "LS-1", BudgetField.REMARK, "合同尾款");
    }

    @Test
    void b26FiresForAFinalPaymentBeforeAcceptance() {
        project().more(LedgerColumn.FIRST_ACCEPTANCE, "2025-08-01").more(LedgerColumn.SHARING_RATE, "80%");
        last("50000.00");
        assertEquals(List.of("E B26.open"), scene.of("B26"));
        Finding finding = scene.findings("B26").getFirst();
        assertEquals(List.of("预算表", 6, NAME, Money.parseYuan("50000.00")), finding.message().args());
        assertEquals(Money.parseYuan("50000.00"), finding.amount());
        assertEquals("2025-08-01", finding.evidence().get("linkage.evidence.firstAcceptance"));
        assertEquals("80%", finding.evidence().get("linkage.evidence.sharingRate"));
    }

    @ParameterizedTest
    @CsvSource({ "未通过, E B26.failed", "不合格(2025-06-01), E B26.failed", "否, E B26.failed", "2025-11-21, W B26.inYear", "2026-12-31, W B26.inYear", "2027-01-01, E B26.later" })
    void b26ReadsTheLedgersEntry(String entry, String found) {
        project().more(LedgerColumn.FINAL_ACCEPTANCE, entry);
        last("50000.00");
        assertEquals(List.of(found), scene.of("B26"));
    }

    @Test
    void b26HoldsOnceAccepted() {
        project().more(LedgerColumn.FIRST_ACCEPTANCE, "2025-08-01").more(LedgerColumn.FINAL_ACCEPTANCE, "2025-11-20");
        last("50000.00");
        assertEquals(List.of(), scene.of("B26"));
    }

    @Test
    void b26HoldsForOtherPaymentsAndWhereNothingIsKnown() {
        Scene.Project project = project();
        last("50000.00");
        assertEquals(List.of(), scene.of("B26"));
        project.more(LedgerColumn.STATE, "试运行");
        assertEquals(List.of("E B26.open"), scene.of("B26"));
        var other = new Scene();
        other.project("LS-1", NAME, "市教育局").more(LedgerColumn.STATE, "试运行");
        other.line("市教育局", "智慧校园平台", "50000.00", BudgetField.REVIEW_NO, "LS-1", BudgetField.REMARK, "进度款");
        assertEquals(List.of(), other.of("B26"));
    }

    @Test
    void b26GoesByThePlannedAcceptanceOfAProposal() {
        Scene.Project project = project();
        last("50000.00");
        project.own(ProposalForm.EMPTY.withMilestones(List.of(new Milestone("初验", LocalDate.of(2026, 3, 1)), new Milestone("终验", LocalDate.of(2026, 12, 31)))));
        assertEquals(List.of("W B26.inYear"), scene.of("B26"));
        project.own(ProposalForm.EMPTY.withMilestones(List.of(new Milestone("终验", LocalDate.of(2027, 1, 1)))));
        assertEquals(List.of("E B26.later"), scene.of("B26"));
    }

    @Test
    void b26FiresForAPaymentButCountsTheMoneyOnce() {
        project().more(LedgerColumn.STATE, "在建");
        scene.line(2026, SheetKind.PAYMENT, "市教育局", "智慧校园平台", "50000.00", BudgetField.REVIEW_NO, "LS-1", BudgetField.PURPOSE, "支付尾款");
        assertEquals(List.of("E B26.paid"), scene.of("B26"));
        last("50000.00");
        assertEquals(List.of("E B26.open"), scene.of("B26"));
        assertEquals(Money.parseYuan("50000.00"), scene.findings("B26").getFirst().amount());
    }

    @Test
    void b26LeavesMoneyTakenBackAside() {
        project().more(LedgerColumn.STATE, "在建");
        last("-50000.00");
        assertEquals(List.of(), scene.of("B26"));
    }
}
