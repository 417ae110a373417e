package org.lianshen.rulepacks;

import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.WorkCalendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads rule packs: strict JSON, the schema, inheritance, then everything that refers to something else. A pack is read whole or refused with all that is wrong in it.
 */
public final class PackReader {
    private static final PackSchema SCHEMA = new PackSchema(PackFiles.resource("rulepack.schema.json"));

    private final WorkCalendar calendar;
    /** Trees by place, with all that they inherit. */
    private final Map<String, ObjectNode> whole = new HashMap<>();

    /** @param calendar the calendar that all packs of this reader share */
    public PackReader(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The text of a pack or of a part of one, not yet looked at.
     *
     * @throws UserProblem {@code pack.notJson} with line and column, {@code pack.unreadable}
     */
    public static JsonNode parse(String file, InputStream in) {
        return PackFiles.read(file, in);
    }

    /** Where the text of a place's pack comes from. */
    @FunctionalInterface
    public interface Source {
        /** @return the parsed file, or null if there is none for the place */
        JsonNode tree(String place);
    }

    /**
     * @param file  name for messages
     * @param place place whose pack is read; the source is also asked for the packs that it extends
     * @throws UserProblem with one message for each fault, each naming the file and the JSON pointer
     */
    public RulePack read(String file, String place, Source source) {
        return build(file, whole(file, place, source), calendar);
    }

    /** @param tree with all that the pack inherits */
    static RulePack build(String file, ObjectNode tree, WorkCalendar calendar) {
        var problems = new Problems(file);
        SCHEMA.check(tree, PackSchema.Extent.WHOLE, problems);
        problems.stop();
        PackReferences.check(tree, problems);
        problems.stop();
        return new PackBuilder(tree, calendar).build();
    }

    /** The tree of a place's pack with all that it inherits. */
    ObjectNode whole(String file, String place, Source source) {
        return whole(file, place, source, new LinkedHashSet<>());
    }

    private ObjectNode whole(String file, String place, Source source, Set<String> chain) {
        ObjectNode known = whole.get(place);
        if (known != null) {
            return known;
        }
        var problems = new Problems(file);
        if (!chain.add(place)) {
            problems.add("pack.extendsLoop", "/extends", String.join(" → ", chain) + " → " + place);
            problems.stop();
        }
        JsonNode tree = source.tree(place);
        if (tree == null) {
            problems.add("pack.unknownParent", "/extends", place);
            problems.stop();
        }
        SCHEMA.check(tree, PackSchema.Extent.PART, problems);
        problems.stop();
        if (!place.equals(tree.path("place").asText())) {
            problems.add("pack.wrongPlace", "/place", tree.path("place").asText(), place);
            problems.stop();
        }
        String parent = tree.path("extends").asText();
        ObjectNode result = parent.isEmpty() ? (ObjectNode) tree : PackFiles.over(whole(file, parent, source, chain), (ObjectNode) tree);
        whole.put(place, result);
        return result;
    }
}
