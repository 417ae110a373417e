package org.lianshen.model.pack;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Working days 工作日: Monday to Friday without public holidays, with the Saturdays and Sundays that are worked instead (调休).
 *
 * @param holidays      days off although they may be weekdays
 * @param extraWorkdays weekend days that are worked
 * @param from          first day that the tables cover
 * @param to            last day that the tables cover; after it only weekends are known
 * @param source        where the tables come from
 * @param verified      false: shown as 依据待核实
 */
public record WorkCalendar(Set<LocalDate> holidays, Set<LocalDate> extraWorkdays, LocalDate from, LocalDate to, String source, boolean verified) {

    public WorkCalendar {
        holidays = Set.copyOf(holidays);
        extraWorkdays = Set.copyOf(extraWorkdays);
    }

    public boolean isWorkday(LocalDate day) {
        if (extraWorkdays.contains(day)) {
            return true;
        }
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.contains(day);
    }

    /** Whether the holiday tables know this day; outside them a due date counts weekends only and must be shown as provisional. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /**
     * The day that lies {@code days} working days after {@code start}. The start itself is not counted, as is usual for time limits
     * (a limit of 3 working days that starts on a Monday ends on Thursday).
     *
     * @param days not negative; 0 gives {@code start} if it is a working day, else the next working day
     */
    public LocalDate plusWorkdays(LocalDate start, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("working days must not be negative: " + days);
        }
        LocalDate day = start;
        for (int left = days; left > 0;) {
            day = day.plusDays(1);
            if (isWorkday(day)) {
                left--;
            }
        }
        while (!isWorkday(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Number of working days after {@code start} up to and including {@code end}; negative when {@code end} is earlier. */
    public int workdaysBetween(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            return -workdaysBetween(end, start);
        }
        int count = 0;
        for (LocalDate day = start.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            if (isWorkday(day)) {
                count++;
            }
        }
        return count;
    }
}
