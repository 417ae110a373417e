package org.lianshen.model.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One difference between two contents of a pack.
 *
 * @param before null where only the later content has it
 * @param after  null where only the earlier content has it
 */
public record PackChange(PackPath path, PackValue before, PackValue after) {

    /** All differences, each at the innermost place at which one side has a value of its own; what one side lacks is one difference, however much it holds. */
    public static List<PackChange> between(PackValue.Fields before, PackValue.Fields after) {
        var found = new ArrayList<PackChange>();
        compare(new PackPath(List.of()), before, after, found);
        return found;
    }

    private static void compare(PackPath at, PackValue.Fields before, PackValue.Fields after, List<PackChange> found) {
        var names = new LinkedHashSet<>(before.names());
        names.addAll(after.names());
        for (String name : names) {
            PackValue was = before.get(name);
            PackValue is = after.get(name);
            if (was instanceof PackValue.Fields lower && is instanceof PackValue.Fields upper) {
                compare(at.child(name), lower, upper, found);
            } else if (!Objects.equals(was, is)) {
                found.add(new PackChange(at.child(name), was, is));
            }
        }
    }

    /** The value at a path. */
    public static Optional<PackValue> at(PackValue.Fields content, PackPath path) {
        PackValue value = content;
        for (String name : path.names()) {
            value = value instanceof PackValue.Fields fields ? fields.get(name) : null;
        }
        return Optional.ofNullable(value);
    }

    /**
     * The content with this change in it. What is new comes last among its neighbours.
     *
     * @return empty where the content has no place for it: the entry that it belongs to is not there
     */
    public Optional<PackValue.Fields> in(PackValue.Fields content) {
        return set(content, path.names());
    }

    private Optional<PackValue.Fields> set(PackValue.Fields content, List<String> names) {
        if (names.size() == 1) {
            return Optional.of(content.with(names.getFirst(), after));
        }
        if (!(content.get(names.getFirst()) instanceof PackValue.Fields lower)) {
            return Optional.empty();
        }
        return set(lower, names.subList(1, names.size())).map(changed -> {
            var fields = new LinkedHashMap<>(content.fields());
            fields.put(names.getFirst(), changed);
            return new PackValue.Fields(fields);
        });
    }
}
