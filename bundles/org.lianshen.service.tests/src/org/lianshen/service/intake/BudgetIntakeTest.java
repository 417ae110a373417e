package org.lianshen.service.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lianshen.model.budget.BudgetField.ADJUSTMENT;
import static org.lianshen.model.budget.BudgetField.AGENCY_CODE;
import static org.lianshen.model.budget.BudgetField.AGENCY_NAME;
import static org.lianshen.model.budget.BudgetField.AMOUNT;
import static org.lianshen.model.budget.BudgetField.DOCUMENT_DATE;
import static org.lianshen.model.budget.BudgetField.ECONOMIC_CODE;
import static org.lianshen.model.budget.BudgetField.FINAL;
import static org.lianshen.model.budget.BudgetField.FUNCTION_CODE;
import static org.lianshen.model.budget.BudgetField.FUNCTION_NAME;
import static org.lianshen.model.budget.BudgetField.INITIAL;
import static org.lianshen.model.budget.BudgetField.IT_FLAG;
import static org.lianshen.model.budget.BudgetField.PAY_DATE;
import static org.lianshen.model.budget.BudgetField.PROJECT_CODE;
import static org.lianshen.model.budget.BudgetField.PROJECT_NAME;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.service.BudgetService.Request;

class BudgetIntakeTest {

    private static Grid plain() {
        return new Grid("Sheet1").row("2026年项目支出预算表").row("编制单位：市数据局", null, "单位：万元").row("预算单位", "项目名称", "年初预算数");
    }

    @Test
    void findsHeaderAndUnitBelowTitleAndCaption() {
        var taken = Taken.annual(plain().row("市数据局", "城市大脑运维", "120.5").row("市公安局", "视频平台", 80));
        assertEquals(List.of(3), taken.reading().headerRows());
        assertEquals(AmountUnit.WAN, taken.reading().unit());
        assertEquals("C2", taken.reading().unitSource());
        assertEquals(Map.of(AGENCY_NAME, "A", PROJECT_NAME, "B", INITIAL, "C"), taken.reading().columns());
        assertEquals(List.of("1205000.00", "800000.00"), taken.column(INITIAL));
        assertEquals(4, taken.lines().getFirst().row());
        assertEquals("120.5", taken.lines().getFirst().raw().get(INITIAL));
    }

    @Test
    void unitInTheHeadWinsOverTheCaptionAndHoldsForItsColumnAlone() {
        var taken = Taken.annual(new Grid("s").row("单位：元").row("单位名称", "项目名称", "预算数（万元）", "采购金额").row("甲", "乙系统", 3, 20000));
        assertEquals("header", taken.reading().unitSource());
        assertEquals("30000.00", taken.lines().getFirst().get(INITIAL));
        assertEquals("20000.00", taken.lines().getFirst().get(org.lianshen.model.budget.BudgetField.PROCUREMENT_AMOUNT));
    }

    @Test
    void unitAskedForOverrulesAndIsSaid() {
        var taken = Taken.in(AmountUnit.YUAN, plain().row("甲", "乙系统", 12000));
        assertEquals("12000.00", taken.lines().getFirst().get(INITIAL));
        assertEquals("asked", taken.reading().unitSource());
        assertTrue(taken.noticeKeys().contains("intake.unitOverruled"));
    }

    @Test
    void unstatedUnitIsYuanWithANoticeUnlessAmountsAreTooSmallForYuan() {
        var taken = Taken.annual(new Grid("s").row("单位", "项目名称", "金额").row("甲", "乙系统", 250000));
        assertEquals("250000.00", taken.lines().getFirst().get(INITIAL));
        assertTrue(taken.noticeKeys().contains("intake.unitAssumed"));
        var refused = Taken.refusal(new Grid("s").row("单位", "项目名称", "金额").row("甲", "乙系统", 296.2));
        assertEquals("intake.unitInDoubt", refused.messages().getFirst().key());
        assertTrue(Taken.zh(refused.messages().getFirst()).contains("296.20") && Taken.en(refused.messages().getFirst()).contains("--unit wan"));
    }

    @Test
    void childUnderMergedParentGetsBothNamesAndYearsOfOthersAreLeft() {
        var taken = Taken.annual(new Grid("s").row("单位：元").row("预算单位", null, "项目", null, "2025年", "2026年", null).merge(2, 1, 2, 2).merge(2, 3, 2, 4).merge(2, 6, 2, 7)
                .row("编码", "名称", "编码", "名称", "预算数", "预算数", "调整数").row("101001", "市数据局", "33050021T000000019951", "一网通办", 1, 500000, -20000));
        var line = taken.lines().getFirst();
        assertEquals(List.of(2, 3), taken.reading().headerRows());
        assertEquals("F", taken.reading().columns().get(INITIAL));
        assertEquals("101001", line.get(AGENCY_CODE));
        assertEquals("33050021T000000019951", line.get(PROJECT_CODE));
        assertEquals("一网通办", line.get(PROJECT_NAME));
        assertEquals("-20000.00", line.get(ADJUSTMENT));
    }

    @Test
    void sumUnderAMergedAmountIsTheAmount() {
        var taken = Taken.annual(new Grid("s").row("单位：元").row("单位", "项目名称", "年初预算数").merge(2, 1, 3, 1).merge(2, 2, 3, 2).merge(2, 3, 2, 5)
                .row(null, null, "合计", "财政拨款", "自有资金").row("甲", "乙系统", 50000, 30000, 20000));
        assertEquals("C", taken.reading().columns().get(INITIAL));
        assertEquals(List.of("50000.00"), taken.column(INITIAL));
        assertEquals(List.of(2, 3), taken.reading().headerRows());
    }

    @Test
    void amountSplitBySourceWithoutASumIsNotTakenForTheAmount() {
        var refused = Taken.refusal(new Grid("s").row("单位：元").row("单位", "项目名称", "年初预算数").merge(2, 1, 3, 1).merge(2, 2, 3, 2).merge(2, 3, 2, 4)
                .row(null, null, "财政拨款", "自有资金").row("甲", "乙系统", 30000, 20000));
        assertEquals("intake.headerLacks", refused.messages().get(1).key());
    }

    @Test
    void codesStayTextAndDamagedOnesAreNamed() {
        var taken = Taken.annual(new Grid("s").row("单位：元").row("单位编码", "单位名称", "项目编码", "项目名称", "金额").row(Grid.formatted("1001", "000000"), "甲", "0012", "a", 50000)
                .row("001002", "乙", Grid.number("3.3005E20"), "b", 50000).row("001002", "乙", "3.3005E+20", "c", 50000)
                .row("001002", "乙", Grid.number("330500210000000000000"), "d", 50000));
        assertEquals("001001", taken.lines().getFirst().get(AGENCY_CODE));
        assertEquals("0012", taken.lines().getFirst().get(PROJECT_CODE));
        assertEquals(List.of("C4 code.damaged", "C5 code.damaged", "C6 code.damaged"), taken.errors());
        var error = taken.reading().errors().getFirst();
        assertTrue(Taken.zh(error.message()).startsWith("C4 的编码已损坏（现为 3.3005E20）"));
        assertTrue(Taken.en(error.message()).contains("Type it again as text"));
        assertEquals(1, taken.reading().rowsImported());
    }

    @Test
    void codeAndNameInOneCellAreSplitWhereNoColumnHoldsTheOther() {
        var taken = Taken.annual(new Grid("s").row("单位：元").row("预算单位", "项目名称", "功能科目", "金额").row("101001-市数据局", "12345-热线平台", "2010350-事业运行", 50000)
                .row("101002 市公安局", "33050021T000000019951-雪亮工程", "2040219", 60000));
        var first = taken.lines().getFirst();
        assertEquals("101001", first.get(AGENCY_CODE));
        assertEquals("市数据局", first.get(AGENCY_NAME));
        assertEquals("101001-市数据局", first.raw().get(AGENCY_NAME));
        assertEquals("12345-热线平台", first.get(PROJECT_NAME));
        assertNull(first.get(PROJECT_CODE));
        assertEquals("2010350", first.get(FUNCTION_CODE));
        assertEquals("事业运行", first.get(FUNCTION_NAME));
        assertEquals("33050021T000000019951", taken.lines().get(1).get(PROJECT_CODE));
        assertEquals("雪亮工程", taken.lines().get(1).get(PROJECT_NAME));
    }

    @Test
    void codeInThreeColumnsIsJoined() {
        var taken = Taken.annual(new Grid("s").row("单位：元").row("功能分类科目编码", null, null, "项目名称", "预算数").merge(2, 1, 2, 3).merge(2, 4, 3, 4).merge(2, 5, 3, 5)
                .row("类", "款", "项").row(201, "03", "50", "办公系统", 70000));
        assertEquals("2010350", taken.lines().getFirst().get(FUNCTION_CODE));
    }

    @Test
    void totalsAreSkippedByWordAndCompared() {
        var taken = Taken.annual(plain().row("合计", null, 30).row("甲", "a系统", 10).row("甲小计", null, 10).row("乙", "b系统", 20).row("其中：市级", null, 5).row("小  计", null, 20)
                .row("总计", null, 31));
        assertEquals(2, taken.lines().size());
        assertEquals(List.of(4, 6, 8, 9, 10), taken.reading().skipped().stream().map(row -> row.row()).toList());
        var totals = taken.reading().totals();
        assertEquals(List.of(true, true, true, false), totals.stream().map(check -> check.agrees()).toList());
        assertEquals("C10", totals.getLast().cell());
        assertEquals("310000.00", totals.getLast().stated().toString());
        assertEquals("300000.00", totals.getLast().read().toString());
        assertTrue(taken.noticeKeys().contains("intake.totalDiffers"));
    }

    @Test
    void groupHeadsAreTotalsByArithmeticAndGiveTheirUnit() {
        var taken = Taken.annual(plain().row("市数据局", null, 30).row(null, "a系统", 10).row(null, "b系统", 20).row("市公安局", null, 7).row(null, "c系统", 7));
        assertEquals(List.of("市数据局", "市数据局", "市公安局"), taken.column(AGENCY_NAME));
        assertEquals("group@A4", taken.lines().getFirst().rules().get(AGENCY_NAME));
        assertEquals(List.of("intake.skip.sum", "intake.skip.sum"), taken.reading().skipped().stream().map(row -> row.why().key()).toList());
        assertEquals(List.of(), taken.errors());
    }

    @Test
    void amountWithoutProjectThatIsNoSumIsAnError() {
        var taken = Taken.annual(plain().row("市数据局", "a系统", 10).row("市公安局", null, 33));
        assertEquals(List.of("B5 project.missing"), taken.errors());
    }

    @Test
    void textInAnAmountNamesTheCell() {
        var taken = Taken.annual(plain().row("甲", "a系统", "待定").row("甲", "b系统", "是").row("甲", "c系统", "1，234.50").row("甲", "d系统", "（12.5）").row("甲", "e系统", "３０")
                .row("甲", "f系统", "12-").row("甲", "g系统", "5000元"));
        assertEquals(List.of("C4 amount.text", "C5 amount.text"), taken.errors());
        assertEquals(List.of("12345000.00", "-125000.00", "300000.00", "-120000.00", "5000.00"), taken.column(INITIAL));
        assertEquals("C4 应是金额，实际写着“待定”。请在原表中改成数字。", Taken.zh(taken.reading().errors().getFirst().message()));
        assertEquals("C4 should be an amount but reads “待定”. Change it to a number in the source.", Taken.en(taken.reading().errors().getFirst().message()));
    }

    @Test
    void formulaWithoutValueAndErrorValueNameTheCell() {
        var taken = Taken.annual(plain().row("甲", "a系统", Grid.noValue()).row("甲", "b系统", Grid.error("#REF!")).row("甲", "c系统", 1));
        assertEquals(List.of("C4 formula.noValue", "C5 cell.error"), taken.errors());
    }

    @Test
    void missingAmountIsAnErrorButHeadingsAndNotesAreNot() {
        var taken = Taken.annual(plain().row("一、信息化项目").row("甲", "a系统", null).row("甲", "b系统", 3).row("注：本表金额含税，含历年结转资金。").row("填表人：张三", "审核人：李四"));
        assertEquals(List.of("C5 amount.missing"), taken.errors());
        assertEquals(List.of("intake.skip.noAmount", "intake.skip.note", "intake.skip.note"), taken.reading().skipped().stream().map(row -> row.why().key()).toList());
    }

    @Test
    void repeatedHeadsAreSkippedAndAnotherTableBelowIsReadWithItsOwnColumns() {
        var taken = Taken.annual(plain().row("甲", "a系统", 1).row("预算单位", "项目名称", "年初预算数").row("甲", "b系统", 2).blank().row("二、其他项目", null, null, "单位：元")
                .row("项目名称", "单位名称", "备注", "预算数").row("c系统", "乙", "x", 30000));
        assertEquals(List.of("10000.00", "20000.00", "30000.00"), taken.column(INITIAL));
        assertEquals(List.of("甲", "甲", "乙"), taken.column(AGENCY_NAME));
        assertEquals(2, taken.readings().size());
        assertEquals(List.of(9), taken.readings().get(1).headerRows());
        assertEquals("D", taken.readings().get(1).columns().get(INITIAL));
    }

    @Test
    void headInShiftedColumnsIsAnErrorOfItsRow() {
        var taken = Taken.annual(new Grid("s").row("序号", "地区", "子序号", "采购项目名称", "需求", "预算金额(万元)", "备注").row(1, "本级", "采购项目名称", "需求", "预算金额（万元）", "备注")
                .row(2, "本级", "课题研究", "目标", 25, "否").row(3, "本级", "1", "课题研究", "目标", 25, "x"));
        assertEquals(List.of("A2 header.conflict", "F3 amount.text"), taken.errors());
        assertEquals(List.of("250000.00"), taken.column(INITIAL));
    }

    @Test
    void twoHeadersThatContradictEachOtherAreRefusedNamingBoth() {
        var refused = Taken.refusal(new Grid("预算").row("单位：元").row("单位", "项目名称", "金额").blank().row("项目名称", "金额", "单位").row("a系统", 50000, "甲"));
        assertEquals("intake.twoHeaders", refused.messages().getFirst().key());
        assertEquals("工作表“预算”里第 2 行和第 4 行都像表头，列却不一样，无法判断以哪一行为准。请在原表中只留一个表头，或指定另一个工作表（命令行 --sheet）。", Taken.zh(refused.messages().getFirst()));
        assertTrue(Taken.en(refused.messages().getFirst()).startsWith("Rows 2 and 4 of sheet “预算”"));
    }

    @Test
    void identicalHeadersAreNotAmbiguous() {
        var taken = Taken.annual(new Grid("s").row("单位：元").row("单位", "项目名称", "金额").row("agencyName", "proName", "amount").row("甲", "a系统", 50000));
        assertEquals(1, taken.lines().size());
        assertEquals(List.of(), taken.errors());
    }

    @Test
    void noHeaderSaysWhatWasLookedFor() {
        var refused = Taken.refusal(new Grid("数据").row("政府采购(全国)", "总条数").row(1, 2));
        assertEquals("intake.nothing.ANNUAL", refused.messages().getFirst().key());
        String zh = Taken.zh(refused.messages().get(1));
        assertTrue(zh.contains("工作表“数据”前 30 行里没有像表头的行") && zh.contains("项目列（项目名称或项目编码）") && zh.contains("金额列"), zh);
    }

    @Test
    void nearestMissIsNamed() {
        var refused = Taken.refusal(new Grid("支出表").row("单位：元").row("功能分类科目编码", "功能分类科目名称", "预算数").row("201", "一般公共服务支出", 300000));
        String zh = Taken.zh(refused.messages().get(1));
        assertEquals("工作表“支出表”第 2 行最像表头（认出：功能分类科目编码、功能分类科目名称、预算数），但缺少：项目列（项目名称或项目编码）。", zh);
    }

    @Test
    void itemsOfAccountsAreNotProjects() {
        var refused = Taken.refusal(new Grid("收支总表").row("单位：元").row("项目", "预算数", "项目", "预算数").row("一、财政拨款收入", 300000, "一、一般公共服务支出", 300000));
        assertEquals("intake.headerOfItems", refused.messages().get(1).key());
        assertTrue(Taken.zh(refused.messages().get(1)).endsWith("是收支科目，不是项目名称。"));
    }

    @Test
    void itemIsAProjectBesideAUnit() {
        assertEquals(List.of("a系统"), Taken.annual(new Grid("s").row("单位：元").row("单位", "项目", "金额").row("甲", "a系统", 50000)).column(PROJECT_NAME));
    }

    @Test
    void mergedDataCellsReachDownAndAMergedAmountCountsOnce() {
        var taken = Taken.annual(plain().row("甲", "a系统", 10).row(null, "b系统", 20).row("乙", "c系统", 30).row(null, "c系统二", null).merge(4, 1, 5, 1).merge(6, 3, 7, 3));
        assertEquals(List.of("甲", "甲", "乙"), taken.column(AGENCY_NAME));
        assertEquals("intake.skip.mergedAmount", taken.reading().skipped().getFirst().why().key());
    }

    @Test
    void hiddenRowsColumnsAndSheetsAreSaid() {
        var taken = Taken.annual(plain().row("甲", "a系统", 10).hiddenRow("甲", "b系统", 20).hideColumn(3).and(new Grid("旧表").hide().row("单位：元").row("单位", "项目名称", "金额").row("甲", "旧", 90000)));
        assertEquals(2, taken.lines().size());
        assertTrue(taken.noticeKeys().containsAll(List.of("intake.hiddenRows", "intake.hiddenColumns", "intake.sheetsLeft")));
    }

    @Test
    void agencyComesFromTheCaptionWhereNoColumnHoldsIt() {
        var taken = Taken.annual(new Grid("s").row("编制单位：湖州市数据局    单位：元").row("项目名称", "金额").row("a系统", 50000));
        assertEquals("湖州市数据局", taken.lines().getFirst().get(AGENCY_NAME));
        assertEquals(AmountUnit.YUAN, taken.reading().unit());
        assertEquals("A1", taken.reading().unitSource());
    }

    @Test
    void marksInHeadsAreNotPartOfTheirNames() {
        var taken = Taken.annual(new Grid("s").row("*项目\n单位", "３．项目名称 ", "本年预算数::f005::$vxeMoney（元）", "是否信息化").row("甲", "a系统", 50000, "是"));
        assertEquals(List.of("50000.00"), taken.column(INITIAL));
        assertEquals(List.of("Y"), taken.column(IT_FLAG));
        assertEquals("是", taken.lines().getFirst().raw().get(IT_FLAG));
    }

    @Test
    void anotherYearIsAnError() {
        var taken = Taken.annual(new Grid("s").row("单位：元").row("年度", "单位", "项目名称", "金额").row("2025年度", "甲", "a系统", 50000).row(2026, "甲", "b系统", 50000));
        assertEquals(List.of("A3 year.other"), taken.errors());
        assertEquals(1, taken.lines().size());
    }

    @Test
    void quotaSheet() {
        var taken = Taken.kind(SheetKind.QUOTA, new Grid("s").row("单位：元").row("指标文号", "发文日期", "预算单位", "项目名称", "部门经济分类", "指标金额", "调整数")
                .row("湖财预〔2026〕1号", "2026年1月5日", "甲", "a系统", "30213-维修(护)费", 50000, "-"));
        var line = taken.lines().getFirst();
        assertEquals("2026-01-05", line.get(DOCUMENT_DATE));
        assertEquals("30213", line.get(ECONOMIC_CODE));
        assertEquals("50000.00", line.get(AMOUNT));
        assertNull(line.get(ADJUSTMENT));
    }

    @Test
    void paymentsInAllForms() {
        var taken = Taken.kind(SheetKind.PAYMENT, new Grid("s").row("支付日期", "收款人", "项目名称", "支付金额（元）").row(Grid.date("2026-03-04"), "某公司", "a系统", 100).row("2026/3/5", "某公司", "a系统", 100)
                .row("20260306", "某公司", "a系统", 100).row(Grid.number("46088"), "某公司", "a系统", 100).row("2026.3.8", "某公司", "a系统", 100).row("三月九日", "某公司", "a系统", 100));
        assertEquals(List.of("2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08"), taken.column(PAY_DATE));
        assertEquals(List.of("A7 date.text"), taken.errors());
    }

    @Test
    void paymentsAreNotTakenForABudget() {
        var refused = Taken.refusal(new Grid("s").row("支付日期", "收款人", "项目名称", "金额（元）").row("2026-03-04", "某公司", "a系统", 100));
        assertEquals("intake.isPayments", refused.messages().getFirst().key());
    }

    @Test
    void finalAmountBesideInitial() {
        var taken = Taken.annual(new Grid("s").row("单位：元").row("单位", "项目名称", "年初预算", "追加(减)数", "调整后预算").row("甲", "a系统", 50000, 10000, 60000));
        assertEquals("60000.00", taken.lines().getFirst().get(FINAL));
        assertEquals("10000.00", taken.lines().getFirst().get(ADJUSTMENT));
    }

    @Test
    void columnsChosenByHandWin() {
        var grid = new Grid("s").row("单位：元").row("甲列", "乙列", "丙列").row("甲", "a系统", 50000);
        var request = new Request(2026, SheetKind.ANNUAL, null, null, Map.of("s", Map.of(PROJECT_NAME, "B", INITIAL, "C", AGENCY_NAME, "A")), false, false);
        var taken = Taken.of(grid, request);
        assertEquals(List.of("a系统"), taken.column(PROJECT_NAME));
        assertEquals(List.of("50000.00"), taken.column(INITIAL));
    }

    @Test
    void sheetAskedForThatIsNotThere() {
        var request = new Request(2026, SheetKind.ANNUAL, "表九", null, Map.of(), false, false);
        var refused = org.junit.jupiter.api.Assertions.assertThrows(org.lianshen.model.UserProblem.class, () -> Taken.of(plain(), request));
        assertEquals("“表.xlsx”里没有名为“表九”的工作表，只有：Sheet1。", Taken.zh(refused.messages().getFirst()));
    }

    @Test
    void partsOfAFenAreRoundedAndSaid() {
        var taken = Taken.annual(new Grid("s").row("单位：元").row("单位", "项目名称", "金额").row("甲", "a系统", Grid.number("33333.333333333336")).row("甲", "b", Grid.number("20000.100000000002")));
        assertEquals(List.of("33333.33", "20000.10"), taken.column(INITIAL));
        assertEquals("33333.333333333336", taken.lines().getFirst().raw().get(INITIAL));
        assertTrue(taken.noticeKeys().contains("intake.rounded"));
    }

    @Test
    void previewShowsRolesAndWhyNot() {
        var previews = new BudgetIntake(Request.of(2026), org.lianshen.service.Progress.NONE)
                .preview(plain().row("甲", "a系统", 10).row("合计", null, 10).row("甲", "b系统", "x").and(new Grid("封面").row("上海市2026年部门预算")), "表.xlsx", 100, early -> {
                });
        assertEquals(List.of("TITLE", "TITLE", "HEADER", "DATA", "TOTAL", "REJECTED"), previews.getFirst().roles().stream().map(Enum::name).toList());
        assertEquals("intake.noHeader", previews.get(1).why().key());
        assertNull(previews.get(1).reading());
    }

    /** A person then only adds what is missing. */
    @Test
    void previewOfASheetWithoutHeaderShowsWhatCameNearest() {
        var sheet = new BudgetIntake(Request.of(2026), org.lianshen.service.Progress.NONE)
                .preview(new Grid("表").row("支出表").row("科目", "单位名称", "2026年预算数").row("甲", "某局", 10), "表.xlsx", 100, early -> {
                }).getFirst();
        assertEquals("intake.headerLacks", sheet.why().key());
        assertEquals(List.of("IGNORED", "HEADER", "IGNORED"), sheet.roles().stream().map(Enum::name).toList());
        assertEquals(Map.of(AGENCY_NAME, "B", INITIAL, "C"), sheet.columns());
    }

    @Test
    void aTitleOfAnotherYearIsSaid() {
        var grid = new Grid("表").row("2027年部门预算项目支出表").row("单位：元").row("单位", "项目名称", "金额").row("甲", "a系统", 50000);
        assertTrue(Taken.annual(grid).noticeKeys().contains("intake.titleYear"));
        var same = new Grid("表").row("2026年度部门预算项目支出表").row("单位：元").row("单位", "项目名称", "金额").row("甲", "a系统", 50000);
        assertFalse(Taken.annual(same).noticeKeys().contains("intake.titleYear"));
        var other = new Grid("表").row("编制日期：2025年11月3日").row("单位：元").row("单位", "项目名称", "金额").row("甲", "a系统", 50000);
        assertFalse(Taken.annual(other).noticeKeys().contains("intake.titleYear"));
    }

    /** Every way of writing that the desk promises to read, on one sheet; each value says the rule. */
    @Test
    void everyPromisedWayOfWritingIsRead() {
        var dates = new Grid("支付").row("单位：千元").row("支付日期", "收款人", "项目名称", "支付金额").row("2026-01-05", "某公司", "a系统", "１，２３４.５").row("2026/1/5", "某公司", "b系统", "(12)")
                .row("2026.1.5", "某公司", "c系统", "12-").row("2026年1月5日", "某公司", "d系统", " 1,000 ").row("20260105", "某公司", "e系统", "0.3万元");
        var taken = Taken.kind(SheetKind.PAYMENT, dates);
        assertEquals(List.of(), taken.errors());
        assertEquals(List.of("2026-01-05", "2026-01-05", "2026-01-05", "2026-01-05", "2026-01-05"), taken.column(BudgetField.PAY_DATE));
        assertEquals(List.of("1234500.00", "-12000.00", "-12000.00", "1000000.00", "3000.00"), taken.column(BudgetField.AMOUNT));
        assertEquals(java.util.Arrays.asList(null, "date.slash", "date.dot", "date.cn", "date.plain"), taken.lines().stream().map(line -> line.rules().get(BudgetField.PAY_DATE)).toList());
        assertEquals("amount.own", taken.lines().getLast().rules().get(BudgetField.AMOUNT));
        assertEquals(null, taken.lines().getFirst().rules().get(BudgetField.AMOUNT), "the sheet's own unit is the usual rule");
    }

    @Test
    void mergedAndCaptionedValuesSayTheirCell() {
        var grid = new Grid("表").row("编制单位：市数据局").row("单位：亿元").row("项目名称", "资金性质", "金额").row("a系统", "一般公共预算", "1").row("b系统", null, "2").merge(4, 2, 5, 2);
        var taken = Taken.annual(grid);
        assertEquals("text@B4", taken.lines().getLast().rules().get(BudgetField.FUND_TYPE));
        assertEquals("caption@A1", taken.lines().getLast().rules().get(AGENCY_NAME));
        assertEquals("200000000.00", taken.lines().getLast().get(INITIAL));
    }
}
