package org.lianshen.workbench.shell;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.service.TodoService;
import org.lianshen.service.TodoService.Item;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;

/** What the to-do page shows, without widgets: items in groups by due date, how long there is for each, and where it leads. */
record TodoModel(LocalDate today, WorkCalendar calendar, List<Item> items) {

    enum Group {
        OVERDUE, TODAY,
        /** to Sunday */
        WEEK,
        /** later or without a date */
        LATER
    }

    TodoModel {
        items = items.stream().sorted(Comparator.comparing((Item item) -> item.due() == null ? LocalDate.MAX : item.due())).toList();
    }

    /** Groups that have items, in order. */
    Map<Group, List<Item>> groups() {
        Map<Group, List<Item>> groups = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            List<Item> of = items.stream().filter(item -> group(item) == group).toList();
            if (!of.isEmpty()) {
                groups.put(group, of);
            }
        }
        return groups;
    }

    int count(Group group) {
        return (int) items.stream().filter(item -> group(item) == group).count();
    }

    Group group(Item item) {
        if (item.overdue() || item.due() != null && item.due().isBefore(today)) {
            return Group.OVERDUE;
        }
        if (today.equals(item.due())) {
            return Group.TODAY;
        }
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return item.due() != null && !item.due().isAfter(sunday) ? Group.WEEK : Group.LATER;
    }

    Tone tone(Item item) {
        return switch (group(item)) {
            case OVERDUE -> Tone.BLOCK;
            case TODAY -> Tone.WARN;
            case WEEK, LATER -> Tone.NEUTRAL;
        };
    }

    /** How long there is: working days left; negative when overdue. */
    int workdaysLeft(Item item) {
        return calendar.workdaysBetween(today, item.due());
    }

    /** Items about a year's budget as a whole have no name of their own: what is to be done is their title. */
    static boolean isAboutAYear(TodoService.Kind kind) {
        return part(kind).equals(Opener.FINDINGS);
    }

    static Icon icon(TodoService.Kind kind) {
        return switch (kind) {
            case DRAFT -> Icon.PENCIL_SQUARE;
            case ANSWER_RETURN -> Icon.CHAT_LEFT_TEXT;
            case ACCEPT -> Icon.INBOX;
            case COUNTERSIGN -> Icon.HOURGLASS_SPLIT;
            case TAKE_TO_MEETING -> Icon.CALENDAR_EVENT;
            case CLOSE_MEETING -> Icon.PRINTER;
            case VERIFY, CONCLUDE -> Icon.CLIPBOARD_CHECK;
            case EXPERTS, ANSWER_INVITATION -> Icon.PEOPLE;
            case ASSESS, LEAD_OPINION -> Icon.PENCIL_SQUARE;
            case ISSUE -> Icon.SEND;
            case CHASE, FOLLOW_UP -> Icon.BELL;
            case FINDINGS -> Icon.EXCLAMATION_OCTAGON;
            case SUSPECT_LINKS -> Icon.LINK_45DEG;
            case SIGN_WAIVER -> Icon.PENCIL_SQUARE;
            case FINDING_DUE -> Icon.HOURGLASS_SPLIT;
            case SETTLE -> Icon.GRAPH_UP;
        };
    }

    /** What that part shows: one meeting takes all that is ready, and findings are those of a year, whose number is the title. */
    static String object(TodoService.Item item) {
        return switch (item.kind()) {
            case TAKE_TO_MEETING, FOLLOW_UP -> "";
            case FINDINGS, SIGN_WAIVER, FINDING_DUE -> item.title();
            case SUSPECT_LINKS -> String.join("", Opener.SUSPECTS, item.title());
            default -> item.id().toString();
        };
    }

    /** Id of the part that the item is done in. */
    static String part(TodoService.Kind kind) {
        return switch (kind) {
            case DRAFT, ANSWER_RETURN -> Opener.PROPOSAL;
            case ACCEPT, COUNTERSIGN, VERIFY, EXPERTS, CONCLUDE, ISSUE, CHASE -> Opener.REVIEW;
            case ANSWER_INVITATION, ASSESS, LEAD_OPINION -> Opener.SCORE;
            case TAKE_TO_MEETING -> Opener.QUEUE;
            case CLOSE_MEETING -> Opener.MEETING;
            case FOLLOW_UP -> Opener.ACTIONS;
            case FINDINGS, SUSPECT_LINKS, SIGN_WAIVER, FINDING_DUE -> Opener.FINDINGS;
            case SETTLE -> Opener.APPRAISAL;
        };
    }
}
