package org.lianshen.model.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.model.review.TimeLimit.Level;

/** Limits and the clock over days off and 调休: Wednesday to Friday of the first week are off, and its Saturday is worked. Days are counted from that Monday. */
class WorkingDaysTest {

    private final RulePack pack = pack();

    private static RulePack pack() {
        RulePack pack = new Scene("市教育局", 3).pack();
        Map<String, Param> params = new HashMap<>(pack.params());
        params.put("days.warnShare", new Param("days.warnShare", "0.7", "ratio", "", "", "", false, ""));
        LocalDate monday = Scene.day(0);
        var calendar = new WorkCalendar(Set.of(Scene.day(2), Scene.day(3), Scene.day(4)), Set.of(Scene.day(5)), monday, monday.plusYears(2), "test", false);
        return new RulePack(pack.place(), pack.divisionCode(), pack.name(), pack.nameEn(), pack.version(), pack.validFrom(), pack.validTo(), pack.basis(), pack.bodies(), pack.checkItems(),
                params, pack.clauses(), pack.rules(), calendar, pack.units(), pack.templates(), pack.lists());
    }

    private ReviewState on(List<ReviewAct> acts, int day) {
        ReviewFacts facts = new Scene("市教育局", 3).facts(acts);
        return ReviewStates.on(new ReviewFacts(facts.versions(), facts.acts(), pack, Scene.ZONE), Scene.day(day));
    }

    /** Returned on Tuesday, answered on the Monday after: of the time between, the Saturday and the Monday are the unit's. */
    @ParameterizedTest
    @CsvSource({"1, 1, 0", "4, 1, 0", "5, 1, 1", "6, 1, 1", "7, 1, 2", "8, 2, 2", "9, 3, 2"})
    void theClockStandsWhileReturned(int day, int running, int stopped) {
        List<ReviewAct> acts = List.of(Scene.act(1, 1, "A", Scene.sendBack()), Scene.act(2, 7, null, new ActDetail.Resubmission(2, Map.of(1, "已改"))));
        assertEquals(new ReviewClock(running, stopped), on(acts, day).steps().clock());
    }

    @Test
    void theTimeToAnswerIsCountedInWorkingDaysToo() {
        ReviewState returned = on(List.of(Scene.act(1, 1, "A", Scene.sendBack())), 1);
        assertEquals(pack.calendar().plusWorkdays(Scene.day(1), 10), returned.dueDate());
        assertEquals(Scene.day(17), returned.dueDate(), "the Saturday, the week after, and four days of the third");
    }

    /** Five working days from Monday end on the Wednesday after: 3.5 of them are seventy per cent. */
    @ParameterizedTest
    @CsvSource({"1, IN_TIME, 4", "4, IN_TIME, 4", "6, IN_TIME, 3", "7, IN_TIME, 2", "8, WARNING, 1", "9, WARNING, 0", "10, OVER, -1"})
    void seventyAndAHundredPerCent(int day, Level level, int left) {
        TimeLimit limit = TimeLimit.of(Scene.day(0), pack.calendar().plusWorkdays(Scene.day(0), 5), Scene.day(day), pack);
        assertEquals(Scene.day(9), limit.due());
        assertEquals(level, limit.level());
        assertEquals(left, limit.left());
    }

    @Test
    void justAtSeventyPerCentItWarns() {
        LocalDate due = pack.calendar().plusWorkdays(Scene.day(0), 10);
        LocalDate sixth = pack.calendar().plusWorkdays(Scene.day(0), 6);
        LocalDate seventh = pack.calendar().plusWorkdays(Scene.day(0), 7);
        assertEquals(Level.IN_TIME, TimeLimit.of(Scene.day(0), due, sixth, pack).level());
        assertEquals(Level.WARNING, TimeLimit.of(Scene.day(0), due, seventh, pack).level());
    }
}
