package org.lianshen.model.review;

/** 结论 of the joint meeting. */
public enum DecisionKind {
    /** 通过 */ APPROVED,
    /** 修改后通过: binding only when its conditions are verified */ CONDITIONAL,
    /** 退回补正 */ RETURNED,
    /** 不予通过 */ REJECTED,
    /** 暂缓 to the next batch */ DEFERRED,
    /** 合并建设 into another project */ MERGED
}
