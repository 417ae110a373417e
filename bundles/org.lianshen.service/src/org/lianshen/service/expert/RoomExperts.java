package org.lianshen.service.expert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.Panel.Standing;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** Experts who sit in the room of a meeting and must not be there for a project: they stepped back from it, or something binds them to it. */
public final class RoomExperts {

    private RoomExperts() {
    }

    /** Why, by name. @param people who is in the room besides the bodies */
    public static Map<String, Message> bound(Desk desk, Tx tx, UUID proposal, Set<String> people) {
        List<Expert> there = people.isEmpty() ? List.of() : tx.experts().pool().stream().filter(expert -> people.contains(expert.name())).toList();
        var bound = new LinkedHashMap<String, Message>();
        if (!there.isEmpty()) {
            var panels = new Panels(desk, tx, proposal);
            for (Expert expert : there) {
                boolean avoided = panels.panel().members().stream().anyMatch(member -> member.id().equals(expert.id()) && member.standing() == Standing.AVOIDED);
                List<Message> found = panels.bound(expert.id());
                if (avoided || !found.isEmpty()) {
                    bound.put(expert.name(), found.isEmpty() ? Message.of("meeting.leaver.expertAvoided") : Message.of("meeting.leaver.expert", found.getFirst()));
                }
            }
        }
        return bound;
    }
}
