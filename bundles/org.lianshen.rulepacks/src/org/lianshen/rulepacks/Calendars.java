package org.lianshen.rulepacks;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.WorkCalendar;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the holiday file: for each year the days off and the weekend days worked instead (调休), with the notice they come from. Years must follow each other,
 * so that the calendar has no hole in which due dates would be wrong without anybody seeing it.
 */
final class Calendars {
    private static final PackSchema SCHEMA = new PackSchema(PackFiles.resource("calendar.schema.json"));

    private Calendars() {
    }

    /** @throws UserProblem with file and JSON pointer for each fault */
    static WorkCalendar read(String file, InputStream in) {
        return of(file, PackFiles.read(file, in));
    }

    static WorkCalendar builtIn() {
        return of("calendar.json", PackFiles.resource("calendar.json"));
    }

    static WorkCalendar of(String file, JsonNode tree) {
        var problems = new Problems(file);
        SCHEMA.check(tree, PackSchema.Extent.WHOLE, problems);
        problems.stop();
        Set<LocalDate> off = new LinkedHashSet<>();
        Set<LocalDate> worked = new LinkedHashSet<>();
        var sources = new StringJoiner("; ");
        boolean verified = true;
        int first = 0;
        int last = 0;
        for (Map.Entry<String, JsonNode> year : tree.path("years").properties()) {
            int number = Integer.parseInt(year.getKey());
            if (last != 0 && number != last + 1) {
                problems.add("pack.calendarGap", "/years/" + number, last, number);
            }
            first = first == 0 ? number : first;
            last = number;
            days(year.getKey(), "holidays", year.getValue(), off, problems);
            days(year.getKey(), "workdays", year.getValue(), worked, problems);
            sources.add(year.getValue().path("source").textValue());
            verified &= year.getValue().path("verified").booleanValue();
        }
        problems.stop();
        return new WorkCalendar(off, worked, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), sources.toString(), verified);
    }

    private static void days(String year, String field, JsonNode tables, Set<LocalDate> into, Problems problems) {
        JsonNode days = tables.path(field);
        for (int i = 0; i < days.size(); i++) {
            String at = "/years/" + year + "/" + field + "/" + i;
            try {
                LocalDate day = LocalDate.parse(year + "-" + days.get(i).textValue());
                boolean weekend = day.getDayOfWeek().getValue() > 5;
                if (field.equals("workdays") && !weekend) {
                    problems.add("pack.workdayOnWeekday", at, day);
                }
                into.add(day);
            } catch (DateTimeException e) {
                problems.add("pack.noSuchDay", at, year + "-" + days.get(i).textValue());
            }
        }
    }
}
