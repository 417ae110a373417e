package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.review.State;

/** One approval over several lines and one line for several approvals, to the fen. */
class SumMatcherTest {

    private final Scene scene = new Scene();

    private LineResult splitOf(BudgetLine line, Scene.Project project, String whole, String... parts) {
        LineResult result = scene.result(line);
        assertEquals(LineVerdict.SUSPECT, result.verdict());
        assertEquals(project.id(), result.project());
        SumMatch sum = result.candidates().getFirst().sum();
        assertEquals(SumMatch.Kind.SPLIT, sum.kind());
        assertEquals(Money.parseYuan(whole), sum.whole());
        assertEquals(List.of(parts), sum.parts().stream().map(Money::toString).toList());
        return result;
    }

    @Test
    void anApprovalOverThreeLinesOfTheYear() {
        var project = scene.project("LS-1", "手术室行为管理平台建设项目", "市第一医院").approved("1000000.01");
        var software = scene.line("市第一医院", "手术室行为管理软件开发", "400000.00");
        scene.line("市第一医院", "手术室行为管理设备购置", "350000.01");
        scene.line("市第一医院", "手术室行为管理监理平台", "250000.00");
        scene.line("市第一医院", "门诊排队叫号系统", "250000.00");
        LineResult result = splitOf(software, project, "1000000.01", "400000.00", "350000.01", "250000.00");
        assertEquals(3, result.candidates().getFirst().sum().lines().size());
        assertEquals("400000.00 + 350000.01 + 250000.00 = 1000000.01", scene.findings("B01").getFirst().evidence().get("linkage.evidence.sum"));
        assertEquals("W B01.split", scene.of("B01").getFirst());
    }

    @Test
    void thisYearsShareAndWhatIsLeftBesideLinesThatAreTied() {
        var project = scene.project("LS-1", "手术室行为管理平台建设项目", "市第一医院").fund(2026, FundKind.GENERAL_BUDGET, "600000.00").fund(2027, FundKind.GENERAL_BUDGET, "400000.00");
        scene.line("市第一医院", "手术室行为管理", "100000.00", BudgetField.REVIEW_NO, "LS-1");
        var one = scene.line("市第一医院", "手术室行为管理软件开发", "300000.00");
        scene.line("市第一医院", "手术室行为管理设备购置", "200000.00");
        splitOf(one, project, "500000.00", "300000.00", "200000.00");
    }

    @Test
    void aFenLessIsNoSum() {
        scene.project("LS-1", "手术室行为管理平台建设项目", "市第一医院");
        var one = scene.line("市第一医院", "手术室行为管理软件开发", "600000.00");
        scene.line("市第一医院", "手术室行为管理设备购置", "399999.99");
        assertNull(scene.result(one).candidates().getFirst().sum());
    }

    @Test
    void aLineForThreeApprovalsIsAProposalForAllOfThem() {
        var a = scene.project("LS-1", "手术室行为管理平台建设项目", "市第一医院").approved("300000.00");
        var b = scene.project("LS-2", "门诊排队叫号系统", "市第一医院").approved("120000.50");
        var c = scene.project("LS-3", "病案归档系统", "市第一医院").approved("80000.00");
        scene.project("LS-4", "食堂消费系统", "市第一医院").approved("90000.00");
        var line = scene.line("市第一医院", "信息化建设项目", "500000.50");
        LineResult result = scene.result(line);
        assertEquals(LineVerdict.SUSPECT, result.verdict());
        assertEquals(java.util.Set.of(a.id(), b.id(), c.id()), java.util.Set.copyOf(result.projects()));
        assertEquals(SumMatch.Kind.MERGED, result.candidates().getFirst().sum().kind());
        assertEquals(List.of("W B01.merged"), scene.of("B01"));
    }

    @Test
    void aLineBindsToSeveralApprovalsOnlyByATableThatMakesItsAmount() {
        var a = scene.project("LS-1", "手术室行为管理平台建设项目", "市第一医院").approved("300000.00");
        var b = scene.project("LS-2", "门诊排队叫号系统", "市第一医院").approved("150000.00");
        var line = scene.line("市第一医院", "信息化建设项目", "500000.00");
        scene.share(line, a, "300000.00");
        assertEquals(LineVerdict.SUSPECT, scene.result(line).verdict());
        scene.share(line, b, "200000.00");
        assertEquals(LineVerdict.REVIEWED, scene.result(line).verdict());
        assertEquals(MatchedBy.CONFIRMED, scene.result(line).matchedBy());
        assertEquals(List.of("E B06.over"), scene.of("B06"));
        assertEquals(Money.parseYuan("200000.00"), scene.findings("B06").getFirst().amount());
        b.state(State.REJECTED);
        assertEquals(LineVerdict.UNREVIEWED, scene.result(line).verdict());
        assertEquals(List.of("E B03.state"), scene.of("B03"));
        scene.decide(line, b, false);
        assertEquals(LineVerdict.SUSPECT, scene.result(line).verdict());
    }

    /** Whatever the amounts: what it finds adds up, and nothing stands in two sums. */
    @Test
    void everySumAddsUp() {
        var random = new Random(20_261_121);
        int found = 0;
        for (int round = 0; round < 60; round++) {
            var scene = new Scene();
            for (int i = 0; i < 6; i++) {
                scene.project("LS-" + i, "业务" + (char) ('甲' + i) + "系统建设项目", "市教育局").approved(100 * (1 + random.nextInt(40)) + ".00");
            }
            for (int i = 0; i < 12; i++) {
                scene.line("市教育局", random.nextInt(4) == 0 ? "信息化系统" : "业务" + (char) ('甲' + random.nextInt(6)) + "系统" + random.nextInt(9), 100 * (1 + random.nextInt(40)) + ".00");
            }
            for (LineResult result : scene.check().lines()) {
                for (Candidate candidate : result.candidates()) {
                    if (candidate.sum() != null) {
                        found++;
                        assertEquals(candidate.sum().whole(), Money.sum(candidate.sum().parts()));
                        assertTrue(candidate.sum().lines().contains(result.line()));
                        assertEquals(LineVerdict.SUSPECT, result.verdict());
                    }
                }
            }
        }
        assertTrue(found > 50, "found " + found);
    }
}
