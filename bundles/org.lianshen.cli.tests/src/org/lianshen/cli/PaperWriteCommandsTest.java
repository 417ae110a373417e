package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers and their wording on the command line. */
class PaperWriteCommandsTest {

    @TempDir
    Path folder;
    private final Terminal terminal = new Terminal();
    private String store;
    private String no;

    @BeforeEach
    void aDecidedProposalIsThere() throws Exception {
        store = folder.resolve("store").toString();
        assertEquals(Exit.OK, terminal.run("demo", "--out", folder.resolve("demo").toString(), "--store", store, "--json", "-"), terminal.err());
        no = terminal.json().path("proposal").asText();
    }

    private int run(String... args) {
        return terminal.run(Stream.concat(Arrays.stream(args), Stream.of("--store", store)).toArray(String[]::new));
    }

    private JsonNode json(String... args) throws Exception {
        assertEquals(Exit.OK, run(Stream.concat(Arrays.stream(args), Stream.of("--json", "-")).toArray(String[]::new)), terminal.err());
        return terminal.json();
    }

    @Test
    void papersAreListedWrittenBoundAndWrittenMany() throws Exception {
        JsonNode papers = json("paper", "list", no).path("papers");
        assertEquals("proposal", papers.get(0).path("kind").asText());
        assertEquals("opinion", papers.get(papers.size() - 1).path("kind").asText());
        Path letter = folder.resolve("letter.pdf");
        json("paper", "write", no, "opinion", "--pdf", letter.toString());
        assertTrue(Files.size(letter) > 1000);
        assertEquals(Exit.REFUSED, run("paper", "write", no, "countersign", "--pdf", letter.toString()));
        assertTrue(terminal.err().contains("--part"), terminal.err());
        assertEquals(Exit.REFUSED, run("paper", "write", no, "nonsense", "--pdf", letter.toString()));
        assertEquals(Exit.REFUSED, run("paper", "write", no, "opinion"));
        assertEquals(Exit.REFUSED, run("paper", "write", no, "return_notice", "--pdf", letter.toString()));
        Path dossier = folder.resolve("dossier.pdf");
        assertTrue(json("paper", "dossier", no, "--pdf", dossier.toString()).path("pages").asInt() > 10);
        assertTrue(Files.size(dossier) > 10_000);
        assertEquals(Exit.REFUSED, run("paper", "dossier", no, "--pdf", folder.resolve("dossier.txt").toString()));
        Path sheets = folder.resolve("sheets");
        assertEquals(6, json("paper", "batch", "countersign", "2026-01", "--out", sheets.toString()).path("files").size());
        assertEquals(Exit.REFUSED, run("paper", "batch", "countersign", no, "--out", sheets.toString()), "they are there already");
    }

    @Test
    void aWordingIsShownChangedRefusedAndTakenBack() throws Exception {
        assertEquals("countersign", json("template", "list").path("templates").get(1).path("kind").asText());
        JsonNode shown = json("template", "show", "opinion");
        assertFalse(shown.path("changed").asBoolean());
        String text = shown.path("text").asText();
        Path file = Files.writeString(folder.resolve("opinion.txt"), text.replace("{核定额}", "{核定}"));
        assertEquals(Exit.REFUSED, run("template", "set", "opinion", file.toString()));
        assertTrue(terminal.err().contains("核定额"), terminal.err());
        Files.writeString(file, text.replace("本意见为预算编制和政府采购依据。", "本意见是预算编制和政府采购的依据。").replace("\n", "\r\n"));
        assertEquals(1, json("template", "set", "opinion", file.toString()).path("version").asInt());
        assertTrue(json("template", "show", "opinion").path("text").asText().contains("的依据。"));
        assertFalse(json("template", "reset", "opinion").path("changed").asBoolean());
        assertEquals(Exit.REFUSED, run("template", "set", "opinion", folder.resolve("none.txt").toString()));
        assertEquals(Exit.REFUSED, run("template", "show", "proposal"));
    }
}
