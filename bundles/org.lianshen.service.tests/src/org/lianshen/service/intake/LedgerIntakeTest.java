package org.lianshen.service.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Ids;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.review.State;
import org.lianshen.service.Progress;

class LedgerIntakeTest {

    private static LedgerIntake.Reading read(Grid grid) {
        return new LedgerIntake(new Ids(Clock.systemUTC())::next, Progress.NONE).read(grid, "清单.xlsx");
    }

    @Test
    void columnsInAnyOrder() {
        var reading = read(new Grid("一本账").row("已联审项目清单").row("单位：万元").row("核定额", "单位", "项目名称", "联审编号", "结论", "批复日期", "有效期", "类别", "性质", "终验", "共享率", "建设内容", "年运维")
                .row("98.5", "市数据局", "城市大脑", "LS-330500-2025-0003", "通过", "2025年3月1日", "2027-02-28", "多跨协同应用", "升级改造", "2025/12/1", "96.5%", "数据归集；事件分拨", 12));
        var project = reading.projects().getFirst();
        assertEquals(Money.ofYuan(985_000), project.approved());
        assertNull(project.applied());
        assertEquals("LS-330500-2025-0003", project.reviewNo());
        assertEquals(State.APPROVED, project.state());
        assertEquals(LocalDate.of(2025, 3, 1), project.approvedOn());
        assertEquals(LocalDate.of(2027, 2, 28), project.validUntil());
        assertEquals("CROSS", project.projectClass());
        assertEquals("UPGRADE", project.nature());
        assertEquals(2025, project.year());
        assertTrue(project.operating() && project.imported());
        assertEquals(List.of("数据归集", "事件分拨"), project.functions());
        assertEquals("0.965", project.more(LedgerColumn.SHARING_RATE));
        assertEquals("2025-12-01", project.more(LedgerColumn.FINAL_ACCEPTANCE));
        assertEquals("120000.00", project.more(LedgerColumn.OPERATION_COST));
        assertEquals(List.of(3), reading.headerRows());
        assertEquals(List.of(), reading.errors());
    }

    @Test
    void conclusionsInTheWordsOfLists() {
        var grid = new Grid("s").row("项目名称", "单位", "结论", "核定额（元）");
        var words = List.of("通过", "已批复", "修改后通过", "不予通过", "退回补正", "暂缓", "合并建设", "原则同意", "不同意", "撤销");
        for (String word : words) {
            grid.row("系统" + word, "甲", word, 500000);
        }
        assertEquals(List.of(State.APPROVED, State.APPROVED, State.CONDITIONAL, State.REJECTED, State.RETURNED, State.DEFERRED, State.MERGED, State.CONDITIONAL, State.REJECTED,
                State.WITHDRAWN), read(grid).projects().stream().map(project -> project.state()).toList());
    }

    /** What needs no review may be budgeted; the words stay, so that the check can ask for the filing. */
    @Test
    void whatWasOnlyFiledOrIsOutsideTheReviewIsDecidedFor() {
        var grid = new Grid("s").row("项目名称", "单位", "结论", "核定额（元）");
        var words = List.of("备案", "不在联审范围", "无需联审", "待备案", "不予备案");
        for (String word : words) {
            grid.row("系统" + word, "甲", word, 500000);
        }
        var projects = read(grid).projects();
        assertEquals(List.of(State.APPROVED, State.APPROVED, State.APPROVED, State.SUBMITTED, State.REJECTED), projects.stream().map(project -> project.state()).toList());
        assertEquals("不在联审范围", projects.get(1).decision());
    }

    @Test
    void oneNamedSourceHoldsAllThatWasApproved() {
        var grid = new Grid("s").row("项目名称", "单位", "结论", "申报年", "核定额（元）", "资金来源").row("a系统", "甲", "通过", 2026, 500000, "一般公共预算(本级)")
                .row("b系统", "甲", "通过", 2026, 500000, "政府性基金").row("c系统", "甲", "通过", 2026, 500000, "一般公共预算、自筹").row("d系统", "甲", "通过", 2026, 500000, "待定")
                .row("e系统", "甲", "不予通过", 2026, 0, "自筹");
        var funds = read(grid).projects().stream().map(project -> project.funds()).toList();
        assertEquals(List.of(new FundShare(2026, FundKind.GENERAL_BUDGET, Money.ofYuan(500_000), null)), funds.get(0));
        assertEquals(FundKind.GOVERNMENT_FUND, funds.get(1).getFirst().kind());
        assertEquals(List.of(List.of(), List.of(), List.of()), funds.subList(2, 5), "several, unknown, nothing approved");
    }

    @Test
    void everyErrorNamesItsCell() {
        var reading = read(new Grid("s").row("联审编号", "项目名称", "单位", "结论", "核定额(元)").row("A-1", null, "甲", "通过", 500000).row("A-2", "a系统", null, "通过", 500000)
                .row("A-3", "b系统", "甲", null, null).row("A-4", "c系统", "甲", "研究中", 1).row("A-5", "d系统", "甲", "通过", "五万").row("A-6", "e系统", "甲", "通过", 500000)
                .row("A-6", "f系统", "甲", "通过", 500000).row("合计", null, null, null, 3000000));
        assertEquals(List.of("B2 name.missing", "C3 unit.missing", "D4 conclusion.missing", "D5 conclusion.unknown", "E6 amount.text", "A8 reviewNo.duplicate"),
                reading.errors().stream().map(error -> error.cell() + " " + error.code()).toList());
        assertEquals(1, reading.projects().size());
        assertEquals(List.of(9), reading.skipped().stream().map(row -> row.row()).toList());
        reading.errors().forEach(error -> assertFalse(Taken.zh(error.message()).equals(Taken.en(error.message()))));
    }

    @Test
    void stateColumnSaysMoreThanTheConclusion() {
        var reading = read(new Grid("s").row("项目名称", "单位", "结论", "状态", "核定额(元)", "条件").row("a", "甲", "修改后通过", "已批复", 500000, "x").row("b", "甲", "修改后通过", null, 500000, "补充密评方案；核减培训费")
                .row("c", "甲", "通过", "运行中", 500000, null).row("d", "甲", "通过", "已撤销", 500000, null));
        assertEquals(List.of(State.APPROVED, State.CONDITIONAL, State.APPROVED, State.WITHDRAWN), reading.projects().stream().map(project -> project.state()).toList());
        assertEquals(List.of("补充密评方案", "核减培训费"), reading.projects().get(1).openConditions());
        assertTrue(reading.projects().get(2).operating());
    }

    @Test
    void noLedgerNamesTheNearestMiss() {
        var refused = assertThrows(UserProblem.class, () -> read(new Grid("s").row("单位", "项目名称", "备注").row("甲", "a", "b")));
        assertEquals("intake.noLedger", refused.messages().getFirst().key());
        assertEquals("工作表“s”第 1 行最像表头（认出：项目名称、单位），但缺少：结论、状态或核定额中的一列。", Taken.zh(refused.messages().get(1)));
    }

    @Test
    void amountsTooSmallForYuanAreNotGuessed() {
        var refused = assertThrows(UserProblem.class, () -> read(new Grid("s").row("单位", "项目名称", "核定额").row("甲", "a", 98.5)));
        assertEquals("intake.ledgerUnitInDoubt", refused.messages().getFirst().key());
    }
}
