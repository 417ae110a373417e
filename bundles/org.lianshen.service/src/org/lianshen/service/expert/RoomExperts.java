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

    private final Desk desk;
    private final Tx tx;
    private final List<Expert> there;

    /** @param people who is in the room besides the bodies */
    public RoomExperts(Desk desk, Tx tx, Set<String> people) {
        this.desk = desk;
        this.tx = tx;
        there = people.isEmpty() ? List.of() : tx.experts().pool().stream().filter(expert -> people.contains(expert.name())).toList();
    }

    /** Why, by name. */
    public Map<String, Message> bound(UUID proposal) {
        var bound = new LinkedHashMap<String, Message>();
        if (!there.isEmpty()) {
            var panels = new Panels(desk, tx, proposal);
            for (Expert expert : there) {
                boolean avoided = panels.panel().member(expert.id()).filter(member -> member.standing() == Standing.AVOIDED).isPresent();
                List<Message> found = panels.bound(expert);
                if (avoided || !found.isEmpty()) {
                    bound.put(expert.name(), found.isEmpty() ? Message.of("meeting.leaver.expertAvoided") : Message.of("meeting.leaver.expert", found.getFirst()));
                }
            }
        }
        return bound;
    }
}
