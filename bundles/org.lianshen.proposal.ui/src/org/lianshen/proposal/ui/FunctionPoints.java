package org.lianshen.proposal.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import org.lianshen.model.Money;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.FunctionItem;

/**
 * Function points and what they mean in person-months and money (domain.md §2.5.1): unadjusted points × scale change of the budget stage × hours a point ÷ hours a month
 * × price of a month. Weights, factors and prices are the pack's; where it has no price the amount stays open.
 */
record FunctionPoints(BigDecimal ilf, BigDecimal eif, BigDecimal ei, BigDecimal eo, BigDecimal eq, BigDecimal scaleChange, Optional<BigDecimal> hoursPerPoint,
        BigDecimal hoursPerMonth, Optional<Money> monthRate) {

    private static final BigDecimal ONE = BigDecimal.ONE;

    static FunctionPoints of(RulePack pack) {
        return new FunctionPoints(pack.ratio("fp.ilf"), pack.ratio("fp.eif"), pack.ratio("fp.ei"), pack.ratio("fp.eo"), pack.ratio("fp.eq"),
                pack.ratio("fp.changeBudget"), pack.param("fp.hoursPerPoint").decimal(), pack.ratio("fp.hoursPerMonth"), pack.moneyParam("fp.monthRate"));
    }

    /** Before a pack is known every count weighs one. */
    static FunctionPoints unweighted() {
        return new FunctionPoints(ONE, ONE, ONE, ONE, ONE, ONE, Optional.empty(), ONE, Optional.empty());
    }

    /** Null where nothing is counted. */
    BigDecimal points(FunctionItem item) {
        if (item.ilf() == null && item.eif() == null && item.ei() == null && item.eo() == null && item.eq() == null) {
            return null;
        }
        return weighed(ilf, item.ilf()).add(weighed(eif, item.eif())).add(weighed(ei, item.ei())).add(weighed(eo, item.eo())).add(weighed(eq, item.eq()));
    }

    private static BigDecimal weighed(BigDecimal weight, Integer count) {
        return count == null ? BigDecimal.ZERO : weight.multiply(BigDecimal.valueOf(count));
    }

    BigDecimal points(Collection<FunctionItem> items) {
        return items.stream().map(this::points).filter(points -> points != null).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Person-months of so many unadjusted points, two decimals; empty while the pack has no hours a point. */
    Optional<BigDecimal> months(BigDecimal points) {
        return hoursPerPoint.map(hours -> points.multiply(scaleChange).multiply(hours).divide(hoursPerMonth, 2, RoundingMode.HALF_UP));
    }

    /** Price of so many unadjusted points; empty while the pack lacks a price. */
    Optional<Money> amount(BigDecimal points) {
        return monthRate.flatMap(rate -> months(points).map(rate::times));
    }
}
