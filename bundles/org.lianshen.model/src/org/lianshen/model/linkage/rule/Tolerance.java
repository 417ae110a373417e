package org.lianshen.model.linkage.rule;

import java.util.List;
import org.lianshen.model.Money;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.pack.RulePack;

/** Amounts from sheets in 万元 with two decimals are whole hundreds of yuan: only then may a sum be off by the pack's rounding tolerance. Other amounts agree to the fen. */
final class Tolerance {

    private static final long HUNDRED_YUAN = 10_000;

    private Tolerance() {
    }

    static Money of(RulePack pack, List<CheckedLine> lines) {
        boolean rounded = lines.stream().allMatch(each -> each.line().amount().fen() % HUNDRED_YUAN == 0);
        return rounded ? pack.moneyParam("budget.roundingTolerance").orElse(Money.ZERO) : Money.ZERO;
    }
}
