package org.lianshen.model.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lianshen.model.pack.PackValue.Fields;

class PackEditsTest {

    private static final PackValue YES = PackValue.flag(true);

    private static Fields fields(Object... namesAndValues) {
        Map<String, PackValue> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            fields.put((String) namesAndValues[i], value instanceof String text ? PackValue.text(text) : (PackValue) value);
        }
        return new Fields(fields);
    }

    private static final Fields SHIPPED = fields("params", fields("limit.small", fields("value", "", "verified", PackValue.flag(false))), "lists",
            fields("it.keywords", fields("系统", YES, "平台", YES)), "bodies", fields("DATA", fields("required", YES), "FIN", fields("required", YES)), "bodyOrder",
            PackValue.Items.of(List.of("DATA", "FIN")));

    private static PackEdit edit(PackChange change) {
        return new PackEdit(change, "因为", "wang", Instant.EPOCH);
    }

    private static PackChange change(String path, PackValue after) {
        return new PackChange(PackPath.parse(path), null, after);
    }

    private static PackEdits edits(Fields base, PackChange... changes) {
        Fields wanted = base;
        for (PackChange change : changes) {
            wanted = change.in(wanted).orElseThrow();
        }
        return PackEdits.NONE.to(base, wanted, PackEditsTest::edit);
    }

    private static List<String> paths(PackEdits edits) {
        return edits.edits().stream().map(each -> each.path().toString()).toList();
    }

    @Test
    void pathsKeepSlashesAndTildes() {
        PackPath path = PackPath.of("lists", "it.keywords", "TCP/IP~6");
        assertEquals("/lists/it.keywords/TCP~1IP~06", path.toString());
        assertEquals(path, PackPath.parse(path.toString()));
        assertTrue(PackPath.of("lists", "it.keywords").holds(path));
        assertFalse(path.holds(PackPath.of("lists", "it.keywords")));
        assertThrows(IllegalArgumentException.class, () -> PackPath.parse("lists"));
    }

    @Test
    void anEditAndItsReverseLeaveNoEdit() {
        PackEdits edits = edits(SHIPPED, change("/params/limit.small/value", PackValue.text("300000")), change("/bodies/FIN", null), change("/lists/it.keywords/云桌面", YES));
        assertEquals(List.of("/params/limit.small/value", "/lists/it.keywords/云桌面", "/bodies/FIN"), paths(edits));
        Fields edited = edits.over(SHIPPED).content();
        Fields back = change("/params/limit.small/value", PackValue.text("")).in(edited).orElseThrow();
        back = change("/bodies/FIN", SHIPPED.under("bodies").get("FIN")).in(back).orElseThrow();
        back = change("/lists/it.keywords/云桌面", null).in(back).orElseThrow();
        assertTrue(edits.to(SHIPPED, back, PackEditsTest::edit).isEmpty());
    }

    @Test
    void anEditKeepsItsReasonWhenAnotherIsMade() {
        PackEdits first = edits(SHIPPED, change("/params/limit.small/value", PackValue.text("300000")));
        Fields more = change("/lists/it.keywords/系统", null).in(first.over(SHIPPED).content()).orElseThrow();
        PackEdits both = first.to(SHIPPED, more, changed -> new PackEdit(changed, "另一处", "li", Instant.MAX));
        assertEquals(List.of("因为", "另一处"), both.edits().stream().map(PackEdit::reason).toList());
    }

    @Test
    void whatANewerProgramShipsComesInAndWhatWasEditedStays() {
        PackEdits edits = edits(SHIPPED, change("/params/limit.small/value", PackValue.text("300000")), change("/lists/it.keywords/系统", null), change("/bodies/FIN/required", PackValue.flag(false)));
        Fields newer = fields("params", fields("limit.small", fields("value", "500000", "verified", YES), "limit.new", fields("value", "7")), "lists",
                fields("it.keywords", fields("系统", YES, "平台", YES, "大模型", YES)), "bodies", fields("DATA", fields("required", YES)), "bodyOrder",
                PackValue.Items.of(List.of("DATA")));
        PackEdits.Applied applied = edits.over(newer);
        assertEquals("300000", applied.content().under("params").under("limit.small").text("value"));
        assertTrue(applied.content().under("params").under("limit.small").flag("verified"), "what was not edited follows the program");
        assertEquals("7", applied.content().under("params").under("limit.new").text("value"));
        assertEquals(List.of("平台", "大模型"), applied.content().under("lists").under("it.keywords").names());
        assertEquals(List.of("/bodies/FIN/required"), applied.lost().stream().map(each -> each.path().toString()).toList());
        assertEquals(List.of("/params/limit.small/value", "/bodies/FIN/required"), edits.overriding(newer).stream().map(each -> each.path().toString()).toList());
        assertEquals(List.of(), edits.overriding(SHIPPED));
    }

    @Test
    void anEditThatTheProgramTookUpFallsAway() {
        PackEdits edits = edits(SHIPPED, change("/params/limit.small/value", PackValue.text("500000")));
        Fields newer = change("/params/limit.small/value", PackValue.text("500000")).in(SHIPPED).orElseThrow();
        assertTrue(edits.madeOver(newer).isEmpty());
        Fields other = change("/params/limit.small/value", PackValue.text("400000")).in(SHIPPED).orElseThrow();
        assertEquals(PackValue.text("400000"), edits.madeOver(other).edits().getFirst().change().before());
        assertEquals(List.of(), edits.madeOver(other).overriding(other));
    }

    @Test
    void aChangeWithoutAPlaceIsNotMade() {
        assertTrue(change("/params/none/value", PackValue.text("1")).in(SHIPPED).isEmpty());
        assertTrue(change("/params/limit.small/value/deeper", PackValue.text("1")).in(SHIPPED).isEmpty());
    }

    @Test
    void whatMayBeEdited() {
        assertTrue(PackSection.allows(change("/params/limit.small/value", PackValue.text("1")), SHIPPED));
        assertTrue(PackSection.allows(change("/bodies/FIN", null), SHIPPED));
        assertTrue(PackSection.allows(change("/lists/it.keywords/系统", null), SHIPPED));
        assertTrue(PackSection.allows(change("/calendar/2027", Fields.NONE), SHIPPED));
        for (String no : List.of("/params/limit.small/unit", "/params/limit.small", "/params/more", "/version", "/place", "/templates/x/rows", "/lists/more/word", "/lists/it.keywords",
                "/rules/B01/params", "/anything")) {
            assertFalse(PackSection.allows(change(no, PackValue.text("1")), SHIPPED), no);
        }
        assertFalse(PackSection.allows(change("/params/limit.small/value", null), SHIPPED));
        assertFalse(PackSection.allows(change("/lists/it.keywords/词", PackValue.text("yes")), SHIPPED));
    }

    /** For any two contents: the edits from one to the other give the other, and those of the way back give the first. */
    @Test
    void editsAreTheWayThereAndBack() {
        var random = new Random(20261122);
        for (int round = 0; round < 2_000; round++) {
            Fields one = any(random, 0);
            Fields other = changed(one, random, 0);
            PackEdits there = PackEdits.NONE.to(one, other, PackEditsTest::edit);
            assertEquals(unordered(other), unordered(there.over(one).content()));
            assertEquals(List.of(), there.over(one).lost());
            assertEquals(there, there.normal(one));
            PackEdits back = PackEdits.NONE.to(other, one, PackEditsTest::edit);
            assertEquals(unordered(one), unordered(back.over(other).content()));
            assertEquals(one.equals(other) || there.isEmpty(), there.isEmpty());
        }
    }

    private static Fields any(Random random, int depth) {
        Map<String, PackValue> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            fields.put("k" + random.nextInt(6), value(random, depth));
        }
        return new Fields(fields);
    }

    private static PackValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 3 : 4)) {
            case 0 -> PackValue.text("t" + random.nextInt(3));
            case 1 -> PackValue.flag(random.nextBoolean());
            case 2 -> PackValue.Items.of(new ArrayList<>(List.of("a", "b" + random.nextInt(2))));
            default -> any(random, depth + 1);
        };
    }

    private static Fields changed(Fields from, Random random, int depth) {
        Map<String, PackValue> fields = new LinkedHashMap<>(from.fields());
        for (String name : from.names()) {
            switch (random.nextInt(4)) {
                case 0 -> fields.remove(name);
                case 1 -> fields.put(name, value(random, depth));
                case 2 -> {
                    if (fields.get(name) instanceof Fields lower) {
                        fields.put(name, changed(lower, random, depth + 1));
                    }
                }
                default -> {
                    // stays
                }
            }
        }
        if (random.nextBoolean()) {
            fields.put("new" + random.nextInt(3), value(random, depth));
        }
        return new Fields(fields);
    }

    /** Neighbours in the order of their names: a thing taken away and put back stands last. */
    private static Object unordered(PackValue value) {
        return value instanceof Fields fields ? new java.util.TreeMap<>(fields.fields().entrySet().stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> unordered(e.getValue())))) : value;
    }
}
