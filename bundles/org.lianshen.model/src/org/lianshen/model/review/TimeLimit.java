package org.lianshen.model.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.lianshen.model.pack.RulePack;

/**
 * A limit in working days as it stands on a day (domain.md §3.4): it warns when the pack's share of it is used, and is escalated when it is over.
 *
 * @param total working days from {@code since} to {@code due}
 * @param left  working days left, 0 on the last day, negative when it is over
 */
public record TimeLimit(LocalDate since, LocalDate due, int total, int left, Level level) {

    /** Words are texts {@code review.level.NAME}. */
    public enum Level {
        /** 期限内 */ IN_TIME,
        /** 临期 */ WARNING,
        /** 逾期, escalated to the lead body */ OVER
    }

    /** @param since null where it is not known from when: then nothing warns before the limit is over */
    public static TimeLimit of(LocalDate since, LocalDate due, LocalDate today, RulePack pack) {
        int total = since == null ? 0 : pack.calendar().workdaysBetween(since, due);
        int left = pack.calendar().workdaysBetween(today, due);
        if (today.isAfter(due)) {
            return new TimeLimit(since, due, total, left, Level.OVER);
        }
        BigDecimal warned = pack.ratio("days.warnShare").multiply(BigDecimal.valueOf(total));
        boolean warns = total > 0 && BigDecimal.valueOf((long) total - left).compareTo(warned) >= 0;
        return new TimeLimit(since, due, total, left, warns ? Level.WARNING : Level.IN_TIME);
    }
}
