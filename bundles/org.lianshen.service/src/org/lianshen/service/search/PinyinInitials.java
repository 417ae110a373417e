package org.lianshen.service.search;

import java.nio.charset.Charset;

/**
 * Pinyin initials of Chinese text without a dictionary: the 3755 first-level characters of GB 2312 stand in the order of their pinyin, so that the code tells the
 * initial. Limits: rarer characters have no initial here and match any letter; a character with several readings has the one it is sorted under (重 is z, 行 is x).
 */
final class PinyinInitials {

    /** Matches any letter. */
    static final char UNKNOWN = '?';

    private static final Charset GB = Charset.forName("GB18030");
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    /** First code of each letter of {@link #LETTERS}; no syllable begins with i, u or v. */
    private static final int[] STARTS = {0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6, 0xC5BE,
        0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1};
    private static final int LAST = 0xD7F9;

    private PinyinInitials() {
    }

    /** One character for each of the text: the initial, the lower-case character itself where it is ASCII, or {@link #UNKNOWN}. */
    static String of(String text) {
        var initials = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            initials.append(initial(text.charAt(i)));
        }
        return initials.toString();
    }

    /** Whether the letters stand one after the other in the initials of the text, at least one of them in a character whose initial is known. */
    static boolean match(String letters, String text) {
        String initials = of(text);
        for (int start = 0; start + letters.length() <= initials.length(); start++) {
            if (matchesAt(letters, initials, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesAt(String letters, String initials, int start) {
        boolean known = false;
        for (int i = 0; i < letters.length(); i++) {
            char initial = initials.charAt(start + i);
            if (initial != UNKNOWN && initial != letters.charAt(i)) {
                return false;
            }
            known |= initial != UNKNOWN;
        }
        return known;
    }

    private static char initial(char character) {
        if (character < 0x80) {
            return Character.toLowerCase(character);
        }
        byte[] bytes = String.valueOf(character).getBytes(GB);
        int code = bytes.length == 2 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
        if (code > LAST) {
            return UNKNOWN;
        }
        for (int i = STARTS.length - 1; i >= 0; i--) {
            if (code >= STARTS[i]) {
                return LETTERS.charAt(i);
            }
        }
        return UNKNOWN;
    }
}
