package org.lianshen.model.ledger;

import java.math.BigDecimal;
import org.lianshen.model.Money;

/**
 * One row of the ledger with its amount chain 申报 → 核定 → 预算 → 支付.
 *
 * @param budgeted      sum of linked annual lines of all years (final amounts); null where none is linked
 * @param paid          sum of linked payments; null where none is linked
 * @param score         last settled appraisal, null where none
 * @param grade         its grade, null where none
 * @param blocking      open findings of severity E
 * @param warnings      open findings of severity W
 */
public record LedgerRow(LedgerProject project, Money initialBudget, Money budgeted, Money paid, BigDecimal score, org.lianshen.model.pack.Grade grade, int blocking,
        int warnings) {
}
