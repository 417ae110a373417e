package org.lianshen.model.review;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;

/**
 * Whether two names mean the same unit: the same name in any way of writing it, or a name, former name or alias of the same unit of the pack. An office with two name
 * plates (市委宣传部(市委网信办)) is known under each.
 */
public final class UnitNames {

    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern BRACKET = Pattern.compile("[()]");
    private static final Pattern LEVEL = Pattern.compile("[省市区县]级?$");

    private final Map<String, String> codes = new HashMap<>();
    private final String stem;

    public UnitNames(RulePack pack) {
        stem = stem(pack.name());
        for (UnitRecord unit : pack.units()) {
            Stream.concat(Stream.of(unit.name()), unit.aliases().stream()).flatMap(UnitNames::plates).forEach(plate -> {
                codes.putIfAbsent(plate, unit.code());
                codes.putIfAbsent(stem + plate, unit.code());
            });
        }
    }

    /** One word for all names of a unit: its code where the pack knows it, else the name in one way of writing. */
    public String key(String name) {
        Set<String> keys = keys(name);
        return keys.stream().filter(key -> key.startsWith("#")).findFirst().orElseGet(() -> keys.isEmpty() ? "" : keys.iterator().next());
    }

    public boolean same(String one, String other) {
        Set<String> keys = keys(one);
        return keys(other).stream().anyMatch(keys::contains);
    }

    private Set<String> keys(String name) {
        if (name == null || name.isBlank()) {
            return Set.of();
        }
        Set<String> keys = plates(name).collect(Collectors.toCollection(LinkedHashSet::new));
        keys.stream().filter(codes::containsKey).findFirst().ifPresent(plate -> keys.add("#" + codes.get(plate)));
        return keys;
    }

    /** The whole name and each of its name plates. */
    static Stream<String> plates(String name) {
        String plain = SPACE.matcher(name).replaceAll("").replace('（', '(').replace('）', ')');
        return Stream.concat(Stream.of(plain), Arrays.stream(BRACKET.split(plain)).filter(part -> part.length() > 2));
    }

    /** 湖州 of 湖州市. */
    static String stem(String place) {
        return LEVEL.matcher(place).replaceAll("");
    }
}
