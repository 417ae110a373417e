package org.lianshen.service.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.service.document.OfficialPaper.Attendees;

/** 出席, 请假, 列席: people of one unit together, in the order of the meeting's list. Who stands in for somebody is marked 代. */
final class MinutesAttendance {

    private final Meeting meeting;

    MinutesAttendance(Meeting meeting) {
        this.meeting = meeting;
    }

    /** Only lists that name somebody. */
    List<Attendees> lists() {
        List<Attendees> lists = new ArrayList<>();
        add(lists, "present", EnumSet.of(Presence.PRESENT, Presence.SUBSTITUTE));
        add(lists, "leave", EnumSet.of(Presence.LEAVE));
        add(lists, "guest", EnumSet.of(Presence.GUEST));
        return lists;
    }

    private void add(List<Attendees> lists, String label, Set<Presence> kinds) {
        Map<String, List<String>> units = new LinkedHashMap<>();
        meeting.attendance().stream().filter(attendance -> kinds.contains(attendance.place()))
                .forEach(attendance -> units.computeIfAbsent(PaperTexts.text(attendance.unit()), unit -> new ArrayList<>()).add(person(attendance)));
        if (!units.isEmpty()) {
            lists.add(new Attendees(PaperTexts.get("paper.minutes." + label), units.entrySet().stream().map(this::unit).toList()));
        }
    }

    private String unit(Map.Entry<String, List<String>> unit) {
        return unit.getKey() + unit.getValue().stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(PaperTexts.get("common.listSeparator")));
    }

    /** 局长张三（代）; empty where no name was written. */
    private String person(Attendance attendance) {
        if (PaperTexts.text(attendance.person()).isEmpty()) {
            return "";
        }
        String name = PaperTexts.text(attendance.role()) + PaperTexts.text(attendance.person());
        return attendance.place() == Presence.SUBSTITUTE ? PaperTexts.get("paper.minutes.substitute", name) : name;
    }
}
