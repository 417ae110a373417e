package org.lianshen.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackEdits;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackSection;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.packs.PackForms.Exchange;

class PackFormsTest {
    private final BuiltInRulePacks packs = new BuiltInRulePacks();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "huzhou", "keqiao", "shaoxing", "zhejiang", "xiangtan", "common" })
    void theContentOfAShippedPackGivesThatPack(String place) {
        PackBase base = packs.shipped(place);
        RulePack pack = packs.byId(base.id());
        assertEquals(pack, packs.build(place, base.content()));
        assertEquals(64, base.digest().length());
        assertEquals(base.digest(), new BuiltInRulePacks().shipped(place).digest());
    }

    private static PackValue.Fields with(PackValue.Fields content, String path, PackValue value) {
        return new PackChange(PackPath.parse(path), null, value).in(content).orElseThrow();
    }

    private List<Message> refused(PackValue.Fields content) {
        return assertThrows(UserProblem.class, () -> packs.build("草稿", content)).messages();
    }

    @Test
    void aChangedContentGivesAChangedPack() {
        PackValue.Fields content = packs.shipped("huzhou").content();
        content = with(content, "/params/limit.small/value", PackValue.text("300000.00"));
        content = with(content, "/rules/B01/severity", PackValue.text("W"));
        content = with(content, "/lists/it.keywords/云桌面", PackValue.flag(true));
        content = with(content, "/bodies/PSB", null);
        content = with(content, "/bodyOrder", PackValue.Items.of(List.of("FIN", "DATA")));
        content = with(content, "/calendar/2026/workdays/10-17", PackValue.flag(true));
        RulePack pack = packs.build("草稿", content);
        assertEquals("300000.00", pack.param("limit.small").value());
        assertEquals("W", pack.rule("B01").severity().name());
        assertTrue(pack.list("it.keywords").contains("云桌面"));
        assertEquals(List.of("FIN", "DATA", "CRYPTO", "CAC", "DRC"), pack.bodies().stream().map(body -> body.code()).toList());
        assertTrue(pack.calendar().isWorkday(LocalDate.of(2026, 10, 17)));
        assertFalse(packs.byId("huzhou@2026.1").calendar().isWorkday(LocalDate.of(2026, 10, 17)));
    }

    @Test
    void aFaultIsNamedByThePathAtWhichAPersonFindsIt() {
        PackValue.Fields content = packs.shipped("huzhou").content();
        Message value = refused(with(content, "/params/limit.small/value", PackValue.text("三十万"))).getFirst();
        assertEquals("pack.wrongValue", value.key());
        assertEquals(List.of("草稿", "/params/limit.small/value"), value.args().subList(0, 2));
        assertEquals("/bodies/PSB/name", refused(with(content, "/bodies/PSB/name", PackValue.text(" "))).getFirst().args().get(1));
        assertEquals("/lists/it.keywords/ ", refused(with(content, "/lists/it.keywords/ ", PackValue.flag(true))).getFirst().args().get(1));
        assertEquals("/calendar/2026/workdays/10-16", refused(with(content, "/calendar/2026/workdays/10-16", PackValue.flag(true))).getFirst().args().get(1));
        assertEquals("pack.noLead", refused(with(content, "/bodies/DATA", null)).getFirst().key());
        assertEquals("pack.unknownClause", refused(with(content, "/rules/B01/clause", PackValue.text("Q999"))).getFirst().key());
        assertEquals("pack.wrongType", refused(with(content, "/rules/B01/active", PackValue.text("yes"))).getFirst().key());
    }

    private static PackEdit edit(PackChange change) {
        return new PackEdit(change, "市政府令第 1 号", "wang", Instant.parse("2026-11-22T01:02:03.456Z"));
    }

    private Exchange exchange(String place, PackValue.Fields wanted) {
        PackBase base = packs.shipped(place);
        return new Exchange(place, base.id() + "+1", base.version(), base.digest(), PackEdits.NONE.to(base.content(), wanted, PackFormsTest::edit));
    }

    /** Any edits that are allowed go out and come in as they were, and laid over the pack they give the content that was wanted. */
    @Test
    void exportAndImportAreTheIdentity() {
        PackBase base = packs.shipped("keqiao");
        var random = new Random(7);
        List<String> params = base.content().under("params").names();
        List<String> rules = base.content().under("rules").names();
        List<String> lists = base.content().under("lists").names();
        for (int round = 0; round < 200; round++) {
            PackValue.Fields wanted = base.content();
            for (int i = 0; i < 6; i++) {
                String list = lists.get(random.nextInt(lists.size()));
                List<String> words = base.content().under("lists").under(list).names();
                wanted = switch (random.nextInt(4)) {
                    case 0 -> with(wanted, "/params/" + params.get(random.nextInt(params.size())) + "/basis", PackValue.text("依据\n\"" + random.nextInt()));
                    case 1 -> with(wanted, "/rules/" + rules.get(random.nextInt(rules.size())) + "/active", PackValue.flag(random.nextBoolean()));
                    case 2 -> with(wanted, PackPath.of("lists", list, "𠮷/~词" + random.nextInt(50)).toString(), PackValue.flag(true));
                    default -> words.isEmpty() ? wanted : with(wanted, PackPath.of("lists", list, words.get(random.nextInt(words.size()))).toString(), null);
                };
            }
            Exchange out = exchange("keqiao", wanted);
            out.edits().edits().forEach(each -> assertTrue(PackSection.allows(each.change(), base.content()), each.path().toString()));
            Path file = folder.resolve("p.json");
            packs.write(out, file);
            Exchange in = packs.read(file);
            assertEquals(out, in);
            assertEquals(PackChange.between(wanted, in.edits().over(base.content()).content()), List.of());
            PackEdits back = PackEdits.NONE.to(wanted, base.content(), PackFormsTest::edit);
            assertEquals(List.of(), PackChange.between(base.content(), back.over(wanted).content()));
        }
    }

    private String refusal(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("外来.json"), text);
        return assertThrows(UserProblem.class, () -> packs.read(file)).messages().getFirst().key();
    }

    private static String file(String edits) {
        return "{\"format\":\"lianshen-rulepack-edits\",\"formatVersion\":\"1\",\"place\":\"huzhou\",\"id\":\"huzhou@2026.1+1\",\"baseVersion\":\"2026.1\",\"baseDigest\":\""
                + "0".repeat(64) + "\",\"edits\":[" + edits + "]}";
    }

    private static String line(String path, String rest) {
        return "{\"path\":\"" + path + "\",\"reason\":\"r\",\"by\":\"x\",\"at\":\"2026-11-22T00:00:00Z\"" + rest + "}";
    }

    @Test
    void whatComesFromOutsideIsRefusedInWords() throws IOException {
        assertEquals("pack.noFile", assertThrows(UserProblem.class, () -> packs.read(folder.resolve("none.json"))).messages().getFirst().key());
        assertEquals("pack.notJson", refusal(""));
        assertEquals("pack.notJson", refusal("PK\u0003\u0004"));
        assertEquals("pack.notJson", refusal("{\"format\":1,\"format\":2}"));
        assertEquals("pack.notJson", refusal("[".repeat(100_000)));
        assertEquals("pack.notExchange", refusal("{\"extends\":\"common\"}"));
        assertEquals("pack.notExchange", refusal("[]"));
        assertEquals("pack.newerExchange", refusal(file("").replace("\"formatVersion\":\"1\"", "\"formatVersion\":\"2\"")));
        assertEquals("pack.missingField", refusal(file("").replace("\"place\":\"huzhou\",", "")));
        assertEquals("pack.badForm", refusal(file(line("lists", ",\"after\":true"))));
        assertEquals("pack.badForm", refusal(file(line("/a/b/c/d/e", ",\"after\":true"))));
        assertEquals("pack.emptyEdit", refusal(file(line("/lists/it.keywords/x", ""))));
        assertEquals("pack.notPlain", refusal(file(line("/params/limit.small/value", ",\"after\":300000"))));
        assertEquals("pack.notJson", refusal(file(line("/params/limit.small/value", ",\"after\":1e999999999"))), "a number that would fill the memory is not even read");
        assertEquals("pack.notPlain", refusal(file(line("/bodies/X", ",\"after\":{\"name\":[null]}"))));
        assertEquals("pack.repeated", refusal(file(line("/lists/it.keywords/x", ",\"after\":true") + "," + line("/lists/it.keywords/x", ",\"before\":true"))));
        assertEquals("pack.noSuchMoment", refusal(file(line("/lists/it.keywords/x", ",\"after\":true").replace("2026-11-22T00", "2026-13-22T00"))));
        assertEquals("pack.unknownField", refusal(file(line("/lists/it.keywords/x", ",\"after\":true,\"more\":true"))));
        assertEquals("pack.badForm", refusal(file(line("/lists/it.keywords/x", ",\"after\":true").replace("\"reason\":\"r\"", "\"reason\":\" \""))));
        assertEquals("pack.tooLarge", refusal(" ".repeat((4 << 20) + 1)));
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidSo() {
        Exchange out = exchange("huzhou", packs.shipped("huzhou").content());
        assertEquals("pack.notWritten", assertThrows(UserProblem.class, () -> packs.write(out, folder.resolve("none/p.json"))).messages().getFirst().key());
    }

    @Test
    void theDigestIsThatOfTheContent() {
        PackValue.Fields content = packs.shipped("huzhou").content();
        assertEquals(packs.digest(content), packs.digest(with(content, "/rules/B01/severity", PackValue.text("E"))));
        assertNotEquals(packs.digest(content), packs.digest(with(content, "/rules/B01/severity", PackValue.text("W"))));
        assertNotEquals(packs.shipped("huzhou").digest(), packs.shipped("keqiao").digest());
        assertEquals(new ArrayList<>(content.names()).size(), content.fields().size());
    }
}
