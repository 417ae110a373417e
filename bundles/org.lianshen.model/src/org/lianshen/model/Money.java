package org.lianshen.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * An amount of renminbi in whole fen. 元 and 万元 are formats of it, never other types.
 *
 * <p>Arithmetic is exact; an overflow throws {@link ArithmeticException}. Ratios are applied with {@link #times(BigDecimal)}, which rounds half-up once, to the fen.
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);
    private static final BigDecimal FEN_PER_WAN = new BigDecimal(1_000_000);

    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    /** @throws ArithmeticException if {@code yuan} has a part smaller than a fen or does not fit */
    public static Money ofYuan(BigDecimal yuan) {
        return ofFen(yuan.movePointRight(2).longValueExact());
    }

    public static Money ofYuan(long yuan) {
        return ofFen(Math.multiplyExact(yuan, 100L));
    }

    /** {@code "1234.50"} yuan, as written by {@link #yuan()}. @throws NumberFormatException if it is no number */
    public static Money parseYuan(String yuan) {
        return ofYuan(new BigDecimal(yuan));
    }

    /** Rounded half-up to the fen: what a sheet in 万元 with more than six decimals means. */
    public static Money ofWan(BigDecimal wan) {
        return ofFen(wan.multiply(FEN_PER_WAN).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    public static Money ofWan(long wan) {
        return ofFen(Math.multiplyExact(wan, 1_000_000L));
    }

    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return ofFen(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return ofFen(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return ofFen(Math.negateExact(fen));
    }

    /** The amount times a ratio or quantity, rounded half-up to the fen. */
    public Money times(BigDecimal factor) {
        return ofFen(BigDecimal.valueOf(fen).multiply(factor).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** This ÷ {@code whole} to {@code scale} decimals, half-up. @throws ArithmeticException if {@code whole} is zero */
    public BigDecimal ratioTo(Money whole, int scale) {
        return BigDecimal.valueOf(fen).divide(BigDecimal.valueOf(whole.fen), scale, RoundingMode.HALF_UP);
    }

    public Money abs() {
        return fen < 0 ? negated() : this;
    }

    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean moreThan(Money other) {
        return fen > other.fen;
    }

    /** In yuan with two decimals, the form of the command line's JSON. */
    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    /** In 万元, exact (up to six decimals). */
    public BigDecimal wan() {
        return BigDecimal.valueOf(fen, 6);
    }

    /** {@code 1,234.50}: 万元 with two decimals, half-up, as every screen shows amounts; the minus is U+2212. */
    public String wanText() {
        return grouped(wan().setScale(2, RoundingMode.HALF_UP));
    }

    /** {@code 12,345,000.00}: exact yuan, grouped. */
    public String yuanText() {
        return grouped(yuan());
    }

    private static String grouped(BigDecimal value) {
        String digits = value.abs().toPlainString();
        int point = digits.indexOf('.');
        var text = new StringBuilder(digits);
        for (int i = point - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return value.signum() < 0 ? text.insert(0, '−').toString() : text.toString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** Yuan with two decimals, plain: {@code 1234.50}. */
    @Override
    public String toString() {
        return yuan().toPlainString();
    }
}
