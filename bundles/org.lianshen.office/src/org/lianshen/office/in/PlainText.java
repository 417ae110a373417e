package org.lianshen.office.in;

/** Text from outside as the program may keep it: without what is no text, and short where a message quotes it. */
public final class PlainText {

    private static final int LONGEST_QUOTE = 80;

    private PlainText() {
    }

    /**
     * Without control characters other than tab and line breaks, which no database and no XML takes, and with U+FFFD for halves of surrogate pairs and for what Unicode
     * calls no character. Most text is returned as it is.
     */
    public static String of(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (suspect(text.charAt(i))) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    /** Whether {@link #of} would leave the text as it is. */
    public static boolean is(String text) {
        return of(text).equals(text);
    }

    private static boolean suspect(char c) {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r' || Character.isSurrogate(c) || c >= '\uFFFE';
    }

    private static String cleaned(String text, int from) {
        var plain = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!suspect(c)) {
                plain.append(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                plain.append(c).append(text.charAt(++i));
            } else if (c >= ' ') {
                plain.append('\uFFFD');
            }
        }
        return plain.toString();
    }

    /** For a message: on one line, not longer than a line. */
    public static String quoted(String text) {
        int end = Math.min(text.length(), LONGEST_QUOTE);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return of(text.substring(0, end)).replace('\n', ' ').replace('\r', ' ').replace('\t', ' ') + (end < text.length() ? "…" : "");
    }
}
