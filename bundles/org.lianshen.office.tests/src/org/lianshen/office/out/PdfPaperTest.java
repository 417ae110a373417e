package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.office.out.PdfPages.Row;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;

/** Read back from produced files: GB/T 9704-2012 as measures on paper. Needs one Chinese font on the machine, as the program does. */
class PdfPaperTest {

    private static final double MM = 72 / 25.4;
    /** Lines that fit below the head of the first page. */
    private static final int FIRST_PAGE = 13;

    @TempDir
    Path folder;
    private List<Message> notices;

    private PdfPages print(OfficialPaper paper) throws IOException {
        Path file = folder.resolve("minutes.pdf");
        notices = new PdfPaper().write(paper, file);
        return new PdfPages(file);
    }

    @Test
    void paperIsA4() throws IOException {
        try (PdfPages pages = print(Papers.short_())) {
            assertEquals(210 * MM, pages.page(1).getMediaBox().getWidth(), 0.01);
            assertEquals(297 * MM, pages.page(1).getMediaBox().getHeight(), 0.01);
            assertEquals("湖州市政务信息化项目联审联席会议纪要2026年第3次", pages.title());
        }
    }

    @Test
    void aFullPageHasTwentyTwoLinesOfTwentyEightCharacters() throws IOException {
        try (PdfPages pages = print(Papers.plain(1400))) {
            List<Row> rows = pages.body(2);
            assertEquals(22, rows.size());
            assertTrue(rows.stream().allMatch(row -> row.text().codePointCount(0, row.text().length()) == 28), pages.text(2));
            for (Row row : rows) {
                assertEquals(28 * MM, row.left(), 0.1);
                assertEquals(184 * MM, row.right(), 0.5);
            }
            for (int i = 1; i < rows.size(); i++) {
                assertEquals(28.95, rows.get(i).baseline() - rows.get(i - 1).baseline(), 0.06);
            }
            double firstTop = rows.getFirst().baseline() - PaperGrid.ASCENT * 16;
            double lastBottom = rows.getLast().baseline() + (1 - PaperGrid.ASCENT) * 16;
            assertTrue(firstTop >= 37 * MM && firstTop < 37 * MM + 7, "first line at " + firstTop);
            assertTrue(lastBottom <= 262 * MM, "last line ends at " + lastBottom);
        }
    }

    @Test
    void theGridIsTheSameOnEveryPage() throws IOException {
        try (PdfPages pages = print(Papers.twelve())) {
            for (int page = 1; page <= pages.count(); page++) {
                for (Row row : pages.body(page).stream().filter(row -> !row.text().equals("2026年第3次")).toList()) {
                    double line = (row.baseline() - PaperGrid.baseline(PaperGrid.TOP, PaperGrid.LINE, PaperGrid.BODY)) / PaperGrid.LINE;
                    assertEquals(Math.rint(line), line, 0.01, row.text());
                }
            }
        }
    }

    @Test
    void theRedHeadBegins35MillimetresBelowTheTypeArea() throws IOException {
        try (PdfPages pages = print(Papers.lines(3))) {
            List<Double> red = pages.inked(1, 0, PdfPages::red);
            assertEquals((37 + 35) * MM, red.getFirst(), 1 * MM);
            List<Double> rule = pages.inked(1, 0.97, PdfPages::red);
            assertEquals(0.35 * MM, rule.size() / 2.0, 0.6, "thickness of the red rule at two pixels a point");
            Row number = pages.body(1).getFirst();
            assertEquals("2026年第3次", number.text());
            double numberBottom = number.baseline() + (1 - PaperGrid.ASCENT) * 16;
            assertEquals(numberBottom + 4 * MM, rule.getFirst(), 1.5);
            assertEquals((28 + 78) * MM, (number.left() + number.right()) / 2, 1.5);
        }
    }

    @Test
    void pageNumbersStandOutside() throws IOException {
        try (PdfPages pages = print(Papers.plain(1400))) {
            for (int page = 1; page <= 4; page++) {
                Row number = pages.rows(page).getLast();
                assertEquals("— " + page + " —", number.text());
                assertEquals(14, number.size(), 0.01);
                assertEquals((262 + 7) * MM, number.baseline() - 0.36 * 14, 0.5);
                if (page % 2 == 1) {
                    assertEquals(184 * MM - 14, number.right(), 2);
                } else {
                    assertEquals(28 * MM + 14, number.left(), 0.5);
                }
            }
        }
    }

    @Test
    void theImprintEndsWithTheTypeAreaOfTheLastEvenPage() throws IOException {
        for (OfficialPaper paper : List.of(Papers.short_(), Papers.twelve(), Papers.plain(700), Papers.plain(1400))) {
            try (PdfPages pages = print(OfficialPaper.minutes(paper.head(), paper.number(), paper.title(), paper.blocks(), paper.attendance(), paper.date(),
                    paper.copies(), paper.printedBy(), paper.printedOn(), false, paper.anchor()))) {
                assertEquals(0, pages.count() % 2);
                List<Double> rules = pages.inked(pages.count(), 0.98, PdfPages::black);
                assertEquals(262 * MM, rules.getLast(), 1);
                String text = pages.text(pages.count());
                assertTrue(text.contains("2026年11月21日印发"), text);
                assertTrue(text.contains("抄送：市委办公室"), text);
                assertTrue(text.contains("审计记录校验码：9F3C-21D0-77AB"), text);
            }
        }
    }

    @Test
    void aShortPaperHasTwoPages() throws IOException {
        try (PdfPages pages = print(Papers.short_())) {
            assertEquals(2, pages.count());
        }
    }

    @Test
    void theLineAfterTheLastOfThePageBeginsTheNext() throws IOException {
        try (PdfPages pages = print(Papers.lines(FIRST_PAGE + 23))) {
            assertEquals(22, pages.body(2).size());
            assertEquals(1, pages.body(3).size());
            assertEquals(PaperGrid.baseline(PaperGrid.TOP, PaperGrid.LINE, PaperGrid.BODY), pages.body(3).getFirst().baseline(), 0.06);
            assertEquals(4, pages.count());
        }
    }

    /** GB/T 9704-2012 7.5: neither the blank page before the 版记 nor its page is numbered. */
    @Test
    void aBodyThatFillsItsEvenPageIsFollowedByABlankPageWithoutNumber() throws IOException {
        try (PdfPages pages = print(Papers.lines(FIRST_PAGE + 22))) {
            assertEquals(4, pages.count());
            assertEquals("", pages.text(3));
            assertFalse(pages.text(4).contains("—"), pages.text(4));
            assertTrue(pages.text(4).contains("印发"));
        }
    }

    @Test
    void noLineBeginsWithAClosingMarkAndAmountsStayWhole() throws IOException {
        try (PdfPages pages = print(Papers.twelve())) {
            var all = new StringBuilder();
            for (int page = 1; page <= pages.count(); page++) {
                for (Row row : pages.rows(page)) {
                    assertFalse(Kinsoku.mayNotBegin(row.text().codePointAt(0)) && !row.text().startsWith("—"), row.text());
                    all.append(row.text()).append('\n');
                }
            }
            for (String amount : List.of("12,345.67万元", "10,987.65万元", "1,358.02万元", "11.00%")) {
                assertTrue(all.toString().contains(amount), amount);
            }
        }
    }

    @Test
    void aTableRepeatsItsHeadOnTheNextPage() throws IOException {
        try (PdfPages pages = print(Papers.twelve())) {
            assertTrue(pages.text(1).contains("序号"));
            String second = pages.text(2);
            assertTrue(second.indexOf("序号") < second.indexOf("政务外网安全监测"), second);
            Row head = pages.rows(2).getFirst();
            assertEquals(37 * MM, head.baseline(), 20);
        }
    }

    @Test
    void aRowHigherThanAPageGoesOnOnTheNext() throws IOException {
        String reason = "理由".repeat(2400);
        var table = new OfficialPaper.Block.Table(List.of("序号", "理由"), List.of(1, 9), List.of(false, false), List.of(List.of("1", reason)));
        try (PdfPages pages = print(Papers.of(List.of(new Paragraph("前文。"), table, new Paragraph("后文。")), List.of(), false))) {
            long said = 0;
            for (int page = 1; page <= pages.count(); page++) {
                said += pages.text(page).chars().filter(c -> c == '由').count();
                for (Row row : pages.rows(page).stream().filter(row -> row.size() < 11 && row.size() > 10).toList()) {
                    assertTrue(row.baseline() < 262 * MM, "below the type area: " + row.text());
                }
            }
            assertTrue(said >= 2400, said + " of 2400");
        }
    }

    @Test
    void attendanceHangsBehindItsColon() throws IOException {
        try (PdfPages pages = print(Papers.short_())) {
            List<Row> rows = pages.body(1);
            int present = IntStream.range(0, rows.size()).filter(i -> rows.get(i).text().startsWith("出席：")).findFirst().orElseThrow();
            assertEquals(28 * MM + 2 * PaperGrid.PITCH, rows.get(present).left(), 0.1);
            assertEquals(28 * MM + 5 * PaperGrid.PITCH, rows.get(present + 1).left(), 0.1);
            assertEquals(2 * PaperGrid.LINE, rows.get(present).baseline() - rows.get(present - 1).baseline(), 0.1);
        }
    }

    @Test
    void aDraftCarriesTheWatermarkOnEveryPageAndAFinalPaperNone() throws IOException {
        try (PdfPages pages = print(Papers.short_())) {
            assertTrue(pages.everything(1).contains("讨") && pages.everything(2).contains("稿"));
        }
        try (PdfPages pages = print(Papers.lines(2))) {
            assertFalse(pages.everything(1).contains("讨"));
        }
    }

    @Test
    void everyFontIsInTheFileAsASubset() throws IOException {
        try (PdfPages pages = print(Papers.twelve())) {
            List<PDFont> fonts = new ArrayList<>(pages.fonts(1));
            fonts.addAll(pages.fonts(2));
            assertFalse(fonts.isEmpty());
            for (PDFont font : fonts) {
                assertTrue(font.isEmbedded(), font.getName());
                assertTrue(font.getName().matches("[A-Z]{6}\\+.*"), font.getName());
            }
        }
    }

    @Test
    void aReplacedFontIsNamedWithItsSubstitute() throws IOException {
        print(Papers.lines(2)).close();
        FontCatalogue here = FontCatalogue.of(FontCatalogue.usualFolders());
        for (Face face : List.of(Face.FANGSONG, Face.TITLE, Face.SONG)) {
            boolean said = notices.stream().anyMatch(notice -> notice.key().equals("paper.fontReplaced") && notice.args().getFirst().equals(face.word()));
            assertEquals(here.own(face).isEmpty(), said, face.word());
        }
    }

    @Test
    void aCharacterThatNoFontHasIsNamed() throws IOException {
        String unassigned = Character.toString(0x3FFFD);
        print(Papers.of(List.of(new Paragraph("姓名" + unassigned + "某")), List.of(), false)).close();
        Message notice = notices.stream().filter(each -> each.key().equals("paper.glyphMissing")).findFirst().orElseThrow();
        assertTrue(notice.args().toString().contains("U+3FFFD"), notice.args().toString());
    }

    @Test
    void withoutAnyChineseFontItSaysSoAndWritesNothing() {
        Path file = folder.resolve("minutes.pdf");
        var problem = assertThrows(UserProblem.class, () -> new PdfPaper(List.of(folder)).write(Papers.short_(), file));
        assertEquals("paper.noChineseFont", problem.messages().getFirst().key());
        assertFalse(Files.exists(file));
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndNothingIsLeftBehind() throws IOException {
        Path file = folder.resolve("missing").resolve("minutes.pdf");
        var problem = assertThrows(UserProblem.class, () -> new PdfPaper().write(Papers.short_(), file));
        assertEquals("paper.cannotWrite", problem.messages().getFirst().key());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }
}
