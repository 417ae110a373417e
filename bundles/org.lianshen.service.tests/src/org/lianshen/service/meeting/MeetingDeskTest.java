package org.lianshen.service.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Role;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.AgendaItem.Vote;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.MeetingService.Candidate;
import org.lianshen.service.MeetingService.FollowUp;
import org.lianshen.service.MeetingService.Item;
import org.lianshen.service.MeetingService.Leaver;
import org.lianshen.service.MeetingService.Status;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.proposal.ProposalDesk;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.session.Desk;

class MeetingDeskTest {

    private static final Money HUNDRED = Money.ofWan(100);

    private final World world = new World();
    private final Desk me = world.oneself();
    private final MeetingDesk meetings = new MeetingDesk(me);
    private final ReviewDesk reviews = new ReviewDesk(me, null, null);

    @BeforeEach
    void workThatRunsTwiceDoesTheSame() {
        world.store().runEverythingTwice();
    }

    @Test
    void theAgendaIsWhatIsReadyOnceAndTheBodiesAreInvited() {
        Proposal ready = world.ready(me, FormFixture.form());
        world.submit(me, FormFixture.form("另一平台", "市教育局"));
        Meeting meeting = meetings.prepare(world.today(), "14:30", "一号会议室");
        assertEquals("2026-01", meeting.no());
        assertEquals("湖州市政务信息化项目联审联席会议（第1次）", meeting.title());
        assertEquals(List.of(ready.id()), meeting.agenda().stream().map(AgendaItem::proposal).toList());
        assertEquals(6, meeting.attendance().size());
        assertTrue(meetings.prepare(world.today(), "15:30", "").agenda().isEmpty(), "it is on the first meeting's agenda");
        assertEquals(meeting, meetings.byNo("2026-01"));
    }

    @Test
    void whoIsTurnedDownIsToldWhyAlsoWhereTheRoomWroteNothing() {
        Proposal opposed = world.submit(me, FormFixture.form());
        reviews.accept(opposed.id());
        world.pack().bodies().forEach(body -> reviews.sign(opposed.id(), body.code(),
                "DATA".equals(body.code()) ? world.opinion("DATA", 1, Overall.DISAGREE, List.of(), "D5") : world.opinion(body.code(), 1, Overall.AGREE, List.of())));
        String problem = reviews.get(opposed.id()).state().opinion("DATA").orElseThrow().answers().stream().map(CheckAnswer::problem).filter(words -> !words.isBlank()).findFirst().orElseThrow();
        Meeting closed = meetings.close(held(item -> decided(item, DecisionKind.REJECTED, null, List.of(), List.of())).id());
        assertEquals("市数据局：" + problem, state(opposed).decision().remark());
        assertEquals("市数据局：" + problem, closed.agenda().getFirst().discussion(), "the minutes say it too");
    }

    @Test
    void closingTurnsDecisionsIntoActsAllAtOnce() {
        Proposal approved = world.ready(me, FormFixture.form());
        Proposal conditional = world.ready(me, FormFixture.form("安防平台", "市教育局"));
        Proposal rejected = world.ready(me, FormFixture.form("重复平台", "市教育局"));
        Meeting meeting = held(item -> {
            if (item.proposal().equals(approved.id())) {
                return decided(item, DecisionKind.APPROVED, Money.ofWan(95), List.of(new LineApproval(1, Money.ofWan(85), "单价偏高")), List.of());
            }
            return item.proposal().equals(conditional.id())
                    ? decided(item, DecisionKind.CONDITIONAL, HUNDRED, List.of(), List.of(new Condition(1, "补充共享清单", "市教育局", world.today().plusDays(20))))
                    : decided(item, DecisionKind.REJECTED, null, List.of(), List.of());
        });
        assertEquals(List.of(), meetings.obstacles(meeting));
        Meeting closed = meetings.close(meeting.id());
        assertTrue(closed.closed());
        ReviewState first = state(approved);
        assertEquals(State.APPROVED, first.state());
        assertEquals(Money.ofWan(95), first.approved());
        assertEquals(world.today().plusMonths(24), first.validUntil());
        assertEquals("huzhou@2026.1", first.decision().packVersion());
        assertEquals(State.CONDITIONAL, state(conditional).state());
        assertEquals(State.REJECTED, state(rejected).state());
        assertEquals(State.APPROVED, reviews.verify(conditional.id(), 1, true, "清单已补").state().state());
        assertEquals("meeting.closed", keyOf(() -> meetings.save(closed)));
        assertEquals(List.of("meeting.closed"), meetings.obstacles(closed).stream().map(Message::key).toList());
    }

    @Test
    void oneWrongItemKeepsTheWholeMeetingOpen() {
        Proposal good = world.ready(me, FormFixture.form());
        Proposal bad = world.ready(me, FormFixture.form("安防平台", "市教育局"));
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, item.proposal().equals(bad.id()) ? Money.ofWan(101) : HUNDRED, List.of(), List.of()));
        assertEquals(List.of("review.refuse.aboveApplied"), reasons(meetings.obstacles(meeting)));
        assertThrows(UserProblem.class, () -> meetings.close(meeting.id()));
        assertEquals(State.READY_FOR_MEETING, state(good).state());
        assertEquals(State.READY_FOR_MEETING, state(bad).state());
    }

    @Test
    void quorumChairDateAndNamesAreAskedFor() {
        world.ready(me, FormFixture.form());
        Meeting prepared = meetings.prepare(world.today().plusDays(1), "14:30", "");
        Set<String> keys = Set.copyOf(meetings.obstacles(prepared).stream().map(Message::key).toList());
        assertTrue(keys.containsAll(Set.of("meeting.noChair", "meeting.notHeld", "meeting.expected", "meeting.noQuorum", "meeting.item")), keys::toString);
        Meeting three = meetings.save(with(prepared, "李副市长", world.today(), attendance(prepared, 3), prepared.agenda()));
        assertTrue(meetings.obstacles(three).contains(Message.of("meeting.noQuorum", 6, 4, 3)));
        Meeting four = meetings.save(with(three, "李副市长", world.today(), attendance(prepared, 4), prepared.agenda()));
        assertEquals(List.of("review.refuse.noKind"), reasons(meetings.obstacles(four)));
    }

    @Test
    void aVetoNeedsTheChairsWrittenReason() {
        Proposal proposal = submitted();
        reviews.accept(proposal.id());
        world.pack().bodies().forEach(body -> reviews.sign(proposal.id(), body.code(), body.code().equals("DATA")
                ? world.opinion("DATA", 1, Overall.DISAGREE, List.of(), "D5") : world.opinion(body.code(), 1, Overall.AGREE, List.of())));
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()));
        assertEquals(List.of("review.refuse.veto"), reasons(meetings.obstacles(meeting)));
        Meeting overruled = meetings.save(with(meeting, meeting.chair(), meeting.date(), meeting.attendance(), meeting.agenda().stream()
                .map(item -> new AgendaItem(item.proposal(), "", "", item.votes(), item.kind(), item.approved(), item.lines(), item.conditions(), null, "应急需要"))
                .toList()));
        meetings.close(overruled.id());
        assertEquals("应急需要", state(proposal).decision().overrule());
    }

    @Test
    void aSilentBodyMustAttend() {
        Proposal proposal = submitted();
        reviews.accept(proposal.id());
        world.pack().bodies().stream().skip(1).forEach(body -> reviews.sign(proposal.id(), body.code(), world.opinion(body.code(), 1, Overall.AGREE, List.of())));
        world.workdays(6);
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()));
        assertEquals(List.of(), meetings.obstacles(meeting), "市数据局 is there");
        var without = meeting.attendance().stream().map(row -> "DATA".equals(row.body()) ? new Attendance(row.body(), row.unit(), "", "", Presence.LEAVE) : row).toList();
        assertEquals(List.of("meeting.silent"), reasons(meetings.obstacles(with(meeting, meeting.chair(), meeting.date(), without, meeting.agenda()))));
    }

    @Test
    void votesNeedRightCompletenessAndMajority() {
        world.ready(me, FormFixture.form());
        assertEquals(List.of("meeting.voteMissing"), reasonsWith(votes(Vote.FOR, "DATA", "DRC", "FIN", "CAC", "PSB")));
        assertEquals(List.of(), reasonsWith(votes(Vote.FOR, "DATA", "DRC", "FIN", "CAC", "PSB", "CRYPTO")));
        Map<String, Vote> split = votes(Vote.FOR, "DATA", "DRC", "FIN");
        split.putAll(votes(Vote.AGAINST, "CAC", "PSB", "CRYPTO"));
        assertEquals(List.of("meeting.noMajority"), reasonsWith(split));
        split.put("PSB", Vote.ABSTAIN);
        assertEquals(List.of(), reasonsWith(split));
    }

    @Test
    void theApplicantBodyNeitherVotesNorPresides() {
        world.ready(me, FormFixture.form("数据底座", "市数据局"), "DATA");
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()));
        Meeting ownChair = with(meeting, "DATA代表", meeting.date(), meeting.attendance(), meeting.agenda());
        assertEquals(List.of("meeting.noDeputy", "meeting.notLeft"), reasons(meetings.obstacles(ownChair)));
        assertEquals(List.of("meeting.noDeputy", "meeting.notLeft"), reasons(meetings.obstacles(ownChair.withChair("DATA代表", "不在场的人"))));
        Meeting passed = meetings.save(ownChair.withChair("DATA代表", "FIN代表"));
        UUID project = passed.agenda().getFirst().proposal();
        assertEquals(List.of("meeting.notLeft"), reasons(meetings.obstacles(passed)));
        meetings.leave(passed.id(), project, "DATA代表", "");
        assertEquals(List.of(), meetings.obstacles(passed));
        var voted = passed.agenda().stream().map(item -> new AgendaItem(item.proposal(), "", "", votes(Vote.FOR, "DATA", "DRC", "FIN", "CAC", "PSB", "CRYPTO"), item.kind(),
                item.approved(), item.lines(), item.conditions(), null, null)).toList();
        assertEquals(List.of("meeting.recusedVote"), reasons(meetings.obstacles(passed.withAgenda(voted))));
        meetings.close(passed.id());
        assertEquals("FIN代表", reviews.get(project).state().decisionAt().signedBy());
    }

    @Test
    void aChairOnLeavePassesToTheDeputy() {
        world.ready(me, FormFixture.form());
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()));
        var rows = meeting.attendance().stream().map(row -> "DATA".equals(row.body()) ? new Attendance("DATA", row.unit(), row.person(), "", Presence.LEAVE) : row).toList();
        Meeting onLeave = meeting.withAttendance(rows).withChair("DATA代表", null);
        assertEquals(List.of("meeting.noDeputy"), reasons(meetings.obstacles(onLeave)));
        var stands = meeting.attendance().stream().map(row -> "DATA".equals(row.body()) ? new Attendance("DATA", row.unit(), "小数", "", Presence.SUBSTITUTE, "DATA代表") : row).toList();
        assertEquals(List.of("meeting.noDeputy"), reasons(meetings.obstacles(onLeave.withAttendance(stands))));
        Meeting passed = meetings.save(onLeave.withChair("DATA代表", "FIN代表"));
        assertEquals(List.of(), meetings.obstacles(passed));
        meetings.close(passed.id());
        assertEquals("FIN代表", reviews.get(passed.agenda().getFirst().proposal()).state().decisionAt().signedBy());
    }

    @Test
    void enoughOfThoseWhoMayDecideAreInTheRoomForEachItem() {
        Proposal own = world.ready(me, FormFixture.form("数据底座", "市数据局"), "DATA");
        Proposal other = world.ready(me, FormFixture.form());
        Meeting four = held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()));
        four = meetings.save(four.withAttendance(attendance(four, 4)));
        meetings.leave(four.id(), own.id(), "DATA代表", "");
        assertEquals(List.of(Message.of("meeting.noQuorumHere", 5, 4, 3)), against(four, own), "the applicant is not counted, and three of the five others are too few");
        assertEquals(List.of(), against(four, other));
        meetings.leave(four.id(), other.id(), "FIN代表", "亲属参与建设");
        assertEquals(List.of(Message.of("meeting.noQuorumHere", 6, 4, 3)), against(four, other), "who steps back of his own is missing");
        Meeting five = four.withAttendance(attendance(four, 5));
        assertEquals(List.of(), against(five, own));
        assertEquals(List.of(), against(five, other));
        assertEquals("meeting.noQuorumHere", against(five, other, item -> item.voted("DRC", Vote.RECUSED)).getFirst().key());
    }

    private List<Message> against(Meeting meeting, Proposal proposal, UnaryOperator<AgendaItem> change) {
        return item(meeting.withItem(change.apply(meeting.item(proposal.id()).orElseThrow())), proposal).against();
    }

    private List<Message> against(Meeting meeting, Proposal proposal) {
        return item(meeting, proposal).against();
    }

    @Test
    void onePersonSpeaksForOneBodyAndOnlyBodiesVote() {
        Proposal proposal = world.ready(me, FormFixture.form());
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()));
        var rows = meeting.attendance().stream().map(row -> "DRC".equals(row.body()) ? new Attendance("DRC", row.unit(), "FIN代表", "", Presence.SUBSTITUTE, "DRC代表") : row).toList();
        assertEquals(List.of("meeting.severalBodies"), reasons(meetings.obstacles(meeting.withAttendance(rows))));
        Meeting saved = meetings.save(meeting.withAttendance(rows));
        assertThrows(UserProblem.class, () -> meetings.close(saved.id()));
        Map<String, Vote> outvoted = votes(Vote.AGAINST, "DATA", "DRC", "FIN", "CAC");
        outvoted.putAll(votes(Vote.FOR, "PSB", "CRYPTO", "A", "B", "C"));
        assertTrue(reasonsWith(outvoted).containsAll(List.of("meeting.voteWithoutRight", "meeting.severalBodies")));
        assertEquals(State.READY_FOR_MEETING, state(proposal).state());
    }

    @Test
    void whatTheBodiesAskedForDoesNotFallThrough() {
        Proposal proposal = submitted();
        reviews.accept(proposal.id());
        world.pack().bodies().forEach(body -> reviews.sign(proposal.id(), body.code(), body.code().equals("PSB")
                ? conditions(world.opinion("PSB", 1, Overall.AGREE_WITH_CHANGES, List.of()), "补充等保备案") : world.opinion(body.code(), 1, Overall.AGREE, List.of())));
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()));
        assertEquals(List.of(Message.of("meeting.conditionsDropped", List.of("补充等保备案"))), against(meeting, proposal));
        assertEquals(List.of(), against(meeting, proposal, item -> item.discussed("等保备案已在会前补齐")));
        assertEquals(List.of("meeting.conditionDue"), against(meeting, proposal, item -> decided(item, DecisionKind.CONDITIONAL, HUNDRED, List.of(),
                List.of(new Condition(1, "补充等保备案", "市教育局", meeting.date().minusDays(1))))).stream().map(Message::key).toList());
        assertThrows(UserProblem.class, () -> meetings.close(meeting.id()));
        assertEquals(State.READY_FOR_MEETING, state(proposal).state());
    }

    @Test
    void aProjectIsMergedOnlyIntoOneThatCanTakeItOver() {
        Proposal target = world.ready(me, FormFixture.form("统一平台", "市教育局"));
        Proposal merged = world.ready(me, FormFixture.form("子平台", "市教育局"));
        UnaryOperator<AgendaItem> approveTarget = item -> item.proposal().equals(target.id())
                ? decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()) : mergedInto(item, target.id());
        Meeting meeting = held(approveTarget);
        assertEquals(List.of("meeting.mergeState"), reasons(meetings.obstacles(meeting)));
        Meeting returned = meetings.save(with(meeting, meeting.chair(), meeting.date(), meeting.attendance(), meeting.agenda().stream()
                .map(item -> item.proposal().equals(target.id()) ? new AgendaItem(item.proposal(), "", "并入子平台内容后重新申报", Map.of(), DecisionKind.RETURNED, null, List.of(),
                        List.of(), null, null) : mergedInto(item, target.id())).toList()));
        meetings.close(returned.id());
        assertEquals(State.MERGED, state(merged).state());
        assertEquals(target.id(), state(merged).decision().mergedInto());
        assertEquals(State.RETURNED, state(target).state());
        assertEquals("review.refuse.unanswered", keyOf(() -> new ProposalDesk(me, null).submit(target.id(), World.reasons(me, FormFixture.form()), Map.of())));
    }

    @Test
    void whatWasMergedIsNeitherMergedAgainNorMergedInto() {
        Proposal target = world.submit(me, FormFixture.form("统一平台", "市教育局"));
        Proposal merged = world.ready(me, FormFixture.form("子平台", "市教育局"));
        meetings.close(held(item -> mergedInto(item, target.id())).id());
        assertEquals(State.MERGED, state(merged).state());
        Proposal next = world.ready(me, FormFixture.form("又一个平台", "市教育局"));
        Meeting meeting = held(item -> mergedInto(item, merged.id()));
        assertEquals(List.of("meeting.mergeState"), reasons(meetings.obstacles(meeting)));
        var agenda = new ArrayList<>(meeting.agenda());
        agenda.set(0, mergedInto(AgendaItem.of(merged.id()), target.id()));
        Meeting again = meetings.save(with(meeting, meeting.chair(), meeting.date(), meeting.attendance(), agenda));
        assertEquals("review.refuse.state", ((Message) assertThrows(UserProblem.class, () -> meetings.close(again.id())).messages().getFirst().args().getLast()).key());
        assertEquals(State.READY_FOR_MEETING, state(next).state());
    }

    @Test
    void nothingIsMergedIntoWhatEndedOrIntoItself() {
        Proposal rejected = world.ready(me, FormFixture.form("重复平台", "市教育局"));
        meetings.close(held(item -> decided(item, DecisionKind.REJECTED, null, List.of(), List.of())).id());
        Proposal withdrawn = world.submit(me, FormFixture.form("撤销平台", "市教育局"));
        var proposals = new ProposalDesk(me, null);
        proposals.withdraw(withdrawn.id(), "不再建设");
        Proposal project = world.ready(me, FormFixture.form("子平台", "市教育局"));
        Meeting meeting = held(item -> mergedInto(item, rejected.id()));
        assertEquals(List.of("meeting.mergeState"), reasons(meetings.obstacles(meeting)));
        assertEquals(List.of("meeting.mergeState"), against(meeting, project, item -> mergedInto(item, withdrawn.id())).stream().map(Message::key).toList());
        assertEquals("review.refuse.mergeTarget", against(meeting, project, item -> mergedInto(item, project.id())).getFirst().key());
        assertEquals(List.of("meeting.mergeUnknown"), against(meeting, project, item -> mergedInto(item, new UUID(7, 7))).stream().map(Message::key).toList());
        assertThrows(UserProblem.class, () -> meetings.close(meeting.id()));
        assertEquals(State.READY_FOR_MEETING, state(project).state());
    }

    @Test
    void aDraftThatTookAProjectOverIsNotDeleted() {
        var proposals = new ProposalDesk(me, null);
        Proposal draft = proposals.create(FormFixture.form("统一平台", "市教育局"));
        Proposal merged = world.ready(me, FormFixture.form("子平台", "市教育局"));
        meetings.close(held(item -> mergedInto(item, draft.id())).id());
        UserProblem refused = assertThrows(UserProblem.class, () -> proposals.delete(draft.id()));
        assertEquals(Message.of("form.deleteMerged", "统一平台", List.of(merged.reviewNo())), refused.messages().getFirst());
        assertEquals(draft.id(), proposals.get(draft.id()).id());
    }

    @Test
    void aConditionWithoutADayOrAnOwnerKeepsTheMeetingOpen() {
        Proposal proposal = world.ready(me, FormFixture.form());
        for (Condition condition : List.of(new Condition(1, "补充共享清单", "市教育局", null), new Condition(1, "补充共享清单", " ", world.today().plusDays(9)))) {
            Meeting meeting = meetings.list().isEmpty() ? held(item -> item) : meetings.list().getFirst();
            Meeting decided = meetings.save(with(meeting, meeting.chair(), meeting.date(), meeting.attendance(),
                    meeting.agenda().stream().map(item -> decided(item, DecisionKind.CONDITIONAL, HUNDRED, List.of(), List.of(condition))).toList()));
            assertEquals(List.of("review.refuse.conditionIncomplete"), reasons(meetings.obstacles(decided)));
            assertThrows(UserProblem.class, () -> meetings.close(decided.id()));
            assertEquals(State.READY_FOR_MEETING, state(proposal).state());
        }
    }

    @Test
    void anOpinionTakenBackOrAUnitAskedAfterTheAgendaWasMadeKeepsTheMeetingOpen() {
        Proposal proposal = world.ready(me, FormFixture.form());
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()));
        assertEquals(List.of(), meetings.obstacles(meeting));
        reviews.withdrawOpinion(proposal.id(), "FIN", "重新测算");
        assertEquals("review.refuse.opinionsMissing", reasons(meetings.obstacles(meeting)).getFirst());
        reviews.sign(proposal.id(), "FIN", world.opinion("FIN", 1, org.lianshen.model.review.Overall.AGREE, List.of()));
        reviews.ask(proposal.id(), "330500-HEALTH", null, "涉及健康数据");
        assertEquals("review.refuse.opinionsMissing", reasons(meetings.obstacles(meeting)).getFirst());
        reviews.sign(proposal.id(), "330500-HEALTH", new org.lianshen.model.review.ActDetail.Opinion(1, List.of(), org.lianshen.model.review.Overall.AGREE, List.of(), "", ""));
        reviews.summarise(proposal.id(), "意见齐全");
        assertEquals(List.of(), meetings.obstacles(meeting));
        meetings.close(meeting.id());
        assertEquals(State.APPROVED, state(proposal).state());
    }

    @Test
    void whatIsSuggestedForRejectionIsOnTheAgendaAndCannotBeApproved() {
        Proposal proposal = world.submit(me, FormFixture.form());
        reviews.suggestRejection(proposal.id(), "与市级平台重复");
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()));
        assertEquals(List.of(proposal.id()), meeting.agenda().stream().map(AgendaItem::proposal).toList());
        assertEquals(List.of("review.refuse.preRejected"), reasons(meetings.obstacles(meeting)));
        Meeting rejected = meetings.save(with(meeting, meeting.chair(), meeting.date(), meeting.attendance(),
                meeting.agenda().stream().map(item -> decided(item, DecisionKind.REJECTED, null, List.of(), List.of())).toList()));
        meetings.close(rejected.id());
        assertEquals(State.REJECTED, state(proposal).state());
    }

    @Test
    void aDeferredProjectKeepsItsNumberAndComesBackFirst() {
        Proposal deferred = world.ready(me, FormFixture.form());
        Meeting first = held(item -> decided(item, DecisionKind.DEFERRED, null, List.of(), List.of()));
        meetings.close(first.id());
        assertEquals(State.DEFERRED, state(deferred).state());
        Proposal later = world.ready(me, FormFixture.form("后来的平台", "市教育局"));
        Meeting second = meetings.prepare(world.today(), "9:00", "");
        assertEquals(List.of(deferred.id(), later.id()), second.agenda().stream().map(AgendaItem::proposal).toList());
        assertEquals("2026-02", second.no());
        assertEquals(deferred.reviewNo(), new ProposalDesk(me, null).get(deferred.id()).reviewNo());
    }

    @Test
    void cutsThatTheBodiesProposedNeedNotBeTypedAgain() {
        Proposal proposal = submitted();
        reviews.accept(proposal.id());
        world.pack().bodies().forEach(body -> reviews.sign(proposal.id(), body.code(), body.code().equals("FIN")
                ? world.opinion("FIN", 1, Overall.AGREE_WITH_CHANGES, List.of(new Cut(1, Money.ofWan(5), "单价偏高")))
                : world.opinion(body.code(), 1, Overall.AGREE, List.of())));
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, Money.ofWan(95), List.of(), List.of()));
        meetings.close(meeting.id());
        assertEquals(List.of(new LineApproval(1, Money.ofWan(85), "单价偏高")), state(proposal).decision().lines());
        assertEquals(Money.ofWan(95), state(proposal).approved());
    }

    @Test
    void aCutNobodyProposedMustBePutOnLines() {
        world.ready(me, FormFixture.form());
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, Money.ofWan(95), List.of(), List.of()));
        assertEquals(List.of("review.refuse.lineSum"), reasons(meetings.obstacles(meeting)));
    }

    @Test
    void theSecretaryWritesDownWhatTheRoomDecidedInTheNameOfTheChair() {
        Proposal project = world.ready(me, FormFixture.form());
        Meeting meeting = held(item -> decided(item, DecisionKind.REJECTED, null, List.of(), List.of()));
        var clerk = new MeetingDesk(world.desk(World.person("clerk", "FIN", null, Role.BODY_CLERK)));
        assertThrows(PermissionDenied.class, () -> clerk.save(meeting));
        assertThrows(PermissionDenied.class, () -> clerk.close(meeting.id()));
        new MeetingDesk(world.desk(World.person("sec", "DATA", null, Role.SECRETARY))).close(meeting.id());
        assertEquals(meeting.chair(), state(project).decisionAt().signedBy());
        assertEquals("sec", state(project).decisionAt().recordedBy());
    }

    @Test
    void whoIsRecusedLeavesAndComesBackEachAtItsTime() {
        Proposal own = world.ready(me, FormFixture.form("数据底座", "市数据局"), "DATA");
        Proposal other = world.ready(me, FormFixture.form());
        Meeting meeting = held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()));
        assertEquals(List.of(true, false), meetings.standing(meeting).items().stream().map(Item::held).toList());
        assertEquals(List.of("DATA代表"), item(meeting, own).leavers().stream().map(Leaver::person).toList());
        meetings.leave(meeting.id(), own.id(), "DATA代表", "");
        Item hidden = item(meeting, own);
        assertEquals(List.of(false, true), List.of(hidden.held(), hidden.leavers().getFirst().outside()));
        assertEquals("meeting.leftAlready", keyOf(() -> meetings.leave(meeting.id(), own.id(), "DATA代表", "")));
        world.minutes(12);
        meetings.comeBack(meeting.id(), own.id(), "DATA代表");
        var absence = item(meeting, own).absences().getFirst();
        assertEquals(world.clock().instant(), absence.back());
        assertEquals(world.clock().instant().minusSeconds(720), absence.left());
        assertEquals("meeting.notOutside", keyOf(() -> meetings.comeBack(meeting.id(), own.id(), "DATA代表")));
        assertEquals("meeting.leaveReason", keyOf(() -> meetings.leave(meeting.id(), other.id(), "FIN代表", " ")));
        assertEquals("meeting.notThere", keyOf(() -> meetings.leave(meeting.id(), other.id(), "某人", "亲属")));
        meetings.leave(meeting.id(), other.id(), "FIN代表", "亲属参与建设");
        assertEquals(List.of(), reasons(meetings.obstacles(meeting)));
        assertEquals("meeting.awayVote", reasons(meetings.obstacles(meeting.withItem(meeting.item(other.id()).orElseThrow().voted("FIN", Vote.FOR).voted("DATA", Vote.FOR)
                .voted("DRC", Vote.FOR).voted("CAC", Vote.FOR).voted("PSB", Vote.FOR).voted("CRYPTO", Vote.FOR)))).getFirst());
        meetings.close(meeting.id());
        assertEquals("meeting.closed", keyOf(() -> meetings.leave(meeting.id(), other.id(), "FIN代表", "")));
    }

    @Test
    void aUnitAskedBesidesThatStaysSilentComesAsAGuestOrIsNoted() {
        Proposal proposal = submitted();
        reviews.accept(proposal.id());
        reviews.ask(proposal.id(), "330500-HEALTH", null, "涉及健康数据");
        world.pack().bodies().forEach(body -> reviews.sign(proposal.id(), body.code(), world.opinion(body.code(), 1, Overall.AGREE, List.of())));
        world.workdays(6);
        Meeting prepared = meetings.prepare(world.today(), "14:30", "");
        assertEquals("330500-HEALTH", prepared.attendance().getLast().body(), "it is expected");
        var seats = prepared.attendance().stream().map(row -> new Attendance(row.body(), row.unit(), row.body() + "代表", "",
                row.body().equals("330500-HEALTH") ? Presence.LEAVE : Presence.PRESENT)).toList();
        Meeting meeting = meetings.save(with(prepared, "李副市长", world.today(), seats, prepared.agenda().stream()
                .map(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of())).toList()));
        assertEquals(List.of("meeting.silentUnit"), reasons(meetings.obstacles(meeting)));
        var guests = seats.stream().map(row -> row.place() == Presence.LEAVE ? new Attendance(row.body(), row.unit(), "孙主任", "", Presence.GUEST) : row).toList();
        assertEquals(List.of(), meetings.obstacles(meeting.withAttendance(guests)));
        assertEquals(DecisionKind.APPROVED, item(meeting.withAttendance(guests), proposal).proposed().kind());
        Meeting noted = meetings.save(meeting.withItem(meeting.item(proposal.id()).orElseThrow().noted("330500-HEALTH", "逾期未反馈，会后补送")));
        assertEquals(List.of(), meetings.obstacles(noted));
        meetings.close(noted.id());
        assertEquals(State.APPROVED, state(proposal).state());
    }

    @Test
    void whoCameLastTimeIsExpectedAgainAndNobodyCountsBeforeSomebodySawThem() {
        world.ready(me, FormFixture.form());
        Meeting first = held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of()));
        meetings.close(first.id());
        world.ready(me, FormFixture.form("另一平台", "市教育局"));
        Meeting second = meetings.prepare(world.today(), "14:30", "");
        assertEquals("李副市长", second.chair());
        assertEquals(List.of("DATA代表", "DRC代表", "FIN代表", "CAC代表", "PSB代表", "CRYPTO代表"), second.attendance().stream().map(Attendance::person).sorted(
                java.util.Comparator.comparing(name -> world.pack().bodies().stream().map(body -> body.code() + "代表").toList().indexOf(name))).toList());
        assertTrue(second.attendance().stream().allMatch(row -> row.place() == Presence.EXPECTED));
        assertEquals(0, meetings.standing(second).quorum().there().size());
        assertEquals(List.of("FIN代表"), meetings.names().get("FIN"));
        var substitute = second.attendance().stream().map(row -> "FIN".equals(row.body()) ? new Attendance("FIN", row.unit(), "小钱", "", Presence.SUBSTITUTE, "FIN代表") : row).toList();
        Meeting saved = meetings.save(second.withAttendance(substitute));
        assertEquals(1, meetings.standing(saved).quorum().there().size());
        assertEquals(List.of("FIN代表", "小钱"), meetings.names().get("FIN"));
        var nobody = substitute.stream().map(row -> row.place() == Presence.SUBSTITUTE ? new Attendance("FIN", row.unit(), "小钱", "", Presence.SUBSTITUTE, null) : row).toList();
        assertTrue(reasons(meetings.obstacles(saved.withAttendance(nobody))).contains("meeting.standsForNobody"));
    }

    @Test
    void whatTheOpinionsAmountToIsProposed() {
        Proposal consent = world.ready(me, FormFixture.form());
        Proposal conditional = submitted();
        reviews.accept(conditional.id());
        world.pack().bodies().forEach(body -> reviews.sign(conditional.id(), body.code(), switch (body.code()) {
            case "FIN" -> world.opinion("FIN", 1, Overall.AGREE_WITH_CHANGES, List.of(new Cut(1, Money.ofWan(5), "单价偏高")));
            case "PSB" -> conditions(world.opinion("PSB", 1, Overall.AGREE_WITH_CHANGES, List.of()), "1. 补充等保备案\n2、补充密评方案");
            default -> world.opinion(body.code(), 1, Overall.AGREE, List.of());
        }));
        Proposal against = submitted();
        reviews.accept(against.id());
        world.pack().bodies().forEach(body -> reviews.sign(against.id(), body.code(), body.code().equals("DATA") ? world.opinion("DATA", 1, Overall.DISAGREE, List.of(), "D5")
                : world.opinion(body.code(), 1, Overall.AGREE, List.of())));
        Meeting meeting = held(item -> item);
        assertEquals(DecisionKind.APPROVED, item(meeting, consent).proposed().kind());
        var proposed = item(meeting, conditional).proposed();
        assertEquals(DecisionKind.CONDITIONAL, proposed.kind());
        assertEquals(Money.ofWan(95), proposed.approved());
        assertEquals(List.of("补充等保备案", "补充密评方案"), proposed.conditions().stream().map(Condition::text).toList());
        assertEquals(world.pack().calendar().plusWorkdays(world.today(), 20), proposed.conditions().getFirst().due());
        assertEquals("meeting.proposed.against", item(meeting, against).proposed().why().key());
        Meeting taken = meetings.save(meeting.withAgenda(meeting.agenda().stream().map(item -> item(meeting, item.proposal()).proposed()).filter(each -> each.kind() != null).count() == 2
                ? meeting.agenda().stream().map(item -> {
                    var each = item(meeting, item.proposal()).proposed();
                    return each.kind() == null ? item.decided(DecisionKind.DEFERRED, null, List.of(), List.of(), null, null)
                            : item.decided(each.kind(), each.approved(), each.lines(), each.conditions(), null, null);
                }).toList() : List.of()));
        assertEquals(List.of(), meetings.obstacles(taken));
        meetings.close(taken.id());
        assertEquals(Money.ofWan(95), state(conditional).approved());
        assertEquals(State.DEFERRED, state(against).state());
    }

    private static org.lianshen.model.review.ActDetail.Opinion conditions(org.lianshen.model.review.ActDetail.Opinion opinion, String text) {
        return new org.lianshen.model.review.ActDetail.Opinion(opinion.versionNo(), opinion.answers(), opinion.overall(), opinion.cuts(), text, "请补充");
    }

    @Test
    void aProjectIsOnOneOpenAgendaOnly() {
        Proposal proposal = world.ready(me, FormFixture.form());
        Meeting first = meetings.prepare(world.today(), "9:00", "");
        Meeting second = meetings.prepare(world.today(), "14:00", "");
        assertEquals(List.of("2026-01"), meetings.candidates(second).stream().map(Candidate::elsewhere).toList());
        assertEquals("meeting.elsewhere", keyOf(() -> meetings.save(second.withAgenda(List.of(AgendaItem.of(proposal.id()))))));
        meetings.save(first.withAgenda(List.of()));
        assertEquals(1, meetings.save(second.withAgenda(List.of(AgendaItem.of(proposal.id())))).agenda().size());
        assertEquals(List.of(), meetings.candidates(meetings.get(second.id())));
    }

    @Test
    void mergeTargetsAreThoseThatCanTakeOver() {
        Proposal target = world.submit(me, FormFixture.form("统一平台", "市教育局"));
        Proposal ready = world.ready(me, FormFixture.form("子平台", "市教育局"));
        Proposal returned = world.ready(me, FormFixture.form("再报平台", "市教育局"));
        Meeting meeting = held(item -> item);
        assertEquals(List.of(target.id()), meetings.mergeTargets(meeting, ready.id()).stream().map(Candidate::proposal).toList());
        Meeting sends = meeting.withItem(meeting.item(returned.id()).orElseThrow().decided(DecisionKind.RETURNED, null, List.of(), List.of(new Condition(1, "并入", "", null)), null, null));
        assertEquals(Set.of(target.id(), returned.id()), Set.copyOf(meetings.mergeTargets(sends, ready.id()).stream().map(Candidate::proposal).toList()));
    }

    @Test
    void whatIsToBeDoneIsFollowedUntilItIsDone() {
        Proposal proposal = world.ready(me, FormFixture.form());
        Meeting meeting = held(item -> decided(item, DecisionKind.CONDITIONAL, HUNDRED, List.of(), List.of(new Condition(1, "补充共享清单", "市教育局", world.today().plusDays(9)))));
        assertEquals("meeting.actionIncomplete", keyOf(() -> meetings.raise(meeting.id(), "统筹云资源", "市数据局", "", null, null)));
        assertEquals("meeting.actionDue", keyOf(() -> meetings.raise(meeting.id(), "统筹云资源", "市数据局", "", world.today().minusDays(1), null)));
        UUID action = meetings.raise(meeting.id(), "统筹云资源", "市数据局", "王五", world.today().plusDays(5), proposal.id());
        meetings.close(meeting.id());
        assertEquals(List.of("统筹云资源", "补充共享清单"), meetings.followUps().stream().map(FollowUp::what).toList());
        world.workdays(5);
        assertEquals(List.of(Status.OVERDUE, Status.OPEN), meetings.followUps().stream().map(FollowUp::status).toList());
        assertEquals("meeting.actionEvidence", keyOf(() -> meetings.finish(meeting.id(), action, " ", null)));
        meetings.finish(meeting.id(), action, "已统筹", null);
        assertEquals("meeting.actionDone", keyOf(() -> meetings.finish(meeting.id(), action, "已统筹", null)));
        assertEquals(Status.DONE, meetings.followUps().getLast().status());
        meetings.reopen(meeting.id(), action, "数量不符");
        assertEquals(Status.OVERDUE, meetings.followUps().getFirst().status());
        reviews.verify(proposal.id(), 1, true, "清单已补");
        FollowUp condition = meetings.followUps().getLast();
        assertEquals(Status.DONE, condition.status());
        assertEquals("清单已补", condition.evidence());
    }

    private Item item(Meeting meeting, Proposal proposal) {
        return item(meeting, proposal.id());
    }

    private Item item(Meeting meeting, UUID proposal) {
        return meetings.standing(meeting).items().stream().filter(each -> each.proposal().equals(proposal)).findFirst().orElseThrow();
    }

    private Proposal submitted() {
        return world.submit(me, FormFixture.form());
    }

    /** A stored meeting of today, everybody there, its items decided. */
    private Meeting held(UnaryOperator<AgendaItem> decision) {
        Meeting meeting = meetings.prepare(world.today(), "14:30", "一号会议室");
        return meetings.save(with(meeting, "李副市长", world.today(), attendance(meeting, 6), meeting.agenda().stream().map(decision).toList()));
    }

    private List<String> reasonsWith(Map<String, Vote> votes) {
        Meeting meeting = meetings.list().isEmpty() ? held(item -> decided(item, DecisionKind.APPROVED, HUNDRED, List.of(), List.of())) : meetings.list().getFirst();
        return reasons(meetings.obstacles(with(meeting, meeting.chair(), meeting.date(), meeting.attendance(), meeting.agenda().stream()
                .map(item -> new AgendaItem(item.proposal(), "", "", votes, item.kind(), item.approved(), item.lines(), item.conditions(), null, null)).toList())));
    }

    private static Map<String, Vote> votes(Vote vote, String... bodies) {
        var votes = new HashMap<String, Vote>();
        for (String body : bodies) {
            votes.put(body, vote);
        }
        return votes;
    }

    private static List<Attendance> attendance(Meeting meeting, int present) {
        var rows = new ArrayList<Attendance>();
        for (Attendance row : meeting.attendance()) {
            rows.add(new Attendance(row.body(), row.unit(), row.body() + "代表", "", rows.size() < present ? Presence.PRESENT : Presence.LEAVE));
        }
        return rows;
    }

    private static AgendaItem decided(AgendaItem item, DecisionKind kind, Money approved, List<LineApproval> lines, List<Condition> conditions) {
        return new AgendaItem(item.proposal(), "", "", item.votes(), kind, approved, lines, conditions, null, null);
    }

    private static AgendaItem mergedInto(AgendaItem item, UUID target) {
        return new AgendaItem(item.proposal(), "", "", item.votes(), DecisionKind.MERGED, null, List.of(), List.of(), target, null);
    }

    private static Meeting with(Meeting m, String chair, LocalDate date, List<Attendance> attendance, List<AgendaItem> agenda) {
        return new Meeting(m.id(), m.no(), m.title(), date, m.time(), m.place(), chair, m.recorder(), attendance, agenda, m.requirements(), m.closedAt(),
                m.rowVersion());
    }

    /** Keys of what stands against items, or of what stands against the meeting itself. */
    private static List<String> reasons(List<Message> obstacles) {
        return obstacles.stream().map(message -> message.key().equals("meeting.item") ? ((Message) message.args().getLast()).key() : message.key()).toList();
    }

    private ReviewState state(Proposal proposal) {
        return reviews.get(proposal.id()).state();
    }

    private static String keyOf(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(UserProblem.class, work).messages().getFirst().key();
    }
}
