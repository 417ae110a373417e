package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.stream.Stream;
import org.lianshen.model.pack.RulePack;

/**
 * A rule that judges nothing, or one part of it that does not, because the place has not set what it judges by (未配置). Not finding anything then says nothing.
 *
 * @param rule  B01 … B53
 * @param whole whether nothing of the rule was judged; else only what the missing values are for
 * @param unset keys of the parameters and lists that would have to be set; of a whole rule one of them is enough
 */
public record Silence(String rule, boolean whole, List<String> unset) {

    public Silence {
        unset = List.copyOf(unset);
    }

    /** Silent as a whole where none of the parameters and lists is set. */
    static List<Silence> whole(RulePack pack, String rule, String... keys) {
        return Stream.of(keys).noneMatch(key -> set(pack, key)) ? List.of(new Silence(rule, true, List.of(keys))) : List.of();
    }

    /** Each parameter or list that is not set takes its part away. */
    static List<Silence> parts(RulePack pack, String rule, String... keys) {
        List<String> unset = Stream.of(keys).filter(key -> !set(pack, key)).toList();
        return unset.isEmpty() ? List.of() : List.of(new Silence(rule, false, unset));
    }

    private static boolean set(RulePack pack, String key) {
        return pack.params().containsKey(key) ? pack.param(key).configured() : !pack.lists().getOrDefault(key, List.of()).isEmpty();
    }
}
