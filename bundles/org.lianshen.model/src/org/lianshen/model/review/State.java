package org.lianshen.model.review;

/** State of a proposal, always computed by {@link ReviewStates}; words are texts {@code review.state.NAME}. */
public enum State {
    /** 草稿 */ DRAFT,
    /** 已申报, waits for 形式审查 */ SUBMITTED,
    /** 退回补正 */ RETURNED,
    /** 会签中 */ COUNTERSIGN,
    /** 待上会: every required opinion is in, or the limit is over */ READY_FOR_MEETING,
    /** 已批复 */ APPROVED,
    /** 修改后通过, conditions open */ CONDITIONAL,
    /** 不予通过 */ REJECTED,
    /** 暂缓 */ DEFERRED,
    /** 合并建设 */ MERGED,
    /** 批复已过期 */ EXPIRED,
    /** 已撤销 */ WITHDRAWN;

    /** Whether a meeting has decided for the project: 已批复, 修改后通过, or such an approval that has run out. */
    public boolean decidedFor() {
        return this == APPROVED || this == CONDITIONAL || this == EXPIRED;
    }
}
