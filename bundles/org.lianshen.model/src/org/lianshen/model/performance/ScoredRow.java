package org.lianshen.model.performance;

import java.math.BigDecimal;
import org.lianshen.model.Message;

/**
 * A row with its score.
 *
 * @param score   two decimals, half-up
 * @param formula how it was computed, in words with the numbers put in
 * @param flag    null, or what to look at: missing data, reason mandatory, target too low, claimed score differs
 */
public record ScoredRow(IndicatorValue row, BigDecimal score, Message formula, Message flag) {
}
