package org.lianshen.model.performance;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values as people write them on the form: {@code ≥95%}, {@code 1,200 人次}, {@code 30..80}, {@code 是}. */
final class Reading {

    private static final Pattern NUMBER = Pattern.compile("[-−－]?\\d[\\d,，]*(?:\\.\\d+)?");
    private static final Pattern INTERVAL = Pattern.compile("(-?\\d+(?:\\.\\d+)?)%?(?:\\.\\.|~|—|至|-)(-?\\d+(?:\\.\\d+)?)%?");
    private static final Pattern STEP = Pattern.compile("(-?\\d+(?:\\.\\d+)?)[=:](\\d+(?:\\.\\d+)?)");

    private Reading() {
    }

    /** Full-width digits and signs as half-width, without blanks. */
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '！' && c <= '～') {
                c -= 0xFEE0;
            }
            if (!Character.isWhitespace(c) && c != '\u3000') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** The one number in a text; empty if there is none or more than one. */
    static Optional<Exact> number(String text) {
        Matcher matcher = NUMBER.matcher(plain(text));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String digits = matcher.group().replace(",", "").replace('−', '-');
        return matcher.find() ? Optional.empty() : Optional.of(Exact.of(new BigDecimal(digits)));
    }

    /** Lower and upper bound, in order. */
    static Optional<Exact[]> interval(String text) {
        Matcher matcher = INTERVAL.matcher(plain(text));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Exact low = Exact.of(new BigDecimal(matcher.group(1)));
        Exact high = Exact.of(new BigDecimal(matcher.group(2)));
        return low.compareTo(high) <= 0 ? Optional.of(new Exact[] { low, high }) : Optional.empty();
    }

    /** Thresholds and their points, by rising threshold: {@code 0=4;10=3;20=2}. Empty if the text is no such table. */
    static Exact[][] steps(String text) {
        String[] parts = plain(text).split("[;,]");
        var steps = new Exact[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            Matcher matcher = STEP.matcher(parts[i]);
            if (!matcher.matches()) {
                return new Exact[0][];
            }
            steps[i] = new Exact[] { Exact.of(new BigDecimal(matcher.group(1))), Exact.of(new BigDecimal(matcher.group(2))) };
        }
        java.util.Arrays.sort(steps, (a, b) -> a[0].compareTo(b[0]));
        return steps;
    }

    /** Yes, no, or neither. */
    static Optional<Boolean> yesNo(String text) {
        return switch (plain(text).toLowerCase(java.util.Locale.ROOT)) {
            case "是", "有", "y", "yes", "√", "合格", "已完成", "完成" -> Optional.of(true);
            case "否", "无", "n", "no", "×", "不合格", "未完成" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
