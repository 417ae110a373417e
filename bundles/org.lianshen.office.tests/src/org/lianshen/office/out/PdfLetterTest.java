package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.office.out.PdfPages.Row;
import org.lianshen.service.document.OfficialPaper;

/** The letter form of GB/T 9704-2012 10.1, measured on the produced PDF. */
class PdfLetterTest {

    private static final double MM = 72 / 25.4;

    @TempDir
    Path folder;

    private PdfPages print(OfficialPaper paper) throws IOException {
        Path file = folder.resolve("letter.pdf");
        new PdfPaper().write(paper, file);
        return new PdfPages(file);
    }

    private static Row row(PdfPages pages, int page, String start) throws IOException {
        return pages.rows(page).stream().filter(row -> row.text().startsWith(start)).findFirst().orElseThrow(() -> new AssertionError(start));
    }

    @Test
    void theNameOfTheOfficeBegins30MillimetresBelowTheEdgeOfThePaper() throws IOException {
        try (PdfPages pages = print(Papers.letter(2, ""))) {
            List<Double> red = pages.inked(1, 0, PdfPages::red);
            assertEquals(30 * MM, red.getFirst(), 1.5 * MM);
            Row head = row(pages, 1, "湖州市财政局");
            assertEquals((28 + 78) * MM, (head.left() + head.right()) / 2, 1);
        }
    }

    @Test
    void redDoubleLinesAre170MillimetresLongAndStandWhereTheStandardHasThem() throws IOException {
        try (PdfPages pages = print(Papers.letter(2, ""))) {
            List<Double> lines = pages.inked(1, 0.99, PdfPages::red);
            double head = 30 * MM + HeadShape.of("湖州市财政局").size();
            assertEquals(head + 4 * MM, lines.getFirst(), 1);
            assertEquals(277 * MM, lines.getLast(), 1);
            List<double[]> extents = pages.extents(1, lines.getFirst() + 1, PdfPages::red);
            assertEquals(20 * MM, extents.getFirst()[0], 1);
            assertEquals(190 * MM, extents.getFirst()[1], 1);
            List<List<Double>> groups = PdfPages.groups(lines);
            assertEquals(4, groups.size(), lines.toString());
            assertTrue(groups.get(0).size() > groups.get(1).size(), "thick above thin");
            assertTrue(groups.get(3).size() > groups.get(2).size(), "thin above thick");
        }
    }

    @Test
    void theNumberStandsFlushRightUnderTheFirstLine() throws IOException {
        try (PdfPages pages = print(Papers.letter(2, ""))) {
            Row number = row(pages, 1, "湖财信函");
            assertEquals(184 * MM, number.right(), 0.5);
            double lineEnd = PdfPages.groups(pages.inked(1, 0.99, PdfPages::red)).get(1).getLast();
            assertEquals(lineEnd + 14, number.baseline() - PaperGrid.ASCENT * 16, 1.2);
        }
    }

    @Test
    void theFirstPageShowsNoNumberAndTheSecondDoes() throws IOException {
        try (PdfPages pages = print(Papers.letter(20, ""))) {
            assertFalse(pages.text(1).contains("— 1 —"));
            assertTrue(pages.text(2).contains("— 2 —"));
        }
    }

    @Test
    void aFullPageHasTwentyTwoLinesOfTwentyEightCharactersInsideTheMargins() throws IOException {
        String words = "政务信息化项目联审和预算联动管控".repeat(80);
        OfficialPaper given = Papers.letter(0, "");
        OfficialPaper paper = OfficialPaper.letter(given.head(), given.number(), given.title(), given.addressee(), List.of(new OfficialPaper.Block.Paragraph(words)), List.of(),
                given.signatory(), given.date(), "", false);
        try (PdfPages pages = print(paper)) {
            List<Row> rows = pages.body(2);
            assertEquals(22, rows.size());
            for (Row row : rows) {
                assertEquals(28, row.text().codePointCount(0, row.text().length()), row.text());
                assertEquals(28 * MM, row.left(), 0.1);
                assertEquals(184 * MM, row.right(), 0.5);
            }
            assertTrue(rows.getFirst().baseline() - PaperGrid.ASCENT * 16 >= 37 * MM);
            assertTrue(rows.getLast().baseline() + (1 - PaperGrid.ASCENT) * 16 <= 262 * MM);
        }
    }

    @Test
    void theAddresseeStandsOneLineBelowTheTitleAtTheLeftEdge() throws IOException {
        try (PdfPages pages = print(Papers.letter(2, ""))) {
            Row addressee = row(pages, 1, "市卫生健康委员会：");
            assertEquals(28 * MM, addressee.left(), 0.1);
            Row title = pages.rows(1).stream().filter(row -> Math.abs(row.size() - 22) < 0.1).reduce((a, b) -> b).orElseThrow();
            assertTrue(addressee.baseline() - title.baseline() > 1.5 * PaperGrid.LINE, "a blank line between");
        }
    }

    @Test
    void theNameIsCentredOnTheDateThatStandsFourCharactersIn() throws IOException {
        try (PdfPages pages = print(Papers.letter(2, ""))) {
            int last = pages.count() - 1;
            Row date = row(pages, last, "2026年11月20日");
            Row name = pages.body(last).stream().filter(row -> row.text().equals("湖州市财政局")).findFirst().orElseThrow();
            assertEquals(184 * MM - 4 * PaperGrid.PITCH, date.right(), 1);
            assertEquals((date.left() + date.right()) / 2, (name.left() + name.right()) / 2, 1);
            Row annex = row(pages, last, "附件：");
            assertEquals(28 * MM + 2 * PaperGrid.PITCH, annex.left(), 0.1);
            assertEquals(3 * PaperGrid.LINE, name.baseline() - annex.baseline(), 0.1);
        }
    }

    /** 7.3.5: the signature never stands on a page without text. */
    @Test
    void theSignatureTakesTheLastParagraphAlong() throws IOException {
        for (int paragraphs = 0; paragraphs < 12; paragraphs++) {
            try (PdfPages pages = print(Papers.letter(paragraphs, ""))) {
                for (int page = 1; page <= pages.count(); page++) {
                    String text = pages.text(page);
                    if (text.contains("2026年11月20日")) {
                        assertTrue(text.contains("请于2026年12月4日前"), "page " + page + " of " + paragraphs + ": " + text);
                    }
                }
            }
        }
    }

    @Test
    void theSlipBeginsAPageWithItsTitleOnTheThirdLine() throws IOException {
        try (PdfPages pages = print(Papers.letter(2, ""))) {
            List<Row> rows = pages.rows(pages.count());
            assertEquals("附件", rows.getFirst().text());
            assertEquals(28 * MM, rows.getFirst().left(), 0.1);
            assertEquals("联动校验事项办理情况回执", rows.get(1).text());
            assertEquals(37 * MM + 2 * PaperGrid.LINE, rows.get(1).baseline() - PaperGrid.ASCENT * 22, 7);
        }
    }

    @Test
    void copiesStandAtTheFootOfTheTypeAreaWithoutRulesOrPrinter() throws IOException {
        try (PdfPages pages = print(Papers.letter(2, "市数据局。"))) {
            Row copies = row(pages, pages.count(), "抄送：市数据局。");
            assertEquals(262 * MM, copies.baseline() + (1 - PaperGrid.ASCENT) * 14 + (Imprint.ROW - 14) / 2, 1);
            assertEquals(List.of(), pages.inked(pages.count(), 0.98, PdfPages::black).stream().filter(y -> y > 240 * MM).toList());
            assertFalse(pages.text(pages.count()).contains("印发"));
        }
    }
}
