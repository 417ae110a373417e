package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;

/** B38, B40, B41, B44: procurement mark, functional code, project code, document of upper-level money. */
class CodeAndMarkRulesTest {

    private final Scene scene = new Scene();

    private String shown(String rule, String label) {
        return scene.findings(rule).getFirst().evidence().get("linkage.evidence." + label);
    }

    @Test
    void b38FiresForAnItemOfTheCatalogueThatIsMarkedNo() {
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.PROCUREMENT_CATALOGUE, "C16020000 信息系统集成实施服务", BudgetField.PROCUREMENT_FLAG, "N");
        assertEquals(List.of("W B38.item"), scene.of("B38"));
        assertEquals("C16020000 信息系统集成实施服务", shown("B38", "procurementItem"));
    }

    @Test
    void b38FiresAtTheLimitAndNotAFenBelow() {
        scene.line("市教育局", "智慧校园平台", "499999.99", BudgetField.PROCUREMENT_FLAG, "否");
        assertEquals(List.of(), scene.of("B38"));
        scene.line("市教育局", "智慧食堂平台", "500000.00", BudgetField.PROCUREMENT_FLAG, "否");
        assertEquals(List.of("W B38.limit"), scene.of("B38"));
        assertEquals("500000.00", shown("B38", "limit"));
        assertEquals(List.of(), scene.pack(Packs.with(Map.of("procurement.least", ""))).of("B38"));
    }

    @Test
    void b38ReadsABlankMarkOnlyWhereTheSheetHasTheColumn() {
        scene.line("市教育局", "智慧校园平台", "600000.00");
        assertEquals(List.of(), scene.of("B38"));
        scene.read(AmountUnit.YUAN, Set.of(BudgetField.PROCUREMENT_FLAG));
        assertEquals(List.of("W B38.limit"), scene.of("B38"));
    }

    @Test
    void b38LeavesMarkedLinesAndOtherSheetsAlone() {
        scene.line("市教育局", "智慧校园平台", "600000.00", BudgetField.PROCUREMENT_FLAG, "Y", BudgetField.PROCUREMENT_CATALOGUE, "C16020000");
        scene.line("市教育局", "教学楼改造", "600000.00", BudgetField.PROCUREMENT_FLAG, "N");
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "600000.00", BudgetField.PROCUREMENT_FLAG, "N");
        scene.line("市教育局", "智慧食堂平台", "100.00", BudgetField.PROCUREMENT_FLAG, "N", BudgetField.PROCUREMENT_CATALOGUE, "B0101");
        assertEquals(List.of(), scene.of("B38"));
    }

    @Test
    void b40FiresForACodeOfAnotherField() {
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.FUNCTION_CODE, "2101504", BudgetField.FUNCTION_NAME, "信息化建设");
        assertEquals(List.of("I B40.other"), scene.of("B40"));
        assertEquals("2101504 信息化建设", shown("B40", "functionCode"));
        assertEquals("205", shown("B40", "fittingFunctions"));
    }

    @Test
    void b40AcceptsTheFieldAndWhatFitsEverybody() {
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.FUNCTION_CODE, "2050299");
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.FUNCTION_CODE, "2014102");
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.FUNCTION_CODE, "205");
        assertEquals(List.of(), scene.of("B40"));
    }

    @Test
    void b40KnowsOnlyUnitsOfItsListAndNeedsACode() {
        scene.line("市城投集团", "智慧停车平台", "1000.00", BudgetField.FUNCTION_CODE, "2101504");
        scene.line("市教育局", "智慧校园平台", "1000.00");
        scene.line("市教育局", "课桌椅", "1000.00", BudgetField.FUNCTION_CODE, "2101504");
        assertEquals(List.of(), scene.of("B40"));
    }

    @Test
    void b41FiresForAPersonnelCode() {
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.PROJECT_CODE, "33050026R000000019951");
        assertEquals(List.of("W B41.letter"), scene.of("B41"));
        assertEquals(List.of("智慧校园平台", "33050026R000000019951", "R"), scene.findings("B41").getFirst().message().args().subList(2, 5));
    }

    @Test
    void b41AcceptsOtherLetters() {
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.PROJECT_CODE, "33050026T000000019951");
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.PROJECT_CODE, "33050026Y000000019951");
        assertEquals(List.of(), scene.of("B41"));
    }

    @Test
    void b41DoesNotJudgeOtherFormsAndOtherLines() {
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.PROJECT_CODE, "R0001");
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.PROJECT_CODE, "33050026R00000001995");
        scene.line("市教育局", "在职人员经费", "1000.00", BudgetField.PROJECT_CODE, "33050026R000000019951");
        assertEquals(List.of(), scene.of("B41"));
    }

    @Test
    void b44FiresForUpperMoneyWithoutItsDocument() {
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "1000.00", BudgetField.SOURCE, "省级补助", BudgetField.DOCUMENT_NO, "湖财预〔2026〕15号");
        assertEquals(List.of("W B44.missing"), scene.of("B44"));
        assertEquals("省级补助", shown("B44", "source"));
        assertEquals("湖财预〔2026〕15号", shown("B44", "documentNo"));
    }

    @Test
    void b44AcceptsTheNumberAndMoneyOfOnesOwn() {
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "1000.00", BudgetField.SOURCE, "省级补助", BudgetField.UPPER_DOCUMENT_NO, "浙财预〔2026〕3号");
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "1000.00", BudgetField.FUND_TYPE, "一般公共预算资金");
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "1000.00", BudgetField.FUND_TYPE, "单位资金(上级补助收入)");
        scene.line(2026, SheetKind.QUOTA, "市教育局", "智慧校园平台", "0.00", BudgetField.SOURCE, "省级补助");
        assertEquals(List.of(), scene.of("B44"));
    }

    @Test
    void b44AsksAnAnnualSheetOnlyIfItHasTheColumn() {
        scene.line("市教育局", "智慧校园平台", "1000.00", BudgetField.FUND_TYPE, "上级转移支付");
        assertEquals(List.of(), scene.of("B44"));
        scene.read(AmountUnit.YUAN, Set.of(BudgetField.UPPER_DOCUMENT_NO));
        assertEquals(List.of("W B44.missing"), scene.of("B44"));
    }
}
