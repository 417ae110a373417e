package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianshen.service.document.OfficialPaper;

/**
 * The Word files laid out by another program: LibreOffice turns them into PDFs, whose pages and lines are compared with ours. Both have the same fonts: those that this machine has for
 * the faces of the standard, given to LibreOffice under their names.
 */
class WordLayoutTest {

    @TempDir
    static Path folder;
    private static final Map<String, OfficialPaper> PAPERS = new LinkedHashMap<>();

    @BeforeAll
    static void convert() throws IOException, InterruptedException {
        String office = Stream.of("soffice", "libreoffice").map(WordLayoutTest::onPath).filter(java.util.Objects::nonNull).findFirst().orElse(null);
        assumeTrue(office != null, "LibreOffice is not installed: no second opinion on the Word files (Debian: apt-get install libreoffice-writer-nogui)");
        PAPERS.put("text", Papers.plain(1800));
        PAPERS.put("minutes", Papers.twelve());
        PAPERS.put("letter", Papers.letter(3, "市审计局。"));
        PAPERS.put("opinion", Papers.opinion(false));
        PAPERS.put("summary", Papers.summary(24));
        PAPERS.put("sealed", Papers.sealed());
        List<String> command = new ArrayList<>(List.of(office, "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--convert-to",
                "pdf:writer_pdf_Export:{\"IsSkipEmptyPages\":{\"type\":\"boolean\",\"value\":\"false\"}}", "--outdir", folder.resolve("word").toString()));
        for (Map.Entry<String, OfficialPaper> paper : PAPERS.entrySet()) {
            new PdfPaper().write(paper.getValue(), folder.resolve(paper.getKey() + ".pdf"));
            Path docx = folder.resolve(paper.getKey() + ".docx");
            new DocxPaper().write(paper.getValue(), docx);
            command.add(docx.toString());
        }
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log.txt").toFile());
        process.environment().put("FONTCONFIG_FILE", fonts().toString());
        process.environment().put("HOME", folder.toString());
        Process running = process.start();
        assertTrue(running.waitFor(5, TimeUnit.MINUTES), "LibreOffice does not end");
        assertEquals(0, running.exitValue(), Files.readString(folder.resolve("log.txt")));
    }

    private static String onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, program)).filter(Files::isExecutable).map(Path::toString).findFirst().orElse(null);
    }

    /** For each face the family that the PDF is set in. */
    private static Path fonts() throws IOException {
        FontCatalogue here = FontCatalogue.of(FontCatalogue.usualFolders());
        var rules = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>");
        for (Face face : Face.values()) {
            String display = here.best(face).orElseThrow().display();
            boolean bold = display.endsWith(" Bold");
            rules.append("<match target=\"pattern\"><test name=\"family\"><string>").append(face.word()).append("</string></test><edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>")
                    .append(bold ? display.substring(0, display.length() - 5) : display).append("</string></edit></match>");
        }
        return Files.writeString(folder.resolve("fonts.conf"), rules.append("</fontconfig>"));
    }

    private static List<List<String>> lines(Path pdf) throws IOException {
        List<List<String>> pages = new ArrayList<>();
        try (PdfPages file = new PdfPages(pdf)) {
            for (int page = 1; page <= file.count(); page++) {
                int number = page;
                pages.add(file.rows(page).stream().filter(row -> row.size() < 100 && !besideTheText(file.page(number).getMediaBox(), row)).map(row -> row.text().replaceAll("\\s+", "")).filter(text -> !text.isEmpty()).toList());
            }
        }
        return pages;
    }

    /** The number of a landscape page, which LibreOffice sets glyph below glyph. */
    private static boolean besideTheText(PDRectangle page, PdfPages.Row row) {
        return page.getWidth() > page.getHeight() && row.right() < Frame.LANDSCAPE.left - 1;
    }

    /**
     * Pages must agree; lines agree where both break alike. LibreOffice does not squeeze punctuation, so a line that ours saves by that is broken one character earlier there, and in narrow columns most are
     * short. The least shares are below what was measured (releng/adr/0052-papers.md).
     */
    @ParameterizedTest
    @CsvSource({"text, 1.00", "minutes, 0.80", "letter, 0.90", "opinion, 0.70", "summary, 0.25", "sealed, 0.40"})
    void pagesAndLinesAreThoseOfThePdf(String name, double least) throws IOException {
        List<List<String>> ours = lines(folder.resolve(name + ".pdf"));
        List<List<String>> theirs = lines(folder.resolve("word").resolve(name + ".pdf"));
        long all = ours.stream().mapToLong(List::size).sum();
        long same = 0;
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            List<String> left = new ArrayList<>(theirs.get(i));
            same += ours.get(i).stream().filter(left::remove).count();
        }
        if (Boolean.getBoolean("lianshen.measures")) {
            System.out.printf("| %s | %d | %d | %d of %d |%n", name, ours.size(), theirs.size(), same, all);
        }
        assertEquals(ours.size(), theirs.size(), "pages");
        assertTrue(same >= least * all, same + " of " + all + " lines are the same");
    }
}
