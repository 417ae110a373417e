package org.lianshen.model.review;

import java.time.Instant;
import java.time.LocalDate;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;

/**
 * Where one body stands in the current round.
 *
 * @param act  the opinion that counts, or null
 * @param seat who was asked and who holds the task; null where that is not known
 */
public record BodyStatus(String body, Standing standing, LocalDate due, Overall overall, ReviewAct act, Instant signedAt, Seat seat) {

    public BodyStatus(String body, Standing standing, LocalDate due, Overall overall, ReviewAct act, Instant signedAt) {
        this(body, standing, due, overall, act, signedAt, null);
    }

    /** The body itself: one of the pack, or a unit that was asked besides. */
    public ReviewBody office(RulePack pack) {
        return seat == null ? pack.body(body) : seat.body();
    }

    /** Whether it has neither spoken nor abstains. */
    public boolean silent() {
        return standing == Standing.WAITING || standing == Standing.OVERDUE;
    }

    /** Whether countersigning waits for it. */
    public boolean required(RulePack pack) {
        return seat == null ? pack.body(body).required() : seat.required();
    }

    /** Code of the body that has the task. */
    public String holder() {
        return seat == null ? body : seat.holder();
    }

    /** Words are texts {@code review.standing.NAME}. */
    public enum Standing {
        /** 待签署 */ WAITING,
        /** 逾期未反馈: never counted as consent unless the pack says so */ OVERDUE,
        /** 同意 */ AGREED,
        /** 修改后同意 */ WITH_CHANGES,
        /** 不同意 */ AGAINST,
        /** 无职责意见 */ NO_DUTY,
        /** 回避 */ RECUSED
    }
}
