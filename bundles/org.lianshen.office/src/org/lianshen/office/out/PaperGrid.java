package org.lianshen.office.out;

/**
 * Measures of GB/T 9704-2012 in points (1 mm = 72 ÷ 25.4 pt): A4, 天头 37 mm, 订口 28 mm, type area 156 × 225 mm, 22 lines of 28 characters 3号.
 * {@link #LINE} and {@link #PITCH} are the type area divided by lines and characters, rounded down to what Word can hold, so that the last line still fits.
 */
final class PaperGrid {

    static final double PAGE_WIDTH = mm(210);
    static final double PAGE_HEIGHT = mm(297);
    static final double TOP = mm(37);
    static final double LEFT = mm(28);
    static final double WIDTH = mm(156);
    static final double HEIGHT = mm(225);
    static final double BOTTOM = TOP + HEIGHT;
    static final double RIGHT = LEFT + WIDTH;

    static final int LINES = 22;
    static final int CHARACTERS = 28;
    /** 3号. */
    static final double BODY = 16;
    /** 4号. */
    static final double SMALL = 14;
    /** 2号. */
    static final double TITLE = 22;
    /** Line pitch. */
    static final double LINE = 28.95;
    /** Added to each advance, so that 28 characters fit. */
    static final double TRACKING = -0.21;
    /** From one character to the next. */
    static final double PITCH = BODY + TRACKING;

    /** Upper edge of the red head below the upper edge of the type area. */
    static final double HEAD_DROP = mm(35);
    /** Red rule below the number. */
    static final double RULE_DROP = mm(4);
    /** 一字线 of the page number below the type area. */
    static final double PAGE_NUMBER_DROP = mm(7);
    static final double THICK = mm(0.35);
    static final double THIN = mm(0.25);
    /** Of the em box of a Chinese font, above the baseline. */
    static final double ASCENT = 0.88;

    private PaperGrid() {
    }

    static double mm(double millimetres) {
        return millimetres * 72 / 25.4;
    }

    /** Baseline of text that stands in the middle of a line box. */
    static double baseline(double top, double height, double size) {
        return top + (height - size) / 2 + ASCENT * size;
    }
}
