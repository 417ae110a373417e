package org.lianshen.model.meeting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * 督办事项 as it stands, computed from the acts of its meeting.
 *
 * @param raised what is to be done
 * @param since  day from which
 * @param done   the act that closed it, or null while it is open
 * @param last   the last act on it
 */
public record ActionItem(UUID meeting, MeetingAct.Raised raised, LocalDate since, MeetingAct done, MeetingAct last) {

    public UUID id() {
        return raised.action();
    }

    public boolean open() {
        return done == null;
    }

    public boolean overdue(LocalDate today) {
        return open() && today.isAfter(raised.due());
    }

    /** Every item of one meeting, in the order in which they were raised. @param acts in order */
    public static List<ActionItem> of(List<MeetingAct> acts, java.time.ZoneId zone) {
        Map<UUID, ActionItem> items = new LinkedHashMap<>();
        for (MeetingAct act : acts) {
            switch (act.detail()) {
                case MeetingAct.Raised raised -> items.putIfAbsent(raised.action(), new ActionItem(act.meeting(), raised, LocalDate.ofInstant(act.at(), zone), null, act));
                case MeetingAct.Done done -> items.computeIfPresent(done.action(), (id, item) -> item.open() ? new ActionItem(item.meeting, item.raised, item.since, act, act) : item);
                case MeetingAct.Reopened again -> items.computeIfPresent(again.action(), (id, item) -> item.open() ? item : new ActionItem(item.meeting, item.raised, item.since, null, act));
                case MeetingAct.Left left -> {
                    // Of the room, not of what is to be done.
                }
                case MeetingAct.Returned back -> {
                    // Of the room, not of what is to be done.
                }
            }
        }
        return List.copyOf(items.values());
    }
}
