package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A meeting on the command line, over a real store: agenda, attendance, votes, leaving, decisions, closing, what follows; and what is refused with nothing stored. */
class MeetingCommandsTest extends SubmittedProject {

    private static final List<String> BODIES = List.of("DATA", "DRC", "FIN", "CAC", "PSB", "CRYPTO");
    private static final String FAR = LocalDate.now().plusDays(40).toString();

    /** Everybody agrees; the police asks for something. */
    private void ready(String number) {
        assertEquals(Exit.OK, run("review", "act", number, "--as", "DATA", "--accept"), terminal.err());
        for (String body : BODIES) {
            assertEquals(Exit.OK, run("review", "act", number, "--as", body, "--opinion", body.equals("PSB") ? "changes" : "agree", "--remark", body.equals("PSB") ? "补充等保备案" : ""), terminal.err());
        }
    }

    private void everybodyAttends() {
        for (String body : BODIES) {
            assertEquals(Exit.OK, run("meeting", "attend", meeting(), "--body", body, "--person", body + "代表"), terminal.err());
        }
        assertEquals(Exit.OK, run("meeting", "attend", meeting(), "--person", "李副市长", "--chair"), terminal.err());
    }

    private static String meeting() {
        return LocalDate.now().getYear() + "-01";
    }

    private JsonNode shown() throws Exception {
        return json("meeting", "show", meeting());
    }

    /** Refused with words, and nothing stored. */
    private String refused(String... command) throws Exception {
        int records = json("audit", "verify").path("records").asInt();
        assertEquals(Exit.REFUSED, run(command), terminal.out());
        String said = terminal.err();
        assertEquals(records, json("audit", "verify").path("records").asInt(), "nothing is stored");
        return said;
    }

    @Test
    void aMeetingFromAgendaToFollowUp() throws Exception {
        ready(no);
        json("meeting", "prepare");
        everybodyAttends();
        assertTrue(shown().path("quorum").path("reached").asBoolean());
        assertEquals("CONDITIONAL", shown().path("agenda").get(0).path("proposed").path("decision").asText());
        assertEquals(Exit.OK, run("meeting", "vote", meeting(), no, "--vote", "DATA=for", "--vote", "DRC=for", "--vote", "FIN=for", "--vote", "CAC=for", "--vote", "PSB=for", "--vote",
                "CRYPTO=abstain"), terminal.err());
        assertEquals(Exit.OK, run("meeting", "decide", meeting(), no, "--proposed", "--discussion", "原则同意"), terminal.err());
        assertEquals(Exit.OK, run("meeting", "leave", meeting(), no, "--person", "FIN代表", "--why", "亲属参与建设"), terminal.err());
        assertTrue(shown().path("obstacles").toString().contains("不能表决"), shown().path("obstacles").toString());
        assertEquals(Exit.OK, run("meeting", "vote", meeting(), no, "--vote", "FIN=recused"), terminal.err());
        assertEquals(Exit.OK, run("meeting", "return", meeting(), no, "--person", "FIN代表"), terminal.err());
        assertFalse(shown().path("agenda").get(0).path("left").get(0).path("back").isNull());
        String action = json("meeting", "raise", meeting(), "--what", "统筹云资源", "--owner", "市数据局", "--due", FAR, "--project", no).path("action").asText();
        assertTrue(shown().path("obstacles").isEmpty(), shown().path("obstacles").toString());
        assertEquals(Exit.OK, run("meeting", "close", meeting()), terminal.err());
        assertEquals("CONDITIONAL", json("review", "show", no).path("state").asText());
        JsonNode open = json("meeting", "actions", "--open").path("actions");
        assertEquals(2, open.size(), open.toString());
        assertEquals("DONE", json("meeting", "done", action, "--evidence", "已统筹").path("status").asText());
        assertEquals("OPEN", json("meeting", "reopen", action, "--reason", "数量不符").path("status").asText());
        assertEquals(Exit.OK, run("review", "act", no, "--as", "DATA", "--verify", "1", "--evidence", "已备案"), terminal.err());
        assertEquals("APPROVED", json("review", "show", no).path("state").asText());
    }

    @Test
    void whatTheRulesRefuseIsRefusedWithItsFacts() throws Exception {
        ready(no);
        json("meeting", "prepare");
        assertEquals(Exit.OK, run("meeting", "decide", meeting(), no, "--decision", "approved", "--approved", "99999999999"), terminal.err());
        String unfit = refused("meeting", "close", meeting());
        assertTrue(unfit.contains("到会不足法定人数"), unfit);
        assertTrue(unfit.contains("超过申报额"), unfit);
        everybodyAttends();
        assertTrue(refused("meeting", "close", meeting()).contains("超过申报额"));
        assertEquals(Exit.REFUSED, run("meeting", "decide", meeting(), no, "--decision", "conditional", "--condition", "补充等保备案|市水利局|"), terminal.out());
        assertTrue(refused("meeting", "leave", meeting(), no, "--person", "某人", "--why", "亲属").contains("不在到会人员中"));
        assertTrue(refused("meeting", "raise", meeting(), "--what", "统筹", "--owner", "市数据局", "--due", "2020-01-01").contains("早于会议日期"));
        assertTrue(refused("meeting", "vote", meeting(), no, "--vote", "NOBODY=for").contains("NOBODY"));
        assertEquals(Exit.OK, run("meeting", "decide", meeting(), no, "--proposed"), terminal.err());
        assertEquals(Exit.OK, run("meeting", "close", meeting()), terminal.err());
        assertTrue(refused("meeting", "decide", meeting(), no, "--decision", "rejected").contains("已经结束"));
        assertTrue(refused("review", "act", no, "--as", "PSB", "--opinion", "agree").contains("修改后通过"), "no opinion after the decision");
    }

    @Test
    void aMergedProjectIsNotMergedAgainAndTheAgendaTakesAProjectOnce() throws Exception {
        String target = submit("城市运行中心改造");
        ready(no);
        json("meeting", "prepare");
        assertEquals(Exit.OK, run("meeting", "agenda", meeting(), "--reporter", no + "=孙工", "--move", no + "=1"), terminal.err());
        everybodyAttends();
        assertEquals(Exit.OK, run("meeting", "decide", meeting(), no, "--decision", "merged", "--into", target), terminal.err());
        json("meeting", "prepare");
        String second = LocalDate.now().getYear() + "-02";
        assertTrue(refused("meeting", "agenda", second, "--add", no).contains("已在未结束的会议"));
        assertEquals(Exit.OK, run("meeting", "close", meeting()), terminal.err());
        assertEquals("MERGED", json("review", "show", no).path("state").asText());
        assertEquals(Exit.OK, run("meeting", "agenda", second, "--add", no), terminal.err());
        assertEquals(Exit.OK, run("meeting", "decide", second, no, "--decision", "merged", "--into", target), terminal.err());
        assertTrue(refused("meeting", "close", second).contains("合并建设"));
    }
}
