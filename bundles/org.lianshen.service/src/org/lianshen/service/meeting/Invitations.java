package org.lianshen.service.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** Who is asked to a meeting: every body, by the person who came last time, and units that were asked for an opinion besides and have not answered. */
final class Invitations {

    private final Desk desk;
    private final Tx tx;
    private final States states;

    Invitations(Desk desk, Tx tx) {
        this.desk = desk;
        this.tx = tx;
        states = new States(desk);
    }

    /** Who came to earlier meetings, the last first; of a substitute the person stood in for comes too. */
    Map<String, List<String>> names() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        earlier().forEach(meeting -> meeting.attendance().forEach(row -> {
            Set<String> known = names.computeIfAbsent(key(row), key -> new LinkedHashSet<>());
            if (row.standsFor() != null) {
                known.add(row.standsFor());
            }
            if (row.named()) {
                known.add(row.person());
            }
        }));
        var lists = new LinkedHashMap<String, List<String>>();
        names.forEach((key, known) -> lists.put(key, List.copyOf(known)));
        return lists;
    }

    private List<Meeting> earlier() {
        return tx.meetings().all().stream().sorted(Comparator.comparing(Meeting::no).reversed()).toList();
    }

    private static String key(Attendance row) {
        return row.body() != null ? row.body() : row.unit() == null ? "" : row.unit();
    }

    List<Attendance> bodies() {
        Map<String, List<String>> names = names();
        return desk.pack().bodies().stream().map(body -> expected(body.code(), body.name(), names)).toList();
    }

    private Attendance expected(String code, String unit, Map<String, List<String>> names) {
        List<String> known = names.getOrDefault(code, List.of());
        return new Attendance(code, unit, known.isEmpty() ? "" : known.getFirst(), role(code, known), Presence.EXPECTED);
    }

    /** The office that the person had last time. */
    private String role(String code, List<String> known) {
        return known.isEmpty() ? "" : earlier().stream().flatMap(meeting -> meeting.attendance().stream())
                .filter(row -> code.equals(row.body()) && known.getFirst().equals(row.person()) && row.role() != null).map(Attendance::role).findFirst().orElse("");
    }

    String chair() {
        return earlier().stream().findFirst().map(Meeting::chair).orElse("");
    }

    String deputy() {
        return earlier().stream().findFirst().map(Meeting::deputy).orElse(null);
    }

    /** With a row for each unit that was asked besides and is silent on a project of the agenda. */
    Meeting withAsked(Meeting meeting) {
        var rows = new ArrayList<>(meeting.attendance());
        Map<String, List<String>> names = null;
        for (AgendaItem item : meeting.agenda()) {
            Optional<Proposal> proposal = tx.proposals().find(item.proposal());
            List<BodyStatus> asked = proposal.isEmpty() ? List.of() : states.today(tx, proposal.get()).bodies().stream()
                    .filter(body -> body.silent() && body.seat() != null && body.seat().added()).toList();
            for (BodyStatus unit : asked) {
                boolean listed = rows.stream().anyMatch(row -> unit.body().equals(row.body()) || unit.seat().body().name().equals(row.unit()));
                if (!listed) {
                    names = names == null ? names() : names;
                    rows.add(expected(unit.body(), unit.seat().body().name(), names));
                }
            }
        }
        return rows.size() == meeting.attendance().size() ? meeting : meeting.withAttendance(rows);
    }
}
