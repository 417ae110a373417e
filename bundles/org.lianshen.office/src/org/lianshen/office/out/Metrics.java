package org.lianshen.office.out;

/** How wide characters are. */
interface Metrics {

    /** As Chinese fonts of official papers have it: Chinese characters one em, all others half. */
    Metrics NOMINAL = (face, codePoint) -> Kinsoku.wide(codePoint) ? 1 : 0.5;

    /** In em. */
    double advance(Face face, int codePoint);
}
