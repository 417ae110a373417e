package org.lianshen.model.pack;

/** How the points of one performance indicator come from target and actual value (domain rule: rounded once, half-up, at the end). */
public enum Formula {
    /** 预算执行率: paid ÷ adjusted budget, at most 1, times the weight. */
    EXECUTION_RATE,
    /** Quantitative, more is better (≥). */
    AT_LEAST,
    /** Quantitative, less is better (≤), such as cost or downtime. */
    AT_MOST,
    /** Must equal the target. */
    EQUAL,
    /** Full points inside an interval. */
    INTERVAL,
    /** A table of thresholds. */
    STEPS,
    /** Qualitative, three tiers: 达成 / 部分达成 / 未达成. */
    TIERS,
    /** 是或否: all points or none. */
    YES_NO
}
