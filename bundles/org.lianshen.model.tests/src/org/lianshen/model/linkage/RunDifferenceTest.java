package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.linkage.RunDifference.Aspect;
import org.lianshen.model.linkage.RunDifference.OfRule;
import org.lianshen.model.pack.Severity;

class RunDifferenceTest {

    private static final UUID LINE = new UUID(1, 1);
    private static final UUID PROJECT = new UUID(2, 1);

    private static Finding finding(String rule, String key, Severity severity, String yuan, int row, Object... args) {
        var all = new java.util.ArrayList<Object>(List.of("预算表", row));
        all.addAll(List.of(args));
        return new Finding(rule, severity, key, List.of(new UUID(5, row)), "市水利局", "智慧水务", null, null, yuan == null ? null : Money.parseYuan(yuan), null, null,
                new Message("linkage." + rule + ".x", all), MatchedBy.NONE, null, Map.of("linkage.evidence.line", "预算.xlsx 预算表!" + row));
    }

    private static LineResult result(UUID line, LineVerdict verdict, UUID project) {
        return new LineResult(line, null, verdict, project, null, MatchedBy.NONE, null, List.of());
    }

    private static RunDifference between(List<Finding> before, List<Finding> after) {
        return RunDifference.between(new LinkageCheck.Outcome(List.of(), before), new LinkageCheck.Outcome(List.of(), after));
    }

    @Test
    void theSameFindingOnAnotherRowIsUnchanged() {
        Finding before = finding("B01", "a", Severity.E, "10.00", 5, "x");
        Finding after = finding("B01", "a", Severity.E, "10.00", 9, "x");
        RunDifference difference = between(List.of(before), List.of(after));
        assertTrue(difference.isEmpty());
        assertEquals(List.of(after), difference.unchanged());
    }

    @Test
    void oneKeyUnderTwoRulesIsTwoFindings() {
        RunDifference difference = between(List.of(finding("B01", "a", Severity.E, "10.00", 5)), List.of(finding("B02", "a", Severity.E, "10.00", 5)));
        assertEquals(List.of("B02"), difference.added().stream().map(Finding::rule).toList());
        assertEquals(List.of("B01"), difference.closed().stream().map(Finding::rule).toList());
    }

    @Test
    void saysInWhatAFindingDiffers() {
        Finding before = finding("B06", "a", Severity.E, "10.00", 5, Money.ofYuan(9));
        assertEquals(Set.of(Aspect.SEVERITY), aspects(before, finding("B06", "a", Severity.W, "10.00", 5, Money.ofYuan(9))));
        assertEquals(Set.of(Aspect.AMOUNT), aspects(before, finding("B06", "a", Severity.E, "10.01", 5, Money.ofYuan(9))));
        assertEquals(Set.of(Aspect.STATEMENT), aspects(before, finding("B06", "a", Severity.E, "10.00", 5, Money.ofYuan(8))));
        assertEquals(Set.of(Aspect.AMOUNT), aspects(before, finding("B06", "a", Severity.E, null, 5, Money.ofYuan(9))));
    }

    private static Set<Aspect> aspects(Finding before, Finding after) {
        RunDifference difference = between(List.of(before), List.of(after));
        assertEquals(1, difference.changed().size());
        assertTrue(difference.unchanged().isEmpty());
        return difference.changed().getFirst().aspects();
    }

    @Test
    void countsAndSumsByRule() {
        RunDifference difference = between(
                List.of(finding("B06", "gone", Severity.E, "1.00", 1), finding("B01", "stays", Severity.E, "2.00", 2), finding("B01", "lighter", Severity.E, "3.00", 3)),
                List.of(finding("B01", "stays", Severity.E, "2.00", 2), finding("B01", "lighter", Severity.W, "3.00", 3), finding("B01", "new", Severity.E, "4.00", 4),
                        finding("B01", "newer", Severity.E, null, 5)));
        assertEquals(List.of(new OfRule("B01", 2, 0, 1, 1, Money.parseYuan("4.00"), Money.ZERO), new OfRule("B06", 0, 1, 0, 0, Money.ZERO, Money.parseYuan("1.00"))),
                difference.byRule());
    }

    @Test
    void comparesVerdictsOfTheLinesOfBothRuns() {
        UUID other = new UUID(1, 2);
        var before = new LinkageCheck.Outcome(List.of(result(LINE, LineVerdict.SUSPECT, PROJECT), result(other, LineVerdict.NOT_IT, null),
                result(new UUID(1, 3), LineVerdict.REVIEWED, PROJECT)), List.of());
        var after = new LinkageCheck.Outcome(List.of(result(LINE, LineVerdict.UNREVIEWED, null), result(other, LineVerdict.NOT_IT, null),
                result(new UUID(1, 4), LineVerdict.REVIEWED, PROJECT)), List.of());
        RunDifference difference = RunDifference.between(before, after);
        assertEquals(List.of(LINE), difference.verdicts().stream().map(RunDifference.VerdictChange::line).toList());
    }

    @Test
    void aRunDoesNotDifferFromItself() {
        var scene = new Scene();
        scene.line("市水利局", "智慧水务平台建设", "100.00");
        scene.line("市水利局", "智慧水务平台建设", "100.00");
        assertTrue(scene.check().findings().size() > 1);
        assertTrue(RunDifference.between(scene.check(), scene.check()).isEmpty());
    }
}
