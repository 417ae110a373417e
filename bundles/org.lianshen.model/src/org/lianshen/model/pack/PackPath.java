package org.lianshen.model.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a value stands in the content of a pack, written as a JSON pointer (RFC 6901): {@code /params/limit.small/value}. */
public record PackPath(List<String> names) implements Comparable<PackPath> {

    public PackPath {
        names = List.copyOf(names);
    }

    public static PackPath of(String... names) {
        return new PackPath(Arrays.asList(names));
    }

    /** @throws IllegalArgumentException if it does not begin with a slash */
    public static PackPath parse(String pointer) {
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("no JSON pointer: " + pointer);
        }
        return new PackPath(Arrays.stream(pointer.substring(1).split("/", -1)).map(name -> name.replace("~1", "/").replace("~0", "~")).toList());
    }

    /** params, rules, lists, bodies … */
    public String section() {
        return names.getFirst();
    }

    /** Key of the parameter, rule, list, body …; empty where the whole section is meant. */
    public String entry() {
        return names.size() > 1 ? names.get(1) : "";
    }

    public String last() {
        return names.getLast();
    }

    public int depth() {
        return names.size();
    }

    public PackPath child(String name) {
        var longer = new ArrayList<>(names);
        longer.add(name);
        return new PackPath(longer);
    }

    /** Whether the other stands here or below. */
    public boolean holds(PackPath other) {
        return other.depth() >= depth() && other.names.subList(0, depth()).equals(names);
    }

    @Override
    public int compareTo(PackPath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        var pointer = new StringBuilder();
        names.forEach(name -> pointer.append('/').append(name.replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }
}
