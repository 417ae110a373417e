package org.lianshen.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.service.TodoService.Item;
import org.lianshen.service.TodoService.Kind;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.shell.TodoModel.Group;

class TodoModelTest {

    /** A Thursday. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    static final WorkCalendar CALENDAR = new WorkCalendar(Set.of(), Set.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "", true);

    static Item item(Kind kind, String title, LocalDate due, boolean overdue) {
        return new Item(kind, new UUID(0, title.hashCode()), title, "市水利局", null, due, overdue, null);
    }

    @Test
    void groupsByDueDateOldestFirst() {
        Item late = item(Kind.COUNTERSIGN, "逾期", TODAY.minusDays(3), true);
        Item today = item(Kind.COUNTERSIGN, "今天", TODAY, false);
        Item sunday = item(Kind.VERIFY, "周日", LocalDate.of(2026, 11, 22), false);
        Item monday = item(Kind.VERIFY, "周一", LocalDate.of(2026, 11, 23), false);
        Item open = item(Kind.DRAFT, "无期限", null, false);
        TodoModel model = new TodoModel(TODAY, CALENDAR, List.of(open, monday, today, sunday, late));
        assertEquals(List.of(Group.values()), List.copyOf(model.groups().keySet()));
        assertEquals(List.of(late), model.groups().get(Group.OVERDUE));
        assertEquals(List.of(today), model.groups().get(Group.TODAY));
        assertEquals(List.of(sunday), model.groups().get(Group.WEEK));
        assertEquals(List.of(monday, open), model.groups().get(Group.LATER));
        assertEquals(1, model.count(Group.OVERDUE));
        assertEquals(1, model.count(Group.TODAY));
        assertEquals(Tone.BLOCK, model.tone(late));
        assertEquals(Tone.WARN, model.tone(today));
        assertEquals(Tone.NEUTRAL, model.tone(monday));
    }

    @Test
    void whatHadToBeDoneYesterdayIsNotDueToday() {
        Item unmarked = item(Kind.FINDING_DUE, "昨天", TODAY.minusDays(1), false);
        Item undated = item(Kind.COUNTERSIGN, "无期限而逾期", null, true);
        TodoModel model = new TodoModel(TODAY, CALENDAR, List.of(unmarked, undated));
        assertEquals(List.of(unmarked, undated), model.groups().get(Group.OVERDUE));
        assertEquals(0, model.count(Group.TODAY));
        assertEquals(Tone.BLOCK, model.tone(unmarked));
    }

    @Test
    void countsWorkingDays() {
        TodoModel model = new TodoModel(TODAY, CALENDAR, List.of());
        assertEquals(2, model.workdaysLeft(item(Kind.VERIFY, "周一", LocalDate.of(2026, 11, 23), false)));
        assertEquals(-3, model.workdaysLeft(item(Kind.VERIFY, "上周一", LocalDate.of(2026, 11, 16), true)));
    }

    @Test
    void oneMeetingTakesAllThatIsReady() {
        assertEquals("", TodoModel.object(item(Kind.TAKE_TO_MEETING, "待上会", null, false)));
        assertEquals(item(Kind.VERIFY, "复核", null, false).id().toString(), TodoModel.object(item(Kind.VERIFY, "复核", null, false)));
    }

    @Test
    void everyKindHasAnIconAndLeadsToAPart() {
        for (Kind kind : Kind.values()) {
            assertNotNull(TodoModel.icon(kind));
            assertTrue(TodoModel.part(kind).startsWith("org.lianshen."));
        }
        assertTrue(new TodoModel(TODAY, CALENDAR, List.of()).groups().isEmpty());
    }
}
