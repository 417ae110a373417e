package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.RulePack;

/** The limits of total investment that the place has set, the highest first. A limit is reached by its own amount. None set: nothing to judge by. */
record Limits(List<Limit> all) {

    /** @param key {@code small}, {@code expert}, {@code feasibility} */
    record Limit(String key, Money amount) {

        Message name() {
            return Message.of("linkage.limit." + key);
        }
    }

    static Limits of(RulePack pack) {
        var found = new ArrayList<Limit>();
        for (String key : List.of("small", "expert", "feasibility")) {
            pack.moneyParam("limit." + key).filter(Money::isPositive).ifPresent(amount -> found.add(new Limit(key, amount)));
        }
        found.sort(Comparator.comparing(Limit::amount).reversed());
        return new Limits(List.copyOf(found));
    }
}
