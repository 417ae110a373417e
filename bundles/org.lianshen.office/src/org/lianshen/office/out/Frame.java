package org.lianshen.office.out;

/** A page and its type area, in points as it is read. The landscape page is the upright one turned a quarter clockwise: binding margin above, lower margin at the left. */
enum Frame {

    PORTRAIT(PaperGrid.PAGE_WIDTH, PaperGrid.PAGE_HEIGHT, PaperGrid.LEFT, PaperGrid.TOP, PaperGrid.WIDTH, PaperGrid.HEIGHT),
    LANDSCAPE(PaperGrid.PAGE_HEIGHT, PaperGrid.PAGE_WIDTH, PaperGrid.PAGE_HEIGHT - PaperGrid.BOTTOM, PaperGrid.LEFT, PaperGrid.HEIGHT, PaperGrid.WIDTH);

    final double pageWidth;
    final double pageHeight;
    final double left;
    final double top;
    final double width;
    final double height;

    Frame(double pageWidth, double pageHeight, double left, double top, double width, double height) {
        this.pageWidth = pageWidth;
        this.pageHeight = pageHeight;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    static Frame of(boolean landscape) {
        return landscape ? LANDSCAPE : PORTRAIT;
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** Characters of the title that fit into a line. */
    int titleCharacters() {
        return (int) (width / PaperGrid.TITLE);
    }
}
