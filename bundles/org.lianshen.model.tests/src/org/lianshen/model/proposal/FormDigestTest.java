package org.lianshen.model.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;

class FormDigestTest {

    private static final ProposalForm FORM = ProposalForm.EMPTY.with(ProposalField.PROJECT_NAME, "数据平台").with(ProposalField.UNIT_NAME, "市教育局")
            .withBasis(List.of(new BasisDocument("通知", "省政府", "浙政发〔2026〕1号", "", "上级文件")))
            .withEstimate(List.of(new EstimateLine(1, EstimateCode.E10, "软件", null, new BigDecimal("2"), "套", Money.ofYuan(10), null, Money.ofYuan(20), "")))
            .withFunds(List.of(new FundShare(2027, FundKind.GENERAL_BUDGET, Money.ofYuan(20), null)))
            .withMilestones(List.of(new Milestone("终验", LocalDate.of(2027, 6, 1))))
            .withAttachments(List.of(new Attachment("申报函", "函.pdf", "00", 12)));

    /** Written digests must be found again by every later version of the program: this one was computed from the text below with sha256sum. */
    @Test
    void theDigestOfTheEmptyFormIsFixed() {
        assertEquals("15:lianshen-form-1,6:fields,1:0,5:basis,1:0,5:goals,1:0,9:functions,1:0,4:data,1:0,8:estimate,1:0,5:funds,1:0,10:milestones,1:0,11:attachments,1:0,",
                FormDigest.canonical(ProposalForm.EMPTY));
        assertEquals("8dc05ee97dd9f54237ef67d3040fd426ad645191e30310249c3d41b04fcf5588", FormDigest.of(ProposalForm.EMPTY));
    }

    @Test
    void numbersThatMeanTheSameHaveTheSameDigest() {
        EstimateLine line = FORM.estimate().getFirst();
        var padded = new EstimateLine(1, line.code(), line.item(), null, new BigDecimal("2.000"), line.unit(), line.unitPrice(), null, line.amount(), "");
        assertEquals(FormDigest.of(FORM), FormDigest.of(FORM.withEstimate(List.of(padded))));
    }

    @Test
    void theOrderInWhichFieldsWereTypedDoesNotMatter() {
        var other = ProposalForm.EMPTY.withFields(Map.of(ProposalField.UNIT_NAME, "市教育局", ProposalField.PROJECT_NAME, "数据平台"));
        assertEquals(FormDigest.of(ProposalForm.EMPTY.withFields(FORM.fields())), FormDigest.of(other));
    }

    @Test
    void everyChangeChangesIt() {
        var digests = new HashSet<String>();
        List<ProposalForm> forms = List.of(FORM, FORM.with(ProposalField.PROJECT_NAME, "数据平台2"), FORM.with(ProposalField.PROJECT_NAME, ""), FORM.withBasis(List.of()),
                FORM.withBasis(List.of(new BasisDocument("通知省", "政府", "浙政发〔2026〕1号", "", "上级文件"))),
                FORM.withBasis(List.of(new BasisDocument("通知", "省政府", "浙政发〔2026〕1号", null, "上级文件"))),
                FORM.withEstimate(List.of(new EstimateLine(1, EstimateCode.E20, "软件", null, new BigDecimal("2"), "套", Money.ofYuan(10), null, Money.ofYuan(20), ""))),
                FORM.withEstimate(List.of(new EstimateLine(1, EstimateCode.E10, "软件", null, new BigDecimal("2"), "套", Money.ofYuan(10), BigDecimal.ONE, Money.ofYuan(20), ""))),
                FORM.withFunds(List.of(new FundShare(2028, FundKind.GENERAL_BUDGET, Money.ofYuan(20), null))), FORM.withMilestones(List.of()),
                FORM.withAttachments(List.of(new Attachment("申报函", "函.pdf", "00", 13))),
                FORM.withGoals(List.of(new GoalIndicator("产出指标", "数量指标", "学校", "≥", "1", "所", BigDecimal.TEN))),
                FORM.withFunctions(List.of(new FunctionItem("1", "归集", "新建", 1, null, null, null, null, null, null, null, null))),
                FORM.withFunctions(List.of(new FunctionItem("1", "归集", "新建", null, 1, null, null, null, null, null, null, null))),
                FORM.withData(List.of(new DataItem("学籍", true, "", "", "", "", ""))), FORM.withData(List.of(new DataItem("学籍", false, "", "", "", "", ""))));
        forms.forEach(form -> assertTrue(digests.add(FormDigest.of(form)), form::toString));
    }
}
