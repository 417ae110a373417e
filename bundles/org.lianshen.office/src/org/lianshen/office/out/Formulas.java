package org.lianshen.office.out;

/** Text that a spreadsheet program might take for a formula. */
public final class Formulas {

    private Formulas() {
    }

    /** Begins with {@code = + - @}, their full-width forms, tab or a line break. */
    static boolean looksLikeOne(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }

    /** With an apostrophe in front where needed: also where one stands there already, so that taking one off gives back the text. */
    static String guarded(String text) {
        return looksLikeOne(text.startsWith("'") ? text.substring(1) : text) ? "'" + text : text;
    }

    /** What was {@link #guarded}, in this program or another: without the apostrophe. */
    public static String plain(String text) {
        return text.startsWith("'") && looksLikeOne(text.startsWith("''") ? text.substring(2) : text.substring(1)) ? text.substring(1) : text;
    }
}
