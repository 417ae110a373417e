package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.GoalIndicator;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.State;

/** B31, B42, B43, B47, B53 and the half of B52 that rests on the form. An imported project has no form, and nothing is said of it. */
class FormRulesTest {

    private final Scene scene = new Scene();
    private final Scene.Project project = scene.project("LS-330500-2025-0001", "智慧校园平台建设项目", "市教育局");

    @BeforeEach
    void budgeted() {
        scene.line("市教育局", "智慧校园平台", "600000.00", BudgetField.REVIEW_NO, "LS-330500-2025-0001");
    }

    private static BodyStatus body(String code, Standing standing) {
        return new BodyStatus(code, standing, null, null, null, null);
    }

    private String shown(String rule, String label) {
        return scene.findings(rule).getFirst().evidence().get("linkage.evidence." + label);
    }

    private List<?> said(String rule) {
        List<Object> args = scene.findings(rule).getFirst().message().args();
        return args.subList(2, args.size());
    }

    @Test
    void b31FiresForAMissingOpinionAndNamesTheBodies() {
        project.form(ProposalForm.EMPTY, body("DATA", Standing.AGREED), body("CAC", Standing.OVERDUE), body("PSB", Standing.WAITING), body("FIN", Standing.WAITING));
        assertEquals(List.of("W B31.missing"), scene.of("B31"));
        assertEquals(List.of("智慧校园平台建设项目", List.of("市委网信办", "市公安局")), said("B31"));
        assertEquals("市委网信办", scene.findings("B31").getFirst().evidence().get("review.standing.OVERDUE"));
        assertEquals("市数据局", scene.findings("B31").getFirst().evidence().get("review.standing.AGREED"));
    }

    @Test
    void b31HoldsWithAllThreeWhateverTheySaid() {
        project.form(ProposalForm.EMPTY, body("DATA", Standing.WITH_CHANGES), body("CAC", Standing.AGAINST), body("PSB", Standing.NO_DUTY), body("FIN", Standing.WAITING));
        assertEquals(List.of(), scene.of("B31"));
    }

    @Test
    void b31AsksNoRecusedBodyAndNoProjectThatIsNotApproved() {
        project.form(ProposalForm.EMPTY, body("DATA", Standing.RECUSED), body("CAC", Standing.AGREED), body("PSB", Standing.AGREED));
        assertEquals(List.of(), scene.of("B31"));
        project.form(ProposalForm.EMPTY).state(State.COUNTERSIGN);
        assertEquals(List.of(), scene.of("B31"));
    }

    @Test
    void formRulesAreSilentForAnImportedProject() {
        for (String rule : List.of("B31", "B42", "B43", "B53")) {
            assertEquals(List.of(), scene.of(rule), rule);
        }
    }

    private static ProposalForm goals(String... weights) {
        var goals = new ArrayList<GoalIndicator>();
        for (String weight : weights) {
            goals.add(new GoalIndicator("产出指标", "数量指标", "接入学校数", "≥", "20", "所", weight == null ? null : new BigDecimal(weight)));
        }
        return ProposalForm.EMPTY.withGoals(goals);
    }

    @Test
    void b42FiresWithoutGoals() {
        project.form(ProposalForm.EMPTY);
        assertEquals(List.of("E B42.none"), scene.of("B42"));
    }

    @Test
    void b42FiresJustBesideTheSums() {
        project.form(goals("50", "39.99"));
        assertEquals(List.of("E B42.weights"), scene.of("B42"));
        assertEquals(List.of("智慧校园平台建设项目", "89.99", List.of("90", "100")), said("B42"));
        project.form(goals("50", "50.5"));
        assertEquals("100.5", shown("B42", "weightSum"));
        project.form(goals("50", null));
        assertEquals("50", shown("B42", "weightSum"));
    }

    @Test
    void b42AcceptsEachSum() {
        project.form(goals("50", "40.00"));
        assertEquals(List.of(), scene.of("B42"));
        project.form(goals("60", "40"));
        assertEquals(List.of(), scene.of("B42"));
    }

    @Test
    void b43FiresForABondWithoutIncome() {
        project.fund(2026, FundKind.SPECIAL_BOND, "500000.00").form(ProposalForm.EMPTY.with(ProposalField.NECESSITY, "公益项目，无收益，向学校不收费"));
        assertEquals(List.of("W B43.noIncome"), scene.of("B43"));
        assertEquals("500000.00", shown("B43", "bondPlanned"));
    }

    @Test
    void b43ReadsTheWordsOfTheBudgetLineToo() {
        scene.line("市教育局", "智慧校园平台", "80000.00", BudgetField.FUND_TYPE, "政府性基金(专项债券)", BudgetField.REVIEW_NO, "LS-330500-2025-0001");
        project.form(ProposalForm.EMPTY);
        assertEquals(List.of("W B43.noIncome"), scene.of("B43"));
        assertEquals("80000.00", shown("B43", "bondBudgeted"));
    }

    @Test
    void b43AcceptsIncomeAndOtherMoney() {
        project.fund(2026, FundKind.SPECIAL_BOND, "500000.00").form(ProposalForm.EMPTY.with(ProposalField.OPERATION_PLAN, "建成后按次收费，年收益约20万元"));
        assertEquals(List.of(), scene.of("B43"));
        var other = new Scene();
        other.project("LS-1", "智慧食堂平台建设项目", "市教育局").fund(2026, FundKind.GENERAL_BUDGET, "500000.00").form(ProposalForm.EMPTY);
        other.line("市教育局", "智慧食堂平台", "500000.00");
        assertEquals(List.of(), other.of("B43"));
    }

    @Test
    void b47FiresForADeclaredEntry() {
        project.form(ProposalForm.EMPTY.with(ProposalField.OWN_MOBILE_ENTRY, "Y").with(ProposalField.UNIFIED_ENTRY, "浙里办"));
        assertEquals(List.of("W B47.declared"), scene.of("B47"));
        assertEquals("浙里办", shown("B47", "unifiedEntry"));
    }

    @Test
    void b47FiresForANameWhereTheFormIsNotKnown() {
        scene.line("市教育局", "家校互通APP开发", "10000.00");
        assertEquals(List.of("W B47.named"), scene.of("B47"));
        assertEquals("APP", shown("B47", "words"));
    }

    @Test
    void b47BelievesTheFormAndLeavesOperationAndTheCommonEntryAlone() {
        scene.line("市教育局", "家校互通APP运维", "10000.00");
        scene.line("市教育局", "家校互通小程序接入浙里办", "10000.00");
        scene.line("市教育局", "家校互通APP开发", "0.00");
        scene.project("LS-2", "家长APP建设项目", "市教育局").form(ProposalForm.EMPTY.with(ProposalField.OWN_MOBILE_ENTRY, "N"));
        scene.line("市教育局", "家长APP", "10000.00", BudgetField.REVIEW_NO, "LS-2");
        assertEquals(List.of(), scene.of("B47"));
    }

    @Test
    void b52FiresForAnAiProjectThatDeclaresNothing() {
        project.kind("AI", "NEW", 2025, false).form(ProposalForm.EMPTY);
        assertEquals(List.of("W B52.undeclared"), scene.of("B52"));
        project.form(ProposalForm.EMPTY.with(ProposalField.AI_DECLARATION, "调用市算力中心 8 卡"));
        assertEquals(List.of(), scene.of("B52"));
        project.kind("APP", "NEW", 2025, false).form(ProposalForm.EMPTY);
        assertEquals(List.of(), scene.of("B52"));
    }

    private static ProposalForm function(String name, String description) {
        return ProposalForm.EMPTY.withFunctions(List.of(new FunctionItem("1.2", name, "新建", null, null, null, null, null, null, null, null, description)));
    }

    @Test
    void b53FiresForAFunctionThatMakesPeopleCheckIn() {
        project.form(function("巡查管理", "村干部每日打卡，按积分排名通报"));
        assertEquals(List.of("W B53.words"), scene.of("B53"));
        assertEquals("1.2 巡查管理 村干部每日打卡，按积分排名通报", shown("B53", "functions"));
        assertEquals("打卡 积分排名", shown("B53", "words"));
    }

    @Test
    void b53IsSilentWhereCheckingInIsTakenAway() {
        project.form(function("减负", "取消打卡，改为自动采集"));
        assertEquals(List.of(), scene.of("B53"));
    }

    @Test
    void b53FiresForFormsWithoutAdmission() {
        project.form(ProposalForm.EMPTY.with(ProposalField.GRASSROOTS_FORMS, "Y"));
        assertEquals(List.of("W B53.forms"), scene.of("B53"));
        project.form(ProposalForm.EMPTY.with(ProposalField.GRASSROOTS_FORMS, "Y").with(ProposalField.GRASSROOTS_APPROVAL_NO, "准入〔2026〕12号"));
        assertEquals(List.of(), scene.of("B53"));
        project.form(ProposalForm.EMPTY.with(ProposalField.GRASSROOTS_FORMS, "N"));
        assertEquals(List.of(), scene.of("B53"));
    }

    @Test
    void b53ReadsTheLedgersFunctionsOfAnImportedProject() {
        var imported = new Scene();
        imported.project("LS-1", "网格管理平台建设项目", "市教育局").functions("网格员打卡", "事件上报");
        imported.line("市教育局", "网格管理平台", "500000.00");
        assertEquals(List.of("W B53.words"), imported.of("B53"));
    }
}
