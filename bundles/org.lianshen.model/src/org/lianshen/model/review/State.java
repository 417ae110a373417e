package org.lianshen.model.review;

/** State of a proposal, always computed by {@link ReviewStates}; words are texts {@code review.state.NAME}. */
public enum State {
    /** 草稿 */ DRAFT,
    /** 已申报, waits for 形式审查 */ SUBMITTED,
    /** 退回补正 */ RETURNED,
    /** 建议不予立项, waits for the meeting */ PRE_REJECTED,
    /** 会签中 */ COUNTERSIGN,
    /** 待专家评审: the experts' opinion is what is missing */ EXPERT_REVIEW,
    /** 待上会: every required opinion is in, or the limit is over */ READY_FOR_MEETING,
    /** 待结论: every body agreed, and the amount is so small that no meeting is needed */ READY_TO_CONCLUDE,
    /** 已批复 */ APPROVED,
    /** 修改后通过, conditions open */ CONDITIONAL,
    /** 不予通过 */ REJECTED,
    /** 暂缓 */ DEFERRED,
    /** 合并建设 */ MERGED,
    /** 批复已过期 */ EXPIRED,
    /** 已撤销 */ WITHDRAWN;

    /** Whether it can be put on the agenda of a meeting. */
    public boolean forTheMeeting() {
        return this == READY_FOR_MEETING || this == DEFERRED || this == PRE_REJECTED;
    }

    /** Whether bodies give their opinions, unless the round was closed. */
    public boolean countersigning() {
        return this == COUNTERSIGN || this == EXPERT_REVIEW || this == READY_FOR_MEETING || this == READY_TO_CONCLUDE;
    }

    /** Whether a meeting has decided for the project: 已批复, 修改后通过, or such an approval that has run out. */
    public boolean decidedFor() {
        return this == APPROVED || this == CONDITIONAL || this == EXPIRED;
    }
}
