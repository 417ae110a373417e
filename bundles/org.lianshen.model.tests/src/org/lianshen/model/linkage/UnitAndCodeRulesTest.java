package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianshen.model.budget.BudgetField;

/** B11 and B39. */
class UnitAndCodeRulesTest {

    private static final String NO = "LS-330500-2025-0001";
    private final Scene scene = new Scene();

    private void of(String unit, String applicant) {
        scene.project(NO, "公共数据平台建设项目", applicant);
        scene.line(unit, "公共数据平台", "1000000.00", BudgetField.REVIEW_NO, NO);
    }

    @Test
    void b11FiresForAnotherUnit() {
        of("市财政局", "市数据局");
        assertEquals(List.of("E B11.other"), scene.of("B11"));
        assertEquals("市数据局", scene.findings("B11").getFirst().evidence().get("linkage.evidence.applicant"));
    }

    @Test
    void b11KnowsEarlierNamesAndAbbreviations() {
        of("湖州市大数据发展管理局", "市数据局");
        assertEquals(List.of(), scene.of("B11"));
        scene.project("LS-2", "智慧急救平台建设项目", "湖州市卫生健康委员会");
        scene.line("市卫健委", "智慧急救平台", "1000000.00", BudgetField.REVIEW_NO, "LS-2");
        assertEquals(List.of(), scene.of("B11"));
    }

    @Test
    void b11AcceptsTheCompetentDepartment() {
        of("市卫生健康委", "湖州市第一人民医院");
        assertEquals(List.of(), scene.of("B11"));
        scene.project("LS-2", "智慧排水平台建设项目", "市排水管理站").department("市建设局");
        scene.line("市建设局", "智慧排水平台", "1000000.00", BudgetField.REVIEW_NO, "LS-2");
        assertEquals(List.of(), scene.of("B11"));
    }

    @Test
    void b39FiresForEachOfItsThreeMistakes() {
        scene.line("市教育局", "正版软件授权", "1000.00", BudgetField.ECONOMIC_CODE, "30201");
        scene.line("市教育局", "智慧校园平台建设", "1000.00", BudgetField.ECONOMIC_CODE, "30213");
        scene.line("市教育局", "智慧校园平台运维", "1000.00", BudgetField.ECONOMIC_CODE, "31007");
        assertEquals(List.of("W B39.software", "W B39.build", "W B39.operations"), scene.of("B39"));
        assertEquals("31007 31022", scene.findings("B39").getFirst().evidence().get("linkage.evidence.fittingCodes"));
    }

    @Test
    void b39StaysSilentForFittingCodes() {
        scene.line("市教育局", "正版软件授权", "1000.00", BudgetField.ECONOMIC_CODE, "31007");
        scene.line("市教育局", "智慧校园平台建设", "1000.00", BudgetField.ECONOMIC_CODE, "31007");
        scene.line("市教育局", "智慧校园平台运维", "1000.00", BudgetField.ECONOMIC_CODE, "30213");
        assertEquals(List.of(), scene.of("B39"));
    }

    @Test
    void b39LeavesOtherLinesAlone() {
        scene.line("市教育局", "教学楼改造", "1000.00", BudgetField.ECONOMIC_CODE, "30213");
        scene.line("市教育局", "智慧校园平台建设", "1000.00");
        assertEquals(List.of(), scene.of("B39"));
    }
}
