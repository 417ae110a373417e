package org.lianshen.review.ui;

import java.time.LocalDate;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.table.Column;
import org.lianshen.workbench.look.Tone;

/** How states and standings look, and how time left is said. */
final class Standings {

    private Standings() {
    }

    static Tone tone(Standing standing) {
        return switch (standing) {
            case AGREED -> Tone.OK;
            case WITH_CHANGES -> Tone.WARN;
            case AGAINST, OVERDUE -> Tone.BLOCK;
            case WAITING -> Tone.INFO;
            case NO_DUTY, RECUSED -> Tone.NEUTRAL;
        };
    }

    static Tone tone(State state) {
        return switch (state) {
            case APPROVED -> Tone.OK;
            case RETURNED, CONDITIONAL, DEFERRED -> Tone.WARN;
            case REJECTED, EXPIRED -> Tone.BLOCK;
            case SUBMITTED, COUNTERSIGN, READY_FOR_MEETING -> Tone.INFO;
            case DRAFT, MERGED, WITHDRAWN -> Tone.NEUTRAL;
        };
    }

    static Column.Mark mark(State state) {
        return switch (tone(state)) {
            case OK -> new Column.Mark("review.state." + state.name(), Column.Tone.OK, "check-circle");
            case WARN -> new Column.Mark("review.state." + state.name(), Column.Tone.WARN, "exclamation-triangle");
            case BLOCK -> new Column.Mark("review.state." + state.name(), Column.Tone.BLOCK, "x-circle");
            case INFO -> new Column.Mark("review.state." + state.name(), Column.Tone.INFO, "clock");
            case NEUTRAL -> new Column.Mark("review.state." + state.name(), Column.Tone.MUTED, "dash-circle");
        };
    }

    static boolean overdue(ReviewState state, LocalDate today) {
        return state.dueDate() != null && today.isAfter(state.dueDate());
    }

    /** Empty where there is no limit. */
    static String timeLeft(ReviewState state, LocalDate today, RulePack pack, ReviewMessages messages) {
        if (state.dueDate() == null) {
            return "";
        }
        if (overdue(state, today)) {
            return messages.format(messages.overdue, state.dueDate().toString());
        }
        int left = pack.calendar().workdaysBetween(today, state.dueDate());
        return left == 0 ? messages.dueToday : messages.format(messages.dueIn, left);
    }
}
