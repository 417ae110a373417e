package org.lianshen.model.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.review.BodyStatus.Standing;

/** What a state says beside its word, and why acts are refused; days are counted from a Monday. */
class ReviewStatesTest {

    private final Scene scene = new Scene("市教育局", 3);

    private static ReviewAct accept(int day, int due) {
        return Scene.act(1, day, "A", new ActDetail.Acceptance(Scene.day(due)));
    }

    @Test
    void withoutVersionsItIsADraft() {
        var facts = new ReviewFacts(List.of(), List.of(), scene.pack(), Scene.ZONE);
        ReviewState state = ReviewStates.on(facts, Scene.day(0));
        assertEquals(State.DRAFT, state.state());
        assertEquals(0, state.round());
        assertNull(state.approved());
    }

    @Test
    void laterFactsDoNotCountYet() {
        List<ReviewAct> acts = List.of(accept(2, 4));
        assertEquals(State.DRAFT, scene.on(acts, -1).state());
        assertEquals(State.SUBMITTED, scene.on(acts, 1).state());
        assertEquals(State.COUNTERSIGN, scene.on(acts, 2).state());
    }

    @Test
    void limitsAreWorkingDaysAndOverdueIsSaid() {
        assertEquals(Scene.day(3), scene.on(List.of(), 0).dueDate());
        assertEquals(false, scene.on(List.of(), 3).open().getFirst().overdue());
        assertEquals(true, scene.on(List.of(), 4).open().getFirst().overdue());
        ReviewState returned = scene.on(List.of(Scene.act(1, 1, "A", Scene.sendBack())), 1);
        assertEquals(Scene.day(15), returned.dueDate());
        assertEquals("unit", returned.open().getFirst().who());
    }

    @Test
    void theLastWordOfABodyCountsAndCutsAreTheLargestOnEachLine() {
        var a = Scene.opinion(1, Overall.AGREE_WITH_CHANGES, Scene.pass("D1"), new Cut(1, Money.ofYuan(100), "价高"), new Cut(2, Money.ofYuan(50), "量多"));
        var first = Scene.opinion(1, Overall.DISAGREE, Scene.fail("C1"));
        var second = Scene.opinion(1, Overall.AGREE_WITH_CHANGES, Scene.pass("C1"), new Cut(1, Money.ofYuan(120), "价高"));
        List<ReviewAct> acts = List.of(accept(0, 4), Scene.act(2, 1, "A", a), Scene.act(3, 1, "B", first), Scene.act(4, 2, "B", second));
        assertEquals(Standing.AGAINST, scene.on(acts, 1).bodies().get(1).standing());
        ReviewState state = scene.on(acts, 2);
        assertEquals(Standing.WITH_CHANGES, state.bodies().get(1).standing());
        assertEquals(Money.ofYuan(170), state.proposedCut());
        assertEquals(State.READY_FOR_MEETING, state.state());
        assertEquals(Scene.day(7), state.dueDate(), "three working days after Wednesday are Monday");
    }

    @Test
    void resubmissionBeginsAnewWithFreshOpinions() {
        List<ReviewAct> acts = List.of(accept(0, 4), opinion(2, 0, "A", "D1"), opinion(3, 0, "B", "C1"),
                Scene.act(4, 1, null, Scene.decision(1, DecisionKind.RETURNED, null, null)),
                Scene.act(5, 2, null, new ActDetail.Resubmission(2, Map.of(1, "已改"))));
        assertEquals(State.RETURNED, scene.on(acts, 1).state());
        ReviewState again = scene.on(acts, 2);
        assertEquals(State.SUBMITTED, again.state());
        assertEquals(2, again.round());
        assertTrue(again.bodies().isEmpty());
        assertNull(again.decision());
    }

    @Test
    void overdueCountsAsConsentOnlyWhereThePackSaysSo() {
        List<ReviewAct> acts = List.of(accept(0, 2));
        assertEquals(2, scene.on(acts, 3).blockedBy().size());
        assertEquals(Standing.OVERDUE, scene.on(acts, 3).bodies().getFirst().standing());
        assertTrue(new Scene("市教育局", 3, true).on(acts, 3).blockedBy().isEmpty());
    }

    /** Two desktops on one store: the clock of the one that closed the round is a day ahead. */
    @Test
    void whatAnotherDesktopDidInItsTomorrowStandsAllTheSame() {
        List<ReviewAct> acts = List.of(accept(0, 4), opinion(2, 0, "A", "D1"), opinion(3, 0, "B", "C1"), Scene.act(4, 2, "A", new ActDetail.Summary("")));
        var late = Scene.act(5, 1, "A", new ActDetail.OpinionWithdrawal("重新研究"));
        assertEquals("review.refuse.closed", ReviewActs.refusal(scene.facts(acts), late).orElseThrow().key());
    }

    @Test
    void aStandingVetoIsNamed() {
        List<ReviewAct> acts = List.of(accept(0, 4), Scene.act(2, 0, "A", Scene.opinion(1, Overall.DISAGREE, Scene.fail("D1"))), opinion(3, 0, "B", "C1"));
        assertEquals(List.of("review.blocked.veto"), scene.on(acts, 0).blockedBy().stream().map(Message::key).toList());
        assertEquals("D1", ReviewActs.vetoes(scene.facts(acts), Scene.day(0)).getFirst().code());
    }

    @Test
    void aConditionalApprovalIsBindingWhenEveryConditionIsVerified() {
        var decision = new ActDetail.Decision(Scene.OTHER, 1, DecisionKind.CONDITIONAL, Scene.APPLIED, Scene.APPLIED, List.of(),
                List.of(new Condition(1, "上云", "市教育局", Scene.day(20)), new Condition(2, "共享", "市教育局", Scene.day(10))), Scene.day(700), null, null, "", "p");
        List<ReviewAct> acts = List.of(accept(0, 4), opinion(2, 0, "A", "D1"), opinion(3, 0, "B", "C1"), Scene.act(4, 1, null, decision),
                Scene.act(5, 2, "A", new ActDetail.Verification(1, true, "已查")), Scene.act(6, 3, "A", new ActDetail.Verification(2, true, "已查")));
        assertEquals(Scene.day(10), scene.on(acts, 2).dueDate());
        assertEquals(List.of(2), scene.on(acts, 2).openConditions().stream().map(Condition::no).toList());
        assertEquals(State.APPROVED, scene.on(acts, 3).state());
        assertEquals(State.APPROVED, scene.on(acts, 700).state());
        assertEquals(State.EXPIRED, scene.on(acts, 701).state());
    }

    @Test
    void whatHasRunOutIsNotVerifiedAnyMore() {
        List<ReviewAct> acts = List.of(accept(0, 4), opinion(2, 0, "A", "D1"), opinion(3, 0, "B", "C1"), Scene.act(4, 1, null, Scene.decision(1, DecisionKind.CONDITIONAL, Scene.day(9), null)));
        var inTime = Scene.act(5, 9, "A", new ActDetail.Verification(1, true, "已查"));
        var late = Scene.act(5, 10, "A", new ActDetail.Verification(1, true, "已查"));
        assertTrue(ReviewActs.refusal(scene.facts(acts), inTime).isEmpty());
        assertEquals("review.refuse.expired", ReviewActs.refusal(scene.facts(acts), late).orElseThrow().key());
        var all = new java.util.ArrayList<>(acts);
        all.add(late);
        assertEquals(State.EXPIRED, scene.on(all, 10).state());
        assertEquals(1, scene.on(all, 10).openConditions().size());
    }

    @ParameterizedTest
    @CsvSource({"市数据局", "湖州市数据局", "市大数据局", "湖州市大数据发展管理局"})
    void aBodyIsKnownByEachOfItsNames(String unit) {
        assertEquals(List.of("A"), recused(unit));
    }

    @ParameterizedTest
    @CsvSource({"市委网信办", "市委宣传部", "市委宣传部（市委网信办）", "湖州市委网信办"})
    void anOfficeWithTwoPlatesIsKnownByEach(String unit) {
        assertEquals(List.of("N"), recused(unit));
    }

    @ParameterizedTest
    @CsvSource({"市教育局", "南浔区数据局", "市数据局下属中心", "省财政厅"})
    void othersAreNoApplicants(String unit) {
        assertEquals(List.of(), recused(unit));
    }

    private static List<String> recused(String unit) {
        return new Scene(unit, 3).on(List.of(accept(0, 4)), 0).bodies().stream().filter(body -> body.standing() == Standing.RECUSED).map(BodyStatus::body).toList();
    }

    @ParameterizedTest
    @CsvSource({"1001,,review.refuse.aboveApplied", "0,,review.refuse.noApproved", "900,,review.refuse.lineSum", "900,1:500,", "900,1:500 2:400,", "900,3:500,review.refuse.cutLine",
        "900,1:700,review.refuse.lineAbove", "900,1:500 1:500,review.refuse.cutLine", "1000,,", "901,1:500,review.refuse.lineSum"})
    void approvedAmountsStayBelowTheAppliedAndAddUp(long approved, String lines, String refusal) {
        List<LineApproval> approvals = lines == null ? List.of() : java.util.Arrays.stream(lines.split(" ")).map(line -> line.split(":"))
                .map(line -> new LineApproval(Integer.parseInt(line[0]), Money.ofYuan(Long.parseLong(line[1])), "核减")).toList();
        var decision = new ActDetail.Decision(Scene.OTHER, 1, DecisionKind.APPROVED, Scene.APPLIED, Money.ofYuan(approved), approvals, List.of(), null, null, null, "", "p");
        assertEquals(refusal, refusal(decision));
    }

    @Test
    void decisionsThatContradictThemselvesAreRefused() {
        assertEquals("review.refuse.applied", refusal(new ActDetail.Decision(Scene.OTHER, 1, DecisionKind.APPROVED, Money.ofYuan(999), Money.ofYuan(999), List.of(),
                List.of(), null, null, null, "", "p")));
        assertEquals("review.refuse.amountWithoutApproval", refusal(new ActDetail.Decision(Scene.OTHER, 1, DecisionKind.REJECTED, Scene.APPLIED, Scene.APPLIED, List.of(),
                List.of(), null, null, null, "", "p")));
        assertEquals("review.refuse.conditionIncomplete", refusal(new ActDetail.Decision(Scene.OTHER, 1, DecisionKind.CONDITIONAL, Scene.APPLIED, Scene.APPLIED, List.of(),
                List.of(new Condition(1, "上云", "", Scene.day(9))), null, null, null, "", "p")));
        assertEquals("review.refuse.conditionIncomplete", refusal(new ActDetail.Decision(Scene.OTHER, 1, DecisionKind.CONDITIONAL, Scene.APPLIED, Scene.APPLIED, List.of(),
                List.of(new Condition(1, "上云", "单位", null)), null, null, null, "", "p")));
        assertEquals("review.refuse.mergeTarget", refusal(new ActDetail.Decision(Scene.OTHER, 1, DecisionKind.MERGED, Scene.APPLIED, Money.ZERO, List.of(), List.of(), null,
                Scene.PROPOSAL, null, "", "p")));
        assertEquals("review.refuse.opinionVersion", refusal(Scene.decision(2, DecisionKind.REJECTED, null, null)));
        assertEquals("review.refuse.returnEmpty", refusal(new ActDetail.Decision(Scene.OTHER, 1, DecisionKind.RETURNED, Scene.APPLIED, Money.ZERO, List.of(), List.of(), null,
                null, null, " ", "p")));
    }

    /** Key of what stands against a decision on a proposal that every body agreed to, or null. */
    private String refusal(ActDetail.Decision decision) {
        List<ReviewAct> acts = List.of(accept(0, 4), opinion(2, 0, "A", "D1"), opinion(3, 0, "B", "C1"));
        return ReviewActs.refusal(scene.facts(acts), Scene.act(4, 1, null, decision)).map(Message::key).orElse(null);
    }

    private static ReviewAct opinion(int seq, int day, String body, String item) {
        return Scene.act(seq, day, body, Scene.opinion(1, Overall.AGREE, Scene.pass(item)));
    }
}
