package org.lianshen.review.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;

class MeetingModelTest {

    private static final UUID FIRST = new UUID(5, 1);
    private static final UUID SECOND = new UUID(5, 2);

    private final MeetingModel model = new MeetingModel(Reviews.meeting(FIRST, SECOND));

    @Test
    void nothingIsChangedAtFirst() {
        assertFalse(model.changed());
        model.seats(seat("张三"));
        assertTrue(model.changed());
        assertEquals("张三", model.meeting().attendance().getFirst().person());
        model.stored(model.meeting(), model.meeting());
        assertFalse(model.changed());
    }

    @Test
    void whatIsTypedWhileItIsBeingSavedStaysAChange() {
        model.seats(seat("张三"));
        Meeting sent = model.meeting();
        model.seats(seat("张三丰"));
        model.stored(sent, new Meeting(sent.id(), sent.no(), sent.title(), sent.date(), sent.time(), sent.place(), sent.chair(), sent.recorder(), sent.attendance(), sent.agenda(),
                sent.requirements(), null, sent.rowVersion() + 1));
        assertTrue(model.changed());
        assertEquals("张三丰", model.meeting().attendance().getFirst().person());
        assertEquals(sent.rowVersion() + 1, model.meeting().rowVersion());
    }

    @Test
    void amountsBelongToApprovalsAndConditionsToConditionalOnes() {
        var lines = List.of(new LineApproval(1, Money.ofWan(600), ""));
        var conditions = List.of(new Condition(1, "补密评", "市水利局", LocalDate.of(2026, 12, 31)));
        model.decide(FIRST, DecisionKind.CONDITIONAL, Money.ofWan(600), lines, conditions, SECOND, " ", "核减后同意");
        AgendaItem decided = model.item(FIRST);
        assertEquals(Money.ofWan(600), decided.approved());
        assertEquals(conditions, decided.conditions());
        assertNull(decided.mergedInto());
        assertNull(decided.overrule());
        model.decide(FIRST, DecisionKind.DEFERRED, Money.ofWan(600), lines, conditions, SECOND, "", "");
        assertNull(model.item(FIRST).approved());
        assertEquals(List.of(), model.item(FIRST).lines());
        model.decide(FIRST, DecisionKind.MERGED, null, List.of(), List.of(), SECOND, "", "");
        assertEquals(SECOND, model.item(FIRST).mergedInto());
    }

    @Test
    void itemsMoveWithinTheAgenda() {
        model.move(SECOND, -1);
        assertEquals(List.of(SECOND, FIRST), model.meeting().agenda().stream().map(AgendaItem::proposal).toList());
        model.move(SECOND, -1);
        assertEquals(SECOND, model.meeting().agenda().getFirst().proposal(), "the first stays first");
        model.take(FIRST);
        assertEquals(1, model.meeting().agenda().size());
    }

    @Test
    void votesCanBeTakenBack() {
        model.vote(FIRST, "PSB", AgendaItem.Vote.AGAINST);
        assertEquals(Map.of("PSB", AgendaItem.Vote.AGAINST), model.item(FIRST).votes());
        model.vote(FIRST, "PSB", null);
        assertEquals(Map.of(), model.item(FIRST).votes());
    }

    private static List<Attendance> seat(String person) {
        return List.of(new Attendance("PSB", "市公安局", person, "", Presence.LEAVE));
    }

    @Test
    void whoeverIsExpectedAndKnownByNameCame() {
        model.seats(List.of(new Attendance("PSB", "市公安局", "赵六", "", Presence.EXPECTED), new Attendance("FIN", "市财政局", "", "", Presence.EXPECTED),
                new Attendance("DRC", "市发改委", "周八", "", Presence.LEAVE)));
        assertEquals(1, model.everybodyCame());
        assertEquals(List.of(Presence.PRESENT, Presence.EXPECTED, Presence.LEAVE), model.meeting().attendance().stream().map(Attendance::place).toList());
    }

    @Test
    void whoeverWasExpectedIsStoodInForWhenASubstituteComes() {
        var before = new Attendance("FIN", "市财政局", "钱七", "", Presence.EXPECTED);
        assertEquals(new Attendance("FIN", "市财政局", "", "", Presence.SUBSTITUTE, "钱七"), MeetingModel.seated(before, new Attendance("FIN", "市财政局", "钱七", "", Presence.SUBSTITUTE)));
        var named = new Attendance("FIN", "市财政局", "小钱", "", Presence.SUBSTITUTE, "钱七");
        assertEquals(named, MeetingModel.seated(before, named));
    }

    @Test
    void guestsGoAndBodiesStay() {
        model.guest("市水利局", "孙工", "项目负责人");
        int last = model.meeting().attendance().size() - 1;
        assertEquals(Presence.GUEST, model.meeting().attendance().get(last).place());
        model.removeSeat(0);
        model.removeSeat(last);
        assertEquals(last, model.meeting().attendance().size());
    }

    @Test
    void theItemBesideStaysWithinTheAgenda() {
        assertEquals(SECOND, model.beside(FIRST, 1));
        assertEquals(SECOND, model.beside(SECOND, 1));
        assertEquals(FIRST, model.beside(SECOND, -1));
        assertEquals(FIRST, model.beside(null, 1));
    }
}
