package org.lianshen.model.review;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where one body stands in the current round.
 *
 * @param act the opinion that counts, or null
 */
public record BodyStatus(String body, Standing standing, LocalDate due, Overall overall, ReviewAct act, Instant signedAt) {

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
