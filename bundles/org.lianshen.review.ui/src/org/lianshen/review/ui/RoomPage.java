package org.lianshen.review.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.service.MeetingService;
import org.lianshen.service.MeetingService.Leaver;
import org.lianshen.service.MeetingService.Standing;
import org.lianshen.service.ReviewService.Review;

/**
 * What everybody in the room may see at this moment. Of an item for which somebody sits in the room who must not, nothing but its name is there: neither opinions nor
 * amounts nor decision, neither on the page nor in the agenda beside it.
 *
 * @param agenda in order
 * @param item   null where the page is held or nothing is chosen
 * @param leavers who must leave before the item can be shown; empty where it is shown
 */
record RoomPage(String no, List<Row> agenda, Shown item, List<Leaver> leavers) {

    /** @param decided null where nothing is decided, or where it must not be seen now. @param current whether it is the item at hand */
    record Row(int no, String name, DecisionKind decided, boolean current) {
    }

    /** @param standing who is in the chair and who is outside */
    record Shown(AgendaItem item, Review review, MeetingService.Item standing) {
    }

    /** @param standing null where it is not known yet: then no item is shown, since nobody knows who must leave */
    static RoomPage of(Meeting meeting, Map<UUID, Review> projects, Standing standing, UUID shown) {
        var rows = new ArrayList<Row>();
        Shown item = null;
        List<Leaver> leavers = List.of();
        for (AgendaItem each : meeting.agenda()) {
            Review review = projects.get(each.proposal());
            MeetingService.Item stands = standing == null ? null : standing.items().stream().filter(known -> known.proposal().equals(each.proposal())).findFirst().orElse(null);
            boolean open = review != null && stands != null && !stands.held();
            boolean current = each.proposal().equals(shown);
            rows.add(new Row(rows.size() + 1, review == null ? "" : review.proposal().form().name(), open ? each.kind() : null, current));
            if (current && open) {
                item = new Shown(each, review, stands);
            } else if (current && stands != null) {
                leavers = stands.leavers().stream().filter(leaver -> !leaver.outside()).toList();
            }
        }
        return new RoomPage(meeting.no(), List.copyOf(rows), item, leavers);
    }

    boolean held() {
        return !leavers.isEmpty();
    }
}
