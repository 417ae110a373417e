package org.lianshen.model.linkage;

import org.lianshen.model.Money;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.proposal.FundShare;

/** How a line's amount goes with what was approved, as a whole or for the line's year. */
enum AmountFit {
    /** The same to the fen, or as a sheet in 万元 rounds it. */
    EQUAL,
    /** Within the pack's tolerance. */
    NEAR,
    /** Less: a part, a first payment, or what the finance department left of it. */
    LESS,
    /** More than was approved, or nothing is known. */
    OTHER;

    private static final long[] ROUNDED_TO_FEN = { 10_000, 100_000, 1_000_000 };

    static Money whole(LedgerProject project) {
        return project.approved() == null ? project.applied() : project.approved();
    }

    /** Approved for a year; zero where the approval names no years. */
    static Money share(LedgerProject project, int year) {
        return Money.sum(project.funds().stream().filter(fund -> fund.year() == year).map(FundShare::amount).toList());
    }

    static AmountFit of(Money amount, int year, LedgerProject project, java.math.BigDecimal tolerance) {
        AmountFit whole = of(amount, whole(project), tolerance);
        AmountFit share = of(amount, share(project, year), tolerance);
        return whole.compareTo(share) <= 0 ? whole : share;
    }

    private static AmountFit of(Money amount, Money approved, java.math.BigDecimal tolerance) {
        if (approved == null || !approved.isPositive() || !amount.isPositive()) {
            return OTHER;
        }
        if (amount.equals(approved) || rounded(amount, approved)) {
            return EQUAL;
        }
        if (!amount.minus(approved).abs().moreThan(approved.times(tolerance))) {
            return NEAR;
        }
        return approved.moreThan(amount) ? LESS : OTHER;
    }

    /** 0.01, 0.1 and 1 万元 are what sheets in 万元 round to; 1 only where that is less than a hundredth. */
    private static boolean rounded(Money amount, Money approved) {
        for (long unit : ROUNDED_TO_FEN) {
            long rounded = (approved.fen() + unit / 2) / unit * unit;
            if (rounded == amount.fen() && Math.abs(rounded - approved.fen()) * 100 <= approved.fen()) {
                return true;
            }
        }
        return false;
    }
}
