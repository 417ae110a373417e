package org.lianshen.model.pack;

import java.math.BigDecimal;

/**
 * Where a grade begins. A score is rounded first and compared then, so that exactly 90.00 is 优.
 *
 * @param grade   the grade
 * @param atLeast lowest score, inclusive, in points of 100
 */
public record GradeBand(Grade grade, BigDecimal atLeast) {
}
