package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Experts on the command line, over a real store: import, draw, sheets, group; what is hidden is hidden here too. */
class ExpertCommandsTest extends SubmittedProject {

    @BeforeEach
    void itIsUnderReviewAndAPoolIsThere() throws Exception {
        assertEquals(Exit.OK, run("review", "act", no, "--as", "DATA", "--accept"), terminal.err());
        var rows = new StringBuilder("专家编号,姓名,工作单位,曾任职单位,职称,专业,电话,身份证后四位\n");
        String[] fields = {"软件", "造价", "网络安全", "密码", "造价", "数据", "业务、财务", "软件"};
        for (int i = 0; i < 8; i++) {
            rows.append("T%03d,样例专家%d,样例大学%d,,高级工程师,%s,1380000000%d,123X\n".formatted(i + 1, i + 1, i + 1, fields[i], i));
        }
        rows.append("T009,样例专家九,某企业,市水利局（至2025-06-30）,工程师,软件,,\n");
        assertEquals(Exit.OK, run("expert", "import", Files.writeString(folder.resolve("专家.csv"), rows).toString()), terminal.err());
    }

    private JsonNode accepted(String... options) throws Exception {
        var draw = new ArrayList<>(List.of("expert", "draw", no, "--seed", "2026-11-20 摸号 3-17-29", "--source", "现场摸号，监督人王某"));
        draw.addAll(List.of(options));
        json(draw.toArray(String[]::new));
        JsonNode board = json("expert", "invite", no, "--words", "11月25日 9:00");
        for (JsonNode member : board.path("members")) {
            board = json("expert", "answer", no, member.path("no").asText());
        }
        return board;
    }

    private String[] sheet(String expert, String plan, String words) {
        return new String[] {"expert", "score", no, "--expert", expert, "--points", "necessity=12", "--points", "goals=8", "--points", "plan=" + plan, "--points", "reuse=11", "--points",
            "security=12.5", "--points", "budget=14", "--points", "operation=4", "--plan", words, "--reasons-not", words, "--conclusion", "agree", "--unbound"};
    }

    @Test
    void aDrawThatAnybodyRepeats() throws Exception {
        JsonNode board = accepted();
        assertEquals(3, board.path("members").size());
        JsonNode draw = board.path("draws").get(0);
        assertEquals(8, draw.path("order").size());
        for (JsonNode each : draw.path("order")) {
            assertEquals("2026-11-20 摸号 3-17-29|" + no + "|1|" + each.path("no").asText(), each.path("text").asText());
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(each.path("text").asText().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertEquals(HexFormat.of().formatHex(hash), each.path("key").asText());
        }
        assertEquals("T009", draw.path("excluded").get(0).path("no").asText());
        assertTrue(draw.path("excluded").get(0).path("why").get(0).asText().contains("市水利局"));
        assertTrue(json("expert", "verify", no).path("ok").asBoolean());
        assertEquals(Exit.REFUSED, run("expert", "draw", no, "--seed", "换一个", "--source", "现场"));
    }

    @Test
    void fromSheetsToTheReview() throws Exception {
        JsonNode members = accepted().path("members");
        assertEquals(Exit.REFUSED, run("expert", "group", no, "--conclusion", "agree", "--summary", "可行"));
        String[] plans = {"16", "18.5", "15"};
        for (int i = 0; i < 3; i++) {
            assertEquals(Exit.OK, run(sheet(members.get(i).path("no").asText(), plans[i], "意见")), terminal.err());
        }
        assertEquals(Exit.OK, run("expert", "lead", no, members.get(0).path("no").asText()));
        JsonNode done = json("expert", "group", no, "--conclusion", "changes", "--summary", "总体可行", "--change", "补充等保测评");
        assertEquals("78.00", done.path("opinion").path("average").asText());
        JsonNode review = json("review", "show", no);
        assertEquals("ExpertReview", review.path("facts").get(review.path("facts").size() - 1).path("act").asText());
        assertEquals(Exit.REFUSED, run("review", "act", no, "--as", "DATA", "--experts", "agree", "--remark", "直接登记"));
    }

    @Test
    void whatIsHiddenIsHiddenHereToo() throws Exception {
        JsonNode members = accepted("--second").path("members");
        assertEquals(4, members.size());
        for (int i = 0; i < 3; i++) {
            assertEquals(Exit.OK, run(sheet(members.get(i).path("no").asText(), "17.3", "暗号丙丁")), terminal.err());
            var said = new StringBuilder(terminal.out());
            for (String[] each : new String[][] {{"expert", "show", no}, {"expert", "list"}, {"review", "show", no}, {"review", "news", no}, {"review", "board"}, {"expert", "verify", no}}) {
                said.append(json(each));
                run(each);
                said.append(terminal.out());
            }
            run("expert", "group", no, "--conclusion", "agree", "--summary", "可行");
            said.append(terminal.err());
            assertFalse(said.toString().contains("暗号丙丁"), "words");
            assertFalse(said.toString().contains("17.3") || said.toString().contains("78.8"), "scores");
        }
        assertEquals(Exit.OK, run(sheet(members.get(3).path("no").asText(), "17.3", "暗号丙丁")), terminal.err());
        assertTrue(json("expert", "show", no).toString().contains("78.8"));
    }

    @Test
    void whoIsOutIsReplaced() throws Exception {
        String out = accepted().path("members").get(1).path("no").asText();
        JsonNode board = json("expert", "replace", no, out, "--declined", "出差");
        assertEquals(out, board.path("members").get(3).path("replaces").asText());
        assertTrue(board.path("complete").asBoolean());
        assertTrue(json("expert", "verify", no).path("ok").asBoolean());
        assertEquals(Exit.REFUSED, run("expert", "replace", no, out));
        assertTrue(terminal.err().contains("递补"), terminal.err());
    }

    @Test
    void whatIsExportedIsImportedAgain() throws Exception {
        Path file = folder.resolve("专家库.xlsx");
        JsonNode before = json("expert", "list", "--xlsx", file.toString()).path("experts");
        JsonNode again = json("expert", "import", file.toString());
        assertEquals(0, again.path("new").asInt());
        assertEquals(9, again.path("sheets").get(0).path("rowsImported").asInt(), again.toString());
        assertEquals(before, json("expert", "list").path("experts"));
    }

    @Test
    void aBadRowStopsTheWholeList() throws Exception {
        Path bad = Files.writeString(folder.resolve("坏.csv"), "姓名,工作单位,专业\n甲,某大学,魔法\n,某大学,软件\n乙,某大学,软件\n乙,某大学,软件\n");
        assertEquals(Exit.SHORT, run("expert", "import", bad.toString()));
        assertTrue(terminal.out().contains("C2") && terminal.out().contains("A3") && terminal.out().contains("A5"), terminal.out());
        assertEquals(9, json("expert", "list").path("experts").size());
        Path none = Files.writeString(folder.resolve("别的.csv"), "甲,乙\n1,2\n");
        assertEquals(Exit.REFUSED, run("expert", "import", none.toString()));
        assertEquals(Exit.REFUSED, run("expert", "show", "LS-000000-2026-9999"));
        assertEquals(Exit.REFUSED, run("expert", "answer", no, "没有这个人"));
    }
}
