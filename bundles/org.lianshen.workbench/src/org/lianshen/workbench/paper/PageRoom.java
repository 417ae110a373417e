package org.lianshen.workbench.paper;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.lianshen.service.document.PagePictures.Size;

/**
 * Where pages lie on an endless sheet at some zoom: one below the other, or as the leaves of a book with page 1 at the right.
 *
 * @param pages in order, dots of the screen
 * @param all   size of the whole sheet
 */
record PageRoom(List<Rectangle> pages, Point all) {

    static final int LEAST = 50;
    static final int MOST = 400;

    /**
     * @param dpi     dots of the screen for 25.4 mm at 100 %
     * @param percent zoom
     * @param columns 1 or 2
     * @param width   of the window, in which a narrower sheet is centred
     */
    static PageRoom of(List<Size> sizes, int dpi, int percent, int columns, int gap, int width) {
        int scaled = Math.max(1, dpi * percent / 100);
        int column = sizes.stream().mapToInt(size -> size.columns(scaled)).max().orElse(0);
        int whole = columns * column + (columns + 1) * gap;
        int left = Math.max(0, (width - whole) / 2);
        List<Rectangle> pages = new ArrayList<>();
        int y = gap;
        int tallest = 0;
        int skipped = columns - 1;
        for (int i = 0; i < sizes.size(); i++) {
            int place = (i + skipped) % columns;
            if (place == 0 && i > 0) {
                y += tallest + gap;
                tallest = 0;
            }
            Size size = sizes.get(i);
            int pageWidth = size.columns(scaled);
            // Facing pages meet at the middle of the book.
            int free = column - pageWidth;
            int x = left + gap + place * (column + gap) + (columns == 1 ? free / 2 : place == 0 ? free : 0);
            pages.add(new Rectangle(x, y, pageWidth, size.rows(scaled)));
            tallest = Math.max(tallest, size.rows(scaled));
        }
        return new PageRoom(pages, new Point(Math.max(width, whole), y + tallest + gap));
    }

    /** The zoom at which a page, or two beside each other, take the whole width, or height too. @param height 0 for the width alone */
    static int fitting(List<Size> sizes, int dpi, int columns, int gap, int width, int height) {
        double widest = sizes.stream().mapToDouble(Size::width).max().orElse(210);
        double tallest = sizes.stream().mapToDouble(Size::height).max().orElse(297);
        double percent = 100 * (width - (columns + 1) * gap) / (columns * widest / 25.4 * dpi);
        if (height > 0) {
            percent = Math.min(percent, 100 * (height - 2 * gap) / (tallest / 25.4 * dpi));
        }
        return (int) Math.max(10, Math.min(MOST, Math.floor(percent)));
    }

    /** Pages that a window shows, from 1. */
    List<Integer> seen(int left, int top, int width, int height) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).intersects(left, top, width, height)) {
                seen.add(i + 1);
            }
        }
        return seen;
    }

    /** The page at hand, from 1: the one that holds the middle of the window, else the last above it. */
    int at(int middle) {
        int page = 1;
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).y <= middle) {
                page = i + 1;
            }
        }
        return page;
    }
}
