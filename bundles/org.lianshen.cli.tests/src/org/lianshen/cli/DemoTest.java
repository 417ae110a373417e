package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job from end to end, with the real store, files and index. */
class DemoTest {

    @TempDir
    Path folder;

    @Test
    void mainJobGoesThroughAndLeavesItsPapers() throws Exception {
        var terminal = new Terminal();
        int exit = terminal.run("demo", "--out", folder.toString(), "--quiet");
        assertEquals(Exit.OK, exit, terminal.err());
        for (String name : Set.of("会议纪要.docx", "会议纪要.pdf", "会议纪要.ofd", "联动校验疑点.xlsx", "联动校验疑点.json", "政务信息化项目一本账.xlsx", "样例-部门预算-疑点标注-1.xlsx", "样例-部门预算-疑点标注-2.xlsx")) {
            assertTrue(Files.size(folder.resolve(name)) > 1_000, name);
        }
        JsonNode check = new ObjectMapper().readTree(folder.resolve("联动校验疑点.json").toFile());
        assertEquals(2027, check.path("year").asInt());
        assertEquals("huzhou", check.path("pack").asText().split("@")[0]);
        Set<String> rules = new TreeSet<>();
        check.path("findings").forEach(found -> rules.add(found.path("rule").asText()));
        assertTrue(rules.containsAll(List.of("B01", "B03", "B04", "B05", "B06", "B09", "B11", "B12", "B17", "B28", "B29", "B30", "B32", "B39")), rules.toString());
        assertTrue(terminal.out().contains("已批复，核定 203.20 万元"), terminal.out());
        assertTrue(terminal.out().contains("审计记录"), terminal.out());
    }

    @Test
    void everyPlaceCanRunIt() {
        for (String place : Set.of("zhejiang", "xiangtan")) {
            var terminal = new Terminal();
            assertEquals(Exit.OK, terminal.run("demo", "--out", folder.resolve(place).toString(), "--pack", place, "--lang", "en", "--quiet"), place + terminal.err());
            assertTrue(terminal.out().contains("Linkage check: 35 lines"), terminal.out());
        }
    }
}
