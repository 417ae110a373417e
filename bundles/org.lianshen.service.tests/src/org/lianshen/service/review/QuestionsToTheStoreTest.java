package org.lianshen.service.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianshen.model.Ids;
import org.lianshen.model.Money;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.Expert.Interests;
import org.lianshen.model.expert.Expertise;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.service.expert.ExpertDesk;
import org.lianshen.service.meeting.MeetingDesk;
import org.lianshen.service.memory.CountedReads;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.session.ChangeHub;
import org.lianshen.service.session.Desk;
import org.lianshen.service.text.Texts;
import org.lianshen.service.todo.TodoDesk;

/** What a screen of this desk asks of the store does not grow with the projects, experts, meetings and tasks that are there: whoever asks once per row is slow where there are many. */
class QuestionsToTheStoreTest {

    /** A place with so many projects of each kind, panels, experts and things to follow up. */
    private static final class Place {

        private final World world = new World();
        private final CountedReads store = new CountedReads(world.store());
        private final Desk me = new Desk(Actor.oneself("somebody"), day -> world.pack(), store, world.clock(), new Ids(world.clock()), new ChangeHub());
        private final MeetingDesk meetings = new MeetingDesk(me);
        private final ExpertDesk experts = new ExpertDesk(me, null, null, new Texts(java.util.Locale.CHINESE));
        private final Meeting next;
        private final UUID project;

        Place(int many) {
            var fields = Set.of(Expertise.COST, Expertise.SECURITY);
            IntStream.range(0, 3 + many).forEach(i -> experts.save(new Expert(null, "", "专家" + i, "大学" + i, List.of(), "教授", fields, "", "", "", true, "", Interests.NONE, "e" + i, 0)));
            IntStream.range(0, many).forEach(i -> world.ready(me, FormFixture.form("平台" + i, "市教育局")));
            Meeting held = meetings.prepare(world.today(), "9:00", "");
            var condition = new Condition(1, "补充共享清单", "市教育局", world.today().plusDays(9));
            held = meetings.save(held.withChair("李副市长", null).withAttendance(there(held)).withAgenda(held.agenda().stream()
                    .map(item -> item.decided(DecisionKind.CONDITIONAL, Money.ofWan(100), List.of(), List.of(condition), null, null)).toList()));
            for (AgendaItem item : held.agenda()) {
                meetings.raise(held.id(), "统筹云资源", "市数据局", "", world.today().plusDays(5), item.proposal());
            }
            meetings.close(held.id());
            IntStream.range(0, many).forEach(i -> drawn(world.ready(me, FormFixture.form("系统" + i, "市教育局"))));
            next = meetings.prepare(world.today(), "14:00", "");
            project = next.agenda().getFirst().proposal();
        }

        private void drawn(Proposal proposal) {
            experts.publish(proposal.id(), "摸号 " + proposal.reviewNo(), "现场摸号", 3, false);
            experts.invite(proposal.id(), experts.draw(proposal.id()).panel().in().stream().map(Member::id).toList(), "");
        }

        private static List<Attendance> there(Meeting meeting) {
            return meeting.attendance().stream().map(row -> new Attendance(row.body(), row.unit(), row.body() + "代表", "", Presence.PRESENT)).toList();
        }

        /** With one item on the agenda and an expert in the room. */
        private Meeting ofOneItem() {
            var people = new java.util.ArrayList<>(there(next));
            people.add(new Attendance(null, "大学0", "专家0", "专家", Presence.GUEST));
            return next.withAttendance(people).withAgenda(next.agenda().subList(0, 1));
        }
    }

    private enum Screen {
        QUEUE(place -> new ReviewDesk(place.me, null, null).queue()),
        REVIEW(place -> new ReviewDesk(place.me, null, null).get(place.project)),
        BOARD(place -> new ReviewDesk(place.me, null, null).held()),
        TODO(place -> new TodoDesk(place.me).items()),
        POOL(place -> place.experts.pool()),
        PANEL(place -> place.experts.board(place.project)),
        MEETINGS(place -> place.meetings.list()),
        ROOM(place -> place.meetings.standing(place.ofOneItem())),
        CANDIDATES(place -> place.meetings.candidates(place.next)),
        MERGE_TARGETS(place -> place.meetings.mergeTargets(place.next, place.project)),
        FOLLOW_UPS(place -> place.meetings.followUps());

        private final Function<Place, Object> shown;

        Screen(Function<Place, Object> shown) {
            this.shown = shown;
        }

        private Map<String, Integer> asks(Place place) {
            return place.store.by(() -> shown.apply(place));
        }
    }

    private static final Place SMALL = new Place(2);
    private static final Place LARGE = new Place(6);

    @ParameterizedTest
    @EnumSource
    void aScreenAsksAsMuchWhereThereIsMore(Screen screen) {
        Map<String, Integer> asked = screen.asks(SMALL);
        assertTrue(!asked.isEmpty());
        assertEquals(asked, screen.asks(LARGE));
    }

    @Test
    void eachListIsReadOnce() {
        for (Screen screen : Screen.values()) {
            screen.asks(LARGE).forEach((question, times) -> assertTrue(!question.endsWith(".all") && !question.endsWith(".pool") && !question.endsWith(".allActs") || times == 1
                    || question.equals("Meetings.all") && times == 2, () -> screen + " asks " + question + " " + times + " times"));
        }
    }

    /** An item of the agenda costs as much as the one before it, and no list is read again for it. */
    @Test
    void aMeetingOfTwelveReadsItsListsOnce() {
        Map<String, Integer> one = LARGE.store.by(() -> LARGE.meetings.standing(LARGE.ofOneItem()));
        Map<String, Integer> six = LARGE.store.by(() -> LARGE.meetings.standing(LARGE.ofOneItem().withAgenda(LARGE.next.agenda())));
        assertEquals(one.get("Experts.pool"), six.get("Experts.pool"));
        six.forEach((question, times) -> assertTrue(times <= 6 * one.get(question), question));
    }
}
