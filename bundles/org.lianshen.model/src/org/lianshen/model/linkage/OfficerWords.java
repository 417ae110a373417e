package org.lianshen.model.linkage;

import java.util.List;
import java.util.stream.Stream;

/** What officers have said that the check follows, each list oldest first. */
public record OfficerWords(List<LinkDecision> links, List<ItWord> it, List<UnitAlias> units) {

    public static final OfficerWords NONE = new OfficerWords(List.of(), List.of(), List.of());

    public OfficerWords {
        links = List.copyOf(links);
        it = List.copyOf(it);
        units = List.copyOf(units);
    }

    public OfficerWords with(LinkDecision word) {
        return new OfficerWords(and(links, word), it, units);
    }

    public OfficerWords with(ItWord word) {
        return new OfficerWords(links, and(it, word), units);
    }

    public OfficerWords with(UnitAlias word) {
        return new OfficerWords(links, it, and(units, word));
    }

    private static <T> List<T> and(List<T> words, T newest) {
        return Stream.concat(words.stream(), Stream.of(newest)).toList();
    }
}
