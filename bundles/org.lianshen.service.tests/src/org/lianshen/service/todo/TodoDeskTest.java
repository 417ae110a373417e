package org.lianshen.service.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.identity.Role;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.service.TodoService.Item;
import org.lianshen.service.TodoService.Kind;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.meeting.MeetingDesk;
import org.lianshen.service.proposal.ProposalDesk;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.session.Desk;

class TodoDeskTest {

    private final World world = new World();
    private final Desk me = world.oneself();
    private final Desk education = world.desk(World.person("edu", null, "市教育局", Role.UNIT_REVIEWER));
    private final Desk health = world.desk(World.person("health", null, "市卫生健康委", Role.UNIT_REVIEWER));
    private final Desk lead = world.desk(World.person("data", "DATA", "市数据局", Role.RECEIVER, Role.BODY_SIGNER));
    private final Desk finance = world.desk(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER));
    private final Desk secretary = world.desk(World.person("sec", "DATA", null, Role.SECRETARY));

    @Test
    void everybodySeesWhatWaitsForHim() {
        Proposal proposal = world.submit(education, FormFixture.form());
        assertEquals(List.of(Kind.ACCEPT), kinds(lead));
        assertEquals(List.of(), kinds(finance));
        assertEquals(List.of(), kinds(education));
        new ReviewDesk(lead, null, null).accept(proposal.id());
        assertEquals(List.of(Kind.COUNTERSIGN), kinds(finance));
        assertEquals(List.of(Kind.COUNTERSIGN), kinds(lead));
        assertEquals(List.of(), kinds(secretary));
        new ReviewDesk(finance, null, null).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()));
        assertEquals(List.of(), kinds(finance));
        world.workdays(6);
        assertEquals(List.of(Kind.TAKE_TO_MEETING), kinds(secretary));
        assertTrue(new TodoDesk(lead).items().getFirst().overdue());
        new MeetingDesk(secretary).prepare(world.today(), "9:00", "");
        assertEquals(List.of(Kind.CLOSE_MEETING), kinds(secretary));
    }

    @Test
    void draftsAndReturnsWaitForTheirUnit() {
        new ProposalDesk(education, null).create(FormFixture.form());
        Proposal returned = world.submit(education, FormFixture.form("另一平台", "市教育局"));
        new ReviewDesk(lead, null, null).sendBack(returned.id(), new ActDetail.Return(List.of(new ReturnItem(1, "PHONE", "有误", "更正", ""))));
        assertEquals(List.of(Kind.ANSWER_RETURN, Kind.DRAFT), kinds(education));
        assertEquals(List.of(), kinds(health));
    }

    @Test
    void onePersonSeesAllByDueDateAndWhomIsWaitedFor() {
        Proposal first = world.submit(me, FormFixture.form());
        new ReviewDesk(me, null, null).accept(first.id());
        new ReviewDesk(me, null, null).sign(first.id(), "DRC", world.opinion("DRC", 1, Overall.AGREE, List.of()));
        world.submit(me, FormFixture.form("新平台", "市教育局"));
        List<Item> items = new TodoDesk(me).items();
        assertEquals(List.of(Kind.ACCEPT, Kind.COUNTERSIGN), items.stream().map(Item::kind).toList());
        Message hint = items.getLast().hint();
        assertEquals("todo.hint.COUNTERSIGN", hint.key());
        assertEquals(5, ((List<?>) hint.args().getFirst()).size());
        assertEquals(2, new TodoDesk(me).counts().get(org.lianshen.service.TodoService.Desk.REVIEW));
        assertEquals(0, new TodoDesk(me).counts().get(org.lianshen.service.TodoService.Desk.BUDGET));
    }

    private static List<Kind> kinds(Desk desk) {
        return new TodoDesk(desk).items().stream().map(Item::kind).toList();
    }
}
