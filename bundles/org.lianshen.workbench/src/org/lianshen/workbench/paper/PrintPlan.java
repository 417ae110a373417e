package org.lianshen.workbench.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.swt.graphics.Rectangle;
import org.lianshen.service.document.PagePictures.Size;

/** Which pages go to the printer in which order, and where on the sheet each lies at its true size. */
final class PrintPlan {

    private static final double INCH = 25.4;

    private PrintPlan() {
    }

    /** In the place of a page: the empty back of a sheet. */
    static final int BLANK = 0;

    /**
     * @param starts   first pages of papers, from 1: on both sides of the sheets each begins on a sheet of its own
     * @param from     first page, from 1; {@code to} last page
     * @param collated whole copies one after another; otherwise all of a page together. On both sides of the sheets copies are always whole
     * @return pages in the order of printing
     */
    static List<Integer> pages(List<Integer> starts, int from, int to, int copies, boolean collated, boolean duplex) {
        List<Integer> once = new ArrayList<>();
        for (int page = from; page <= to; page++) {
            if (duplex && starts.contains(page)) {
                even(once);
            }
            once.add(page);
        }
        List<Integer> all = new ArrayList<>();
        if (collated || duplex) {
            for (int copy = 0; copy < copies; copy++) {
                if (duplex) {
                    even(all);
                }
                all.addAll(once);
            }
        } else {
            once.forEach(page -> all.addAll(Collections.nCopies(copies, page)));
        }
        return all;
    }

    private static void even(List<Integer> pages) {
        if (pages.size() % 2 != 0) {
            pages.add(BLANK);
        }
    }

    /** Whether a page lies turned on the sheet: a landscape page on an upright sheet, or the other way round. */
    static boolean turned(Size page, Rectangle sheet) {
        return page.landscape() != sheet.width > sheet.height;
    }

    /**
     * Where the page's upper left corner comes to lie, in dots of the printer, counted from the first dot that it can print: the page's edge lies on the paper's edge, and
     * what the printer cannot reach is cut off, never squeezed. A page smaller than the sheet lies in its upper left corner.
     *
     * @param trim the sheet as {@code Printer.computeTrim(0, 0, 0, 0)} gives it: its corner from the first printable dot (not positive), and its size
     */
    static Rectangle place(Size page, boolean turned, Rectangle trim, int dpiX, int dpiY) {
        double width = turned ? page.height() : page.width();
        double height = turned ? page.width() : page.height();
        return new Rectangle(trim.x, trim.y, (int) Math.round(width / INCH * dpiX), (int) Math.round(height / INCH * dpiY));
    }
}
