package org.lianshen.rulepacks;

import java.math.BigDecimal;

/** Which values a parameter of a unit may have. */
final class ParamUnits {
    private ParamUnits() {
    }

    static boolean fits(String value, String unit) {
        return switch (unit) {
            case "boolean" -> value.equals("true") || value.equals("false");
            case "text" -> true;
            case "yuan" -> decimal(value, 2);
            case "ratio", "points", "factor" -> decimal(value, 6);
            default -> decimal(value, 0);
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
