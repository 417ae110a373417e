package org.lianshen.model.pack;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number or switch that differs by place and year.
 *
 * @param key      stable key, such as {@code limit.small}
 * @param value    plain text of the value; empty means 未配置: no figure is known, and none is made up
 * @param unit     one of {@code yuan, ratio, percent, points, days, workdays, months, years, count, boolean, text}
 * @param title    Chinese label
 * @param titleEn  English label
 * @param basis    where the value comes from
 * @param verified false: shown as 依据待核实
 * @param clauseId clause it rests on; may be empty
 */
public record Param(String key, String value, String unit, String title, String titleEn, String basis, boolean verified, String clauseId) {

    private static final Pattern MAY_BE_UNSET = Pattern.compile("limit\\.(?!justBelow).*|ops\\.cap.*|ceiling\\.pool|procurement\\.least|advance\\.warn|carryOver\\.mostYears|execution\\..*"
            + "|renewal\\..*|budget\\..*Tolerance|estimate\\..*(?:Least|Most)|fp\\.(?:hoursPerPoint|monthRate)|county\\.ownCloudBlocked|perf\\.executionExplainBelow");

    /** Whether the program can do without a value: what is judged by it is then not judged. All others it reckons with. */
    public static boolean mayBeUnset(String key) {
        return MAY_BE_UNSET.matcher(key).matches();
    }

    /** False where the place has not set a value (未配置). */
    public boolean configured() {
        return !value.isEmpty();
    }

    /** The exact decimal; empty if not configured. */
    public Optional<BigDecimal> decimal() {
        return configured() ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    /** The whole number; empty if not configured. */
    public Optional<Integer> integer() {
        return decimal().map(BigDecimal::intValueExact);
    }

    /** How many decimals a value of the unit may have; 0 where it is a whole number. */
    public static int decimals(String unit) {
        return switch (unit) {
            case "yuan" -> 2;
            case "ratio", "points", "factor" -> 6;
            default -> 0;
        };
    }

    /** Whether a value that is not empty fits its unit: true or false, any text, or a decimal that is not negative. */
    public static boolean fits(String value, String unit) {
        return switch (unit) {
            case "boolean" -> value.equals("true") || value.equals("false");
            case "text" -> true;
            default -> decimal(value, decimals(unit));
        };
    }

    private static boolean decimal(String value, int mostDecimals) {
        try {
            var number = new BigDecimal(value);
            return number.signum() >= 0 && number.scale() >= 0 && number.scale() <= mostDecimals;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
