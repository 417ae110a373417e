package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.linkage.ItVerdict.Answer;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.review.State;

/** The order of matching of domain.md §4.4. */
class LinkerTest {

    private static final String CODE = "33050026T000000000001";
    private final Scene scene = new Scene();

    private void linked(BudgetLine line, Scene.Project project, MatchedBy by) {
        LineResult result = scene.result(line);
        assertEquals(project.id(), result.project());
        assertEquals(by, result.matchedBy());
        assertEquals(by.binding() ? LineVerdict.REVIEWED : LineVerdict.SUSPECT, result.verdict());
    }

    @Test
    void reviewNumberFirstWhateverTheSheetMakesOfItsForm() {
        var project = scene.project("LS-330500-2025-0001", "智慧校园平台建设项目", "市教育局");
        scene.project("LS-330500-2025-0002", "智慧食堂平台建设项目", "市教育局");
        linked(scene.line("市教育局", "智慧食堂平台", "1.00", BudgetField.REVIEW_NO, " ls－330500－2025－0001"), project, MatchedBy.REVIEW_NO);
    }

    @Test
    void projectCodeOfTheLedger() {
        var project = scene.project("LS-1", "智慧校园平台建设项目", "市教育局").code(CODE);
        linked(scene.line("市教育局", "校园信息化专项", "1.00", BudgetField.PROJECT_CODE, CODE), project, MatchedBy.PROJECT_CODE);
    }

    @Test
    void aPaymentFindsItsProjectByTheCodeThatStandsBesideTheNumberInTheBudget() {
        var project = scene.project("LS-1", "智慧校园平台建设项目", "市教育局");
        scene.line("市教育局", "校园信息化", "1.00", BudgetField.REVIEW_NO, "LS-1", BudgetField.PROJECT_CODE, CODE);
        var payment = scene.line(2026, SheetKind.PAYMENT, "市教育局", "进度款", "1.00", BudgetField.PROJECT_CODE, CODE);
        linked(payment, project, MatchedBy.PROJECT_CODE);
    }

    @Test
    void aCodeBesideTwoNumbersTeachesNothing() {
        scene.project("LS-1", "智慧校园平台建设项目", "市教育局");
        scene.project("LS-2", "智慧食堂平台建设项目", "市教育局");
        scene.line("市教育局", "校园信息化", "1.00", BudgetField.REVIEW_NO, "LS-1", BudgetField.PROJECT_CODE, CODE);
        scene.line("市教育局", "食堂信息化", "1.00", BudgetField.REVIEW_NO, "LS-2", BudgetField.PROJECT_CODE, CODE);
        assertNull(scene.result(scene.line("市教育局", "其他信息化", "1.00", BudgetField.PROJECT_CODE, CODE)).project());
    }

    @Test
    void unitAndNameBindWhateverTheAmount() {
        var project = scene.project("LS-1", "湖州市教育局智慧校园平台（一期）建设项目", "湖州市教育局");
        linked(scene.line("市教育局", "2026年智慧校园平台一期", "300000.00"), project, MatchedBy.NAME);
    }

    @Test
    void anotherPhaseOrUnitOnlyStandsAmongTheCandidates() {
        scene.project("LS-1", "智慧校园平台（一期）建设项目", "市教育局");
        LineResult second = scene.result(scene.line("市教育局", "智慧校园平台（二期）", "300000.00"));
        assertEquals(LineVerdict.UNREVIEWED, second.verdict());
        assertEquals("LS-1", second.candidates().getFirst().reviewNo());
        assertEquals(LineVerdict.UNREVIEWED, scene.result(scene.line("市公安局", "智慧校园平台（一期）", "300000.00")).verdict());
    }

    @Test
    void theSameNameOfAnotherUnitWithTheSameAmountIsAProposalOnly() {
        var project = scene.project("LS-1", "智慧校园平台建设项目", "市教育局");
        var line = scene.line("市教育装备中心", "智慧校园平台", "1000000.00");
        linked(line, project, MatchedBy.SIMILAR);
        assertTrue(!scene.result(line).candidates().getFirst().sameUnit());
    }

    @Test
    void likenessNeedsAFittingAmount() {
        var project = scene.project("LS-1", "城市内涝监测预警系统建设项目", "市水利局").fund(2026, FundKind.GENERAL_BUDGET, "400000.00");
        linked(scene.line("市水利局", "城市内涝监测预警平台", "1100000.00"), project, MatchedBy.SIMILAR);
        linked(scene.line("市水利局", "城市内涝监测预警平台A", "440000.00"), project, MatchedBy.SIMILAR);
        LineResult far = scene.result(scene.line("市水利局", "城市内涝监测预警平台B", "1100000.01"));
        assertEquals(LineVerdict.UNREVIEWED, far.verdict());
        assertEquals(project.id(), far.candidates().getFirst().project());
    }

    @Test
    void aSmallerAmountIsAPartOfWhatWasApprovedWhereNothingElseIsAsNear() {
        var project = scene.project("LS-1", "城市内涝监测预警系统建设项目", "市水利局");
        linked(scene.line("市水利局", "城市内涝监测预警平台", "300000.00"), project, MatchedBy.SIMILAR);
        scene.project("LS-2", "水库大坝安全监测系统东区", "市水利局");
        scene.project("LS-3", "水库大坝安全监测系统西区", "市水利局");
        assertEquals(LineVerdict.UNREVIEWED, scene.result(scene.line("市水利局", "水库大坝安全监测系统", "300000.00")).verdict());
    }

    @Test
    void anEqualAmountStandsUpForANameThatIsLessAlike() {
        var project = scene.project("LS-1", "馆藏文物数字化保护项目", "市博物馆").approved("1203400.00");
        linked(scene.line("市博物馆", "文物数字保护", "1203400.00"), project, MatchedBy.SIMILAR);
        assertEquals(LineVerdict.UNREVIEWED, scene.result(scene.line("市博物馆", "文物数字保护", "1503400.00", BudgetField.ECONOMIC_CODE, "31007")).verdict());
    }

    /** Each threshold of a proposal is the pack's: raised above what the names have in common, or above the lead, it leaves the line without a project. */
    @ParameterizedTest
    @CsvSource({ "match.equalAmountLeast, 市博物馆, 文物数字保护, 1203400.00", "match.partAmountLeast, 市博物馆, 馆藏文物数字化保护平台, 300000.00", "match.lead, 市博物馆, 馆藏文物数字化保护平台, 300000.00",
            "match.otherUnitLeast, 市教育局, 馆藏文物数字化保护, 1203400.00", "match.nameSimilarity, 市博物馆, 馆藏文物数字化保护平台, 1300000.00" })
    void howAlikeIsAlikeEnoughIsThePacks(String key, String unit, String name, String yuan) {
        var project = scene.project("LS-1", "馆藏文物数字化保护系统建设项目", "市博物馆").approved("1203400.00");
        var line = scene.line(unit, name, yuan, BudgetField.ECONOMIC_CODE, "31007");
        linked(line, project, MatchedBy.SIMILAR);
        Map<String, String> stricter = new HashMap<>(Map.of("match.partCoveredLeast", "1.1", "match.nearAmountLeast", "1.1", "match.equalAmountLeast", "1.1"));
        stricter.put(key, "1.1");
        scene.pack(Packs.with(stricter));
        assertEquals(LineVerdict.UNREVIEWED, scene.result(line).verdict());
    }

    @Test
    void aSecondPhaseIsNotProposedForTheFirst() {
        var project = scene.project("LS-1", "智慧校园平台建设项目", "市教育局");
        LineResult second = scene.result(scene.line("市教育局", "智慧校园平台（二期）", "1000000.00"));
        assertEquals(LineVerdict.UNREVIEWED, second.verdict());
        assertEquals(project.id(), second.candidates().getFirst().project());
        linked(scene.line("市教育局", "智慧校园平台第二批", "1000000.00"), project, MatchedBy.SIMILAR);
    }

    @Test
    void operationIsNotProposedForWhatWasApprovedToBeBuilt() {
        scene.project("LS-1", "智慧校园平台建设项目", "市教育局");
        assertEquals(LineVerdict.UNREVIEWED, scene.result(scene.line("市教育局", "智慧校园平台运维", "100000.00")).verdict());
    }

    @Test
    void otherNumbersInTheNameAreOtherThings() {
        scene.project("LS-1", "融媒体智能平台设备采购（2）", "市广电中心").approved("500000.00");
        assertEquals(LineVerdict.UNREVIEWED, scene.result(scene.line("市广电中心", "融媒体智能平台设备（3）", "2000000.00")).verdict());
    }

    @Test
    void aLineWithoutAnItWordIsDoubtfulWhereItsUnitHasAProjectLikeIt() {
        var project = scene.project("LS-1", "馆藏文物三维采集与保护", "市博物馆").approved("1203400.00");
        var line = scene.line("市博物馆", "文物三维采集保护", "1203400.00");
        assertEquals(Answer.DOUBTFUL, scene.result(line).it().answer());
        linked(line, project, MatchedBy.SIMILAR);
        assertEquals(LineVerdict.NOT_IT, scene.result(scene.line("市博物馆", "绿化养护", "1203400.00")).verdict());
    }

    @Test
    void operationIsReviewedYearByYear() {
        scene.project("LS-1", "2025年智慧校园平台运维项目", "市教育局").kind("OPS", "OPERATION", 2024, false);
        LineResult next = scene.result(scene.line("市教育局", "2026年智慧校园平台运维", "1000000.00"));
        assertEquals(LineVerdict.UNREVIEWED, next.verdict());
        assertEquals("LS-1", next.candidates().getFirst().reviewNo());
        var now = scene.project("LS-2", "智慧校园平台运维项目", "市教育局").kind("OPS", "OPERATION", 2025, false);
        linked(scene.line("市教育局", "2026年智慧校园平台运维", "1000000.00"), now, MatchedBy.NAME);
    }

    @Test
    void twoEqualCandidatesAreNotDecidedBetween() {
        scene.project("LS-1", "智慧校园平台建设项目", "市教育局");
        var second = scene.project("LS-2", "智慧校园平台建设项目", "市教育局");
        var line = scene.line("市教育局", "智慧校园平台", "1000000.00");
        assertEquals(LineVerdict.SUSPECT, scene.result(line).verdict());
        assertEquals(2, scene.result(line).candidates().size());
        assertEquals("B01.several", scene.of("B01").getFirst().substring(2));
        second.state(State.WITHDRAWN);
        assertEquals(LineVerdict.REVIEWED, scene.result(line).verdict());
    }

    @Test
    void theOfficersWordOverridesAndIsRememberedByCode() {
        scene.project("LS-1", "智慧校园平台建设项目", "市教育局");
        var other = scene.project("LS-2", "教育专网改造项目", "市教育局");
        var line = scene.line("市教育局", "智慧校园平台", "1000000.00", BudgetField.PROJECT_CODE, CODE);
        scene.decide(line, other, true);
        linked(line, other, MatchedBy.CONFIRMED);
        linked(scene.line("市教育局", "随便一个名称", "5.00", BudgetField.PROJECT_CODE, CODE), other, MatchedBy.CONFIRMED);
        scene.decide(line, other, false);
        assertEquals(MatchedBy.NAME, scene.result(line).matchedBy());
    }

    @Test
    void arejectedCandidateIsOut() {
        var project = scene.project("LS-1", "智慧校园平台建设项目", "市教育局");
        var line = scene.line("市教育局", "智慧校园平台", "1000000.00", BudgetField.REVIEW_NO, "LS-1");
        scene.decide(line, project, false);
        assertEquals(LineVerdict.UNREVIEWED, scene.result(line).verdict());
        assertTrue(scene.result(line).candidates().isEmpty());
    }

    @Test
    void saysWhetherALineIsItAndWhy() {
        assertEquals(Answer.YES, answer(scene.line("市教育局", "学籍管理软件", "1.00")));
        assertEquals(Answer.NO, answer(scene.line("市教育局", "供水系统改造", "1.00")));
        assertEquals(Answer.DOUBTFUL, answer(scene.line("市教育局", "云桌租赁", "1.00")));
        assertEquals(Answer.DOUBTFUL, answer(scene.line("市教育局", "业务经费", "1.00", BudgetField.REMARK, "含系统升级")));
        assertEquals(Answer.YES, answer(scene.line("市教育局", "业务经费", "1.00", BudgetField.REMARK, "含系统升级", BudgetField.ECONOMIC_CODE, "30227")));
        assertEquals(Answer.NO, answer(scene.line("市教育局", "业务经费", "1.00", BudgetField.ECONOMIC_CODE, "30227")));
        assertEquals(Answer.YES, answer(scene.line("市教育局", "业务经费", "1.00", BudgetField.ECONOMIC_CODE, "31007")));
        assertEquals(Answer.YES, answer(scene.line("市教育局", "业务经费", "1.00", BudgetField.PROCUREMENT_CATALOGUE, "C16070000 运行维护服务")));
        assertEquals(Answer.YES, answer(scene.line("市教育局", "业务经费", "1.00", BudgetField.IT_FLAG, "是")));
        assertEquals(Answer.DOUBTFUL, answer(scene.line("市教育局", "学籍软件", "1.00", BudgetField.IT_FLAG, "否")));
        assertEquals(Answer.NO, answer(scene.line("市教育局", "教师工资", "1.00")));
    }

    private Answer answer(BudgetLine line) {
        return scene.result(line).it().answer();
    }

    @Test
    void theSameInputGivesTheSameResultInTheSameOrder() {
        for (int i = 0; i < 40; i++) {
            scene.project("LS-" + i, "智慧校园平台" + (char) ('甲' + i) + "系统建设项目", i % 2 == 0 ? "市教育局" : "市公安局");
        }
        for (int i = 0; i < 2_500; i++) {
            scene.line(i % 3 == 0 ? "市教育局" : "市公安局", "智慧校园平台" + (char) ('甲' + i % 50) + "运维", (i % 7) + "00000.00");
        }
        assertEquals(scene.check(), scene.check());
        assertEquals(scene.check().findings().stream().map(finding -> finding.rule() + finding.key()).distinct().count(), scene.check().findings().size());
        assertTrue(Collections.max(scene.check().findings().stream().map(Finding::rule).toList()).compareTo("B01") > 0);
    }
}
