package org.lianshen.model.proposal;

import java.math.BigDecimal;

/** 绩效指标 promised with the proposal; weights of all rows add up to 90. {@code sign} is one of ≥ ≤ = 定性. */
public record GoalIndicator(String level1, String level2, String name, String sign, String target, String unit, BigDecimal weight) {
}
