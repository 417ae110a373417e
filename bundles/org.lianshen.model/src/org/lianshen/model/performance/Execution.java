package org.lianshen.model.performance;

import org.lianshen.model.Money;

/** 项目资金: initial budget, full-year (adjusted) budget, executed. */
public record Execution(Money initial, Money budget, Money executed) {
}
