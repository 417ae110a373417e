package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ceiling.CeilingCandidate;
import org.lianshen.model.ceiling.Priority;
import org.lianshen.model.ceiling.YearNeeds;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pool.OperationsPool;
import org.lianshen.model.pool.PoolLot;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.summary.Blocked;
import org.lianshen.model.summary.BudgetSummary;
import org.lianshen.model.summary.CutRow;
import org.lianshen.model.summary.DepartmentRow;
import org.lianshen.model.summary.Summing;

/** What a year comes to: sums, cuts, what projects need, what could be bought together. */
class YearSumsTest {

    private final Scene scene = new Scene();

    private BudgetSummary summary() {
        return new Summing(scene.input(), LinkageCheck.lines(scene.input())).summary(scene.check().findings());
    }

    @Test
    void namesOfOneUnitAreOneRowUnderTheirDepartment() {
        scene.project("LS-1", "健康大脑平台建设", "湖州市卫生健康委员会").approved("900000.00");
        scene.line("湖州市卫生健康委员会", "健康大脑平台", "600000.00", BudgetField.REVIEW_NO, "LS-1");
        scene.line("市卫生健康委", "数字病历系统", "100000.00");
        scene.line("湖州市第一人民医院", "影像云运维", "50000.00");
        scene.line("湖州市第一人民医院", "病床", "50000.00");
        scene.line(2025, SheetKind.ANNUAL, "湖州市第一人民医院", "影像云运维", "40000.00");
        BudgetSummary summary = summary();
        List<DepartmentRow> rows = summary.departments();
        assertEquals(List.of("湖州市卫生健康委员会", "湖州市第一人民医院"), summary.units().stream().map(DepartmentRow::unit).toList());
        assertEquals(4, rows.size(), "two units, their department's sum, all");
        assertTrue(rows.get(2).sum());
        assertEquals("湖州市卫生健康委员会", rows.get(2).department());
        var all = summary.total();
        assertEquals(3, all.lines());
        assertEquals(Money.parseYuan("750000.00"), all.total());
        assertEquals(Money.parseYuan("600000.00"), all.reviewed());
        assertEquals(Money.parseYuan("150000.00"), all.unreviewed());
        assertEquals(Money.parseYuan("50000.00"), all.operations());
        assertEquals(Money.parseYuan("40000.00"), all.lastYear());
        assertEquals(Money.parseYuan("150000.00"), all.blocked());
        assertEquals(2, all.blockedLines());
        assertNull(rows.getFirst().sums().change(), "nothing was imported of it last year");
        assertEquals(List.of(2025, 2026), summary.operations().stream().map(each -> each.year()).toList());
        assertEquals(all.total(), Money.sum(summary.classes().stream().map(share -> share.sums().total()).toList()));
    }

    @Test
    void aYearWithoutCheckHasSumsAndNothingBlocked() {
        scene.line("市教育局", "智慧食堂系统", "100000.00");
        BudgetSummary summary = new Summing(scene.input(), LinkageCheck.lines(scene.input())).summary(null);
        assertFalse(summary.checked());
        assertEquals(Money.ZERO, summary.total().blocked());
        assertEquals(1, summary.total().lines());
        assertEquals(List.of(), summary.cuts());
    }

    @Test
    void aLineIsBlockedWhereItsFindingStandsAndNotWhereItIsComparedWith() {
        scene.project("LS-1", "数据共享平台建设", "市教育局");
        BudgetLine first = scene.line("市教育局", "数据共享平台", "100000.00", BudgetField.PROJECT_CODE, "33050026Y000000000001", BudgetField.REVIEW_NO, "LS-1", BudgetField.ECONOMIC_CODE, "31007");
        BudgetLine again = scene.line("市教育局", "数据共享平台", "100000.00", BudgetField.PROJECT_CODE, "33050026Y000000000001", BudgetField.REVIEW_NO, "LS-1", BudgetField.ECONOMIC_CODE, "31007");
        Set<java.util.UUID> blocked = Blocked.lines(scene.findings("B12"));
        assertEquals(Set.of(again.id()), blocked);
        assertFalse(blocked.contains(first.id()));
    }

    @Test
    void cutsCountEveryLineOnce() {
        scene.project("LS-1", "数据共享平台建设", "市教育局").approved("800000.00");
        scene.line("市教育局", "数据共享平台", "1000000.00", BudgetField.REVIEW_NO, "LS-1");
        scene.line("市教育局", "智慧食堂系统", "300000.00");
        List<CutRow> cuts = summary().cuts();
        assertEquals(List.of(CutRow.Stage.REVIEW, CutRow.Stage.BUDGET, CutRow.Stage.BUDGET), cuts.stream().map(CutRow::stage).toList());
        assertEquals(Money.parseYuan("200000.00"), cuts.get(0).cut(), "applied 1,000,000.00, approved 800,000.00");
        assertEquals(Money.parseYuan("200000.00"), cuts.get(1).cut(), "budgeted above the approval");
        assertEquals(Money.parseYuan("300000.00"), cuts.get(2).cut(), "never reviewed: whole");
        assertEquals(List.of("B01"), cuts.get(2).reasons().stream().map(CutRow.Reason::item).toList());
    }

    @Test
    void whatAProjectNeedsIsItsLinesElseItsPlanElseWhatNoBudgetGave() {
        var lines = scene.project("LS-1", "数据共享平台建设", "市教育局");
        scene.line("市教育局", "数据共享平台", "400000.00", BudgetField.REVIEW_NO, "LS-1");
        var planned = scene.project("LS-2", "智慧水务建设", "市水利局").fund(2026, FundKind.GENERAL_BUDGET, "250000.00").fund(2027, FundKind.GENERAL_BUDGET, "750000.00");
        var fresh = scene.project("LS-3", "智慧城管建设", "市综合执法局");
        var spent = scene.project("LS-4", "教育大脑建设", "市教育局");
        scene.line(2025, SheetKind.ANNUAL, "市教育局", "教育大脑", "1000000.00", BudgetField.REVIEW_NO, "LS-4");
        var later = scene.project("LS-5", "雪亮工程建设", "市公安局").fund(2027, FundKind.GENERAL_BUDGET, "750000.00");
        var needs = YearNeeds.of(scene.input(), LinkageCheck.lines(scene.input()), List.of());
        assertEquals(List.of("400000.00", "250000.00", "1000000.00"), List.of(lines, planned, fresh).stream().map(each -> amount(needs, each.id())).toList());
        assertEquals(3, needs.size(), "nothing is left of " + spent.id() + ", nothing is due for " + later.id());
    }

    @Test
    void operationIsNeededAgainEachYearAndBuildingOnlyUpToWhatWasApproved() {
        scene.project("LS-1", "数据共享平台建设", "市教育局").built().approved("500000.00");
        scene.line(2025, SheetKind.ANNUAL, "市教育局", "数据共享平台", "450000.00", BudgetField.REVIEW_NO, "LS-1");
        scene.line("市教育局", "数据共享平台", "200000.00", BudgetField.REVIEW_NO, "LS-1");
        scene.line("市教育局", "数据共享平台运维", "30000.00", BudgetField.REVIEW_NO, "LS-1");
        assertEquals(Money.parseYuan("80000.00"), YearNeeds.of(scene.input(), LinkageCheck.lines(scene.input()), List.of()).getFirst().amount());
    }

    @Test
    void classAndSettledScoreRankACandidate() {
        scene.project("LS-1", "终端替换建设", "市教育局").kind("XC", "NEW", 2025, false);
        scene.project("LS-2", "智慧水务建设", "市水利局").graded(2025, "88.00", Grade.GOOD);
        var needs = YearNeeds.of(scene.input(), LinkageCheck.lines(scene.input()), List.of());
        assertEquals(List.of(Priority.MANDATORY, Priority.OTHER), needs.stream().map(CeilingCandidate::priority).toList());
        assertEquals("88.00", needs.get(1).score().toPlainString());
        assertEquals("summary.because.class", needs.getFirst().because().key());
    }

    private List<String> needs() {
        List<Finding> found = LinkageCheck.run(scene.input(), done -> {
        }).findings();
        return YearNeeds.of(scene.input(), LinkageCheck.lines(scene.input()), found).stream()
                .map(each -> String.join(" ", each.reviewNo(), each.amount().toString(), String.join(" ", each.forbidden().stream().map(Finding::rule).toList())).strip()).toList();
    }

    /** LS-1 may be funded; LS-2 was appraised 差, so its 200,000 are forbidden. */
    @Test
    void aProjectWithAPoorGradeNeedsWhatMustNotBeGiven() {
        scene.project("LS-1", "智慧水务建设", "市水利局");
        scene.line("市水利局", "智慧水务", "400000.00", BudgetField.REVIEW_NO, "LS-1", BudgetField.ECONOMIC_CODE, "31007");
        scene.project("LS-2", "智慧城管建设", "市综合执法局").graded(2025, "55.00", Grade.POOR);
        scene.line("市综合执法局", "智慧城管", "200000.00", BudgetField.REVIEW_NO, "LS-2", BudgetField.ECONOMIC_CODE, "31007");
        assertEquals(List.of("LS-1 400000.00", "LS-2 200000.00 B28"), needs());
    }

    /** The second row repeats the first and is forbidden; the first may be budgeted. */
    @Test
    void aForbiddenLineTakesOnlyItsOwnAmountOut() {
        scene.project("LS-1", "智慧水务建设", "市水利局");
        scene.line("市水利局", "智慧水务", "300000.00", BudgetField.REVIEW_NO, "LS-1", BudgetField.PROJECT_CODE, "P1", BudgetField.ECONOMIC_CODE, "31007");
        scene.line("市水利局", "智慧水务二标段", "100000.00", BudgetField.REVIEW_NO, "LS-1", BudgetField.PROJECT_CODE, "P2", BudgetField.ECONOMIC_CODE, "31007");
        scene.line("市水利局", "智慧水务二标段", "100000.00", BudgetField.REVIEW_NO, "LS-1", BudgetField.PROJECT_CODE, "P2", BudgetField.ECONOMIC_CODE, "31007");
        assertEquals(List.of("LS-1 400000.00", "LS-1 100000.00 B12"), needs());
    }

    /** Operation inside the free period is forbidden; what is still built is not. */
    @Test
    void aFindingAboutOperationForbidsTheOperationOnly() {
        scene.project("LS-1", "数据共享平台建设", "市教育局").built().more(LedgerColumn.FINAL_ACCEPTANCE, "2025-11-01");
        scene.line("市教育局", "数据共享平台", "200000.00", BudgetField.REVIEW_NO, "LS-1", BudgetField.ECONOMIC_CODE, "31007");
        scene.line("市教育局", "数据共享平台运维", "30000.00", BudgetField.REVIEW_NO, "LS-1", BudgetField.ECONOMIC_CODE, "30213");
        assertEquals(List.of("LS-1 200000.00", "LS-1 30000.00 B18"), needs());
    }

    private static String amount(List<CeilingCandidate> needs, java.util.UUID project) {
        return needs.stream().filter(each -> each.project().equals(project)).map(each -> each.amount().toString()).findFirst().orElse("none");
    }

    @Test
    void operationLinesFallIntoThePacksCategoriesWithTheSpreadOfLikeThings() {
        RulePack city = Packs.city();
        var lists = new java.util.LinkedHashMap<>(city.lists());
        lists.put("ops.pooledCategories", List.of("网络安全", "数据归集"));
        lists.put("ops.pooledWords", List.of("集约"));
        lists.put("ops.pooledCategoryWords", List.of("网络安全=等保|防火墙"));
        scene.pack(new RulePack(city.place(), city.divisionCode(), city.name(), city.nameEn(), city.version(), city.validFrom(), city.validTo(), city.basis(), city.bodies(), city.checkItems(), city.params(),
                city.clauses(), city.rules(), city.calendar(), city.units(), city.templates(), lists));
        scene.line("市教育局", "防火墙系统维护", "30000.00");
        scene.line("市水利局", "2026年防火墙系统维护采购", "50000.00");
        scene.line("市公安局", "等保系统运维", "90000.00", BudgetField.REMARK, "纳入集约采购");
        scene.line("市公安局", "数据归集平台建设", "90000.00");
        scene.line("市公安局", "门户网站系统运维", "90000.00");
        List<PoolLot> lots = new OperationsPool(scene.input().pack(), new UnitDirectory(scene.input().pack())).lots(LinkageCheck.lines(scene.input()));
        assertEquals(List.of("网络安全"), lots.stream().map(PoolLot::category).toList());
        PoolLot lot = lots.getFirst();
        assertEquals(3, lot.lines().size());
        assertEquals(2, lot.alone().size());
        assertTrue(lot.suggested());
        assertEquals(Money.parseYuan("50000.00"), lot.median());
        assertEquals(1, lot.items().size());
        assertEquals(Money.parseYuan("40000.00"), lot.items().getFirst().median());
        assertEquals("防火墙", lot.items().getFirst().lines().getFirst().word());
    }
}
