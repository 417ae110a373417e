package org.lianshen.office.in;

/** Text of cells: A1 references, and the {@code _x000D_} escapes of Office XML. */
public final class CellText {

    private CellText() {
    }

    /** {@code C7} from zero-based column and one-based row. */
    static String reference(int column, int row) {
        return letters(column) + row;
    }

    static String letters(int column) {
        var letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.toString();
    }

    /** Zero-based column of a reference such as {@code AB12}; -1 where it does not begin with letters. */
    static int column(String reference) {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && i < 4; i++) {
            int letter = reference.charAt(i) & ~0x20;
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    /** One-based row of a reference such as {@code AB12}; 0 where there is none. */
    static int row(String reference) {
        int i = 0;
        while (i < reference.length() && !Character.isDigit(reference.charAt(i))) {
            i++;
        }
        int row = 0;
        for (; i < reference.length() && row < 100_000_000; i++) {
            char c = reference.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            row = row * 10 + c - '0';
        }
        return row;
    }

    /** Text so that it reads back as it is: what looks like an escape is escaped itself. */
    public static String escaped(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        var safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            safe.append(escape(text, i) < 0 ? String.valueOf(text.charAt(i)) : "_x005F_");
        }
        return safe.toString();
    }

    /** Control characters written as {@code _xHHHH_} put back; a carriage return before a line feed is dropped. */
    static String unescape(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int code = escape(text, i);
            if (code < 0) {
                plain.append(text.charAt(i));
            } else {
                if (code != '\r') {
                    plain.append((char) code);
                }
                i += 6;
            }
        }
        return plain.toString();
    }

    private static int escape(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at) != '_' || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code << 4 | digit;
        }
        return code;
    }
}
