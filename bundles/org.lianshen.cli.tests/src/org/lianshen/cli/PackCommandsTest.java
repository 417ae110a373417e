package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule pack on the command line, over a real store: shown, imported, tried out, published, carried to another desktop. */
class PackCommandsTest {

    private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    private static final String BUDGET = """
            单位:元
            单位编码,单位名称,项目名称,部门经济分类,年初预算数
            126001,市水利局,量子密钥分发装置,30299,500000.00
            126001,市水利局,智慧水务监测平台,31007,1200000.00
            """;

    @TempDir
    Path folder;
    private final Terminal terminal = new Terminal();
    private String store;

    @BeforeEach
    void newStore() {
        store = newStore("store", "huzhou");
    }

    private String newStore(String name, String place) {
        String at = folder.resolve(name).toString();
        assertEquals(Exit.OK, terminal.run("init", "--pack", place, "--store", at), terminal.err());
        return at;
    }

    private int run(String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--store";
        all[args.length + 1] = store;
        return terminal.run(all);
    }

    private JsonNode json(String... args) throws Exception {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--json";
        all[args.length + 1] = "-";
        assertEquals(Exit.OK, run(all), terminal.err());
        return terminal.json();
    }

    private String edits(String... edits) throws Exception {
        Path file = folder.resolve("改.json");
        JsonNode shown = json("pack", "show");
        Files.writeString(file, "{\"format\":\"lianshen-rulepack-edits\",\"formatVersion\":\"1\",\"place\":\"huzhou\",\"id\":\"huzhou@2026.1\",\"baseVersion\":\"2026.1\",\"baseDigest\":\""
                + shown.path("shippedDigest").asText() + "\",\"edits\":[" + String.join(",", edits) + "]}");
        return file.toString();
    }

    private static String edit(String path, String sides) {
        return "{\"path\":\"" + path + "\"," + sides + ",\"reason\":\"市财政局 2026 年通知\",\"by\":\"wang\",\"at\":\"2026-11-22T00:00:00Z\"}";
    }

    private String keyword() throws Exception {
        return edits(edit("/lists/it.keywords/量子密钥", "\"after\":true"), edit("/rules/B01/severity", "\"before\":\"E\",\"after\":\"W\""));
    }

    private JsonNode check() throws Exception {
        run("check", "--year", "2026", "--json", "-");
        return terminal.json();
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndStoresNothing() throws Exception {
        String file = keyword();
        assertEquals(Exit.OK, run("import", "budget", Files.writeString(folder.resolve("b.csv"), BUDGET, StandardCharsets.UTF_8).toString(), "--year", "2026"), terminal.err());
        JsonNode before = check();
        long records = json("audit", "verify").path("records").asLong();
        JsonNode tried = json("pack", "try", file, "--year", "2026");
        assertEquals(before.path("pack").asText(), tried.path("current").asText());
        assertEquals(2, tried.path("lineCount").asInt());
        assertEquals("量子密钥分发装置", tried.path("new").path(0).path("project").asText(), tried.toString());
        assertEquals("W", tried.path("new").path(0).path("severity").asText());
        assertEquals("500000.00", tried.path("rules").path(0).path("newAmount").asText());
        assertEquals("SEVERITY", tried.path("changed").path(0).path("aspects").path(0).asText());
        assertEquals("notIt", tried.path("verdicts").path(0).path("before").asText());
        assertEquals("unreviewed", tried.path("verdicts").path(0).path("after").asText());
        assertEquals(records, json("audit", "verify").path("records").asLong());
        assertEquals(0, json("pack", "show").path("pending").size());
        assertEquals(Exit.OK, run("pack", "try", file, "--year", "2026"), terminal.err());
        assertTrue(terminal.out().contains("新增 1 条"), terminal.out());
    }

    @Test
    void importPublishAndEveryLaterRunNamesTheVersion() throws Exception {
        assertEquals(Exit.OK, run("import", "budget", Files.writeString(folder.resolve("b.csv"), BUDGET, StandardCharsets.UTF_8).toString(), "--year", "2026"), terminal.err());
        JsonNode before = check();
        JsonNode pending = json("pack", "import", keyword()).path("pending");
        assertEquals(2, pending.size());
        assertEquals("市财政局 2026 年通知", pending.path(0).path("reason").asText());
        assertEquals(before.path("findings"), check().path("findings"), "a draft changes nothing");
        JsonNode version = json("pack", "publish", "--from", TODAY, "--reason", "按市财政局通知");
        assertEquals("huzhou@2026.1+1", version.path("id").asText());
        assertEquals(64, version.path("digest").asText().length());
        JsonNode after = check();
        assertEquals("huzhou@2026.1+1", after.path("pack").asText());
        assertEquals(2, after.path("findings").size(), after.toString());
        JsonNode shown = json("pack", "show", "--against", "huzhou@2026.1");
        assertEquals("huzhou@2026.1+1", shown.path("inForce").asText());
        assertEquals(2, shown.path("differences").size());
        assertTrue(shown.path("content").path("lists").path("it.keywords").has("量子密钥"));
        JsonNode shipped = json("pack", "show", "--version", "huzhou@2026.1");
        assertFalse(shipped.path("content").path("lists").path("it.keywords").has("量子密钥"));
        assertEquals(Exit.REFUSED, run("pack", "publish", "--from", TODAY, "--reason", "再来一次"));
        assertTrue(terminal.err().contains("没有可发布"), terminal.err());
        assertTrue(json("audit", "verify").path("ok").asBoolean());
    }

    private String calendar(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8).toString();
    }

    @Test
    void aCalendarWithARowThatCannotBeReadIsRefusedWithItsCell() throws Exception {
        String file = calendar("2027.csv", "日期,类型,名称\n2027-01-01,休,元旦\n2027-01-32,休,元旦\n2027-01-04,班,\n2027-01-09,也许,\n2027-01-01,休,元旦\n");
        assertEquals(Exit.SHORT, run("import", "calendar", file, "--json", "-"), terminal.err());
        JsonNode sheet = terminal.json().path("sheets").path(0);
        assertEquals(List.of("A3", "A4", "B5", "A6"), sheet.path("errors").findValuesAsText("cell"), terminal.out());
        assertEquals(0, sheet.path("rowsImported").asInt());
        assertEquals(0, json("pack", "show").path("pending").size(), "nothing was stored");
        assertEquals(Exit.SHORT, run("import", "calendar", file), terminal.err());
        assertTrue(terminal.out().contains("A4") && terminal.out().contains("不是周六、周日"), terminal.out() + terminal.err());
        assertEquals(Exit.REFUSED, run("import", "calendar", calendar("x.csv", "单位,金额\n市教育局,1\n")));
        assertTrue(terminal.err().contains("节假日"), terminal.err());
        assertEquals(Exit.REFUSED, run("import", "calendar", calendar("2029.csv", "日期,类型\n2029-01-01,休\n")), "2027 and 2028 are not known");
        assertTrue(terminal.err().contains("年份不连续"), terminal.err());
    }

    /** The days of a year replace those that were there; once published, the pack in force has them. */
    @Test
    void aCalendarGoesIntoTheDraftAndIsPublishedByItsDay() throws Exception {
        String file = calendar("2027年节假日.csv", "起始日期,结束日期,类型,名称\n2027-01-01,2027-01-03,休,元旦\n2027-02-05,2027-02-11,休,春节\n2027-02-20,,上班,\n");
        assertEquals(Exit.OK, run("import", "calendar", file, "--dry-run"), terminal.err());
        assertEquals(0, json("pack", "show").path("pending").size());
        JsonNode years = json("import", "calendar", file).path("years");
        assertEquals(10, years.path("2027").path("holidays").size());
        assertEquals("2027-02-20", years.path("2027").path("workdays").path(0).asText());
        assertFalse(json("pack", "show", "--version", "huzhou@2026.1").path("content").path("calendar").has("2027"));
        JsonNode corrected = json("import", "calendar", calendar("2027.csv", "日期,类型,名称\n2027-01-01,休,元旦\n"), "--from", TODAY, "--reason", "国务院办公厅通知");
        assertEquals(1, corrected.path("years").path("2027").path("holidays").size());
        JsonNode year = json("pack", "show", "--version", "huzhou@2026.1+1").path("content").path("calendar").path("2027");
        assertEquals("2027.csv；元旦", year.path("source").asText());
        assertFalse(year.path("verified").asBoolean());
        assertEquals(1, year.path("holidays").size(), year.toString());
        assertEquals(0, year.path("workdays").size());
        assertTrue(json("audit", "verify").path("ok").asBoolean());
        assertEquals(Exit.OK, run("pack", "import", keyword()), terminal.err());
        assertEquals(Exit.SHORT, run("import", "calendar", file, "--from", TODAY, "--reason", "再改"), "other changes wait in the draft");
        assertTrue(terminal.out().contains("没有发布") || terminal.err().contains("没有发布"), terminal.out() + terminal.err());
    }

    @Test
    void anotherDesktopTakesTheFileAndAnotherPlaceDoesNot() throws Exception {
        json("pack", "import", keyword());
        json("pack", "publish", "--from", TODAY, "--reason", "按市财政局通知");
        JsonNode mine = json("pack", "show");
        String out = folder.resolve("出.json").toString();
        assertEquals(Exit.OK, run("pack", "export", out), terminal.err());
        store = newStore("second", "huzhou");
        assertEquals(2, json("pack", "check", out).path("changes").size());
        json("pack", "import", out);
        json("pack", "publish", "--from", TODAY, "--reason", "与甲机一致");
        JsonNode theirs = json("pack", "show");
        assertEquals(mine.path("content"), theirs.path("content"));
        assertEquals(mine.path("versions").path(0).path("digest"), theirs.path("versions").path(0).path("digest"));
        store = newStore("third", "keqiao");
        assertEquals(Exit.REFUSED, run("pack", "import", out));
        assertTrue(terminal.err().contains("huzhou") && terminal.err().contains("keqiao"), terminal.err());
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndNothingIsStored() throws Exception {
        long records = json("audit", "verify").path("records").asLong();
        refused("/params/limit.small/value", edit("/params/limit.small/value", "\"after\":\"三十万\""));
        refused("/bodies", edit("/bodies/DATA", "\"before\":{}"));
        refused("/version", edit("/version", "\"after\":\"2027.1\""));
        refused("/params/limit.small/unit", edit("/params/limit.small/unit", "\"after\":\"text\""));
        refused("/params/none/value", edit("/params/none/value", "\"after\":\"1\""));
        refused("/lists/it.keywords/x", edit("/lists/it.keywords/x", "\"after\":\"yes\""));
        assertEquals(Exit.REFUSED, run("pack", "publish", "--from", LocalDate.parse(TODAY).minusDays(1).toString(), "--reason", "x"));
        assertEquals(Exit.REFUSED, run("pack", "show", "--version", "huzhou@2026.1+9"));
        assertEquals(records, json("audit", "verify").path("records").asLong());
    }

    private void refused(String place, String edit) throws Exception {
        String file = edits(edit);
        assertEquals(Exit.REFUSED, run("pack", "check", file), terminal.out());
        assertTrue(terminal.err().contains(place), terminal.err());
        assertEquals(Exit.REFUSED, run("pack", "import", file), terminal.out());
        assertEquals(Exit.REFUSED, run("pack", "try", file, "--year", "2026"), terminal.out());
    }
}
