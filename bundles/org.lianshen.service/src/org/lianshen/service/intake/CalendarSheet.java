package org.lianshen.service.intake;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lianshen.model.pack.CalendarReading;
import org.lianshen.model.Message;
import org.lianshen.service.Progress;

/** Reads one sheet of public holidays and make-up working days. */
final class CalendarSheet extends ListSheet<CalendarHead> {

    private static final Set<String> OFF = Set.of("休", "放假", "休息", "假", "节假日", "法定节假日", "假日", "休假", "放假调休", "off", "holiday");
    private static final Set<String> WORKED = Set.of("班", "上班", "补班", "调休上班", "调班", "工作日", "加班", "work", "workday");
    /** A longer row is a slip of the pen: no public holiday lasts that long. */
    private static final int MOST_DAYS = 15;

    private final Map<LocalDate, String> places = new HashMap<>();
    private final Map<Integer, Days> years;
    private int taken;

    /** What rows of a year gave so far. */
    record Days(TreeSet<LocalDate> holidays, TreeSet<LocalDate> workdays, List<String> names) {

        CalendarReading.Year year() {
            return new CalendarReading.Year(holidays, workdays, names);
        }
    }

    /** @param years takes what is read */
    CalendarSheet(SourceSheet sheet, Map<Integer, Days> years, Progress progress) {
        super(sheet, CalendarHead.class, CalendarHead.words(), CalendarIntake::missing, CalendarHead.KIND, null, progress);
        this.years = years;
    }

    @Override
    void row(int row) {
        LocalDate first = dates().get(CalendarHead.DAY);
        if (first == null && good()) {
            error(place(CalendarHead.DAY, row), "", "date.missing", Message.of("calendar.noDate", place(CalendarHead.DAY, row)));
        }
        String text = texts().getOrDefault(CalendarHead.KIND, "");
        String kind = HeadText.squeeze(text).toLowerCase(java.util.Locale.ROOT);
        boolean off = OFF.contains(kind);
        if (!off && !WORKED.contains(kind)) {
            error(place(CalendarHead.KIND, row), text, "kind.unknown", Message.of("calendar.kind", place(CalendarHead.KIND, row), RowValues.shown(text)));
        }
        LocalDate last = dates().getOrDefault(CalendarHead.LAST, first);
        if (good() && (last.isBefore(first) || !last.isBefore(first.plusDays(MOST_DAYS)))) {
            error(place(CalendarHead.LAST, row), last.toString(), "date.range", Message.of("calendar.range", place(CalendarHead.LAST, row), first, last, MOST_DAYS));
        }
        if (!good()) {
            return;
        }
        List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
        days.forEach(day -> check(day, off, row));
        if (good()) {
            days.forEach(day -> take(day, off, row));
            taken++;
        }
    }

    private void check(LocalDate day, boolean off, int row) {
        String place = place(CalendarHead.DAY, row);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (!off && !weekend) {
            error(place, day.toString(), "workday.weekday", Message.of("calendar.workdayOnWeekday", place, day));
        } else if (places.containsKey(day)) {
            error(place, day.toString(), "date.duplicate", Message.of("calendar.twice", place, day, places.get(day)));
        }
    }

    private void take(LocalDate day, boolean off, int row) {
        places.put(day, place(CalendarHead.DAY, row));
        Days days = years.computeIfAbsent(day.getYear(), year -> new Days(new TreeSet<>(), new TreeSet<>(), new ArrayList<>()));
        (off ? days.holidays : days.workdays).add(day);
        String name = texts().getOrDefault(CalendarHead.NAME, "");
        if (off && !name.isBlank()) {
            days.names.add(name.strip());
        }
    }

    CalendarReading.Sheet reading() {
        return new CalendarReading.Sheet(name(), header().rows(), columns(), rowsRead(), taken, skipped(), errors(), notices());
    }

    static Map<Integer, CalendarReading.Year> years(Map<Integer, Days> read) {
        Map<Integer, CalendarReading.Year> years = new TreeMap<>();
        read.forEach((year, days) -> years.put(year, days.year()));
        return years;
    }
}
