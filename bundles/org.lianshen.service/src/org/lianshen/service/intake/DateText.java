package org.lianshen.service.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them: 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, each with or without a time; and the day number of a spreadsheet. */
final class DateText {

    private static final Pattern SEPARATED = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:t?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
    private static final Pattern PLAIN = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern DAY_NUMBER = Pattern.compile("(\\d{5})(?:\\.\\d+)?");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int YEAR = 4;
    private static final int FIRST_DAY = 32_874; // 1990-01-01: smaller numbers are something else
    private static final int LAST_DAY = 73_050; // 2099-12-31

    private DateText() {
    }

    /** Null if the cell holds no date. */
    static LocalDate of(SourceCell cell) {
        String text = HeadText.squeeze(cell.text());
        Matcher separated = SEPARATED.matcher(text);
        if (separated.matches()) {
            return date(separated);
        }
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return date(plain);
        }
        Matcher number = DAY_NUMBER.matcher(text);
        if (cell.kind() == SourceCell.Kind.NUMBER && number.matches()) {
            int day = Integer.parseInt(number.group(1));
            return day >= FIRST_DAY && day <= LAST_DAY ? DAY_ZERO.plusDays(day) : null;
        }
        return null;
    }

    /** The word of the rule that {@link #of} read the cell by. */
    static String rule(SourceCell cell) {
        String text = HeadText.squeeze(cell.text());
        if (PLAIN.matcher(text).matches()) {
            return "date.plain";
        }
        return switch (text.length() > YEAR ? text.charAt(YEAR) : ' ') {
            case '-' -> "date.iso";
            case '/' -> "date.slash";
            case '.' -> "date.dot";
            case '年' -> "date.cn";
            default -> "date.serial";
        };
    }

    private static LocalDate date(Matcher parts) {
        try {
            return LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
