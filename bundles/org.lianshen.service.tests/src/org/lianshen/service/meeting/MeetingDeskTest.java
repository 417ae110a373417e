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
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
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
        assertTrue(keys.containsAll(Set.of("meeting.noChair", "meeting.notHeld", "meeting.noPerson", "meeting.noQuorum", "meeting.item")), keys::toString);
        Meeting three = meetings.save(with(prepared, "李副市长", world.today(), attendance(prepared, 3), prepared.agenda()));
        assertTrue(meetings.obstacles(three).contains(Message.of("meeting.noQuorum", 6L, 4L, 3L)));
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
        assertEquals(List.of("meeting.noDeputy"), reasons(meetings.obstacles(ownChair)));
        var deputy = meeting.attendance().stream().map(row -> "FIN".equals(row.body()) ? new Attendance("FIN", row.unit(), row.person(), "副主持人", row.place()) : row).toList();
        Meeting passed = meetings.save(with(ownChair, "DATA代表", meeting.date(), deputy, meeting.agenda()));
        assertEquals(List.of(), meetings.obstacles(passed));
        var voted = passed.agenda().stream().map(item -> new AgendaItem(item.proposal(), "", "", votes(Vote.FOR, "DATA", "DRC", "FIN", "CAC", "PSB", "CRYPTO"), item.kind(),
                item.approved(), item.lines(), item.conditions(), null, null)).toList();
        assertEquals(List.of("meeting.recusedVote"), reasons(meetings.obstacles(with(passed, "DATA代表", meeting.date(), deputy, voted))));
        UUID project = meetings.close(passed.id()).agenda().getFirst().proposal();
        assertEquals("FIN代表", reviews.get(project).state().decisionAt().signedBy());
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
    void theSecretaryPreparesAndTheChairDecides() {
        world.ready(me, FormFixture.form());
        var secretary = new MeetingDesk(world.desk(World.person("sec", "DATA", null, Role.SECRETARY)));
        Meeting meeting = secretary.prepare(world.today(), "9:00", "");
        assertThrows(PermissionDenied.class, () -> secretary.close(meeting.id()));
        var clerk = new MeetingDesk(world.desk(World.person("clerk", "FIN", null, Role.BODY_CLERK)));
        assertThrows(PermissionDenied.class, () -> clerk.save(meeting));
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
