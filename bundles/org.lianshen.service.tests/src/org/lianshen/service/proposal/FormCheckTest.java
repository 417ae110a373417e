package org.lianshen.service.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianshen.model.Money;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.price.PriceMemory;
import org.lianshen.model.proposal.BasisDocument;
import org.lianshen.model.proposal.DataItem;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FormCheck;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.PackFixture;
import org.lianshen.service.text.Texts;

class FormCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final RulePack PACK = PackFixture.pack();

    @Test
    void aSoundFormLacksNothingButAttachments() {
        List<FormFinding> findings = check(FormFixture.form());
        assertTrue(findings.stream().allMatch(finding -> finding.check().equals("attachment") && finding.severity() == Severity.W), findings::toString);
        assertEquals(List.of("申报函", "建设方案", "云资源申请表", "等保定级材料"), findings.stream().map(FormFinding::place).toList());
    }

    @Test
    void anEmptyFormNamesEveryRequiredField() {
        long required = Stream.of(ProposalField.values()).filter(ProposalField::required).count();
        assertEquals(required, check(ProposalForm.EMPTY).stream().filter(finding -> finding.check().equals("required")).count());
    }

    @Test
    void aSecretProjectMayNotEvenBeKept() {
        ProposalForm secret = FormFixture.form().with(ProposalField.SECRET, "Y");
        assertTrue(FormCheck.refusalToKeep(secret).isPresent());
        assertTrue(FormCheck.refusalToKeep(FormFixture.form()).isEmpty());
        assertTrue(codes(secret, Severity.E).contains("secret"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void eachFlawIsFound(String check, Severity severity, UnaryOperator<ProposalForm> flaw) {
        ProposalForm form = FormFixture.form();
        assertFalse(codes(form, severity).contains(check), "the sound form has it already");
        assertTrue(codes(flaw.apply(form), severity).contains(check), () -> check(flaw.apply(form)).toString());
    }

    static Stream<Arguments> flaws() {
        return Stream.of(flaw("unreadable.MONEY", Severity.E, form -> form.with(ProposalField.TOTAL_INVESTMENT, "一百万")),
                flaw("unreadable.MONEY", Severity.E, form -> form.with(ProposalField.TOTAL_INVESTMENT, "-1.00")),
                flaw("unreadable.DATE", Severity.E, form -> form.with(ProposalField.PLANNED_START, "2027-02-30")),
                flaw("unreadable.COUNT", Severity.E, form -> form.with(ProposalField.CLOUD_VCPU, "十六")),
                flaw("unreadable.FLAG", Severity.E, form -> form.with(ProposalField.ON_CLOUD, "是")),
                flaw("unreadable.CHOICE", Severity.E, form -> form.with(ProposalField.NETWORK, "SECRET")),
                flaw("unreadable.LINE", Severity.E, form -> form.with(ProposalField.CONTACT, "张三\n李四")),
                flaw("needed.CO_UNITS", Severity.E, form -> form.with(ProposalField.PROJECT_CLASS, "CROSS")),
                flaw("needed.PREDECESSOR", Severity.E, form -> form.with(ProposalField.NATURE, "UPGRADE")),
                flaw("needed.BUILT_SYSTEM", Severity.E, form -> form.with(ProposalField.PROJECT_CLASS, "OPS")),
                flaw("needed.AI_DECLARATION", Severity.E, form -> form.with(ProposalField.PROJECT_CLASS, "AI")),
                flaw("needed.CLOUD_EXCEPTION", Severity.E, form -> form.with(ProposalField.ON_CLOUD, "N")),
                flaw("needed.PRIVATE_NETWORK_REASON", Severity.E, form -> form.with(ProposalField.NETWORK, "PRIVATE")),
                flaw("needed.NOT_SHARED_REASON", Severity.E, form -> form.with(ProposalField.SHARES_DATA, "N")),
                flaw("needed.GRASSROOTS_APPROVAL_NO", Severity.E, form -> form.with(ProposalField.GRASSROOTS_FORMS, "Y")),
                flaw("needed.OPERATION_COST_SOURCE", Severity.E, form -> form.with(ProposalField.OPERATION_COST_SOURCE, "")),
                flaw("secretWord", Severity.W, form -> form.with(ProposalField.SITUATION, "含涉密数据")),
                flaw("nameLength", Severity.E, form -> form.with(ProposalField.PROJECT_NAME, "数".repeat(81))),
                flaw("bannedWord", Severity.W, form -> form.with(ProposalField.PROJECT_NAME, "教育大脑")),
                flaw("phase", Severity.E, form -> form.with(ProposalField.PROJECT_NAME, "教育平台二期")),
                flaw("operationClass", Severity.E, form -> form.with(ProposalField.NATURE, "OPERATION")),
                flaw("serviceClass", Severity.W, form -> form.with(ProposalField.PROJECT_CLASS, "SVC")),
                flaw("phone", Severity.E, form -> form.with(ProposalField.PHONE, "12345")),
                flaw("budgetCode", Severity.W, form -> form.with(ProposalField.BUDGET_PROJECT_CODE, "3305")),
                flaw("startPast", Severity.W, form -> form.with(ProposalField.PLANNED_START, "2026-10-01")),
                flaw("dateOrder", Severity.E, form -> form.with(ProposalField.PLANNED_END, "2027-03-01")),
                flaw("tooLong", Severity.W, form -> form.with(ProposalField.PLANNED_END, "2030-03-02")),
                flaw("totalZero", Severity.E, form -> form.with(ProposalField.TOTAL_INVESTMENT, "0.00")),
                flaw("yearAboveTotal", Severity.E, form -> form.with(ProposalField.THIS_YEAR_APPLIED, "1000000.01")),
                flaw("cloudName", Severity.W, form -> form.with(ProposalField.CLOUD_NAME, "")),
                flaw("pointToPoint", Severity.W, form -> form.with(ProposalField.POINT_TO_POINT, "Y")),
                flaw("ownEntry", Severity.W, form -> form.with(ProposalField.OWN_MOBILE_ENTRY, "Y")),
                flaw("sensitive", Severity.W, form -> form.with(ProposalField.PERSONAL_RECORDS, "20000")),
                flaw("duplicateSearch", Severity.W, form -> form.with(ProposalField.DUPLICATE_SEARCH_DONE, "N")),
                flaw("reuse", Severity.W, form -> form.with(ProposalField.NO_REUSE_REASON, "")),
                flaw("operationCost", Severity.W, form -> form.with(ProposalField.OPERATION_COST_PER_YEAR, "")),
                flaw("domestic", Severity.W, form -> form.with(ProposalField.DOMESTIC_CPU, "")),
                flaw("noProtection", Severity.W, form -> form.with(ProposalField.PROTECTION_LEVEL, "NONE")),
                flaw("offsiteBackup", Severity.W, form -> form.with(ProposalField.PROTECTION_LEVEL, "L3")),
                flaw("cipherLevel", Severity.W, form -> form.with(ProposalField.PROTECTION_LEVEL, "L3")),
                flaw("cipherPlan", Severity.W, form -> form.with(ProposalField.CIPHER_REQUIRED, "Y")),
                flaw("basisNone", Severity.E, form -> form.withBasis(List.of())),
                flaw("documentNo", Severity.W, form -> form.withBasis(List.of(new BasisDocument("行动", "", "湖政办发[2026]5号", "", "")))),
                flaw("documentNo", Severity.W, form -> form.withBasis(List.of(new BasisDocument("行动", "", "湖政办发〔26〕5号", "", "")))),
                flaw("goalOutput", Severity.E, form -> form.withGoals(form.goals().subList(1, 6))),
                flaw("goalBenefit", Severity.E, form -> form.withGoals(form.goals().subList(0, 4))),
                flaw("goalSatisfaction", Severity.E, form -> form.withGoals(form.goals().subList(0, 5))),
                flaw("goalWeights", Severity.E, form -> form.withGoals(form.goals().subList(0, 5))),
                flaw("functionsNone", Severity.W, form -> form.withFunctions(List.of())),
                flaw("dataNone", Severity.W, form -> form.withData(List.of())),
                flaw("dataCatalogue", Severity.E, form -> form.with(ProposalField.PROJECT_CLASS, "DATA").withData(List.of())),
                flaw("dataReason", Severity.E, form -> form.withData(List.of(new DataItem("学籍", false, "", "不予", "", "", "")))),
                flaw("estimateNone", Severity.E, form -> form.withEstimate(List.of())),
                flaw("lineNo", Severity.E, form -> estimate(form, FormFixture.line(1, EstimateCode.E10, "软件", 1))),
                flaw("lineIncomplete", Severity.E, form -> estimate(form, FormFixture.line(3, null, "软件", 1))),
                flaw("V01", Severity.E, form -> estimate(form, new EstimateLine(3, EstimateCode.E10, "软件", "", new BigDecimal("2"), "套", Money.ofYuan(10), null, Money.ofYuan(21), ""))),
                flaw("V02", Severity.E, form -> estimate(form, FormFixture.line(3, EstimateCode.E10, "软件", 1))),
                flaw("V03.integration", Severity.W, form -> estimate(form, FormFixture.line(3, EstimateCode.E20, "数据库", 100_000), FormFixture.line(4, EstimateCode.E60, "集成", 5_999))),
                flaw("V03.management", Severity.W, form -> estimate(form, FormFixture.line(3, EstimateCode.E82, "管理费", 20_001))),
                flaw("V04", Severity.W, form -> estimate(form, FormFixture.line(3, EstimateCode.E30, "打印机", 1))),
                flaw("V04.hardware", Severity.W, form -> estimate(form, FormFixture.line(3, EstimateCode.E30, "服务器", 1))),
                flaw("V05", Severity.W, form -> estimate(form, FormFixture.line(3, EstimateCode.E20, "通用审批", 1))),
                flaw("V07", Severity.W, form -> estimate(form, FormFixture.line(3, EstimateCode.E20, "数据库", 100_000), FormFixture.line(4, EstimateCode.E60, "集成", 8_001))),
                flaw("V07.software", Severity.W, form -> estimate(form, FormFixture.line(3, EstimateCode.E60, "集成", 1))),
                flaw("V08", Severity.W, form -> estimate(form, FormFixture.line(3, EstimateCode.E83, "培训", 1), FormFixture.line(4, EstimateCode.E10, "使用培训", 1))),
                flaw("V09", Severity.E, form -> estimate(form.with(ProposalField.FREE_OPERATION_MONTHS, "24"), FormFixture.line(3, EstimateCode.E95, "运维", 1))),
                flaw("V11.protection", Severity.W, form -> form.withEstimate(form.estimate().subList(0, 1))),
                flaw("V11.cipher", Severity.W, form -> form.with(ProposalField.CIPHER_REQUIRED, "Y")),
                flaw("V12", Severity.W, form -> estimate(form, FormFixture.line(3, EstimateCode.E90, "预备费", 100_001))),
                flaw("fundsNone", Severity.E, form -> form.withFunds(List.of())),
                flaw("P01", Severity.E, form -> form.withFunds(List.of(share(2027, 60), share(2028, 39)))),
                flaw("P01.year", Severity.E, form -> form.withFunds(List.of(share(2027, 50), share(2028, 50)))),
                flaw("P02", Severity.E, form -> form.with(ProposalField.COST_SHARING, "市级 40%，区县 40%，单位 19%")),
                flaw("P03", Severity.W, form -> form.withFunds(List.of(share(2026, 60), share(2027, 40)))),
                flaw("P04", Severity.W, form -> form.withFunds(List.of(new FundShare(2027, FundKind.SPECIAL_BOND, Money.ofWan(100), null)))),
                flaw("P05", Severity.W, form -> form.withFunds(List.of(new FundShare(2027, FundKind.PROVINCE_GRANT, Money.ofWan(100), "")))),
                flaw("P06", Severity.W, form -> form.withFunds(List.of(share(2027, 60), share(2030, 40)))),
                flaw("P06.gap", Severity.W, form -> form.withFunds(List.of(share(2027, 60), share(2029, 40)))),
                flaw("P07", Severity.W, form -> estimate(form, FormFixture.line(3, EstimateCode.E95, "运维", 1))));
    }

    @Test
    void ninetyNinePercentIsNamed() {
        ProposalForm form = FormFixture.form().with(ProposalField.COST_SHARING, "市级40%，区县40%，单位19%");
        FormFinding finding = check(form).stream().filter(each -> each.check().equals("P02")).findFirst().orElseThrow();
        assertTrue(new Texts(Locale.CHINESE).format(finding.message()).contains("99%"));
    }

    @Test
    void ordersAreNumberedWithoutAYear() {
        for (String number : List.of("国务院令第711号", "卫生部令第 48 号", "湖政办发〔2026〕5号")) {
            assertFalse(codes(FormFixture.form().withBasis(List.of(new BasisDocument("条例", "", number, "", ""))), Severity.W).contains("documentNo"), number);
        }
    }

    @Test
    void whatIsSaidNotToBeSecretIsNoSecretWord() {
        assertFalse(codes(FormFixture.form().with(ProposalField.SITUATION, "本项目不涉密，不含涉密数据"), Severity.W).contains("secretWord"));
    }

    @Test
    void thePackSaysHowHeavyAMissingCipherPlanIs() {
        RulePack hunan = new PackFixture().param("cipher.planSeverity", "E", "text").build();
        var findings = FormCheck.check(FormFixture.form().with(ProposalField.CIPHER_REQUIRED, "Y"), hunan, TODAY, PriceMemory.NONE);
        assertTrue(findings.stream().anyMatch(finding -> finding.check().equals("cipherPlan") && finding.severity() == Severity.E));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void everyMessageIsSaidInBothLanguagesWithoutGaps(String check, Severity severity, UnaryOperator<ProposalForm> flaw) {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var texts = new Texts(locale);
            for (FormFinding finding : check(flaw.apply(FormFixture.form()))) {
                String said = texts.format(finding.message());
                assertFalse(said.contains("{"), said);
            }
        }
    }

    private static Arguments flaw(String check, Severity severity, UnaryOperator<ProposalForm> flaw) {
        return Arguments.of(check, severity, flaw);
    }

    private static ProposalForm estimate(ProposalForm form, EstimateLine... more) {
        var lines = new ArrayList<>(form.estimate());
        lines.addAll(List.of(more));
        return form.withEstimate(lines);
    }

    private static FundShare share(int year, long wan) {
        return new FundShare(year, FundKind.GENERAL_BUDGET, Money.ofWan(wan), null);
    }

    private static List<FormFinding> check(ProposalForm form) {
        return FormCheck.check(form, PACK, TODAY, PriceMemory.NONE);
    }

    private static List<String> codes(ProposalForm form, Severity severity) {
        return check(form).stream().filter(finding -> finding.severity() == severity).map(FormFinding::check).toList();
    }
}
