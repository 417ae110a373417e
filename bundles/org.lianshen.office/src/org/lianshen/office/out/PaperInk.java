package org.lianshen.office.out;

/** Colours that all writers share. */
final class PaperInk {

    /** Y80 M80 of the standard's annex on colours, as red, green and blue. */
    static final int[] RED = {255, 51, 51};
    /** Lightness of the watermark. */
    static final double WATERMARK = 0.9;
    static final double WATERMARK_SIZE = 130;
    /** Lightness behind labels. */
    static final double SHADE = 0.93;

    private PaperInk() {
    }
}
