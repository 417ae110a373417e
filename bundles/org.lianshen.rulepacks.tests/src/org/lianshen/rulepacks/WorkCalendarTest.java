package org.lianshen.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.WorkCalendar;

class WorkCalendarTest {
    private static final WorkCalendar CALENDAR = Calendars.builtIn();

    @ParameterizedTest
    @CsvSource({ "2026-11-20, true", // Friday
            "2026-11-21, false", // Saturday
            "2026-02-14, true", // Saturday worked instead
            "2026-02-28, true", // Saturday worked instead
            "2026-01-04, true", // Sunday worked instead
            "2026-02-16, false", // Monday of the Spring Festival
            "2026-02-24, true", // first day after it
            "2025-10-08, false", "2025-10-11, true", "2025-09-28, true" })
    void knowsHolidaysAndMakeUpDays(LocalDate day, boolean workday) {
        assertEquals(workday, CALENDAR.isWorkday(day));
    }

    @ParameterizedTest
    @CsvSource({ "2026-11-16, 3, 2026-11-19", // Monday, three days on
            "2026-11-20, 1, 2026-11-23", // over a weekend
            "2026-02-13, 1, 2026-02-14", // falls on the make-up Saturday
            "2026-02-13, 2, 2026-02-24", // over the Spring Festival
            "2026-02-27, 1, 2026-02-28", // falls on the make-up Saturday
            "2026-11-21, 0, 2026-11-23", // nothing to add: the next working day
            "2026-11-20, 0, 2026-11-20" })
    void addsWorkingDays(LocalDate start, int days, LocalDate due) {
        assertEquals(due, CALENDAR.plusWorkdays(start, days));
    }

    @ParameterizedTest
    @CsvSource({ "2026-02-13, 2026-02-14, 1", "2026-02-13, 2026-02-24, 2", "2026-11-20, 2026-11-23, 1", "2026-11-23, 2026-11-20, -1",
            "2026-11-20, 2026-11-20, 0" })
    void countsWorkingDays(LocalDate start, LocalDate end, int days) {
        assertEquals(days, CALENDAR.workdaysBetween(start, end));
    }

    @Test
    void addingAndCountingAgreeOverTwoYears() {
        for (LocalDate day = LocalDate.of(2025, 1, 1); day.getYear() < 2026; day = day.plusDays(1)) {
            for (int days : new int[] { 1, 5, 10, 22 }) {
                LocalDate due = CALENDAR.plusWorkdays(day, days);
                assertTrue(CALENDAR.isWorkday(due), due::toString);
                assertEquals(days, CALENDAR.workdaysBetween(day, due), day::toString);
            }
        }
    }

    @Test
    void refusesNegativeTimeLimits() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        assertThrows(IllegalArgumentException.class, () -> CALENDAR.plusWorkdays(day, -1));
    }

    @Test
    void saysWhereItsTablesEnd() {
        assertTrue(CALENDAR.covers(LocalDate.of(2025, 1, 1)) && CALENDAR.covers(LocalDate.of(2026, 12, 31)));
        assertFalse(CALENDAR.covers(LocalDate.of(2027, 1, 1)) || CALENDAR.covers(LocalDate.of(2024, 12, 31)));
        assertTrue(CALENDAR.source().contains("2025") && CALENDAR.source().contains("2026"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "\"2026\": Y, \"2028\": Y | pack.calendarGap | /years/2028",
            "\"2026\": {\"source\":\"s\",\"verified\":false,\"holidays\":[\"02-30\"],\"workdays\":[]} | pack.noSuchDay | /years/2026/holidays/0",
            "\"2026\": {\"source\":\"s\",\"verified\":false,\"holidays\":[],\"workdays\":[\"02-13\"]} | pack.workdayOnWeekday | /years/2026/workdays/0",
            "\"2026\": {\"source\":\"s\",\"verified\":false,\"holidays\":[]} | pack.missingField | /years/2026",
            "\"26\": Y | pack.badForm | /years/26" })
    void refusesAFaultyCalendarWithThePlace(String years, String key, String pointer) {
        String text = "{\"years\": {" + years.replace("Y", "{\"source\":\"s\",\"verified\":false,\"holidays\":[],\"workdays\":[]}") + "}}";
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        Message message = assertThrows(UserProblem.class, () -> Calendars.read("days.json", in)).messages().get(0);
        assertEquals(key, message.key());
        assertEquals("days.json", message.args().get(0));
        assertEquals(pointer, message.args().get(1));
    }
}
