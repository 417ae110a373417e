package org.lianshen.model.price;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lianshen.model.Money;

/**
 * The prices seen of one thing in one unit of measure.
 *
 * @param name   normalised
 * @param shown  the name as it was written first
 * @param prices cheapest first, never empty
 */
public record PriceSeries(String name, String shown, String measure, List<SeenPrice> prices) {

    /** Below this many prices a median says nothing about any of them. */
    public static final int LEAST = 3;

    public PriceSeries {
        if (prices.isEmpty()) {
            throw new IllegalArgumentException("no price of " + name);
        }
        prices = prices.stream().sorted(Comparator.comparing(SeenPrice::price).thenComparing(SeenPrice::year).thenComparing(SeenPrice::project).thenComparing(SeenPrice::place)).toList();
    }

    /** Without some of its prices; empty where none is left. */
    public Optional<PriceSeries> without(Predicate<SeenPrice> left) {
        List<SeenPrice> rest = prices.stream().filter(left.negate()).toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(new PriceSeries(name, shown, measure, rest));
    }

    public Money least() {
        return prices.getFirst().price();
    }

    public Money most() {
        return prices.getLast().price();
    }

    /** The middle price; between two, their mean rounded half-up to the fen. */
    public Money median() {
        int middle = prices.size() / 2;
        if (prices.size() % 2 == 1) {
            return prices.get(middle).price();
        }
        return prices.get(middle - 1).price().plus(prices.get(middle).price()).times(new BigDecimal("0.5"));
    }

    /** The dearest as a multiple of the cheapest, two decimals; empty where the cheapest costs nothing. */
    public Optional<BigDecimal> spread() {
        return least().isPositive() ? Optional.of(most().ratioTo(least(), 2)) : Optional.empty();
    }

    /** (price − median) ÷ median to four decimals, empty where too few prices are known. */
    public Optional<BigDecimal> deviation(Money price) {
        return prices.size() < LEAST || !median().isPositive() ? Optional.empty() : Optional.of(price.minus(median()).ratioTo(median(), 4));
    }

    /** Whether a price lies further from the median than the ratio allows, to the fen. */
    public boolean deviates(Money price, BigDecimal allowed) {
        return deviation(price).isPresent() && price.minus(median()).abs().moreThan(median().times(allowed));
    }

    /** How many of the prices deviate. */
    public long deviating(BigDecimal allowed) {
        return prices.stream().filter(price -> deviates(price.price(), allowed)).count();
    }
}
