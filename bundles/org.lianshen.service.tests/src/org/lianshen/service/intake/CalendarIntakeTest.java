package org.lianshen.service.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.CalendarReading;
import org.lianshen.service.Progress;

class CalendarIntakeTest {

    private static CalendarReading read(Grid grid) {
        return CalendarIntake.read(grid, "节假日.xlsx", "ab", Progress.NONE);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2027, month, day);
    }

    private static List<String> codes(CalendarReading reading) {
        return reading.errors().stream().map(error -> error.cell() + " " + error.code()).toList();
    }

    @Test
    void daysAndPeriodsAreRead() {
        var reading = read(new Grid("2027").row("2027年节假日安排").row("起始日期", "结束日期", "休班", "名称").row("2027-01-01", "2027-01-03", "休", "元旦").row(Grid.date("2027-02-06"), null, "班", null)
                .row("注：以通知为准"));
        assertEquals(List.of(), codes(reading));
        assertEquals(Set.of(day(1, 1), day(1, 2), day(1, 3)), reading.years().get(2027).holidays());
        assertEquals(Set.of(day(2, 6)), reading.years().get(2027).workdays());
        assertEquals(List.of("元旦"), reading.years().get(2027).names());
        assertEquals(2, reading.sheets().getFirst().rowsImported());
    }

    @Test
    void kindAndNameMayBeMergedOverTheDays() {
        var reading = read(new Grid("s").row("日期", "类型", "名称").row("2027-10-01", "休", "国庆节").row("2027-10-02").row("2027-10-03").merge(2, 2, 4, 2).merge(2, 3, 4, 3));
        assertEquals(List.of(), reading.sheets().getFirst().skipped());
        assertEquals(Set.of(day(10, 1), day(10, 2), day(10, 3)), reading.years().get(2027).holidays());
    }

    @Test
    void everyErrorNamesItsCell() {
        var reading = read(new Grid("s").row("日期", "结束日期", "类型", "名称").row(null, null, "休", "元旦").row("2027-01-01", null, "？", null).row("2027-01-05", "2027-01-03", "休", null)
                .row("2027-01-01", "2027-01-31", "休", null).row("2027-01-04", null, "班", null).row("2027-01-01", null, "休", null).row("2027-01-01", null, "休", null));
        assertEquals(List.of("A2 date.missing", "C3 kind.unknown", "B4 date.range", "B5 date.range", "A6 workday.weekday", "A8 date.duplicate"), codes(reading));
        assertThrows(UserProblem.class, () -> read(new Grid("s").row("项目", "金额").row("a", 1)));
    }
}
