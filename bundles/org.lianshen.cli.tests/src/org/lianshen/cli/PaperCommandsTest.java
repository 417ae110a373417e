package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Minutes signed, changed, signed again, written and checked as files, over the real store and the real writers. */
class PaperCommandsTest {

    @TempDir
    Path folder;
    private final Terminal terminal = new Terminal();

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--store", folder.resolve("store").toString()));
        return terminal.run(all.toArray(String[]::new));
    }

    private JsonNode json(String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--json", "-"));
        run(all.toArray(String[]::new));
        return terminal.json();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aSignedPaperIsProvedByItsFilesAndAChangedFileIsNot() throws Exception {
        assertEquals(Exit.OK, run("init", "--pack", "huzhou", "--demo-data"), terminal.err());
        String meeting = "2026-01";
        assertEquals(Exit.REFUSED, run("paper", "sign", meeting, "opinion"), "a meeting has no opinion letter");
        assertEquals(Exit.OK, run("minutes", meeting, "--pdf", file("draft.pdf"), "--docx", file("draft.docx")), terminal.err());
        assertEquals(Exit.SHORT, run("paper", "verify", file("draft.pdf")), terminal.out());

        assertEquals(Exit.OK, run("paper", "sign", meeting, "minutes"), terminal.err());
        assertEquals(Exit.REFUSED, run("paper", "sign", meeting, "minutes"), "nothing has changed");
        assertEquals(Exit.OK, run("minutes", meeting, "--pdf", file("signed.pdf"), "--docx", file("signed.docx"), "--ofd", file("signed.ofd")), terminal.err());
        for (String name : List.of("signed.pdf", "signed.docx", "signed.ofd")) {
            JsonNode verified = json("paper", "verify", file(name));
            assertTrue(verified.path("ok").asBoolean(), terminal.out() + terminal.err());
            assertEquals(List.of("paper.verify.record", "paper.verify.chainHolds", "paper.verify.paper", "paper.verify.digest", "paper.verify.sameText"), codes(verified));
        }
        String code = json("paper", "versions", meeting, "minutes").path("versions").path(0).path("code").asText();
        assertEquals(Exit.OK, run("audit", "verify", "--code", code), terminal.err());
        assertTrue(terminal.out().contains("第 1 版"), terminal.out());
        assertEquals(Exit.SHORT, run("audit", "verify", "--code", "0000-0000-0000"));
        assertTrue(terminal.out().contains("没有哪条审计记录的校验码"), terminal.out());

        edit(folder.resolve("signed.docx"), folder.resolve("edited.docx"));
        JsonNode edited = json("paper", "verify", file("edited.docx"));
        assertFalse(edited.path("ok").asBoolean());
        assertEquals("paper.verify.otherText", codes(edited).getLast());
        assertTrue(edited.path("checks").path(4).path("message").asText().contains("会义"), edited.toString());
        assertEquals(Exit.REFUSED, run("paper", "verify", file("nowhere.pdf")));
        Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 nothing");
        assertEquals(Exit.REFUSED, run("paper", "verify", file("broken.pdf")), terminal.out());
    }

    private static List<String> codes(JsonNode verified) {
        return verified.path("checks").findValuesAsText("code");
    }

    /** One character, as somebody might. */
    private static void edit(Path from, Path to) throws IOException {
        try (var in = new ZipFile(from.toFile()); var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals("word/document.xml") ? new String(bytes, StandardCharsets.UTF_8).replace("会议听取", "会义听取").getBytes(StandardCharsets.UTF_8) : bytes);
            }
        }
    }
}
