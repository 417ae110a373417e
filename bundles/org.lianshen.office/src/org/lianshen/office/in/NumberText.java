package org.lianshen.office.in;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DateUtil;

/** Numbers of workbooks as text with exactly the digits that the file holds. */
final class NumberText {

    private static final BigDecimal EXACT = new BigDecimal("1E15");
    private static final int SCALE = 30;
    /** No number that a spreadsheet computes with is larger, or nearer to nothing. */
    private static final int LARGEST_EXPONENT = 330;
    private static final int LONGEST = 400;

    private NumberText() {
    }

    /**
     * Plain decimal notation. What was stored with an exponent and is too large to be sure of its last digits keeps it ({@code 3.3005E20}), so that a code that was damaged
     * can be told from one that was not.
     *
     * @return null if it is no number
     */
    static String of(String stored) {
        String text = stored.strip();
        if (text.length() <= LONGEST && plain(text)) {
            return text;
        }
        try {
            var value = new BigDecimal(text);
            if (value.signum() == 0) {
                return "0";
            }
            if (Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT || text.length() > LONGEST) {
                return null;
            }
            if (Math.abs((long) value.precision() - value.scale()) > SCALE || value.scale() > SCALE * 2) {
                return scientific(value);
            }
            boolean exponent = text.indexOf('E') >= 0 || text.indexOf('e') >= 0;
            return exponent && value.abs().compareTo(EXACT) >= 0 ? scientific(value) : value.toPlainString();
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    static String of(double value) {
        return of(value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value));
    }

    private static boolean plain(String text) {
        int n = text.length();
        int start = n > 0 && text.charAt(0) == '-' ? 1 : 0;
        if (start == n) {
            return false;
        }
        boolean point = false;
        for (int i = start; i < n; i++) {
            char c = text.charAt(i);
            if (c == '.' && !point && i > start && i < n - 1) {
                point = true;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static String scientific(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        String digits = bare.unscaledValue().abs().toString();
        long exponent = (long) digits.length() - 1 - bare.scale();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "E" + exponent;
    }

    /** A serial day number as ISO date, date and time, or time; null if it is outside of Excel's calendar. */
    static String date(String number, boolean from1904) {
        double serial = Double.parseDouble(number);
        if (serial < 0 || serial >= 2_958_466) {
            return null;
        }
        LocalDateTime moment = DateUtil.getLocalDateTime(serial, from1904, true);
        if (moment == null) {
            return null;
        }
        if (serial < 1 && !from1904) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.toString();
    }
}
