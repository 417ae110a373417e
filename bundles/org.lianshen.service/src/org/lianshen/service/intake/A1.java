package org.lianshen.service.intake;

/** References to cells as spreadsheet programs write them. */
final class A1 {

    private A1() {
    }

    /** {@code C7} from zero-based column and one-based row. */
    static String cell(int column, int row) {
        return letters(column) + row;
    }

    /** {@code C} for column 2. */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.toString();
    }

    /** 2 for {@code C}; -1 if these are no column letters. */
    static int column(String letters) {
        int column = 0;
        String upper = letters.strip().toUpperCase(java.util.Locale.ROOT);
        if (upper.isEmpty() || upper.length() > 3) {
            return -1;
        }
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (c < 'A' || c > 'Z') {
                return -1;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }
}
