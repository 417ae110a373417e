package org.lianshen.service.meeting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.meeting.Absences.Absence;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.AgendaItem.Vote;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.Recusal;
import org.lianshen.service.MeetingService.Leaver;

/** Who is in the room of a meeting and for what: who speaks for which body, who must leave for an item, who is in the chair then. */
final class RoomPeople {

    private final Meeting meeting;
    private final RulePack pack;
    private final Set<String> bodies;

    RoomPeople(Meeting meeting, RulePack pack) {
        this.meeting = meeting;
        this.pack = pack;
        bodies = meeting.attendance().stream().filter(Attendance::represents).map(Attendance::body).filter(body -> body != null).collect(Collectors.toSet());
    }

    /** Codes of the bodies that are there by somebody who speaks for them. */
    Set<String> bodies() {
        return bodies;
    }

    /** Units by the person who speaks for more than one of them: nobody is counted twice. */
    Map<String, List<String>> ofSeveralBodies() {
        Map<String, Map<String, String>> units = new TreeMap<>();
        meeting.attendance().stream().filter(Attendance::represents).filter(row -> row.body() != null)
                .forEach(row -> units.computeIfAbsent(row.person(), person -> new LinkedHashMap<>()).put(row.body(), office(row).name()));
        units.values().removeIf(each -> each.size() < 2);
        var lists = new LinkedHashMap<String, List<String>>();
        units.forEach((person, each) -> lists.put(person, List.copyOf(each.values())));
        return lists;
    }

    /** Names of the guests in the room. */
    Set<String> guests() {
        return meeting.attendance().stream().filter(row -> row.place() == Attendance.Presence.GUEST).filter(Attendance::inTheRoom).map(Attendance::person).collect(Collectors.toSet());
    }

    /** Whether whoever was asked for an opinion can give it in the room; of a unit that was asked besides a guest suffices. */
    boolean heard(BodyStatus status) {
        boolean guest = status.seat() != null && status.seat().added() && meeting.attendance().stream().filter(Attendance::inTheRoom)
                .anyMatch(row -> status.body().equals(row.body()) || status.seat().body().name().equals(row.unit()));
        return bodies.contains(status.body()) || guest;
    }

    /** Those at the meeting whose body is the applicant, or steps back from this item. */
    private List<Attendance> recused(AgendaItem item, ProposalForm form) {
        return meeting.attendance().stream().filter(Attendance::inTheRoom).filter(row -> row.body() != null)
                .filter(row -> item.votes().get(row.body()) == Vote.RECUSED || Recusal.concerns(office(row), form, pack)).toList();
    }

    /** Who must not be in the room for an item, those who left for reasons of their own included. @param experts reasons by name, of experts who may not judge this project */
    List<Leaver> leavers(AgendaItem item, ProposalForm form, List<Absence> absences, Map<String, Message> experts) {
        Set<String> outside = absences.stream().filter(Absence::outside).map(Absence::person).collect(Collectors.toSet());
        var leavers = new LinkedHashMap<String, Leaver>();
        for (Attendance row : recused(item, form)) {
            boolean applicant = Recusal.concerns(office(row), form, pack);
            leavers.put(row.person(), new Leaver(row.person(), row.unit(), Message.of(applicant ? "meeting.leaver.applicant" : "meeting.leaver.vote", row.unit()), outside.contains(row.person())));
        }
        meeting.attendance().stream().filter(Attendance::inTheRoom).filter(row -> experts.containsKey(row.person()))
                .forEach(row -> leavers.putIfAbsent(row.person(), new Leaver(row.person(), row.unit(), experts.get(row.person()), outside.contains(row.person()))));
        absences.stream().filter(Absence::outside).filter(absence -> !leavers.containsKey(absence.person()))
                .forEach(absence -> leavers.put(absence.person(), new Leaver(absence.person(), absence.unit(), Message.of("meeting.leaver.own", absence.why()), true)));
        return List.copyOf(leavers.values());
    }

    /** Whether nobody speaks for the body on this item, because whoever came for it left. */
    boolean away(String body, List<Absence> absences) {
        Set<String> left = absences.stream().map(Absence::person).collect(Collectors.toSet());
        return meeting.attendance().stream().filter(Attendance::represents).filter(row -> body.equals(row.body())).allMatch(row -> left.contains(row.person()));
    }

    boolean chairIsApplicant(ProposalForm form) {
        return rows(meeting.chair()).anyMatch(row -> Recusal.concerns(office(row), form, pack));
    }

    /** Whether the chair is on leave, or somebody stands in. A chair who is on no list, as one from above all bodies, is there. */
    private boolean chairIsAbsent() {
        return rows(meeting.chair()).findAny().isEmpty() && meeting.chair() != null && meeting.attendance().stream()
                .anyMatch(row -> row.place() == Attendance.Presence.LEAVE && meeting.chair().equals(row.person()) || meeting.chair().equals(row.standsFor()));
    }

    /** Who presides over an item: the chair, or the deputy where the chair's body is the applicant, or the chair is on leave or has left; empty where nobody can. */
    Optional<String> presiding(ProposalForm form, List<Absence> absences) {
        boolean left = absences.stream().anyMatch(absence -> absence.person().equals(meeting.chair()));
        if (!left && !chairIsAbsent() && !chairIsApplicant(form)) {
            return Optional.ofNullable(meeting.chair());
        }
        boolean deputyIsThere = rows(meeting.deputy()).anyMatch(row -> row.body() == null || !Recusal.concerns(office(row), form, pack))
                && absences.stream().noneMatch(absence -> absence.person().equals(meeting.deputy()));
        return deputyIsThere ? Optional.of(meeting.deputy()) : Optional.empty();
    }

    private java.util.stream.Stream<Attendance> rows(String person) {
        return meeting.attendance().stream().filter(Attendance::inTheRoom).filter(row -> row.person().equals(person));
    }

    /** The body of a row; of a unit that was asked besides, or of a guest, the unit as if it were one. */
    private ReviewBody office(Attendance row) {
        String unit = row.unit() == null ? "" : row.unit();
        String code = row.body() == null ? "" : row.body();
        return pack.bodies().stream().filter(body -> body.code().equals(code)).findFirst()
                .orElseGet(() -> new ReviewBody(code, unit, unit, "", code, ReviewBody.Kind.OFFICE, false, false, false, Set.of(), ""));
    }
}
