package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.office.out.Raster.Band;
import org.lianshen.service.document.OfficialPaper;

/**
 * GB/T 9704-2012 measured on the produced file as it would be with a ruler on the sheet: only ink is looked at, no text position of any library. What is measured is printed as a table
 * ({@code -Dlianshen.measures=true}), for releng/adr/0052-papers.md.
 */
class PaperMeasuresTest {

    private static final double MM = 25.4 / 72;
    /** Half of what is between two lines: a line stands in the middle of its share of the type area. */
    private static final double LEADING = (28.95 - 16) / 2 * MM;
    private static final IntPredicate INK = rgb -> (rgb >> 8 & 0xFF) < 160;
    private static final IntPredicate RED = rgb -> (rgb >> 16 & 0xFF) - (rgb >> 8 & 0xFF) > 60;

    @TempDir
    static Path folder;
    private static List<Raster> text;
    private static List<Raster> minutes;
    private static List<Raster> wide;

    @BeforeAll
    static void print() throws IOException {
        text = pages("text", Papers.plain(1800));
        minutes = pages("minutes", Papers.short_());
        wide = pages("wide", Papers.summary(9));
    }

    private static List<Raster> pages(String name, OfficialPaper paper) throws IOException {
        Path file = folder.resolve(name + ".pdf");
        new PdfPaper().write(paper, file);
        return Raster.pages(file);
    }

    private static double measured(String what, double expected, double value, double tolerance) {
        if (Boolean.getBoolean("lianshen.measures")) {
            System.out.printf("| %s | %.2f | %.2f |%n", what, expected, value);
        }
        assertEquals(expected, value, tolerance, what);
        return value;
    }

    private static List<Band> lines(Raster page) {
        return page.down(20, 195, 30, 263, 0, INK);
    }

    @Test
    void marginsAndLines() {
        for (int i : List.of(1, 2)) {
            Raster page = text.get(i);
            List<Band> lines = lines(page);
            measured("lines on page " + (i + 1), 22, lines.size(), 0);
            measured("天头, mm", 37, lines.getFirst().from() - LEADING, 1);
            measured("lower edge of the type area, mm from above", 262, lines.getLast().to() + LEADING, 1);
            List<Band> columns = page.across(10, 200, 36, 263, 0, INK);
            measured("订口, mm", 28, columns.getFirst().from(), 1);
            measured("right edge, mm from the left", 184, columns.getLast().to(), 1);
            measured("line pitch, pt", 28.95, (lines.getLast().middle() - lines.getFirst().middle()) / 21 / MM, 0.05);
        }
        assertEquals(210, text.getFirst().width(), 0.1);
        assertEquals(297, text.getFirst().height(), 0.1);
    }

    /** Between two characters of a line there is no ink, in each there is some. */
    @Test
    void charactersOfALine() {
        double pitch = 156.0 / 28;
        for (Band line : lines(text.get(1))) {
            List<Band> ink = text.get(1).across(20, 200, line.from(), line.to(), 0, INK);
            int filled = 0;
            int parted = 0;
            for (int k = 0; k < 28; k++) {
                double left = 28 + k * pitch;
                filled += ink.stream().anyMatch(band -> band.from() < left + pitch * 0.7 && band.to() > left + pitch * 0.3) ? 1 : 0;
                double edge = left + pitch;
                parted += ink.stream().noneMatch(band -> band.from() < edge - 0.05 && band.to() > edge + 0.05) ? 1 : 0;
            }
            measured("characters in the line at " + Math.round(line.from()) + " mm", 28, filled, 0);
            assertTrue(parted >= 27, parted + " of 28 characters end where the next begins, at " + line.from());
        }
    }

    @Test
    void headAndRedRule() {
        Raster page = minutes.getFirst();
        List<Band> red = page.down(20, 195, 30, 200, 0, RED);
        measured("upper edge of the red head below the type area's, mm", 35, red.getFirst().from() - 37, 1);
        List<Band> rule = page.down(28.5, 183.5, 30, 200, 0.99, RED);
        assertEquals(1, rule.size());
        measured("red rule, thickness, mm", 0.35, rule.getFirst().length(), 0.1);
        List<Band> extent = page.across(10, 205, rule.getFirst().from(), rule.getFirst().to(), 0.5, RED);
        measured("red rule, from the left, mm", 28, extent.getFirst().from(), 0.2);
        measured("red rule, length, mm", 156, extent.getLast().to() - extent.getFirst().from(), 0.3);
        List<Band> number = page.down(80, 130, red.getFirst().to(), rule.getFirst().from() - 0.5, 0, INK);
        double lower = number.getLast().to();
        measured("red rule below the number, mm", 4, rule.getFirst().middle() - lower, 1);
    }

    @Test
    void pageNumbers() {
        for (int i = 0; i < 4; i++) {
            Raster page = text.get(i);
            boolean odd = i % 2 == 0;
            List<Band> number = page.across(20, 195, 264, 275, 0, INK);
            double edge = odd ? number.getLast().to() : number.getFirst().from();
            measured("page number " + (i + 1) + ", outer end, mm from the left", odd ? 184 - 14 * MM : 28 + 14 * MM, edge, 1);
            List<Band> dash = page.down(odd ? number.getFirst().from() : edge, (odd ? number.getFirst().from() : edge) + 3, 264, 275, 0.5, INK);
            measured("page number " + (i + 1) + ", 一字线 below the type area, mm", 7, dash.getFirst().middle() - 262, 0.5);
        }
    }

    @Test
    void imprint() {
        for (List<Raster> paper : List.of(text, minutes)) {
            assertEquals(0, paper.size() % 2, "ends on an even page");
            List<Band> rules = paper.getLast().down(28.5, 183.5, 150, 263, 0.99, INK);
            assertEquals(4, rules.size(), "抄送, 印发 and the code of the audit record, between rules");
            measured("版记, last rule, mm from above", 262, rules.getLast().middle(), 0.2);
            measured("版记, first rule, thickness, mm", 0.35, rules.getFirst().length(), 0.09);
            measured("版记, last rule, thickness, mm", 0.35, rules.getLast().length(), 0.09);
            measured("版记, rule between, thickness, mm", 0.25, rules.get(1).length(), 0.09);
            assertTrue(rules.get(1).length() < rules.getFirst().length(), "thin between thick");
        }
    }

    /** On the sheet, bound at the left: the head of the table at the left edge of odd and even pages, the number where it always is. */
    @Test
    void landscapePages() {
        assertTrue(wide.size() >= 2);
        for (int i = 0; i < wide.size(); i++) {
            Raster sheet = wide.get(i).turned();
            assertEquals(210, sheet.width(), 0.1);
            assertEquals(297, sheet.height(), 0.1);
            boolean odd = i % 2 == 0;
            List<Band> ink = sheet.across(10, 200, 40, 260, 0, INK);
            measured("landscape page " + (i + 1) + ", head to the edge that is " + (odd ? "bound" : "cut") + ", mm", 28, ink.getFirst().from(), i == 0 ? 2.5 : 1);
            assertTrue(ink.getLast().to() <= 184.2, "inside the type area");
            List<Band> number = sheet.across(odd ? 120 : 20, odd ? 195 : 60, 265, 274, 0, INK);
            measured("landscape page " + (i + 1) + ", number, mm from the left", odd ? 184 - 14 * MM : 28 + 14 * MM, odd ? number.getLast().to() : number.getFirst().from(), 1);
        }
    }
}
