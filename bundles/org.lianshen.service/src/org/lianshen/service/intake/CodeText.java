package org.lianshen.service.intake;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Codes are text whatever their cell says: leading zeros and all 21 characters are kept, and a code that a spreadsheet program turned into a number with an exponent is
 * recognised as damaged.
 *
 * @param code   null if it is damaged
 * @param name   what stood behind the code in a cell such as {@code 2010101-行政运行}, or null
 */
record CodeText(String code, String name) {

    private static final CodeText DAMAGED = new CodeText(null, null);
    private static final Pattern EXPONENT = Pattern.compile("[-+]?\\d(?:\\.\\d+)?[eE][-+]?\\d{1,3}");
    private static final Pattern ZEROS = Pattern.compile("0{2,30}");
    private static final Pattern WITH_NAME = Pattern.compile("([0-9][0-9A-Za-z]{1,29})\\s*(?:[-_:|]|\\s)\\s*(?=[^0-9\\s])(.+)", Pattern.DOTALL);
    private static final int SURE_DIGITS = 15;

    boolean damaged() {
        return code == null;
    }

    static CodeText of(SourceCell cell) {
        if (cell.kind() == SourceCell.Kind.TEXT && plain(cell.text())) {
            return new CodeText(cell.text(), null);
        }
        String text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
        if (text.startsWith("'")) {
            text = text.substring(1);
        }
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 3) {
            text = text.substring(2, text.length() - 1);
        }
        if (EXPONENT.matcher(text).matches()) {
            return DAMAGED;
        }
        if (cell.kind() == SourceCell.Kind.NUMBER) {
            return number(text, cell.format());
        }
        Matcher named = WITH_NAME.matcher(text.replace('—', '-').replace('–', '-'));
        return named.matches() ? new CodeText(named.group(1), named.group(2).strip()) : new CodeText(text.replaceAll("\\s+", ""), null);
    }

    /** Digits and capital letters other than E: by far the most cells, and nothing to do for them. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' && c != 'E')) {
                return false;
            }
        }
        return true;
    }

    private static CodeText number(String digits, String format) {
        String whole = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        if (whole.length() > SURE_DIGITS && whole.substring(SURE_DIGITS).chars().allMatch(c -> c == '0')) {
            return DAMAGED;
        }
        if (format != null && ZEROS.matcher(format).matches() && whole.length() < format.length() && whole.chars().allMatch(Character::isDigit)) {
            whole = "0".repeat(format.length() - whole.length()) + whole;
        }
        return new CodeText(whole, null);
    }

    /** Code and name of a cell such as {@code 101001-市数据局} in a column of names; null where the cell holds no such pair. */
    static CodeText split(String text) {
        Matcher named = WITH_NAME.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace('—', '-').replace('–', '-'));
        return named.matches() && named.group(1).length() >= 3 && named.group(1).chars().filter(Character::isDigit).count() >= 3
                ? new CodeText(named.group(1), named.group(2).strip()) : null;
    }
}
