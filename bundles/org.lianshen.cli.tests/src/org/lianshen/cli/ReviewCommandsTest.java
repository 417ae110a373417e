package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The workflow on the command line, over a real store: every act, and every act that the rules refuse with nothing stored. */
class ReviewCommandsTest extends SubmittedProject {

    private void act(String as, String... what) {
        String[] all = new String[what.length + 5];
        System.arraycopy(new String[] {"review", "act", no, "--as", as}, 0, all, 0, 5);
        System.arraycopy(what, 0, all, 5, what.length);
        assertEquals(Exit.OK, run(all), terminal.err());
    }

    /** Refused with words, and nothing stored. */
    private String refused(String as, String... what) throws Exception {
        JsonNode before = json("review", "show", no);
        String[] all = new String[what.length + 5];
        System.arraycopy(new String[] {"review", "act", no, "--as", as}, 0, all, 0, 5);
        System.arraycopy(what, 0, all, 5, what.length);
        assertEquals(Exit.REFUSED, run(all));
        String said = terminal.err();
        assertEquals(before, json("review", "show", no));
        return said;
    }

    private void everybodyAgrees() {
        for (String body : new String[] {"DATA", "CRYPTO", "CAC", "DRC", "PSB", "FIN"}) {
            act(body, "--opinion", "agree");
        }
    }

    @Test
    void theRoundIsAskedPassedOnRemindedAndClosed() throws Exception {
        act("DATA", "--accept", "--batch", "supplement");
        act("DATA", "--ask", "市交通运输局", "--remark", "涉及道路积水");
        act("FIN", "--pass-to", "DRC", "--remark", "人员出差");
        act("DATA", "--remind", "FIN", "--remark", "请尽快");
        JsonNode shown = json("review", "show", no);
        assertEquals("COUNTERSIGN", shown.path("state").asText());
        assertEquals("SUPPLEMENT", shown.path("steps").path("batch").asText());
        assertEquals("DRC", shown.path("bodies").path(5).path("holder").asText());
        assertTrue(shown.path("bodies").path(6).path("added").asBoolean());
        assertTrue(refused("DATA", "--summarise").contains("市交通运输局"));
        everybodyAgrees();
        act("市交通运输局", "--opinion", "agree");
        assertEquals("READY_FOR_MEETING", json("review", "show", no).path("state").asText());
        act("DATA", "--summarise", "--remark", "意见齐全");
        assertTrue(refused("FIN", "--opinion", "disagree", "--remark", "反悔").contains("汇总"));
        assertTrue(refused("FIN", "--withdraw-opinion", "反悔").contains("汇总"));
    }

    @Test
    void theBoardSaysWhoHoldsWhatAndWhoSawTheReminder() throws Exception {
        act("DATA", "--accept");
        act("DATA", "--remind", "FIN", "--remark", "请尽快");
        Path sheet = folder.resolve("board.xlsx");
        JsonNode board = json("review", "board", "--xlsx", sheet.toString());
        assertEquals(6, board.path("tasks").asInt());
        assertEquals(0, board.path("over").asInt());
        assertTrue(Files.size(sheet) > 0);
        JsonNode finance = null;
        for (JsonNode each : board.path("held")) {
            finance = each.path("who").asText().equals("FIN") ? each : finance;
        }
        assertEquals("请尽快", finance.path("reminders").path(0).path("words").asText());
        assertEquals(0, finance.path("reminders").path(0).path("seen").size());
        assertTrue(json("review", "news", no).path("since").isNull());
        for (JsonNode each : json("review", "board").path("held")) {
            assertEquals(each.path("who").asText().equals("FIN") ? 1 : 0, each.path("reminders").path(0).path("seen").size());
        }
        assertEquals(0, json("review", "board", "--late").path("tasks").asInt());
    }

    @Test
    void whatTheRulesForbidIsRefusedAndStoresNothing() throws Exception {
        assertFalse(refused("FIN", "--opinion", "agree").isEmpty(), "not accepted yet");
        assertFalse(refused("DATA", "--issue", "湖联审〔2026〕1号").isEmpty(), "nothing is decided");
        act("DATA", "--accept");
        assertFalse(refused("DATA", "--ask", "FIN", "--remark", "再问").isEmpty(), "asked already");
        assertFalse(refused("DATA", "--ask", "火星局", "--remark", "问").isEmpty(), "no such unit");
        assertFalse(refused("DATA", "--ask", "市水利局", "--remark", "问").isEmpty(), "the applicant");
        assertFalse(refused("FIN", "--pass-to", "DRC").isEmpty(), "no reason");
        assertFalse(refused("FIN", "--withdraw-opinion", "无").isEmpty(), "nothing was signed");
        assertFalse(refused("DATA", "--remind", "unit").isEmpty(), "the unit has nothing to do");
        everybodyAgrees();
        assertTrue(refused("DATA", "--conclude", "approved", "--approved", "1").contains("联席会议"));
        String meeting = json("meeting", "prepare").path("meeting").asText();
        decided(meeting, Exit.REFUSED, "--decision", "approved", "--approved", "999999999");
        decided(meeting, Exit.REFUSED, "--decision", "conditional", "--approved", "1", "--condition", "补密评|市水利局|");
        attend(meeting, "DATA", true);
        decided(meeting, Exit.OK, "--decision", "rejected");
        assertEquals(Exit.REFUSED, run("meeting", "close", meeting), "no quorum");
        assertTrue(terminal.err().contains("法定人数"), terminal.err());
        assertEquals("READY_FOR_MEETING", json("review", "show", no).path("state").asText());
    }

    @Test
    void theUnitGivesAProjectUpBeforeItIsDecided() throws Exception {
        act("DATA", "--suggest-rejection", "与市级平台重复");
        assertEquals("PRE_REJECTED", json("review", "show", no).path("state").asText());
        assertFalse(refused("FIN", "--opinion", "agree").isEmpty(), "nobody was asked");
        assertFalse(refused("DATA", "--withdraw", "").isEmpty(), "no reason");
        act("DATA", "--withdraw", "不再建设");
        assertEquals("WITHDRAWN", json("review", "show", no).path("state").asText());
        assertFalse(refused("DATA", "--withdraw", "再撤").isEmpty());
    }

    @Test
    void aMergedProjectIsNotMergedAgain() throws Exception {
        String target = submit("智慧水务一体化");
        act("DATA", "--accept");
        everybodyAgrees();
        String meeting = json("meeting", "prepare").path("meeting").asText();
        for (String body : new String[] {"DATA", "CRYPTO", "CAC", "DRC", "PSB", "FIN"}) {
            attend(meeting, body, body.equals("DATA"));
        }
        decided(meeting, Exit.OK, "--decision", "merged", "--into", target);
        assertEquals(Exit.OK, run("meeting", "close", meeting), terminal.err());
        assertEquals("MERGED", json("review", "show", no).path("state").asText());
        assertFalse(refused("DATA", "--accept").isEmpty());
        String next = json("meeting", "prepare").path("meeting").asText();
        assertEquals(Exit.REFUSED, run("meeting", "decide", next, no, "--decision", "merged", "--into", target), "it is not on the agenda any more");
        act("DATA", "--issue", "湖联审〔2026〕1号");
        assertEquals("湖联审〔2026〕1号", json("review", "show", no).path("steps").path("letter").asText());
    }

    private void attend(String meeting, String body, boolean chair) {
        assertEquals(Exit.OK, chair ? run("meeting", "attend", meeting, "--body", body, "--person", "张三", "--chair") : run("meeting", "attend", meeting, "--body", body, "--person", body + "代表"),
                terminal.err());
    }

    /** A decision that may be kept as a note but must not be closed with. */
    private void decided(String meeting, int expected, String... what) throws Exception {
        String[] all = new String[what.length + 4];
        System.arraycopy(new String[] {"meeting", "decide", meeting, no}, 0, all, 0, 4);
        System.arraycopy(what, 0, all, 4, what.length);
        int exit = run(all);
        if (expected == Exit.REFUSED && exit == Exit.OK) {
            assertEquals(Exit.REFUSED, run("meeting", "close", meeting));
            assertEquals("READY_FOR_MEETING", json("review", "show", no).path("state").asText());
        } else {
            assertEquals(expected, exit, terminal.err());
        }
    }
}
