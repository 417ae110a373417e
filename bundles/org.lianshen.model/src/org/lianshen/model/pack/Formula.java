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
    /** Full points inside an interval, which is written {@code 30..80}. */
    INTERVAL,
    /** A table of thresholds and points: {@code 0=4;10=3;20=2;30=1} where less is better, {@code 60=2;80=5;95=8} where more is. */
    STEPS,
    /** Qualitative, three tiers: 达成 / 部分达成 / 未达成. */
    TIERS,
    /** 是或否: all points or none. */
    YES_NO
}
