package org.lianshen.service.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Role;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Batch;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.model.review.TimeLimit.Level;
import org.lianshen.service.ReviewService.Held;
import org.lianshen.service.ReviewService.News;
import org.lianshen.service.ReviewService.Owing;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.document.DocumentDesk;
import org.lianshen.service.meeting.MeetingDesk;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.PackFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.proposal.ProposalDesk;
import org.lianshen.service.session.Desk;
import org.lianshen.service.todo.TodoDesk;

/** The acts of a round beside giving an opinion: asked besides, passed on, reminded, experts, closed, concluded, told to the unit; and every act that the rules refuse. */
class RoundTest {

    private World world = new World();
    private Desk applicant;
    private Desk lead;
    private Desk finance;
    private Desk other;
    private Desk police;

    RoundTest() {
        people();
    }

    private void people() {
        applicant = world.desk(World.person("edu", null, "市教育局", Role.UNIT_REVIEWER));
        lead = world.desk(World.person("data", "DATA", "市数据局", Role.RECEIVER, Role.BODY_SIGNER, Role.CHAIR));
        finance = world.desk(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER));
        other = world.desk(World.person("fin2", "FIN", "市财政局", Role.BODY_SIGNER));
        police = world.desk(World.person("psb", "PSB", "市公安局", Role.BODY_SIGNER));
        world.store().runEverythingTwice();
    }

    private void under(PackFixture pack) {
        world = new World(pack.build());
        people();
    }

    private static ReviewDesk reviews(Desk desk) {
        return new ReviewDesk(desk, null, null);
    }

    private Proposal accepted() {
        Proposal proposal = world.submit(applicant, FormFixture.form());
        reviews(lead).accept(proposal.id());
        return proposal;
    }

    private void sign(Proposal proposal, String... bodies) {
        var me = reviews(world.oneself());
        for (String body : bodies) {
            me.sign(proposal.id(), body, world.opinion(body, 1, Overall.AGREE, List.of()));
        }
    }

    private Proposal collected() {
        Proposal proposal = accepted();
        sign(proposal, "DATA", "DRC", "FIN", "CAC", "PSB", "CRYPTO");
        return proposal;
    }

    private ReviewState state(Proposal proposal) {
        return reviews(lead).get(proposal.id()).state();
    }

    private BodyStatus body(Proposal proposal, String code) {
        return state(proposal).bodies().stream().filter(status -> status.body().equals(code)).findFirst().orElseThrow();
    }

    private String key(Proposal proposal, org.junit.jupiter.api.function.Executable work) {
        int before = reviews(lead).get(proposal.id()).acts().size();
        ReviewState state = state(proposal);
        String key = assertThrows(UserProblem.class, work).messages().getFirst().key();
        assertEquals(before, reviews(lead).get(proposal.id()).acts().size(), "nothing is stored");
        assertEquals(state, state(proposal));
        return key;
    }

    @Test
    void aUnitThatIsAskedBesidesIsWaitedFor() {
        Proposal proposal = accepted();
        Review asked = reviews(lead).ask(proposal.id(), "330500-HEALTH", null, "涉及健康数据");
        assertEquals(world.pack().calendar().plusWorkdays(world.today(), 5), asked.state().bodies().getLast().due());
        sign(proposal, "DATA", "DRC", "FIN", "CAC", "PSB", "CRYPTO");
        assertEquals(State.COUNTERSIGN, state(proposal).state());
        assertEquals(List.of("330500-HEALTH"), state(proposal).open().stream().map(item -> item.who()).toList());
        var health = world.desk(World.person("wj", null, "市卫生健康委", Role.BODY_SIGNER));
        assertEquals(1, new TodoDesk(health).items().size());
        reviews(health).sign(proposal.id(), "330500-HEALTH", new ActDetail.Opinion(1, List.of(), Overall.AGREE, List.of(), "", ""));
        assertFalse(reviews(lead).get(proposal.id()).acts().getLast().onBehalf(), "the unit signed in person");
        assertEquals(State.READY_FOR_MEETING, state(proposal).state());
        assertEquals("review.refuse.askedAlready", key(proposal, () -> reviews(lead).ask(proposal.id(), "330500-HEALTH", null, "再问")));
    }

    @Test
    void askingIsRefusedForTheApplicantForStrangersAndWithoutReason() {
        Proposal proposal = accepted();
        assertEquals("review.refuse.applicantAsked", key(proposal, () -> reviews(lead).ask(proposal.id(), "330500-EDU", null, "一并征求")));
        assertEquals("review.refuse.unknownUnit", key(proposal, () -> reviews(lead).ask(proposal.id(), "999", null, "一并征求")));
        assertEquals("review.refuse.askedAlready", key(proposal, () -> reviews(lead).ask(proposal.id(), "FIN", null, "一并征求")));
        assertEquals("review.refuse.reason", key(proposal, () -> reviews(lead).ask(proposal.id(), "330500-HEALTH", null, " ")));
        assertEquals("review.refuse.dueBeforeAct", key(proposal, () -> reviews(lead).ask(proposal.id(), "330500-HEALTH", world.today().minusDays(1), "一并征求")));
        assertThrows(PermissionDenied.class, () -> reviews(finance).ask(proposal.id(), "330500-HEALTH", null, "一并征求"));
    }

    @Test
    void aTaskThatIsPassedOnIsSignedByWhoHasItAndKeepsItsVeto() {
        Proposal proposal = accepted();
        reviews(finance).transfer(proposal.id(), "FIN", "PSB", null, "人员出差");
        assertEquals("PSB", body(proposal, "FIN").holder());
        assertEquals(0, new TodoDesk(finance).items().size());
        PermissionDenied denied = assertThrows(PermissionDenied.class, () -> reviews(finance).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of())));
        assertEquals("review.refuse.transferred", denied.messages().getFirst().key());
        reviews(police).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.DISAGREE, List.of(), "C2"));
        assertEquals(Standing.AGAINST, body(proposal, "FIN").standing());
        assertFalse(body(proposal, "FIN").act().onBehalf(), "whoever has the task signs in person");
        sign(proposal, "DATA", "DRC", "CAC", "PSB", "CRYPTO");
        assertEquals(List.of("review.blocked.veto"), state(proposal).blockedBy().stream().map(message -> message.key()).toList());
        assertEquals("review.refuse.transferSigned", key(proposal, () -> reviews(police).transfer(proposal.id(), "FIN", "FIN", null, "还给财政")));
    }

    @Test
    void aTaskHandedToOnePersonIsThatPersonsAlone() {
        Proposal proposal = accepted();
        assertEquals("review.noPerson", key(proposal, () -> reviews(finance).transfer(proposal.id(), "FIN", "FIN", "fin2", "由她办理")));
        world.store().write("admin", "", tx -> {
            tx.accounts().save(new Account("fin2", "李四", "FIN", "市财政局", java.util.Set.of(Role.BODY_SIGNER), "", 0, null, true, 0));
            tx.audit().append(org.lianshen.model.audit.AuditEntry.of("account", "fin2"));
            return null;
        });
        reviews(finance).saveDraft(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE_WITH_CHANGES, List.of()));
        reviews(finance).transfer(proposal.id(), "FIN", "FIN", "fin2", "由她办理");
        assertEquals(Overall.AGREE_WITH_CHANGES, reviews(other).draft(proposal.id(), "FIN").overall(), "what the body wrote so far goes with the task");
        assertThrows(PermissionDenied.class, () -> reviews(finance).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of())));
        reviews(other).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()));
        assertEquals(Standing.AGREED, body(proposal, "FIN").standing());
    }

    @Test
    void aBodyTakesBackWhatItPassedOnWhereWhoeverHasItIsOnLeave() {
        Proposal proposal = accepted();
        reviews(finance).transfer(proposal.id(), "FIN", "PSB", null, "人员出差");
        assertThrows(PermissionDenied.class, () -> reviews(finance).transfer(proposal.id(), "FIN", "DRC", null, "转发改"), "it has it no more");
        assertThrows(PermissionDenied.class, () -> reviews(lead).transfer(proposal.id(), "FIN", "FIN", null, "代为收回"));
        reviews(finance).transfer(proposal.id(), "FIN", "FIN", null, "承办人员休假，收回");
        assertEquals("FIN", body(proposal, "FIN").holder());
        assertThrows(PermissionDenied.class, () -> reviews(police).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of())));
        reviews(finance).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()));
        assertEquals(Standing.AGREED, body(proposal, "FIN").standing());
    }

    @Test
    void twoPeopleDoNotSignForOneBody() {
        Proposal proposal = accepted();
        reviews(finance).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.DISAGREE, List.of(), "C2"));
        assertEquals("review.refuse.signedAlready", key(proposal, () -> reviews(other).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()))));
        reviews(finance).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()));
        reviews(other).withdrawOpinion(proposal.id(), "FIN", "重新研究");
        assertEquals(Standing.WAITING, body(proposal, "FIN").standing());
        reviews(other).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()));
        assertEquals(Standing.AGREED, body(proposal, "FIN").standing());
    }

    @Test
    void whatIsClosedNeverChanges() {
        Proposal proposal = accepted();
        sign(proposal, "DATA", "DRC", "CAC", "PSB", "CRYPTO");
        assertEquals("review.refuse.opinionsMissing", key(proposal, () -> reviews(lead).summarise(proposal.id(), "齐了")));
        sign(proposal, "FIN");
        reviews(lead).summarise(proposal.id(), "六部门意见齐全");
        assertTrue(state(proposal).steps().closed());
        assertEquals("review.refuse.closed", key(proposal, () -> reviews(finance).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.DISAGREE, List.of(), "C2"))));
        assertEquals("review.refuse.closed", key(proposal, () -> reviews(finance).withdrawOpinion(proposal.id(), "FIN", "反悔")));
        assertEquals("review.refuse.closed", key(proposal, () -> reviews(finance).transfer(proposal.id(), "FIN", "PSB", null, "转")));
        assertEquals("review.refuse.closed", key(proposal, () -> reviews(lead).ask(proposal.id(), "330500-HEALTH", null, "加签")));
        assertEquals("review.refuse.closed", key(proposal, () -> reviews(lead).summarise(proposal.id(), "再汇总")));
        assertEquals("review.refuse.notWaitedFor", key(proposal, () -> reviews(lead).remind(proposal.id(), "FIN", "")));
        assertEquals(State.READY_FOR_MEETING, state(proposal).state());
    }

    @Test
    void aClosedRoundKeepsItsOverdueBodiesOverdue() {
        Proposal proposal = accepted();
        sign(proposal, "DATA", "DRC", "CAC", "PSB", "CRYPTO");
        world.workdays(6);
        assertEquals(Standing.OVERDUE, body(proposal, "FIN").standing());
        reviews(lead).summarise(proposal.id(), "财政逾期未反馈");
        assertEquals("review.refuse.closed", key(proposal, () -> reviews(finance).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()))));
        assertEquals(List.of("review.blocked.overdue"), state(proposal).blockedBy().stream().map(message -> message.key()).toList());
    }

    @Test
    void whatIsSuggestedForRejectionIsNotApprovedUnreviewed() {
        Proposal proposal = world.submit(applicant, FormFixture.form());
        assertEquals("review.refuse.reason", key(proposal, () -> reviews(lead).suggestRejection(proposal.id(), "")));
        reviews(lead).suggestRejection(proposal.id(), "与市级平台重复");
        assertEquals(State.PRE_REJECTED, state(proposal).state());
        assertEquals(1, new TodoDesk(world.oneself()).items().stream().filter(item -> item.kind() == org.lianshen.service.TodoService.Kind.TAKE_TO_MEETING).count());
        reviews(lead).accept(proposal.id());
        assertEquals(State.COUNTERSIGN, state(proposal).state());
        assertNull(state(proposal).steps().preRejection());
    }

    @Test
    void smallAmountsAreCountersignedOnly() {
        under(new PackFixture().param("limit.small", "5000000", "yuan"));
        Proposal proposal = collected();
        assertEquals(State.READY_TO_CONCLUDE, state(proposal).state());
        Money applied = state(proposal).applied();
        assertEquals("review.refuse.needsMeeting", key(proposal, () -> reviews(lead).conclude(proposal.id(), DecisionKind.REJECTED, null, List.of(), List.of(), "不建")));
        assertEquals("review.refuse.aboveApplied",
                key(proposal, () -> reviews(lead).conclude(proposal.id(), DecisionKind.APPROVED, applied.plus(Money.ofFen(1)), List.of(), List.of(), "")));
        assertEquals("review.refuse.conditionIncomplete", key(proposal, () -> reviews(lead).conclude(proposal.id(), DecisionKind.CONDITIONAL, applied, List.of(),
                List.of(new Condition(1, "补密评", "市教育局", null)), "")));
        reviews(lead).conclude(proposal.id(), DecisionKind.APPROVED, applied, List.of(), List.of(), "同意");
        assertEquals(State.APPROVED, state(proposal).state());
        assertNull(state(proposal).decision().meeting());
    }

    @Test
    void smallAmountsGoToTheMeetingWhereSomebodyIsAgainstOrSilent() {
        under(new PackFixture().param("limit.small", "5000000", "yuan"));
        Proposal against = accepted();
        sign(against, "DATA", "DRC", "CAC", "PSB", "CRYPTO");
        reviews(finance).sign(against.id(), "FIN", world.opinion("FIN", 1, Overall.DISAGREE, List.of(), "C3"));
        assertEquals(State.READY_FOR_MEETING, state(against).state());
        assertEquals("review.refuse.needsMeeting", key(against, () -> reviews(lead).conclude(against.id(), DecisionKind.APPROVED, state(against).applied(), List.of(), List.of(), "")));
        Proposal silent = world.submit(applicant, FormFixture.form("另一平台", "市教育局"));
        reviews(lead).accept(silent.id());
        world.workdays(6);
        assertEquals(State.READY_FOR_MEETING, state(silent).state());
        assertEquals("review.refuse.needsMeeting", key(silent, () -> reviews(lead).conclude(silent.id(), DecisionKind.APPROVED, state(silent).applied(), List.of(), List.of(), "")));
    }

    @Test
    void theLeadBodyDoesNotConcludeItsOwnProject() {
        under(new PackFixture().param("limit.small", "5000000", "yuan"));
        Proposal own = world.submit(world.desk(World.person("clerk", null, "市数据局", Role.UNIT_REVIEWER)), FormFixture.form("数据底座", "市数据局"));
        reviews(lead).accept(own.id());
        sign(own, "DRC", "FIN", "CAC", "PSB", "CRYPTO");
        assertEquals(State.READY_FOR_MEETING, state(own).state());
        assertEquals("review.refuse.needsMeeting", key(own, () -> reviews(lead).conclude(own.id(), DecisionKind.APPROVED, state(own).applied(), List.of(), List.of(), "")));
    }

    @Test
    void whatABodyAskedForDoesNotFallThroughWhereNoMeetingIsHeld() {
        under(new PackFixture().param("limit.small", "5000000", "yuan"));
        Proposal proposal = accepted();
        sign(proposal, "DATA", "DRC", "CAC", "PSB", "CRYPTO");
        var asks = world.opinion("FIN", 1, Overall.AGREE_WITH_CHANGES, List.of());
        reviews(finance).sign(proposal.id(), "FIN", new ActDetail.Opinion(1, asks.answers(), asks.overall(), List.of(), "补充三家询价", ""));
        assertEquals(State.READY_TO_CONCLUDE, state(proposal).state());
        Money applied = state(proposal).applied();
        assertEquals("review.refuse.conditionsDropped", key(proposal, () -> reviews(lead).conclude(proposal.id(), DecisionKind.APPROVED, applied, List.of(), List.of(), "同意")));
        assertEquals("review.conditionDue", key(proposal, () -> reviews(lead).conclude(proposal.id(), DecisionKind.CONDITIONAL, applied, List.of(),
                List.of(new Condition(1, "补充三家询价", "市教育局", world.today().minusDays(1))), "")));
        reviews(lead).conclude(proposal.id(), DecisionKind.CONDITIONAL, applied, List.of(), List.of(new Condition(1, "补充三家询价", "市教育局", world.today())), "");
        assertEquals(State.CONDITIONAL, state(proposal).state());
    }

    @Test
    void largeAmountsNeedExpertsAfterTheBodies() {
        under(new PackFixture().param("limit.expert", "1000", "yuan").param("days.countersignComplex", "10", "workdays"));
        Proposal proposal = collected();
        assertEquals(world.pack().calendar().plusWorkdays(world.today(), 10), state(proposal).bodies().getFirst().due());
        assertEquals(State.EXPERT_REVIEW, state(proposal).state());
        assertEquals("review.refuse.expertsMissing", key(proposal, () -> reviews(lead).summarise(proposal.id(), "")));
        assertEquals("review.refuse.expertsIncomplete", key(proposal, () -> reviews(lead).enterExperts(proposal.id(), Overall.AGREE, null, " ")));
        assertEquals("review.refuse.expertsScore", key(proposal, () -> reviews(lead).enterExperts(proposal.id(), Overall.AGREE, new BigDecimal("100.5"), "可行")));
        reviews(lead).enterExperts(proposal.id(), Overall.AGREE, new BigDecimal("86.5"), "可行");
        assertEquals(State.READY_FOR_MEETING, state(proposal).state());
        assertEquals("review.refuse.expertsAlready", key(proposal, () -> reviews(lead).enterExperts(proposal.id(), Overall.AGREE, null, "再评")));
    }

    @Test
    void expertsComeFirstWhereThePackSaysSo() {
        under(new PackFixture().param("limit.expert", "1000", "yuan").param("review.expertsFirst", "true", "boolean"));
        Proposal proposal = accepted();
        assertEquals(State.EXPERT_REVIEW, state(proposal).state());
        assertEquals("review.refuse.expertsFirst", key(proposal, () -> reviews(finance).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()))));
        reviews(lead).ask(proposal.id(), "330500-HEALTH", null, "涉及健康数据");
        assertEquals(List.of(), new TodoDesk(finance).items(), "nobody is asked to do what is refused");
        world.workdays(8);
        reviews(lead).enterExperts(proposal.id(), Overall.AGREE_WITH_CHANGES, null, "压缩硬件");
        assertEquals(State.COUNTERSIGN, state(proposal).state());
        assertEquals(world.pack().calendar().plusWorkdays(world.today(), 5), body(proposal, "FIN").due(), "the bodies' time begins when the experts are done");
        assertEquals(1, new TodoDesk(finance).items().size());
        assertEquals(body(proposal, "FIN").due(), body(proposal, "330500-HEALTH").due(), "and so does that of a unit that was asked meanwhile");
    }

    @Test
    void urgentProjectsAreQuickAndGoWithoutExperts() {
        under(new PackFixture().param("limit.expert", "1000", "yuan").param("days.countersignUrgent", "2", "workdays"));
        Proposal proposal = world.submit(applicant, FormFixture.form());
        reviews(lead).accept(proposal.id(), Batch.URGENT);
        assertEquals(world.pack().calendar().plusWorkdays(world.today(), 2), body(proposal, "FIN").due());
        sign(proposal, "DATA", "DRC", "FIN", "CAC", "PSB", "CRYPTO");
        assertEquals(State.READY_FOR_MEETING, state(proposal).state());
    }

    @Test
    void classesOfThePackAskForExpertsAndForTheMeeting() {
        under(new PackFixture().param("limit.small", "5000000", "yuan").list("route.meetingClasses", "APP").list("route.expertClasses", "AI"));
        ProposalForm form = FormFixture.form();
        assertEquals("APP", form.text(ProposalField.PROJECT_CLASS));
        Proposal proposal = collected();
        assertEquals(State.READY_FOR_MEETING, state(proposal).state());
        var ai = org.lianshen.model.review.Route.of(form.with(ProposalField.PROJECT_CLASS, "AI"), Batch.ANNUAL, world.pack());
        assertTrue(ai.experts() && ai.simple());
    }

    @Test
    void theLetterIsIssuedOnceAndNotBeforeTheDecision() {
        under(new PackFixture().param("limit.small", "5000000", "yuan").param("days.opinionLetter", "3", "workdays"));
        Proposal proposal = collected();
        assertEquals(List.of(), letters(proposal), "nothing is decided");
        reviews(lead).conclude(proposal.id(), DecisionKind.APPROVED, state(proposal).applied(), List.of(), List.of(), "");
        assertEquals(List.of("review.open.letter"), state(proposal).open().stream().map(item -> item.what().key()).toList());
        assertEquals("paper.sign.noNumber", key(proposal, () -> issue(proposal, " ", world.today())));
        assertEquals("review.refuse.documentDate", key(proposal, () -> issue(proposal, "湖联审〔2026〕1号", world.today().minusDays(1))));
        assertThrows(PermissionDenied.class, () -> new DocumentDesk(world.desk(World.person("drc", "DRC", "市发展改革委", Role.RECEIVER)), List.of(), List.of()).sign(letters(proposal).getFirst(), "湖联审〔2026〕1号", world.today()));
        issue(proposal, "湖联审〔2026〕1号", world.today());
        assertTrue(state(proposal).open().isEmpty());
        assertEquals("paper.sign.same", key(proposal, () -> issue(proposal, "湖联审〔2026〕2号", world.today())));
    }

    private List<PaperKey> letters(Proposal proposal) {
        return new DocumentDesk(lead, List.of(), List.of()).papers(proposal.id()).stream().map(listed -> listed.key()).filter(key -> key.kind() == PaperKind.OPINION).toList();
    }

    private void issue(Proposal proposal, String number, LocalDate day) {
        new DocumentDesk(lead, List.of(), List.of()).sign(letters(proposal).getLast(), number, day);
    }

    @Test
    void theTimeForTheLetterBeginsWhenTheConditionsAreVerified() {
        under(new PackFixture().param("limit.small", "5000000", "yuan").param("days.opinionLetter", "3", "workdays"));
        Proposal proposal = collected();
        reviews(lead).conclude(proposal.id(), DecisionKind.CONDITIONAL, state(proposal).applied(), List.of(), List.of(new Condition(1, "补充密码应用方案", "市教育局", world.today().plusDays(30))), "");
        world.workdays(10);
        reviews(lead).verify(proposal.id(), 1, true, "方案已补");
        assertEquals("review.open.letter", state(proposal).open().getFirst().what().key());
        assertEquals(world.pack().calendar().plusWorkdays(world.today(), 3), state(proposal).dueDate());
    }

    @Test
    void aReminderLeavesAMarkAndSaysWhoSawIt() {
        Proposal proposal = accepted();
        reviews(finance).look(proposal.id());
        reviews(lead).remind(proposal.id(), "FIN", "请尽快反馈");
        assertEquals("todo.hint.REMINDED", new TodoDesk(finance).items().getFirst().hint().key());
        Held before = held(proposal, "FIN");
        assertEquals("请尽快反馈", before.reminders().getFirst().words());
        assertEquals("data的姓名", before.reminders().getFirst().by());
        assertEquals(List.of(), before.reminders().getFirst().seen(), "an earlier look is no sight of the reminder");
        world.minutes(30);
        reviews(finance).look(proposal.id());
        world.minutes(30);
        reviews(finance).look(proposal.id());
        assertEquals(List.of("fin"), held(proposal, "FIN").reminders().getFirst().seen().stream().map(sight -> sight.person()).toList());
        assertEquals(world.clock().instant().minusSeconds(1800), held(proposal, "FIN").reminders().getFirst().seen().getFirst().at(), "the first time counts");
        sign(proposal, "FIN");
        assertEquals("review.refuse.notWaitedFor", key(proposal, () -> reviews(lead).remind(proposal.id(), "FIN", "再催")));
    }

    @Test
    void severalAreRemindedAtOnceOrNobodyIs() {
        Proposal first = accepted();
        Proposal second = accepted();
        sign(second, "FIN");
        var both = List.of(new Owing(first.id(), "FIN"), new Owing(second.id(), "FIN"));
        assertEquals("review.refuse.notWaitedFor", assertThrows(UserProblem.class, () -> reviews(lead).remind(both, "请反馈")).messages().getFirst().key());
        assertEquals(List.of(), held(first, "FIN").reminders(), "nothing is stored where one of them is refused");
        reviews(lead).remind(List.of(new Owing(first.id(), "FIN"), new Owing(second.id(), "PSB")), "请反馈");
        assertEquals("请反馈", held(first, "FIN").reminders().getFirst().words());
        assertEquals("请反馈", held(second, "PSB").reminders().getFirst().words());
        assertThrows(PermissionDenied.class, () -> reviews(finance).remind(both, ""));
    }

    @Test
    void aConclusionCutsOnTheLinesThatItNames() {
        under(new PackFixture().param("limit.small", "5000000", "yuan"));
        Proposal proposal = collected();
        Money less = state(proposal).applied().minus(Money.ofWan(5));
        assertEquals("review.refuse.lineSum", key(proposal, () -> reviews(lead).conclude(proposal.id(), DecisionKind.APPROVED, less, List.of(), List.of(), "")));
        Money line = proposal.form().estimate().getFirst().amount().minus(Money.ofWan(5));
        reviews(lead).conclude(proposal.id(), DecisionKind.APPROVED, less, List.of(new LineApproval(1, line, "单价偏高")), List.of(), "");
        assertEquals(less, state(proposal).approved());
        assertEquals(List.of(new LineApproval(1, line, "单价偏高")), state(proposal).decision().lines());
    }

    @Test
    void whatWasSuggestedForRejectionAndPutOffCanBeAcceptedAfterAll() {
        Proposal proposal = world.submit(applicant, FormFixture.form());
        reviews(lead).suggestRejection(proposal.id(), "与在建项目重复");
        var meetings = new MeetingDesk(world.oneself());
        Meeting meeting = meetings.prepare(world.today(), "14:30", "");
        var seats = meeting.attendance().stream().map(seat -> new Attendance(seat.body(), seat.unit(), seat.body() + "代表", "", Presence.PRESENT)).toList();
        var items = meeting.agenda().stream().map(item -> new AgendaItem(item.proposal(), "", "", Map.of(), DecisionKind.DEFERRED, null, List.of(), List.of(), null, null)).toList();
        meetings.save(new Meeting(meeting.id(), meeting.no(), meeting.title(), meeting.date(), meeting.time(), meeting.place(), "李副市长", meeting.recorder(), seats, items, "", null,
                meeting.rowVersion()));
        meetings.close(meeting.id());
        assertEquals(State.DEFERRED, state(proposal).state());
        reviews(lead).accept(proposal.id());
        assertEquals(State.COUNTERSIGN, state(proposal).state());
        assertNull(state(proposal).decision(), "what was put off is decided anew");
    }

    @Test
    void readingWhatIsNewWritesNothingAndWhatCameMeanwhileStaysNew() {
        Proposal proposal = accepted();
        int before = world.store().read(tx -> tx.audit().from(1, 1000)).size();
        int shown = reviews(finance).get(proposal.id()).acts().size();
        reviews(finance).news(proposal.id());
        assertEquals(before, world.store().read(tx -> tx.audit().from(1, 1000)).size());
        reviews(police).sign(proposal.id(), "PSB", world.opinion("PSB", 1, Overall.AGREE, List.of()));
        reviews(finance).seen(proposal.id(), shown, 1);
        assertEquals(List.of("PSB"), reviews(finance).news(proposal.id()).acts().stream().map(ReviewAct::body).toList());
    }

    private Held held(Proposal proposal, String who) {
        return reviews(lead).held().stream().filter(each -> each.proposal().equals(proposal.id()) && each.who().equals(who)).findFirst().orElseThrow();
    }

    @Test
    void theBoardWarnsAtSeventyPerCentAndIsOverAfterTheLimit() {
        Proposal proposal = accepted();
        assertEquals(Level.IN_TIME, held(proposal, "FIN").limit().level());
        world.workdays(3);
        assertEquals(Level.IN_TIME, held(proposal, "FIN").limit().level(), "three of five working days are sixty per cent");
        world.workdays(1);
        assertEquals(Level.WARNING, held(proposal, "FIN").limit().level());
        assertEquals(1, held(proposal, "FIN").limit().left());
        world.workdays(1);
        assertEquals(Level.WARNING, held(proposal, "FIN").limit().level(), "the last day is in time");
        world.workdays(2);
        assertEquals(Level.OVER, held(proposal, "FIN").limit().level());
        assertEquals(-2, held(proposal, "FIN").limit().left());
        assertEquals(1, new TodoDesk(lead).items().stream().filter(item -> item.kind() == org.lianshen.service.TodoService.Kind.CHASE).count(), "escalated to the lead body");
    }

    @Test
    void theClockStandsWhileReturned() {
        Proposal proposal = world.submit(applicant, FormFixture.form());
        world.workdays(2);
        reviews(lead).sendBack(proposal.id(), new ActDetail.Return(List.of(new ReturnItem(1, "BUDGET", "缺等保测评", "补", ""))));
        reviews(lead).remind(proposal.id(), "unit", "");
        world.workdays(4);
        ReviewState returned = state(proposal);
        assertEquals(2, returned.steps().clock().running());
        assertEquals(4, returned.steps().clock().stopped());
        var proposals = new ProposalDesk(applicant, null);
        Proposal stored = proposals.get(proposal.id());
        ProposalForm corrected = stored.draft().with(ProposalField.PROJECT_NAME, "智慧教育（修订）");
        Proposal saved = proposals.save(new Proposal(stored.id(), stored.reviewNo(), corrected, stored.explanations(), stored.createdBy(), stored.editedAt(), stored.editedBy(),
                stored.versions(), stored.rowVersion()));
        reviews(finance).look(proposal.id());
        proposals.submit(saved.id(), World.reasons(applicant, corrected), Map.of(1, "已补"));
        world.workdays(1);
        assertEquals(3, state(proposal).steps().clock().running());
        assertEquals(4, state(proposal).steps().clock().stopped());
        News news = reviews(finance).look(proposal.id());
        assertEquals(1, news.version());
        assertEquals(List.of("智慧教育（修订）"), news.differences().stream().map(difference -> difference.after()).toList());
        assertEquals(List.of("Resubmission"), news.acts().stream().map(act -> act.detail().getClass().getSimpleName()).toList());
        assertTrue(reviews(finance).look(proposal.id()).nothing());
    }

    @Test
    void whatOneDidOneselfIsNoNews() {
        Proposal proposal = accepted();
        assertNull(reviews(finance).look(proposal.id()).since());
        reviews(finance).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()));
        assertTrue(reviews(finance).look(proposal.id()).nothing());
        reviews(police).sign(proposal.id(), "PSB", world.opinion("PSB", 1, Overall.AGREE, List.of()));
        News news = reviews(finance).look(proposal.id());
        assertEquals(List.of("PSB"), news.acts().stream().map(act -> act.body()).toList());
        assertFalse(news.nothing());
    }

    @Test
    void aLookIsStoredOnceForWhatIsThere() {
        Proposal proposal = accepted();
        reviews(finance).look(proposal.id());
        int records = world.store().read(tx -> tx.audit().from(1, 1000)).size();
        reviews(finance).look(proposal.id());
        assertEquals(records, world.store().read(tx -> tx.audit().from(1, 1000)).size());
    }
}
