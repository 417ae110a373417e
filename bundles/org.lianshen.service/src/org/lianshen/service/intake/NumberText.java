package org.lianshen.service.intake;

import java.math.BigDecimal;
import org.lianshen.service.intake.SourceCell.Kind;

/** Numbers that are no money: how many, and which share. */
final class NumberText {

    private static final BigDecimal LARGEST_COUNT = new BigDecimal("1E12");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private NumberText() {
    }

    /** A whole number from zero to 10¹², also written as 1,200 or 3万; null if the cell holds none. */
    static BigDecimal count(SourceCell cell) {
        AmountText read = read(cell, cell.text());
        if (read == null) {
            return null;
        }
        BigDecimal count = read.unit() == null ? read.value() : read.value().multiply(read.unit().yuan());
        boolean whole = count.signum() >= 0 && count.compareTo(LARGEST_COUNT) <= 0 && count.stripTrailingZeros().scale() <= 0;
        return whole ? count.setScale(0) : null;
    }

    /**
     * A share in percent, 0 to 100; null if the cell holds none. A number cell whose format is of percent, and a share up to one that is written without a sign, hold the
     * hundredth of it.
     */
    static BigDecimal percent(SourceCell cell) {
        String text = HeadText.squeeze(cell.text());
        boolean sign = text.endsWith("%");
        AmountText read = read(cell, sign ? text.substring(0, text.length() - 1) : text);
        if (read == null || read.unit() != null) {
            return null;
        }
        boolean hundredth = !sign && (cell.format() != null && cell.format().contains("%") || read.value().compareTo(BigDecimal.ONE) <= 0);
        BigDecimal percent = hundredth ? read.value().multiply(HUNDRED) : read.value();
        return percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0 ? percent.stripTrailingZeros() : null;
    }

    private static AmountText read(SourceCell cell, String text) {
        return cell.kind() == Kind.NUMBER ? AmountText.ofNumber(cell.text()) : cell.kind() == Kind.TEXT ? AmountText.of(text) : null;
    }
}
