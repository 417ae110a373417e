package org.lianshen.office.out;

/** Text that a spreadsheet program might take for a formula. */
final class Formulas {

    private Formulas() {
    }

    /** Begins with {@code = + - @}, their full-width forms, tab or carriage return. */
    static boolean looksLikeOne(String text) {
        return !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }

    /** With an apostrophe in front where needed: also where one stands there already, so that taking one off gives back the text. */
    static String guarded(String text) {
        return looksLikeOne(text) || text.startsWith("'") && looksLikeOne(text.substring(1)) ? "'" + text : text;
    }
}
