package org.lianshen.model.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;

/**
 * Unit prices remembered from estimates and budget lines, by normalised item name and unit of measure.
 *
 * @param series most prices first, then by name
 */
public record PriceMemory(List<PriceSeries> series) {

    /** Nothing was seen yet. */
    public static final PriceMemory NONE = new PriceMemory(List.of());

    public PriceMemory {
        series = List.copyOf(series);
    }

    public static PriceMemory of(Collection<SeenPrice> prices) {
        Map<String, List<SeenPrice>> byName = new LinkedHashMap<>();
        for (SeenPrice price : prices) {
            String name = ItemName.of(price.item());
            if (!name.isEmpty() && price.price().isPositive()) {
                byName.computeIfAbsent(key(name, price.measure()), key -> new ArrayList<>()).add(price);
            }
        }
        return new PriceMemory(byName.values().stream().map(list -> new PriceSeries(ItemName.of(list.getFirst().item()), list.getFirst().item().strip(), ItemName.measure(list.getFirst().measure()), list))
                .sorted(Comparator.comparing((PriceSeries one) -> one.prices().size()).reversed().thenComparing(PriceSeries::name).thenComparing(PriceSeries::measure)).toList());
    }

    private static String key(String name, String measure) {
        return name + "\n" + ItemName.measure(measure);
    }

    /** Prices of a submitted proposal's estimate; a line without unit price counts where amount and quantity tell it. */
    public static List<SeenPrice> of(Proposal proposal, int year) {
        ProposalForm form = proposal.form();
        var found = new ArrayList<SeenPrice>();
        for (EstimateLine line : form.estimate()) {
            price(line).filter(price -> line.item() != null && !line.item().isBlank()).ifPresent(price -> found.add(new SeenPrice(line.item(), line.specification(), line.unit() == null ? "" : line.unit(), price,
                    line.quantity(), form.name(), year, form.unit(), SeenPrice.Source.ESTIMATE, proposal.id(), Integer.toString(line.no()))));
        }
        return found;
    }

    /** The price of one: as the line gives it, else as amount and quantity tell it. */
    public static Optional<Money> price(EstimateLine line) {
        if (line.unitPrice() != null) {
            return Optional.of(line.unitPrice());
        }
        return line.amount() == null || line.quantity() == null || line.quantity().signum() <= 0 ? Optional.empty() : Optional.of(divided(line.amount(), line.quantity()));
    }

    /** The price that a budget line tells: only of annual lines that say how many. */
    public static Optional<SeenPrice> of(BudgetLine line) {
        if (line.kind() != SheetKind.ANNUAL) {
            return Optional.empty();
        }
        return quantity(line).map(quantity -> new SeenPrice(line.project(), "", line.text(BudgetField.MEASURE), divided(line.amount(), quantity), quantity, line.project(), line.year(), line.unit(),
                SeenPrice.Source.BUDGET, line.id(), line.sheet() + "!" + line.row()));
    }

    private static Optional<BigDecimal> quantity(BudgetLine line) {
        try {
            BigDecimal quantity = new BigDecimal(line.text(BudgetField.QUANTITY).replace(",", "").strip());
            return quantity.signum() > 0 ? Optional.of(quantity) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Money divided(Money amount, BigDecimal quantity) {
        return Money.ofFen(BigDecimal.valueOf(amount.fen()).divide(quantity, 0, RoundingMode.HALF_UP).longValueExact());
    }

    /** The series of an item, where it is known under this name and measure. */
    public Optional<PriceSeries> find(String item, String measure) {
        String name = ItemName.of(item);
        String unit = ItemName.measure(measure);
        return series.stream().filter(one -> one.name().equals(name) && one.measure().equals(unit)).findFirst();
    }

    /** Series whose name holds the words or is held by them, the nearest in length first. All for a blank. */
    public List<PriceSeries> search(String words) {
        String name = ItemName.of(words);
        if (name.isEmpty()) {
            return series;
        }
        return series.stream().filter(one -> one.name().contains(name) || name.contains(one.name()))
                .sorted(Comparator.comparing((PriceSeries one) -> Math.abs(one.name().length() - name.length()))).toList();
    }
}
