package org.lianshen.proposal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.proposal.ui.FundMatrix.Row;
import org.lianshen.service.ProposalService.Difference;
import org.lianshen.service.table.DifferenceTable;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.text.Language;

/** What the tables of the form compute, without widgets. */
class TablesTest {

    private final SheetPlans plans = new SheetPlans(new Texts(Language.CHINESE.locale()), new ProposalMessages(Language.CHINESE));

    @Test
    void theAmountFollowsQuantityAndPriceWhileItAgrees() {
        EstimateLine line = new LineEdit(Forms.line(1, 3, 300_000, 900_000)).quantity(new BigDecimal(4)).done();
        assertEquals(Money.ofYuan(1_200_000), line.amount());
        assertEquals(Money.ofYuan(960_000), new LineEdit(line).factor(new BigDecimal("0.8")).done().amount());
    }

    @Test
    void anAmountTypedOtherwiseStaysAndTheDifferenceShows() {
        EstimateLine line = new LineEdit(Forms.line(1, 3, 300_000, 900_000)).amount(Money.ofYuan(880_000)).done();
        assertEquals(Money.ofYuan(-20_000), SheetPlans.difference(line));
        assertEquals(Money.ofYuan(880_000), new LineEdit(line).quantity(new BigDecimal(4)).done().amount());
    }

    @Test
    void oneFenIsNoDifference() {
        assertNull(SheetPlans.difference(new LineEdit(Forms.line(1, 3, 300_000, 900_000)).amount(Money.ofFen(90_000_001)).done()));
        assertNull(SheetPlans.difference(new LineEdit(Forms.line(1, 3, 300_000, 900_000)).unitPrice(null).done()));
    }

    @Test
    void differencesOfTablesAreInTheWordsOfTheForm() {
        var spec = new DifferenceTable(new Texts(Language.CHINESE.locale())).spec("proposal.head.before", "proposal.head.after");
        var share = new Difference("funds[2028 GENERAL_BUDGET].amount",
                Message.of("form.place", Message.of("form.table.funds"), "2028 GENERAL_BUDGET", Message.of("form.column.amount")), "880000.00", "840000.00");
        assertEquals(List.of("资金计划 2028 一般公共预算（本级）：金额", "88.00 万元", "84.00 万元"), cells(spec, share));
        var line = new Difference("estimate[2].code", Message.of("form.place", Message.of("form.table.estimate"), "2", Message.of("form.column.code")), "", "E10");
        assertEquals(List.of("概算 2：科目", "", "定制软件开发费"), cells(spec, line));
    }

    private static List<Object> cells(TableSpec<Difference> spec, Difference row) {
        return spec.columns().stream().<Object>map(column -> column.value().apply(row)).toList();
    }

    @Test
    void theEstimateSaysHowFarItIsFromTheTotal() {
        assertFalse(plans.estimate().footer().apply(Forms.form()).wrong());
        var footer = plans.estimate().footer().apply(Forms.form().with(ProposalField.TOTAL_INVESTMENT, "1000000.00"));
        assertTrue(footer.wrong());
        assertEquals("概算合计 90.00 万元，总投资 100.00 万元，相差 −10.00 万元", footer.text());
    }

    @Test
    void newLinesAreNumberedOn() {
        var plan = plans.estimate();
        EstimateLine added = plan.newRow().apply(List.of(Forms.line(1, 1, 1, 1), Forms.line(7, 1, 1, 1)));
        assertEquals(8, added.no());
        assertTrue(plan.blank().test(added));
    }

    @Test
    void everyTableTakesItsRowsBack() {
        for (SheetPlan<?> plan : List.of(plans.basis(), plans.goals(), plans.functions(), plans.data(), plans.estimate(), plans.milestones())) {
            assertTrue(takes(plan), plan.place());
        }
    }

    private static <T> boolean takes(SheetPlan<T> plan) {
        T empty = plan.newRow().apply(List.of());
        ProposalForm form = plan.put().apply(ProposalForm.EMPTY, List.of(empty));
        return plan.blank().test(empty) && plan.rows().apply(form).equals(List.of(empty)) && plan.spec().columns().stream()
                .map(column -> column.id()).toList().containsAll(plan.edits().keySet());
    }

    @Test
    void functionPointsBecomeMonthsAndMoneyOnlyWithPrices() {
        var priced = new FunctionPoints(BigDecimal.TEN, new BigDecimal(7), new BigDecimal(4), new BigDecimal(5), new BigDecimal(4), new BigDecimal("1.39"),
                Optional.of(new BigDecimal("6.72")), new BigDecimal(174), Optional.of(Money.ofYuan(20_000)));
        var item = new FunctionItem("1", "站点管理", "新建", 4, null, 6, 3, null, null, null, "", "");
        assertEquals(new BigDecimal(79), priced.points(item));
        assertEquals(new BigDecimal("4.24"), priced.months(new BigDecimal(79)).orElseThrow());
        assertEquals(Money.ofYuan(84_800), priced.amount(new BigDecimal(79)).orElseThrow());
        assertNull(priced.points(new FunctionItem("1", "站点管理", "新建", null, null, null, null, null, null, null, "", "")));
        assertTrue(FunctionPoints.unweighted().amount(BigDecimal.TEN).isEmpty());
    }

    @Test
    void fundsStandAsSourcesByYears() {
        ProposalForm form = Forms.form().with(ProposalField.PLANNED_START, "2027-02-01");
        assertEquals(List.of(2027, 2028, 2029), FundMatrix.years(form, 2026));
        List<Row> rows = FundMatrix.rows(form);
        assertEquals(FundKind.values().length + 1, rows.size());
        assertEquals(Money.ofYuan(900_000), rows.getFirst().total());
        assertTrue(rows.getLast().sums());
        assertEquals(form.funds(), FundMatrix.shares(rows, form));
    }

    @Test
    void aYearBeforeTheStartIsShownTooAndNoneIsLeftOut() {
        ProposalForm form = ProposalForm.EMPTY.with(ProposalField.PLANNED_START, "2028-01-01").withFunds(List.of(new FundShare(2026, FundKind.UNIT_FUND, Money.ofYuan(1), "")));
        assertEquals(List.of(2026, 2027, 2028, 2029, 2030), FundMatrix.years(form, 2026));
    }

    @Test
    void documentNumbersStayWithTheirYearUntilTheyAreTouched() {
        ProposalForm form = ProposalForm.EMPTY.withFunds(List.of(new FundShare(2027, FundKind.PROVINCE_GRANT, Money.ofYuan(10), "浙财〔2026〕1号"),
                new FundShare(2028, FundKind.PROVINCE_GRANT, Money.ofYuan(20), "浙财〔2027〕2号")));
        var rows = new ArrayList<>(FundMatrix.rows(form));
        int at = FundKind.PROVINCE_GRANT.ordinal();
        rows.set(at, rows.get(at).with(2027, Money.ofYuan(11)));
        assertEquals("浙财〔2026〕1号", FundMatrix.shares(rows, form).getFirst().documentNo());
        rows.set(at, rows.get(at).withDocumentNo("浙财〔2027〕9号"));
        assertEquals(List.of("浙财〔2027〕9号", "浙财〔2027〕9号"), FundMatrix.shares(rows, form).stream().map(FundShare::documentNo).toList());
        rows.set(at, rows.get(at).with(2027, null).with(2028, Money.ZERO));
        assertEquals(List.of(), FundMatrix.shares(rows, form));
    }

    @Test
    void theNameOfAFileTellsItsKind() {
        var kinds = List.of("申报函", "建设方案", "查重报告");
        assertEquals("查重报告", AttachmentBox.guess(Path.of("水利局IRS查重报告.pdf"), kinds));
        assertEquals("申报函", AttachmentBox.guess(Path.of("扫描件0001.pdf"), kinds));
    }

    @Test
    void fieldsFollowClassAndAnswers() {
        ProposalForm form = ProposalForm.EMPTY.with(ProposalField.PROJECT_CLASS, "CROSS").with(ProposalField.ON_CLOUD, "N").with(ProposalField.PROTECTION_LEVEL, "L3");
        assertTrue(FieldRules.applies(ProposalField.CO_UNITS, form));
        assertTrue(FieldRules.applies(ProposalField.CLOUD_EXCEPTION, form));
        assertFalse(FieldRules.applies(ProposalField.CLOUD_VCPU, form));
        assertTrue(FieldRules.applies(ProposalField.OFFSITE_BACKUP, form));
        assertFalse(FieldRules.applies(ProposalField.AI_DECLARATION, form));
        assertFalse(FieldRules.applies(ProposalField.OFFSITE_BACKUP, form.with(ProposalField.PROTECTION_LEVEL, "L2")));
    }
}
