package org.lianshen.rulepacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackValue.Fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The tree of a pack file as content that is edited by key: reviewing bodies and units stand under their codes with the order of the bodies beside them, and words and
 * days stand under themselves, so that adding one is a change of its own and not another list.
 */
final class PackContent {
    static final String CALENDAR = "calendar";
    private static final String BODIES = "bodies";
    private static final String UNITS = "units";
    private static final String LISTS = "lists";
    private static final String ORDER = "bodyOrder";
    private static final String CODE = "code";
    private static final Set<String> DAYS = Set.of("holidays", "workdays");
    private static final PackValue THERE = new PackValue.Flag(true);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PackContent() {
    }

    /** @param calendar the tree of the calendar file */
    static Fields of(ObjectNode pack, JsonNode calendar) {
        var content = new LinkedHashMap<String, PackValue>();
        for (Map.Entry<String, JsonNode> field : pack.properties()) {
            switch (field.getKey()) {
                case "extends" -> {
                    // the content has all that is inherited
                }
                case BODIES -> {
                    content.put(BODIES, byCode(field.getValue()));
                    content.put(ORDER, PackValue.Items.of(field.getValue().valueStream().map(body -> body.path(CODE).textValue()).toList()));
                }
                case UNITS -> content.put(UNITS, byCode(field.getValue()));
                case LISTS -> content.put(LISTS, each(field.getValue(), PackContent::words));
                default -> content.put(field.getKey(), value(field.getValue()));
            }
        }
        content.put(CALENDAR, each(calendar.path("years"), PackContent::year));
        return new Fields(content);
    }

    private interface Make {
        PackValue of(JsonNode node);
    }

    private static Fields each(JsonNode object, Make make) {
        var made = new LinkedHashMap<String, PackValue>();
        object.properties().forEach(field -> made.put(field.getKey(), make.of(field.getValue())));
        return new Fields(made);
    }

    private static Fields byCode(JsonNode array) {
        var made = new LinkedHashMap<String, PackValue>();
        array.forEach(element -> made.put(element.path(CODE).textValue(), ((Fields) value(element)).with(CODE, null)));
        return new Fields(made);
    }

    private static Fields words(JsonNode array) {
        var made = new LinkedHashMap<String, PackValue>();
        array.forEach(word -> made.put(word.textValue(), THERE));
        return new Fields(made);
    }

    private static PackValue year(JsonNode year) {
        var made = new LinkedHashMap<String, PackValue>();
        year.properties().forEach(field -> made.put(field.getKey(), DAYS.contains(field.getKey()) ? words(field.getValue()) : value(field.getValue())));
        return new Fields(made);
    }

    static PackValue value(JsonNode node) {
        if (node.isObject()) {
            return each(node, PackContent::value);
        }
        if (node.isArray()) {
            return new PackValue.Items(node.valueStream().map(PackContent::value).toList());
        }
        return node.isBoolean() ? new PackValue.Flag(node.booleanValue()) : new PackValue.Text(node.asText());
    }

    /** The tree of a pack file, with all that it inherits. */
    static ObjectNode pack(Fields content) {
        ObjectNode pack = NODES.objectNode();
        for (String name : content.names()) {
            switch (name) {
                case CALENDAR, ORDER -> {
                    // the calendar is a file of its own, the order is that of the bodies
                }
                case BODIES -> pack.set(BODIES, coded(content.under(BODIES), bodies(content)));
                case UNITS -> pack.set(UNITS, coded(content.under(UNITS), content.under(UNITS).names()));
                case LISTS -> pack.set(LISTS, object(content.under(LISTS), PackContent::wordList));
                default -> pack.set(name, node(content.get(name)));
            }
        }
        return pack;
    }

    /** The tree of the calendar file. */
    static ObjectNode calendar(Fields content) {
        ObjectNode calendar = NODES.objectNode();
        calendar.set("years", object(content.under(CALENDAR), PackContent::yearNode));
        return calendar;
    }

    /** Codes of the bodies in their order; one that the order does not name comes last. */
    static List<String> bodies(Fields content) {
        Set<String> codes = new LinkedHashSet<>();
        if (content.get(ORDER) instanceof PackValue.Items order) {
            codes.addAll(order.words());
        }
        codes.retainAll(content.under(BODIES).names());
        codes.addAll(content.under(BODIES).names());
        return new ArrayList<>(codes);
    }

    private interface Write {
        JsonNode of(PackValue value);
    }

    private static ObjectNode object(Fields fields, Write write) {
        ObjectNode object = NODES.objectNode();
        fields.fields().forEach((name, value) -> object.set(name, write.of(value)));
        return object;
    }

    private static ArrayNode coded(Fields entries, List<String> codes) {
        ArrayNode array = NODES.arrayNode();
        for (String code : codes) {
            ObjectNode element = NODES.objectNode();
            element.put(CODE, code);
            if (entries.get(code) instanceof Fields fields) {
                element.setAll(object(fields, PackContent::node));
            }
            array.add(element);
        }
        return array;
    }

    private static JsonNode wordList(PackValue words) {
        ArrayNode array = NODES.arrayNode();
        if (words instanceof Fields fields) {
            fields.names().forEach(array::add);
        }
        return array;
    }

    private static JsonNode yearNode(PackValue year) {
        ObjectNode node = NODES.objectNode();
        if (year instanceof Fields fields) {
            fields.fields().forEach((name, value) -> node.set(name, DAYS.contains(name) ? sorted(wordList(value)) : node(value)));
        }
        return node;
    }

    private static JsonNode sorted(JsonNode days) {
        ArrayNode sorted = NODES.arrayNode();
        days.valueStream().map(JsonNode::textValue).sorted().forEach(sorted::add);
        return sorted;
    }

    static JsonNode node(PackValue value) {
        return switch (value) {
            case PackValue.Text(String text) -> NODES.textNode(text);
            case PackValue.Flag(boolean on) -> NODES.booleanNode(on);
            case PackValue.Items(List<PackValue> items) -> {
                ArrayNode array = NODES.arrayNode();
                items.forEach(item -> array.add(node(item)));
                yield array;
            }
            case Fields fields -> object(fields, PackContent::node);
        };
    }

    /** The path at which a person finds what a JSON pointer into the tree names: bodies, units, words and days are found by their key and not by their number. */
    static String place(Fields content, String pointer) {
        if (!pointer.startsWith("/") || pointer.length() == 1) {
            return pointer;
        }
        var names = new ArrayList<>(PackPath.parse(pointer).names());
        if (names.getFirst().equals("years")) {
            names.set(0, CALENDAR);
        }
        List<String> keys = switch (names.getFirst()) {
            case BODIES -> bodies(content);
            case UNITS -> content.under(UNITS).names();
            default -> List.of();
        };
        if (names.size() > 1 && !keys.isEmpty()) {
            key(names, 1, keys);
        } else if (names.size() > 2 && names.getFirst().equals(LISTS)) {
            key(names, 2, content.under(LISTS).under(names.get(1)).names());
        } else if (names.size() > 3 && names.getFirst().equals(CALENDAR)) {
            key(names, 3, content.under(CALENDAR).under(names.get(1)).under(names.get(2)).names().stream().sorted().toList());
        }
        return new PackPath(names).toString();
    }

    private static void key(List<String> names, int at, List<String> keys) {
        if (names.get(at).chars().allMatch(Character::isDigit) && names.get(at).length() < 6) {
            int index = Integer.parseInt(names.get(at));
            if (index < keys.size()) {
                names.set(at, keys.get(index));
            }
        }
    }
}
