package org.lianshen.model.linkage;

import java.util.List;

/** What officers have said that the check follows, each list oldest first. */
public record OfficerWords(List<LinkDecision> links, List<ItWord> it, List<UnitAlias> units) {

    public static final OfficerWords NONE = new OfficerWords(List.of(), List.of(), List.of());

    public OfficerWords {
        links = List.copyOf(links);
        it = List.copyOf(it);
        units = List.copyOf(units);
    }
}
