package org.lianshen.rulepacks;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;

import org.lianshen.model.UserProblem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Strict JSON: a name twice in one object, or anything after the document, is an error. The tree is built from tokens here, because making an ObjectMapper takes
 * several times as long as reading all packs, and the first window waits for a pack.
 */
final class PackFiles {
    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final int MOST_DIGITS = 30;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PackFiles() {
    }

    /** @throws UserProblem {@code pack.notJson}, {@code pack.unreadable} */
    static JsonNode read(String file, InputStream in) {
        try (in; JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() == null) {
                throw new JsonParseException(parser, "empty");
            }
            JsonNode tree = tree(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one document");
            }
            return tree;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw UserProblem.because(e, "pack.notJson", file, Math.max(at.getLineNr(), 1), Math.max(at.getColumnNr(), 1));
        } catch (IOException e) {
            throw UserProblem.because(e, "pack.unreadable", file);
        }
    }

    private static JsonNode tree(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.set(name, tree(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(tree(parser));
                }
                yield array;
            }
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NODES.numberNode(number(parser));
            default -> NODES.nullNode();
        };
    }

    /** No number of a pack has so many digits; written out, one with an exponent could fill the memory. */
    private static BigDecimal number(JsonParser parser) throws IOException {
        try {
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= 2 * MOST_DIGITS) {
                return number;
            }
        } catch (NumberFormatException exponentTooLarge) {
            throw new JsonParseException(parser, "number", exponentTooLarge);
        }
        throw new JsonParseException(parser, "number");
    }

    /** A file of this bundle. */
    static JsonNode resource(String name) {
        InputStream in = PackFiles.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the program is incomplete: " + name + " is missing in " + PackFiles.class.getPackageName());
        }
        return read(name, in);
    }

    /** The parent with the child's fields laid over it: objects merge by key, everything else replaces. Units and the parent's own parent are not inherited. */
    static ObjectNode over(ObjectNode parent, ObjectNode child) {
        ObjectNode merged = parent.deepCopy();
        merged.remove("units");
        merged.remove("extends");
        lay(merged, child);
        return merged;
    }

    private static void lay(ObjectNode under, ObjectNode over) {
        for (Map.Entry<String, JsonNode> field : over.properties()) {
            JsonNode below = under.get(field.getKey());
            if (below instanceof ObjectNode lower && field.getValue() instanceof ObjectNode upper) {
                lay(lower, upper);
            } else {
                under.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }
}
