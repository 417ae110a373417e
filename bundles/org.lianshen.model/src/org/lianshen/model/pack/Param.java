package org.lianshen.model.pack;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number or switch that differs by place and year.
 *
 * @param key      stable key, such as {@code limit.small}
 * @param value    plain text of the value; empty means 未配置: no figure is known, and none is made up
 * @param unit     one of {@code yuan, ratio, percent, points, days, workdays, months, years, count, boolean, text}
 * @param title    Chinese label
 * @param titleEn  English label
 * @param basis    where the value comes from
 * @param verified false: shown as 依据待核实
 * @param clauseId clause it rests on; may be empty
 */
public record Param(String key, String value, String unit, String title, String titleEn, String basis, boolean verified, String clauseId) {

    /** False where the place has not set a value (未配置). */
    public boolean configured() {
        return !value.isEmpty();
    }

    /** The exact decimal; empty if not configured. */
    public Optional<BigDecimal> decimal() {
        return configured() ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    /** The whole number; empty if not configured. */
    public Optional<Integer> integer() {
        return decimal().map(BigDecimal::intValueExact);
    }
}
