package org.lianshen.rulepacks;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.lianshen.model.Message;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Checks a tree against a JSON Schema. It knows the part of JSON Schema 2020-12 that {@code rulepack.schema.json} uses and refuses a schema that uses more, so that
 * no keyword stands there without effect.
 */
final class PackSchema {
    private static final Set<String> KNOWN = Set.of("$schema", "$id", "title", "description", "$defs", "$ref", "type", "properties", "required",
            "additionalProperties", "propertyNames", "items", "minItems", "uniqueItems", "enum", "pattern");
    private static final Map<String, String> TYPE_TEXTS = Map.of("object", "pack.type.object", "array", "pack.type.array", "string",
            "pack.type.string", "boolean", "pack.type.boolean", "number", "pack.type.number", "null", "pack.type.null");

    private final JsonNode root;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    PackSchema(JsonNode root) {
        this.root = root;
        refuseUnknownKeywords(root, "");
    }

    /** How much must be there. */
    enum Extent {
        /** A pack with all that it inherits: required fields must be there. */
        WHOLE,
        /** One file, which may leave out what it inherits. */
        PART
    }

    void check(JsonNode value, Extent extent, Problems problems) {
        check(root, value, "", extent, problems);
    }

    private void check(JsonNode schema, JsonNode value, String at, Extent extent, Problems problems) {
        JsonNode ref = schema.get("$ref");
        if (ref != null) {
            check(root.at(ref.textValue().substring(1)), value, at, extent, problems);
            return;
        }
        JsonNode type = schema.get("type");
        if (type != null && !typeOf(value).equals(type.textValue())) {
            problems.add("pack.wrongType", JsonPointers.shown(at), typeText(type.textValue()), typeText(typeOf(value)));
            return;
        }
        if (value.isObject()) {
            checkObject(schema, value, at, extent, problems);
        } else if (value.isArray()) {
            checkArray(schema, value, at, extent, problems);
        } else {
            checkScalar(schema, value, at, problems);
        }
    }

    private void checkObject(JsonNode schema, JsonNode value, String at, Extent extent, Problems problems) {
        if (extent == Extent.WHOLE) {
            for (JsonNode required : schema.path("required")) {
                if (!value.has(required.textValue())) {
                    problems.add("pack.missingField", JsonPointers.shown(at), required.textValue());
                }
            }
        }
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        JsonNode names = schema.path("propertyNames");
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String child = JsonPointers.child(at, field.getKey());
            JsonNode known = properties.get(field.getKey());
            if (known != null) {
                check(known, field.getValue(), child, extent, problems);
            } else if (others.isObject()) {
                checkText(names, field.getKey(), child, problems);
                check(others, field.getValue(), child, extent, problems);
            } else {
                problems.add("pack.unknownField", JsonPointers.shown(at), field.getKey());
            }
        }
    }

    private void checkArray(JsonNode schema, JsonNode value, String at, Extent extent, Problems problems) {
        int least = schema.path("minItems").asInt(0);
        if (value.size() < least) {
            problems.add("pack.tooFew", JsonPointers.shown(at), least, value.size());
        }
        boolean unique = schema.path("uniqueItems").asBoolean(false);
        var seen = new HashSet<JsonNode>();
        for (int i = 0; i < value.size(); i++) {
            String child = JsonPointers.child(at, i);
            check(schema.path("items"), value.get(i), child, extent, problems);
            if (unique && !seen.add(value.get(i))) {
                problems.add("pack.repeated", child, value.get(i).asText());
            }
        }
    }

    private void checkScalar(JsonNode schema, JsonNode value, String at, Problems problems) {
        if (value.isTextual()) {
            checkText(schema, value.textValue(), at, problems);
        }
    }

    private void checkText(JsonNode schema, String text, String at, Problems problems) {
        JsonNode allowed = schema.get("enum");
        if (allowed != null) {
            var words = new TreeSet<String>();
            allowed.forEach(word -> words.add(word.textValue()));
            if (!words.contains(text)) {
                problems.add("pack.notAllowed", at, text, String.join(", ", words));
            }
        }
        JsonNode pattern = schema.get("pattern");
        if (pattern != null && !patterns.computeIfAbsent(pattern.textValue(), Pattern::compile).matcher(text).find()) {
            problems.add("pack.badForm", at, text, pattern.textValue());
        }
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            default -> "null";
        };
    }

    private static Message typeText(String type) {
        return Message.of(TYPE_TEXTS.get(type));
    }

    private void refuseUnknownKeywords(JsonNode schema, String at) {
        for (Map.Entry<String, JsonNode> field : schema.properties()) {
            if (!KNOWN.contains(field.getKey())) {
                throw new IllegalStateException("schema keyword " + field.getKey() + " at " + JsonPointers.shown(at) + " is not supported");
            }
            String child = JsonPointers.child(at, field.getKey());
            switch (field.getKey()) {
                case "properties", "$defs" -> field.getValue().properties()
                        .forEach(each -> refuseUnknownKeywords(each.getValue(), JsonPointers.child(child, each.getKey())));
                case "items", "additionalProperties", "propertyNames" -> refuseUnknownKeywords(field.getValue(), child);
                default -> {
                    // values, not schemas
                }
            }
        }
    }
}
