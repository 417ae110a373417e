package org.lianshen.model.linkage;

/** Text as it is compared: full-width forms as half-width, small letters, no blanks. */
public final class PlainText {

    private PlainText() {
    }

    /** Half-width, small letters, without blanks; brackets and dashes in one form. */
    public static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = fold(text.charAt(i));
            if (c != ' ') {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** Only letters, digits and Chinese characters of a folded text. */
    static String letters(CharSequence folded) {
        var kept = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return c <= ' ' ? ' ' : Character.toLowerCase(c);
        }
        if (c >= '！' && c <= '～') {
            return Character.toLowerCase((char) (c - 0xFEE0));
        }
        return switch (c) {
            case '\u3000', '\u00A0', '\u200B', '\uFEFF' -> ' ';
            case '【', '〔', '［', '〖', '﹝' -> '(';
            case '】', '〕', '］', '〗', '﹞' -> ')';
            case '—', '–', '−', '‐', '‑' -> '-';
            case 'Ⅰ', 'ⅰ' -> '一';
            case 'Ⅱ', 'ⅱ' -> '二';
            case 'Ⅲ', 'ⅲ' -> '三';
            case 'Ⅳ', 'ⅳ' -> '四';
            case 'Ⅴ', 'ⅴ' -> '五';
            default -> Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c);
        };
    }
}
