package org.lianshen.model.proposal;

import org.lianshen.model.Money;

/**
 * One cell of the fund plan: a year and a source.
 *
 * @param documentNo 文号 of upper-level money, may be null
 */
public record FundShare(int year, FundKind kind, Money amount, String documentNo) {
}
