package org.lianshen.office.form;

/** Where things stand on a page of an opinion form; columns from 0. */
final class OpinionLayout {

    /** Shown by no menu of a spreadsheet program. */
    static final String CODE_SHEET = "lianshen";
    static final int LABEL = 0;
    static final int TEXT = 1;
    static final int VERDICT = 2;
    static final int PROBLEM = 3;
    static final int SUGGESTION = 4;
    static final int BASIS = 5;
    static final int AMOUNT = 2;
    static final int CUT = 3;
    static final int REASON = 4;
    static final int WIDTH = 6;

    private OpinionLayout() {
    }
}
