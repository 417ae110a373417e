package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.RulePack;

/** The limits of total investment that the place has set, the highest first. A limit is reached by its own amount. None set: nothing to judge by. */
record Limits(List<Limit> all) {

    private static final List<String> KEYS = List.of("apply", "small", "expert", "feasibility");

    /** @param key {@code apply}, {@code small}, {@code expert}, {@code feasibility} */
    record Limit(String key, Money amount) {

        Message name() {
            return Message.of("linkage.limit." + key);
        }
    }

    static Limits of(RulePack pack) {
        var found = new ArrayList<Limit>();
        for (String key : KEYS) {
            pack.moneyParam("limit." + key).filter(Money::isPositive).ifPresent(amount -> found.add(new Limit(key, amount)));
        }
        found.sort(Comparator.comparing(Limit::amount).reversed());
        return new Limits(List.copyOf(found));
    }

    /** A rule about limits is silent where there is none; it needs one of them. */
    static List<Silence> silent(RulePack pack, String rule) {
        return of(pack).all().isEmpty() ? List.of(new Silence(rule, true, KEYS.stream().map(key -> "limit." + key).toList())) : List.of();
    }
}
