package org.lianshen.model.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    /** Thursday 2026-10-01 to Wednesday 2026-10-07 off, Saturday 2026-10-10 worked. */
    private static final WorkCalendar CALENDAR = new WorkCalendar(days("2026-10-01", 7), Set.of(LocalDate.of(2026, 10, 10)), LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31), "test", false);

    private static Set<LocalDate> days(String first, int count) {
        var days = new HashSet<LocalDate>();
        for (int i = 0; i < count; i++) {
            days.add(LocalDate.parse(first).plusDays(i));
        }
        return days;
    }

    @Test
    void theStartIsNotCounted() {
        assertEquals(LocalDate.of(2026, 11, 5), CALENDAR.plusWorkdays(LocalDate.of(2026, 11, 2), 3));
        assertEquals(LocalDate.of(2026, 11, 9), CALENDAR.plusWorkdays(LocalDate.of(2026, 11, 6), 1));
        assertEquals(LocalDate.of(2026, 11, 9), CALENDAR.plusWorkdays(LocalDate.of(2026, 11, 7), 0));
    }

    @Test
    void holidaysAreSkippedAndAShiftedSaturdayCounts() {
        assertEquals(LocalDate.of(2026, 10, 8), CALENDAR.plusWorkdays(LocalDate.of(2026, 9, 30), 1));
        assertEquals(LocalDate.of(2026, 10, 10), CALENDAR.plusWorkdays(LocalDate.of(2026, 9, 30), 3));
        assertTrue(CALENDAR.isWorkday(LocalDate.of(2026, 10, 10)));
        assertFalse(CALENDAR.isWorkday(LocalDate.of(2026, 10, 11)));
    }

    @Test
    void countingAndAddingAgree() {
        var random = new Random(11);
        for (int run = 0; run < 500; run++) {
            LocalDate start = LocalDate.of(2026, 8, 1).plusDays(random.nextInt(120));
            int days = random.nextInt(30);
            LocalDate end = CALENDAR.plusWorkdays(start, days);
            assertTrue(CALENDAR.isWorkday(end));
            assertEquals(days == 0 && !CALENDAR.isWorkday(start) ? 1 : days, CALENDAR.workdaysBetween(start, end));
            assertEquals(-CALENDAR.workdaysBetween(start, end), CALENDAR.workdaysBetween(end, start));
        }
    }

    @Test
    void outsideTheTablesADateIsProvisional() {
        assertTrue(CALENDAR.covers(LocalDate.of(2026, 12, 31)));
        assertFalse(CALENDAR.covers(LocalDate.of(2027, 1, 1)));
        assertThrows(IllegalArgumentException.class, () -> CALENDAR.plusWorkdays(LocalDate.of(2026, 1, 1), -1));
    }
}
