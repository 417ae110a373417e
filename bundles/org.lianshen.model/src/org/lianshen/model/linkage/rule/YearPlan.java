package org.lianshen.model.linkage.rule;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.LedgerProject;

/**
 * What a project was to get in which year.
 *
 * @param shares by year, none that is not positive
 */
record YearPlan(SortedMap<Integer, Money> shares) {

    YearPlan {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    /** Empty where nothing is known of years: an imported list names a source and one year, which is that of the application. */
    static Optional<YearPlan> of(LedgerProject project) {
        if (project.funds().size() < (project.imported() ? 2 : 1)) {
            return Optional.empty();
        }
        var shares = new TreeMap<Integer, Money>();
        project.funds().forEach(share -> shares.merge(share.year(), share.amount(), Money::plus));
        shares.values().removeIf(amount -> !amount.isPositive());
        boolean known = project.imported() ? shares.size() > 1 : !shares.isEmpty();
        return known ? Optional.of(new YearPlan(shares)) : Optional.empty();
    }

    Money share(int year) {
        return shares.getOrDefault(year, Money.ZERO);
    }

    List<String> words() {
        return shares.entrySet().stream().map(year -> year.getKey() + ": " + year.getValue()).toList();
    }
}
