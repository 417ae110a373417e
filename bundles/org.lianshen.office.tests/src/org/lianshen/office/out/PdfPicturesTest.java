package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.UserProblem;
import org.lianshen.service.document.PagePictures.Pages;
import org.lianshen.service.document.PagePictures.Picture;

/** Pages as pictures. */
class PdfPicturesTest {

    private static final int DPI = 72;

    @TempDir
    Path folder;

    private static boolean ink(Picture picture, int x, int y) {
        return PdfPages.black(picture.rgb()[y * picture.width() + x]);
    }

    @Test
    void aPictureIsAsLargeAsThePageAndHasTheRedRuleWhereItStands() {
        try (Pages pages = new PdfPictures().open(List.of(Papers.lines(3)))) {
            assertEquals(2, pages.count());
            assertEquals(210, pages.size(1).width(), 0.01);
            assertEquals(297, pages.size(1).height(), 0.01);
            Picture picture = pages.picture(1, DPI);
            assertEquals(595, picture.width());
            assertEquals(842, picture.height());
            double rule = PaperLayout.lay(Papers.lines(3), Metrics.NOMINAL, new PaperWords()).pages().getFirst().rules().getFirst().y1();
            long red = Arrays.stream(picture.rgb(), (int) rule * 595, ((int) rule + 1) * 595).filter(rgb -> (rgb >> 16 & 0xFF) - (rgb & 0xFF) > 60).count();
            assertEquals(PaperGrid.WIDTH, red, 2);
        }
    }

    @Test
    void stripsMakeUpThePage() {
        try (Pages pages = new PdfPictures().open(List.of(Papers.twelve()))) {
            Picture whole = pages.picture(1, DPI);
            for (int top = 0; top < whole.height(); top += 200) {
                int rows = Math.min(200, whole.height() - top);
                assertArrayEquals(Arrays.copyOfRange(whole.rgb(), top * whole.width(), (top + rows) * whole.width()), pages.picture(1, DPI, top, rows).rgb(), "from row " + top);
            }
        }
    }

    @Test
    void aLandscapePageIsUprightToTheReader() {
        try (Pages pages = new PdfPictures().open(List.of(Papers.summary(2)))) {
            assertTrue(pages.size(1).landscape());
            Picture picture = pages.picture(1, DPI);
            assertEquals(842, picture.width());
            int top = (int) PaperGrid.mm(28);
            boolean title = false;
            for (int y = top; y < top + 30; y++) {
                for (int x = 300; x < 540; x++) {
                    title |= ink(picture, x, y);
                }
            }
            assertTrue(title, "the title is at the upper edge");
        }
    }

    @Test
    void severalPapersFollowEachOther() {
        try (Pages pages = new PdfPictures().open(List.of(Papers.opinion(false).numbered(1, 3), Papers.lines(2).numbered(2, 3)))) {
            assertEquals(new PdfPaper().pages(Papers.opinion(false).numbered(1, 3)) + new PdfPaper().pages(Papers.lines(2).numbered(2, 3)), pages.count());
            assertFalse(pages.notices().isEmpty() && FontCatalogue.of(FontCatalogue.usualFolders()).own(Face.FANGSONG).isEmpty());
        }
    }

    @Test
    void withoutAnyChineseFontItSaysSo() {
        var problem = assertThrows(UserProblem.class, () -> new PdfPictures(List.of(folder)).open(List.of(Papers.lines(1))));
        assertEquals("paper.noChineseFont", problem.messages().getFirst().key());
    }
}
