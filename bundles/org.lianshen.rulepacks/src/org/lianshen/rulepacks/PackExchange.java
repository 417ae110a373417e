package org.lianshen.rulepacks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackEdits;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;
import org.lianshen.service.packs.PackForms.Exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The file in which edits go from one desktop to another. It comes from outside: its size and depth are limited before it is parsed, it is strict JSON with nothing in
 * it that is not known, and what it says is checked like what a person types when it is laid over the pack.
 */
final class PackExchange {
    static final String FORMAT = "lianshen-rulepack-edits";
    /** Larger than all packs together that the program ships. */
    private static final long MOST_BYTES = 4L << 20;
    private static final PackSchema SCHEMA = new PackSchema(PackFiles.resource("exchange.schema.json"));
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PackExchange() {
    }

    static Exchange read(Path path) {
        String file = String.valueOf(path.getFileName());
        JsonNode tree = PackFiles.read(file, new ByteArrayInputStream(bytes(file, path)));
        if (!FORMAT.equals(tree.path("format").textValue())) {
            throw UserProblem.of("pack.notExchange", file);
        }
        if (!"1".equals(tree.path("formatVersion").textValue())) {
            throw UserProblem.of("pack.newerExchange", file);
        }
        var problems = new Problems(file);
        SCHEMA.check(tree, PackSchema.Extent.WHOLE, problems);
        problems.stop();
        var edits = new ArrayList<PackEdit>();
        Set<PackPath> seen = new HashSet<>();
        JsonNode list = tree.path("edits");
        for (int i = 0; i < list.size(); i++) {
            PackEdit edit = edit("/edits/" + i, list.get(i), problems);
            if (edit != null && !seen.add(edit.path())) {
                problems.add("pack.repeated", "/edits/" + i + "/path", edit.path().toString());
            }
            edits.add(edit);
        }
        problems.stop();
        return new Exchange(tree.path("place").textValue(), tree.path("id").textValue(), tree.path("baseVersion").textValue(), tree.path("baseDigest").textValue(),
                new PackEdits(edits));
    }

    private static byte[] bytes(String file, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes((int) MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw UserProblem.of("pack.tooLarge", file, MOST_BYTES >> 20);
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw UserProblem.because(e, "pack.noFile", path.toString());
        } catch (IOException e) {
            throw UserProblem.because(e, "pack.unreadable", file);
        }
    }

    /** @return null where something is wrong with it */
    private static PackEdit edit(String at, JsonNode edit, Problems problems) {
        JsonNode before = edit.path("before");
        JsonNode after = edit.path("after");
        for (String side : List.of("before", "after")) {
            if (!plain(edit.path(side))) {
                problems.add("pack.notPlain", at + "/" + side);
                return null;
            }
        }
        if (before.isMissingNode() && after.isMissingNode()) {
            problems.add("pack.emptyEdit", at);
            return null;
        }
        try {
            return new PackEdit(new PackChange(PackPath.parse(edit.path("path").textValue()), value(before), value(after)), edit.path("reason").textValue(),
                    edit.path("by").textValue(), Instant.parse(edit.path("at").textValue()));
        } catch (DateTimeException e) {
            problems.add("pack.noSuchMoment", at + "/at", edit.path("at").textValue());
            return null;
        }
    }

    /** A pack has neither numbers nor null. */
    private static boolean plain(JsonNode node) {
        return node.isMissingNode() || node.isTextual() || node.isBoolean() || node.isContainerNode() && node.valueStream().allMatch(PackExchange::plain);
    }

    private static PackValue value(JsonNode node) {
        return node.isMissingNode() ? null : PackContent.value(node);
    }

    static void write(Exchange pack, Path target) {
        ObjectNode tree = NODES.objectNode();
        tree.put("format", FORMAT).put("formatVersion", "1").put("place", pack.place()).put("id", pack.id()).put("baseVersion", pack.baseVersion()).put("baseDigest",
                pack.baseDigest());
        ArrayNode edits = tree.putArray("edits");
        for (PackEdit edit : pack.edits().edits()) {
            ObjectNode node = edits.addObject();
            node.put("path", edit.path().toString());
            if (edit.change().before() != null) {
                node.set("before", PackContent.node(edit.change().before()));
            }
            if (edit.change().after() != null) {
                node.set("after", PackContent.node(edit.change().after()));
            }
            node.put("reason", edit.reason()).put("by", edit.by()).put("at", edit.at().toString());
        }
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.write(beside, (tree.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw UserProblem.because(e, "pack.notWritten", target.toString());
        }
    }
}
