package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lianshen.model.Message;
import org.lianshen.model.pack.CalendarReading;
import org.lianshen.service.Progress;

/** Understands sheets of public holidays and make-up working days (年度节假日安排): one row a day, or a first and a last day. Knows nothing of file formats. */
public final class CalendarIntake {

    private CalendarIntake() {
    }

    /**
     * Reads every visible sheet that has the head of such a list.
     *
     * @param name of the file, {@code sha256} of its bytes
     * @throws org.lianshen.model.UserProblem if no sheet has a recognisable head
     */
    public static CalendarReading read(SourceFile file, String name, String sha256, Progress progress) {
        Map<Integer, CalendarSheet.Days> years = new TreeMap<>();
        List<CalendarSheet> sheets = ListSheet.all(file, sheet -> new CalendarSheet(sheet, years, progress), Message.of("calendar.none", name));
        return new CalendarReading(name, sha256, sheets.stream().map(CalendarSheet::reading).toList(), CalendarSheet.years(years));
    }

    static List<Message> missing(Set<CalendarHead> heads) {
        var missing = new ArrayList<Message>();
        if (!heads.contains(CalendarHead.DAY)) {
            missing.add(Message.of("calendar.need.day"));
        }
        if (!heads.contains(CalendarHead.KIND)) {
            missing.add(Message.of("calendar.need.kind"));
        }
        return missing;
    }
}
