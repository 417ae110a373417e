package org.lianshen.model.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianshen.model.finding.FindingState.Stage;
import org.lianshen.model.finding.Waiver.Standing;
import org.lianshen.model.pack.Severity;

class FindingStatesTest {

    private final Life life = new Life();

    private Stage stage(int day) {
        return life.on(day).stage();
    }

    @Test
    void fromTheLetterToTheVerifiedRectification() {
        life.turn(0, true);
        assertEquals(Stage.NEW, stage(0));
        assertNull(life.enter(1, new FindingStep.Notice("湖财函〔2026〕12号", Life.day(4))));
        FindingState notified = life.on(4);
        assertEquals(Stage.NOTIFIED, notified.stage());
        assertEquals(Life.day(4), notified.due());
        assertFalse(notified.overdue());
        assertTrue(life.on(5).overdue());
        assertNull(life.enter(3, new FindingStep.Reply("已补报联审", List.of())));
        assertTrue(life.on(3).replied());
        assertNull(life.on(9).due(), "answered");
        assertNull(life.enter(5, new FindingStep.Rectification("补报联审", Life.day(10))));
        assertEquals(Stage.RECTIFYING, stage(5));
        assertTrue(life.on(11).overdue());
        assertNull(life.enter(8, new FindingStep.Verification(false, "联审意见书未附")));
        assertEquals(Stage.RECTIFYING, stage(8));
        assertNull(life.enter(9, new FindingStep.Verification(true, "已核对意见书原件")));
        assertEquals(Stage.RECTIFIED, stage(9));
        assertTrue(life.on(9).blocks(), "until a check does not find it any more");
        life.turn(12, false);
        life.current = null;
        assertEquals(Stage.CLOSED, stage(12));
        assertTrue(life.on(12).closedByCheck());
        assertEquals("智慧食堂", life.on(12).finding().projectName());
    }

    @Test
    void whatIsForbiddenIsNeverClosedByHand() {
        assertEquals("finding.refuse.closeForbidden", life.enter(1, new FindingStep.Closure("已沟通", Severity.E, null)));
        life.current = Life.finding(Severity.W, 100);
        assertNull(life.enter(1, new FindingStep.Closure("已说明", Severity.W, Waiver.size(life.current))));
        assertEquals(Stage.CLOSED, stage(1));
        life.current = Life.finding(Severity.E, 100);
        assertEquals(Stage.NEW, stage(2), "heavier than what was closed");
        life.current = Life.finding(Severity.W, 101);
        assertEquals(Stage.NEW, stage(2), "larger than what was closed");
        life.current = Life.finding(Severity.W, 99);
        assertEquals(Stage.CLOSED, stage(2));
        assertNull(life.enter(3, new FindingStep.Reopening("情况有变")));
        assertEquals(Stage.NEW, stage(3));
    }

    @Test
    void aWaiverNeedsTwoPeopleOfTwoBodies() {
        assertNull(life.enter(1, life.request(30)));
        assertEquals(Stage.WAIVER_REQUESTED, stage(1));
        assertEquals(List.of("DATA", "FIN"), life.on(1).waiver().missing());
        assertEquals("finding.refuse.body", life.sign(2, "DRC", "陈", "chen", false, true));
        assertNull(life.sign(2, "FIN", "李局", "li", false, true));
        assertEquals(Stage.WAIVER_REQUESTED, stage(2));
        assertTrue(life.on(2).blocks());
        assertEquals("finding.refuse.signed", life.sign(2, "FIN", "赵局", "zhao", false, true));
        assertEquals("finding.refuse.samePerson", life.sign(2, "DATA", "李 局", "other", false, true));
        assertEquals("finding.refuse.samePerson", life.sign(2, "DATA", "周局", "li", true, true), "the first signer enters the paper of the other");
        assertNull(life.sign(3, "DATA", "周局", "zhou", false, true));
        assertEquals(Stage.WAIVED, stage(3));
        assertFalse(life.on(3).blocks());
        assertEquals(Stage.WAIVED, stage(30));
        assertEquals(Stage.NEW, stage(31), "expired is open again");
        assertEquals(Standing.EXPIRED, life.on(31).waiver().standing());
    }

    @Test
    void fromPaperOneAccountMayEnterBothSignatures() {
        life.enter(1, life.request(30));
        assertNull(life.sign(2, "FIN", "李局", "me", true, true));
        assertNull(life.sign(2, "DATA", "周局", "me", true, true));
        assertEquals(Stage.WAIVED, stage(2));
    }

    @Test
    void aRefusalEndsTheRequestAndLeavesTheStageBefore() {
        life.enter(1, new FindingStep.Notice("1号", Life.day(8)));
        life.enter(2, life.request(30));
        assertNull(life.sign(3, "FIN", "李局", "li", false, false));
        assertEquals(Stage.NOTIFIED, stage(3));
        assertEquals(Standing.REFUSED, life.on(3).waiver().standing());
        assertNull(life.enter(4, life.request(20)), "may be asked for again");
    }

    @Test
    void aSignatureTakenBackByItsBodyCountsNoMore() {
        life.enter(1, life.request(30));
        life.sign(2, "FIN", "李局", "li", false, true);
        life.sign(2, "DATA", "周局", "zhou", false, true);
        FindingAct signed = life.acts.getLast();
        assertEquals("finding.refuse.retractSignature", life.enter(3, new FindingStep.Retraction(signed.id(), "有误")));
        assertNull(life.enter(life.act(3, "DATA", "周局", "zhou", false, new FindingStep.Retraction(signed.id(), "有误"))));
        assertEquals(Stage.WAIVER_REQUESTED, stage(3));
        assertEquals(Stage.WAIVED, stage(2), "on the day before it counted");
        assertEquals("finding.refuse.retraction", life.enter(life.act(4, "DATA", "周局", "zhou", false, new FindingStep.Retraction(signed.id(), "再次"))));
    }

    @Test
    void aFindingThatGrowsIsNotCovered() {
        life.enter(1, life.request(30));
        life.sign(2, "FIN", "李局", "li", false, true);
        life.sign(2, "DATA", "周局", "zhou", false, true);
        life.current = Life.finding(Severity.E, 101);
        assertEquals(Stage.NEW, stage(3));
        assertEquals(Standing.OUTGROWN, life.on(3).waiver().standing());
        assertNull(life.enter(3, life.request(30)));
        assertEquals(Stage.WAIVER_REQUESTED, stage(3));
    }

    @Test
    void lighterFindingsNeedOneSignature() {
        life.current = Life.finding(Severity.W, 100);
        life.enter(1, life.request(30));
        assertNull(life.sign(2, "DATA", "周局", "zhou", false, true));
        assertEquals(Stage.WAIVED, stage(2));
        life.current = Life.finding(Severity.E, 100);
        assertEquals(Stage.NEW, stage(2));
    }

    @Test
    void reasonAndExpiryAreNeeded() {
        assertEquals("finding.refuse.reason", life.enter(1, new FindingStep.WaiverRequest(" ", Life.day(3), Severity.E, null, List.of())));
        assertEquals("finding.refuse.until", life.enter(1, new FindingStep.WaiverRequest("x", null, Severity.E, null, List.of())));
        assertEquals("finding.refuse.until", life.enter(1, new FindingStep.WaiverRequest("x", Life.day(0), Severity.E, null, List.of())));
        assertEquals("finding.refuse.until", life.enter(1, new FindingStep.WaiverRequest("x", Life.day(400), Severity.E, null, List.of())));
    }

    @Test
    void whatComesBackOnAnotherDayBeginsAnewWithItsHistory() {
        life.turn(0, true);
        life.enter(1, new FindingStep.Notice("1号", Life.day(6)));
        life.turn(2, false);
        life.turn(2, true);
        assertEquals(Stage.NOTIFIED, stage(2), "a slip put right on the same day");
        life.turn(3, false);
        life.turn(8, true);
        FindingState back = life.on(8);
        assertEquals(Stage.NEW, back.stage());
        assertEquals(1, back.returned());
        assertEquals(Life.day(0), back.opened());
        assertEquals(Life.day(8), back.since());
        assertNull(back.due());
    }

    @Test
    void aWaiverInForceOutlivesAFindingThatWentAndCameBack() {
        life.turn(0, true);
        life.enter(1, life.request(30));
        life.sign(2, "FIN", "李局", "li", false, true);
        life.sign(2, "DATA", "周局", "zhou", false, true);
        life.turn(3, false);
        life.turn(5, true);
        assertEquals(Stage.WAIVED, stage(5));
    }

    @Test
    void ownerAndDueAreKeptBesideTheStage() {
        life.enter(1, new FindingStep.Assignment("王敏", Life.day(2)));
        FindingState state = life.on(3);
        assertEquals("王敏", state.owner());
        assertTrue(state.overdue());
        assertEquals(Stage.NEW, state.stage());
        assertEquals("finding.refuse.due", life.enter(3, new FindingStep.Notice("2号", Life.day(2))));
        assertEquals("finding.refuse.letterNo", life.enter(3, new FindingStep.Notice("", Life.day(8))));
        assertEquals("finding.refuse.replyEmpty", life.enter(3, new FindingStep.Reply("", List.of())));
        assertEquals("finding.refuse.stage", life.enter(3, new FindingStep.Verification(true, "ok")));
    }
}
