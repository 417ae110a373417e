package org.lianshen.office.out;

/** Text that a spreadsheet program might take for a formula. */
public final class Formulas {

    private static final String SIGNS = "=+-@＝＋－＠";

    private Formulas() {
    }

    /** Begins with {@code = + - @} or their full-width forms, also behind blanks and what has no width; or with tab or a line break. */
    static boolean looksLikeOne(String text) {
        int at = 0;
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
        return at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0 || !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** With an apostrophe in front where needed: also where some stand there already, so that taking one off gives back the text. */
    static String guarded(String text) {
        return looksLikeOne(bare(text)) ? "'" + text : text;
    }

    /** What was {@link #guarded}, in this program or another: without the apostrophe. */
    public static String plain(String text) {
        return text.startsWith("'") && looksLikeOne(bare(text)) ? text.substring(1) : text;
    }

    private static String bare(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return text.substring(at);
    }
}
