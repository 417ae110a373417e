package org.lianshen.service.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.Money;
import org.lianshen.model.budget.AmountUnit;

/**
 * An amount as people write it: thousands commas, full-width digits, brackets or a trailing minus for negatives, a currency sign, a unit of its own.
 *
 * @param value in the unit of the sheet, or in {@code unit} where the text names one
 * @param unit  unit named by the text itself, or null
 */
record AmountText(BigDecimal value, AmountUnit unit) {

    /** No budget line is larger than this: beyond it a cell holds something else. */
    static final BigDecimal LARGEST_YUAN = new BigDecimal("1E12");

    private static final MathContext SPREADSHEET = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final Set<String> BLANK = Set.of("-", "--", "---", "—", "——", "/", "\\", "无", "空", "n/a", "na", "...", "…", "……");
    private static final Pattern NUMBER = Pattern.compile("(\\()?([-+])?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d*)?(?:[eE]([-+]?\\d{1,2}))?(-)?(\\))?(亿元|万元|千元|元|亿|万)?");

    /** Whether the text stands for an empty amount: a dash, a slash, 无. */
    static boolean blank(String text) {
        String plain = plain(text);
        return plain.isEmpty() || BLANK.contains(plain.toLowerCase(java.util.Locale.ROOT));
    }

    /** Null if the text is no amount. */
    static AmountText of(String text) {
        String plain = plain(text);
        if (plain.startsWith("¥") || plain.startsWith("￥")) {
            plain = plain.substring(1);
        }
        Matcher number = NUMBER.matcher(plain);
        if (!number.matches() || (number.group(1) == null) != (number.group(7) == null) || number.group(2) != null && number.group(6) != null) {
            return null;
        }
        String fraction = number.group(4) == null || number.group(4).length() == 1 ? "" : number.group(4);
        String exponent = number.group(5) == null ? "" : "E" + number.group(5);
        var value = new BigDecimal(number.group(3).replace(",", "") + fraction + exponent);
        boolean negative = number.group(1) != null || "-".equals(number.group(2)) || number.group(6) != null;
        return new AmountText(negative ? value.negate() : value, number.group(8) == null ? null : UnitText.of(number.group(8)));
    }

    /** The amount of a number cell: a spreadsheet is sure of 15 digits, what it stores beyond is noise of binary fractions. */
    static AmountText ofNumber(String digits) {
        return new AmountText(new BigDecimal(digits).round(SPREADSHEET), null);
    }

    private static String plain(String text) {
        String half = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var plain = new StringBuilder(half.length());
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (c == '\u2212' || c == '\u2010' || c == '\u2011' || c == '\u2013') {
                plain.append('-');
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\'' && c != '\uFEFF' && c != '\u200B') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    BigDecimal yuan(AmountUnit sheet) {
        return value.multiply((unit == null ? sheet : unit).yuan());
    }

    /** Rounded half-up to the fen; null if it is too large to be an amount. */
    Money money(AmountUnit sheet) {
        BigDecimal yuan = yuan(sheet);
        return yuan.abs().compareTo(LARGEST_YUAN) > 0 ? null : Money.ofYuan(yuan.setScale(2, RoundingMode.HALF_UP));
    }

    /** Whether {@link #money} loses something. */
    boolean rounded(AmountUnit sheet) {
        BigDecimal yuan = yuan(sheet);
        return yuan.scale() > 2 && yuan.stripTrailingZeros().scale() > 2;
    }
}
