package org.lianshen.model.performance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction, so that points are rounded once, at the end: a third of 30 and two thirds of 30 make 30. */
record Exact(BigInteger above, BigInteger below) implements Comparable<Exact> {

    static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);
    static final Exact ONE = new Exact(BigInteger.ONE, BigInteger.ONE);

    Exact {
        if (below.signum() < 0) {
            above = above.negate();
            below = below.negate();
        }
        BigInteger common = above.gcd(below);
        if (common.bitLength() > 1) {
            above = above.divide(common);
            below = below.divide(common);
        }
    }

    static Exact of(BigDecimal value) {
        return value.scale() > 0 ? new Exact(value.unscaledValue(), BigInteger.TEN.pow(value.scale())) : new Exact(value.toBigInteger(), BigInteger.ONE);
    }

    Exact plus(Exact other) {
        return new Exact(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
    }

    Exact minus(Exact other) {
        return new Exact(above.multiply(other.below).subtract(other.above.multiply(below)), below.multiply(other.below));
    }

    Exact times(Exact other) {
        return new Exact(above.multiply(other.above), below.multiply(other.below));
    }

    /** @throws ArithmeticException if {@code other} is zero */
    Exact over(Exact other) {
        if (other.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        return new Exact(above.multiply(other.below), below.multiply(other.above));
    }

    Exact abs() {
        return new Exact(above.abs(), below);
    }

    Exact atLeast(Exact least) {
        return compareTo(least) < 0 ? least : this;
    }

    Exact atMost(Exact most) {
        return compareTo(most) > 0 ? most : this;
    }

    int signum() {
        return above.signum();
    }

    BigDecimal rounded(int scale) {
        return new BigDecimal(above).divide(new BigDecimal(below), scale, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Exact other) {
        return above.multiply(other.below).compareTo(other.above.multiply(below));
    }
}
