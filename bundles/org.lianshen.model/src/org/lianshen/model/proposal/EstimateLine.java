package org.lianshen.model.proposal;

import java.math.BigDecimal;
import org.lianshen.model.Money;

/**
 * One line of the estimate (概算).
 *
 * @param no        1, 2, 3 … within the form: how opinions and cuts refer to it
 * @param item      what is bought or built
 * @param unit      套, 人月, 项 …
 * @param unitPrice price of one unit; null where only the amount is known
 * @param factor    quantity discount or adjustment, 1 when none
 * @param amount    quantity × price × factor, as the unit states it; the form check compares
 */
public record EstimateLine(int no, EstimateCode code, String item, String specification, BigDecimal quantity, String unit, Money unitPrice, BigDecimal factor,
        Money amount, String note) {

    /** Quantity × price × factor, half-up to the fen; null where quantity or price is missing. */
    public Money computed() {
        if (quantity == null || unitPrice == null) {
            return null;
        }
        return unitPrice.times(factor == null ? quantity : quantity.multiply(factor));
    }
}
