package org.lianshen.rulepacks;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.lianshen.model.UserProblem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Strict JSON: a name twice in one object, or anything after the document, is an error. */
final class PackFiles {
    private static final ObjectReader JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().readerFor(JsonNode.class);

    private PackFiles() {
    }

    /** @throws UserProblem {@code pack.notJson}, {@code pack.unreadable} */
    static JsonNode read(String file, InputStream in) {
        try (in) {
            return JSON.readTree(in);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw UserProblem.because(e, "pack.notJson", file, Math.max(at.getLineNr(), 1), Math.max(at.getColumnNr(), 1));
        } catch (IOException e) {
            throw UserProblem.because(e, "pack.unreadable", file);
        }
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
