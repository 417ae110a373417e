package org.lianshen.model.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who left the room while a project was dealt with, and who came back, computed from the acts of its meeting. */
public final class Absences {

    private Absences() {
    }

    /** @param back null while the person is outside */
    public record Absence(String person, String unit, String why, Instant left, Instant back) {

        public boolean outside() {
            return back == null;
        }
    }

    /** Of one item, in the order in which people left. @param acts in order */
    public static List<Absence> of(List<MeetingAct> acts, UUID proposal) {
        var absences = new ArrayList<Absence>();
        Map<String, Integer> outside = new LinkedHashMap<>();
        for (MeetingAct act : acts) {
            if (act.detail() instanceof MeetingAct.Left left && left.proposal().equals(proposal) && !outside.containsKey(left.person())) {
                outside.put(left.person(), absences.size());
                absences.add(new Absence(left.person(), left.unit(), left.why(), act.at(), null));
            } else if (act.detail() instanceof MeetingAct.Returned back && back.proposal().equals(proposal) && outside.containsKey(back.person())) {
                int index = outside.remove(back.person());
                Absence open = absences.get(index);
                absences.set(index, new Absence(open.person(), open.unit(), open.why(), open.left(), act.at()));
            }
        }
        return List.copyOf(absences);
    }
}
