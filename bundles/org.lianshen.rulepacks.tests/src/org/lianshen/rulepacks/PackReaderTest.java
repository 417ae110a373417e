package org.lianshen.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.text.Texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A pack that is wrong in one thing is refused, and the message names the file and the place in it. */
class PackReaderTest {

    /** @param change made to a sound Huzhou pack */
    record Fault(String name, Consumer<ObjectNode> change, String key, String pointer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("unknown field", p -> p.put("colour", "red"), "pack.unknownField", "/"),
                new Fault("unknown field deep", p -> p.withObject("/rules/B01").put("level", "E"), "pack.unknownField", "/rules/B01"),
                new Fault("wrong type", p -> p.put("name", 7), "pack.wrongType", "/name"),
                new Fault("null", p -> p.putNull("basis"), "pack.wrongType", "/basis"),
                new Fault("text for a flag", p -> p.withObject("/rules/B01").put("verified", "yes"), "pack.wrongType", "/rules/B01/verified"),
                new Fault("missing in a body", p -> body(p, 0).remove("votes"), "pack.missingField", "/bodies/0"),
                new Fault("missing in a new rule", p -> p.withObject("/rules").putObject("B54").put("title", "x"), "pack.missingField", "/rules/B54"),
                new Fault("severity", p -> p.withObject("/rules/B01").put("severity", "X"), "pack.notAllowed", "/rules/B01/severity"),
                new Fault("blank title", p -> p.withObject("/rules/B01").put("title", " "), "pack.badForm", "/rules/B01/title"),
                new Fault("rule id", p -> p.withObject("/rules").putObject("X1"), "pack.badForm", "/rules/X1"),
                new Fault("no bodies", p -> p.putArray("bodies"), "pack.tooFew", "/bodies"),
                new Fault("list word twice", p -> p.withArray("/lists/it.ecoCodes").add("31007").add("31007"), "pack.repeated",
                        "/lists/it.ecoCodes/1"),
                new Fault("body twice", p -> body(p, 1).put("code", "DATA"), "pack.repeated", "/bodies/1/code"),
                new Fault("nobody leads", p -> body(p, 0).put("lead", false), "pack.noLead", "/bodies"),
                new Fault("check group of two bodies", p -> ((ArrayNode) body(p, 1).get("checkGroups")).add("D"), "pack.repeated",
                        "/bodies/1/checkGroups"),
                new Fault("check group without items", p -> ((ArrayNode) body(p, 1).get("checkGroups")).add("Z"), "pack.unknownCheckGroup",
                        "/bodies/1/checkGroups"),
                new Fault("clause of a rule", p -> p.withObject("/rules/B01").put("clause", "Q99"), "pack.unknownClause", "/rules/B01/clause"),
                new Fault("clause of a body", p -> body(p, 2).put("clause", "Q99"), "pack.unknownClause", "/bodies/2/clause"),
                new Fault("unit of a body", p -> body(p, 2).put("unit", "330500-NONE"), "pack.unknownUnit", "/bodies/2/unit"),
                new Fault("competent unit", p -> unit(p, 0).put("competentUnit", "330500-NONE"), "pack.unknownUnit", "/units/0/competentUnit"),
                new Fault("alias of two units", p -> ((ArrayNode) unit(p, 0).get("aliases")).add("市财政局"), "pack.repeated", "/units/5/aliases/0"),
                new Fault("no such day", p -> p.put("validFrom", "2025-02-30"), "pack.noSuchDay", "/validFrom"),
                new Fault("amount in words", p -> param(p, "limit.small", "三十万"), "pack.wrongValue", "/params/limit.small/value"),
                new Fault("amount smaller than a fen", p -> param(p, "limit.small", "0.001"), "pack.wrongValue", "/params/limit.small/value"),
                new Fault("a threshold left out", p -> param(p, "match.nameSimilarity", ""), "pack.valueNeeded", "/params/match.nameSimilarity/value"),
                new Fault("half a day", p -> param(p, "days.formCheck", "2.5"), "pack.wrongValue", "/params/days.formCheck/value"),
                new Fault("flag value", p -> param(p, "county.ownCloudBlocked", "yes"), "pack.wrongValue", "/params/county.ownCloudBlocked/value"),
                new Fault("parameter of a rule", p -> p.withObject("/rules/B05").putArray("params").add("no.such"), "pack.unknownParam",
                        "/rules/B05/params"),
                new Fault("weights", p -> p.withObject("/templates/self-10-90").put("executionWeight", "11"), "pack.weightSum",
                        "/templates/self-10-90"),
                new Fault("points of the score sheet", p -> param(p, "expert.item.plan", "21"), "pack.itemSum", "/params"),
                new Fault("parent", p -> p.put("extends", "jiangsu"), "pack.unknownParent", "/extends"),
                new Fault("own parent", p -> p.put("extends", "huzhou"), "pack.extendsLoop", "/extends"),
                new Fault("place of another", p -> p.put("place", "anji"), "pack.wrongPlace", "/place"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesAPackAndNamesFileAndPlace(Fault fault) {
        ObjectNode pack = huzhou();
        fault.change().accept(pack);
        var thrown = assertThrows(UserProblem.class, () -> read(pack));
        Message found = thrown.messages().stream().filter(message -> message.key().equals(fault.key())).findFirst()
                .orElseThrow(() -> new AssertionError(thrown.getMessage()));
        assertEquals("my-huzhou.json", found.args().get(0));
        assertEquals(fault.pointer(), found.args().get(1));
        for (Locale locale : new Locale[] { Locale.CHINESE, Locale.ENGLISH }) {
            String text = new Texts(locale).format(found);
            assertTrue(text.contains("my-huzhou.json") && text.contains(fault.pointer()) && !text.contains("{0}"), text);
        }
    }

    @Test
    void namesEveryFaultAtOnce() {
        ObjectNode pack = huzhou();
        pack.withObject("/rules/B01").put("clause", "Q99");
        pack.put("validFrom", "2025-02-30");
        assertEquals(2, assertThrows(UserProblem.class, () -> read(pack)).messages().size());
    }

    @Test
    void acceptsALimitThatSomebodyEnters() {
        ObjectNode pack = huzhou();
        param(pack, "limit.small", "300000.50");
        assertEquals("300000.50", read(pack).moneyParam("limit.small").orElseThrow().toString());
    }

    static Stream<Arguments> broken() {
        return Stream.of(arguments("{\n  \"place\": \"huzhou\",\n  \"place\": \"huzhou\"\n}", 3), arguments("{\n  \"place\": huzhou\n}", 2),
                arguments("{}\n{}", 2), arguments("", 1), arguments("{\n\"bodies\": [\n", 3));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesBrokenJsonWithTheLine(String text, int line) {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        Message message = assertThrows(UserProblem.class, () -> PackFiles.read("x.json", in)).messages().get(0);
        assertEquals("pack.notJson", message.key());
        assertEquals("x.json", message.args().get(0));
        assertEquals(line, message.args().get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "\"text\"", "3" })
    void refusesADocumentThatIsNoObject(String text) {
        JsonNode tree = PackFiles.read("x.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        var thrown = assertThrows(UserProblem.class, () -> new PackReader(Calendars.builtIn()).read("x.json", "x", place -> tree));
        assertEquals("pack.wrongType", thrown.messages().get(0).key());
    }

    @Test
    void aSchemaWithAWordThatHasNoEffectIsAFaultOfTheProgram() {
        JsonNode schema = PackFiles.read("s.json",
                new ByteArrayInputStream("{\"properties\":{\"a\":{\"maxLength\":3}}}".getBytes(StandardCharsets.UTF_8)));
        var thrown = assertThrows(IllegalStateException.class, () -> new PackSchema(schema));
        assertTrue(thrown.getMessage().contains("maxLength") && thrown.getMessage().contains("/properties/a"), thrown.getMessage());
    }

    private static ObjectNode huzhou() {
        return PackFiles.resource("packs/huzhou.json").deepCopy();
    }

    private static RulePack read(ObjectNode huzhou) {
        return new PackReader(Calendars.builtIn()).read("my-huzhou.json", "huzhou", place -> switch (place) {
            case "huzhou" -> huzhou;
            case "zhejiang", "common" -> PackFiles.resource("packs/" + place + ".json");
            default -> null;
        });
    }

    private static ObjectNode body(ObjectNode pack, int index) {
        return (ObjectNode) pack.get("bodies").get(index);
    }

    private static ObjectNode unit(ObjectNode pack, int index) {
        return (ObjectNode) pack.get("units").get(index);
    }

    private static void param(ObjectNode pack, String key, String value) {
        ObjectNode params = pack.withObject("/params");
        ObjectNode param = params.get(key) instanceof ObjectNode known ? known : params.putObject(key);
        param.put("value", value);
    }
}
