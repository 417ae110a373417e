package org.lianshen.model.price;

import java.math.BigDecimal;
import java.util.UUID;
import org.lianshen.model.Money;

/**
 * A unit price that was met.
 *
 * @param item          as written
 * @param measure       unit of measure, may be empty
 * @param price         of one
 * @param quantity      how many, or null
 * @param unit          who buys
 * @param source        where from
 * @param sourceId      the proposal or the budget line
 * @param place         {@code 概算第3行} or sheet and row, in canonical form: {@code 3} or {@code sheet!row}
 */
public record SeenPrice(String item, String specification, String measure, Money price, BigDecimal quantity, String project, int year, String unit, Source source,
        UUID sourceId, String place) {

    /** Words are texts {@code summary.source.NAME}. */
    public enum Source {
        /** line of a proposal's estimate */ ESTIMATE,
        /** budget line with a quantity */ BUDGET
    }
}
