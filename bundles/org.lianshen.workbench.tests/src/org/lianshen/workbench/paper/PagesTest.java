package org.lianshen.workbench.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.lianshen.service.document.PagePictures.Picture;
import org.lianshen.service.document.PagePictures.Size;

/** Where pages lie: on the screen, on the sheet, in the order of printing; and addresses of papers. */
class PagesTest {

    private static final Size UPRIGHT = new Size(210, 297);
    private static final Size WIDE = new Size(297, 210);

    @Test
    void pagesLieBelowEachOtherAndInTheMiddle() {
        PageRoom room = PageRoom.of(Collections.nCopies(3, UPRIGHT), 96, 100, 1, 10, 1000);
        assertEquals(new Rectangle(103, 10, 794, 1123), room.pages().get(0));
        assertEquals(1143, room.pages().get(1).y);
        assertEquals(3 * 1133 + 10, room.all().y);
        assertEquals(List.of(1, 2), room.seen(0, 1100, 1000, 200));
        assertEquals(2, room.at(1500));
    }

    @Test
    void aBookOpensWithItsFirstPageAtTheRight() {
        PageRoom room = PageRoom.of(Collections.nCopies(3, UPRIGHT), 96, 50, 2, 10, 900);
        assertTrue(room.pages().get(0).x > room.pages().get(1).x);
        assertEquals(room.pages().get(1).y, room.pages().get(2).y);
        assertEquals(room.pages().get(0).x, room.pages().get(2).x);
        assertEquals(10, room.pages().get(2).x - room.pages().get(1).x - room.pages().get(1).width, "the leaves meet");
    }

    /** Whatever the window: a fitted page is inside it and no page lies on another. */
    @Test
    void fittedPagesFit() {
        var random = new Random(20261122);
        for (int i = 0; i < 500; i++) {
            List<Size> sizes = random.ints(1 + random.nextInt(9), 0, 2).mapToObj(kind -> kind == 0 ? UPRIGHT : WIDE).toList();
            int width = 300 + random.nextInt(2000);
            int height = 300 + random.nextInt(1500);
            int columns = 1 + random.nextInt(2);
            int percent = PageRoom.fitting(sizes, 96, columns, 12, width, height);
            PageRoom room = PageRoom.of(sizes, 96, percent, columns, 12, width);
            assertTrue(room.all().x <= width + 2, () -> room + " in " + width);
            for (int a = 0; a < sizes.size(); a++) {
                for (int b = a + 1; b < sizes.size(); b++) {
                    assertTrue(!room.pages().get(a).intersects(room.pages().get(b)), room::toString);
                }
            }
        }
    }

    @Test
    void rangesCopiesAndSides() {
        List<Integer> starts = List.of(1, 4);
        assertEquals(List.of(1, 2, 3, 4, 5), PrintPlan.pages(starts, 1, 5, 1, true, false));
        assertEquals(List.of(2, 3, 2, 3), PrintPlan.pages(starts, 2, 3, 2, true, false));
        assertEquals(List.of(2, 2, 3, 3), PrintPlan.pages(starts, 2, 3, 2, false, false));
        assertEquals(List.of(1, 2, 3, 0, 4, 5), PrintPlan.pages(starts, 1, 5, 1, true, true), "a paper begins on a sheet of its own");
        assertEquals(List.of(1, 2, 3, 0, 1, 2, 3), PrintPlan.pages(List.of(1), 1, 3, 2, false, true), "and so does a copy");
        assertEquals(List.of(), PrintPlan.pages(starts, 4, 3, 1, true, true));
    }

    @Test
    void pagesKeepTheirSizeAndTheirEdgeLiesOnThePapersEdge() {
        var trim = new Rectangle(-75, -60, 150, 242);
        assertEquals(new Rectangle(-75, -60, 2480, 3508), PrintPlan.place(UPRIGHT, false, trim, 300, 300));
        assertEquals(new Rectangle(-75, -60, 2480, 7016), PrintPlan.place(UPRIGHT, false, trim, 300, 600));
        assertEquals(new Rectangle(-75, -60, 2480, 3508), PrintPlan.place(WIDE, true, trim, 300, 300));
        assertTrue(PrintPlan.turned(WIDE, new Rectangle(0, 0, 2480, 3508)));
        assertTrue(!PrintPlan.turned(UPRIGHT, new Rectangle(0, 0, 2480, 3508)));
    }

    @Test
    void aWidePageLiesWithItsUpperEdgeAtTheLeft() {
        var data = PaperPrinter.turned(new Picture(3, 2, new int[] {1, 2, 3, 4, 5, 6}));
        assertEquals(2, data.width);
        assertEquals(3, data.height);
        int[][] expected = {{3, 6}, {2, 5}, {1, 4}};
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 2; column++) {
                assertEquals(expected[row][column], data.getPixel(column, row));
            }
        }
    }

    @Test
    void addressesComeBack() {
        var all = List.of(new PaperAddress(Papers.MINUTES), new PaperAddress(Papers.OPINION, 2, 1));
        assertEquals(all, PaperAddress.read(PaperAddress.text(all)));
        assertThrows(IllegalArgumentException.class, () -> PaperAddress.read("MINUTES"));
        assertThrows(IllegalArgumentException.class, () -> PaperAddress.read("NOTHING:00000000-0000-0001-0000-000000000002:0:0:"));
    }
}
