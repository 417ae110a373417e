package org.lianshen.model.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.Money;

/**
 * Operation lines of one pooled category: what one joint purchase would hold.
 *
 * @param lines by unit and project
 */
public record PoolLot(String category, List<PooledLine> lines) {

    public PoolLot {
        lines = lines.stream().sorted(Comparator.comparing(PooledLine::unit).thenComparing(PooledLine::project).thenComparing(PooledLine::line)).toList();
    }

    /** The same thing asked for by several units or several times. @param lines cheapest first */
    public record Item(String item, List<PooledLine> lines) {

        public Money least() {
            return lines.getFirst().amount();
        }

        public Money most() {
            return lines.getLast().amount();
        }

        public Money median() {
            return PoolLot.median(lines);
        }
    }

    public Money total() {
        return Money.sum(lines.stream().map(PooledLine::amount).toList());
    }

    /** Lines bought alone. */
    public List<PooledLine> alone() {
        return lines.stream().filter(line -> !line.joined()).toList();
    }

    public int units() {
        return (int) lines.stream().map(PooledLine::unit).distinct().count();
    }

    /** A lot is worth while where two units or more buy alone. */
    public boolean suggested() {
        return alone().stream().map(PooledLine::unit).distinct().count() >= 2;
    }

    public Money least() {
        return lines.stream().map(PooledLine::amount).min(Comparator.naturalOrder()).orElse(Money.ZERO);
    }

    public Money most() {
        return lines.stream().map(PooledLine::amount).max(Comparator.naturalOrder()).orElse(Money.ZERO);
    }

    public Money median() {
        return lines.isEmpty() ? Money.ZERO : median(lines);
    }

    /** Things met more than once, widest spread first. */
    public List<Item> items() {
        Map<String, List<PooledLine>> byItem = new LinkedHashMap<>();
        lines.forEach(line -> byItem.computeIfAbsent(line.item(), item -> new ArrayList<>()).add(line));
        return byItem.entrySet().stream().filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Item(entry.getKey(), entry.getValue().stream().sorted(Comparator.comparing(PooledLine::amount).thenComparing(PooledLine::line)).toList()))
                .sorted(Comparator.comparing((Item item) -> item.most().minus(item.least())).reversed().thenComparing(Item::item)).toList();
    }

    private static Money median(List<PooledLine> lines) {
        List<Money> amounts = lines.stream().map(PooledLine::amount).sorted().toList();
        int middle = amounts.size() / 2;
        return amounts.size() % 2 == 1 ? amounts.get(middle) : amounts.get(middle - 1).plus(amounts.get(middle)).times(new java.math.BigDecimal("0.5"));
    }
}
