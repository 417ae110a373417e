package org.lianshen.model.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.linkage.PlainText;

/** What people write in the free columns of a ledger: rates, days, yes and no. What cannot be read is unknown, never guessed. */
public final class LedgerText {

    private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?)(%)?");
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,6})/(\\d{1,6})[项个条]?");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(20\\d\\d)(?:[-年./](\\d{1,2})(?:[-月./](\\d{1,2}))?(?!\\d)|(\\d{2})(\\d{2})(?!\\d))");
    private static final Pattern BEFORE_YEAR = Pattern.compile("(?<=\\S)\\s+(?=20\\d\\d)");
    private static final Pattern DAY_NUMBER = Pattern.compile("\\d{5}");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Set<String> EXEMPT = Set.of("不适用", "免", "免于", "无需", "不需要", "不涉及", "/", "-");
    private static final Set<String> YES = Set.of("y", "yes", "true", "1", "√", "✓", "合格", "通过", "全部");
    private static final Set<String> NO = Set.of("n", "no", "false", "0", "×", "x", "无");

    private LedgerText() {
    }

    /** {@code 75%}, {@code 0.75}, {@code 75} or {@code 3/4项} as 0.75, at most six decimals. */
    public static Optional<BigDecimal> share(String text) {
        String plain = PlainText.folded(text);
        Matcher fraction = FRACTION.matcher(plain);
        if (fraction.matches()) {
            var whole = new BigDecimal(fraction.group(2));
            return whole.signum() == 0 ? Optional.empty() : Optional.of(new BigDecimal(fraction.group(1)).divide(whole, 6, RoundingMode.HALF_UP));
        }
        Matcher share = SHARE.matcher(plain);
        if (!share.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(share.group(1));
        return Optional.of(share.group(2) != null || number.compareTo(BigDecimal.ONE) > 0 ? number.movePointLeft(2) : number);
    }

    /** As {@link PlainText#folded}, but a blank before a year still keeps it apart from what stands before. */
    public static String folded(String text) {
        return PlainText.folded(BEFORE_YEAR.matcher(text).replaceAll(","));
    }

    /** Every day named, in the order of the text. A month means its last day. A cell that is one number may be the day number of a spreadsheet. */
    public static List<LocalDate> days(String text) {
        String plain = folded(text);
        var found = new ArrayList<LocalDate>();
        Matcher matcher = DAY.matcher(plain);
        while (matcher.find()) {
            day(matcher).ifPresent(found::add);
        }
        if (found.isEmpty() && DAY_NUMBER.matcher(plain).matches()) {
            LocalDate day = DAY_ZERO.plusDays(Integer.parseInt(plain));
            if (day.getYear() >= 2000 && day.getYear() < 2100) {
                found.add(day);
            }
        }
        return found;
    }

    /** The first day named. */
    public static Optional<LocalDate> day(String text) {
        return days(text).stream().findFirst();
    }

    private static Optional<LocalDate> day(Matcher matcher) {
        boolean plain = matcher.group(2) == null;
        try {
            int year = Integer.parseInt(matcher.group(1));
            int month = Integer.parseInt(matcher.group(plain ? 4 : 2));
            String day = matcher.group(plain ? 5 : 3);
            return Optional.of(day == null ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Whether the entry says that the question does not arise: 不适用, 无需. */
    public static boolean exempt(String text) {
        String plain = PlainText.folded(text);
        return EXEMPT.stream().anyMatch(word -> word.length() == 1 ? plain.equals(word) : plain.startsWith(word));
    }

    /** Yes or no; empty for what is neither, and for what does not arise. */
    public static Optional<Boolean> yes(String text) {
        String plain = PlainText.folded(text);
        if (plain.isEmpty() || exempt(plain)) {
            return Optional.empty();
        }
        if (NO.contains(plain) || plain.startsWith("否") || plain.startsWith("未") || plain.startsWith("不") || plain.startsWith("没") || plain.startsWith("尚未")) {
            return Optional.of(false);
        }
        boolean yes = YES.contains(plain) || plain.startsWith("是") || plain.startsWith("已") || plain.startsWith("有") || plain.startsWith("双合格");
        return yes ? Optional.of(true) : Optional.empty();
    }
}
