package org.lianshen.model.expert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the sheets of a panel come to, once all are in: none is dropped.
 *
 * @param totals   by expert
 * @param average  half-up to two decimals
 * @param items    average by item, half-up to two decimals
 * @param spread   highest less lowest
 * @param outliers who lies further from the median than the rules allow
 */
public record PanelScores(Map<UUID, BigDecimal> totals, BigDecimal average, Map<String, BigDecimal> items, BigDecimal spread, Set<UUID> outliers, boolean belowLine,
        boolean discuss) {

    private static final int DECIMALS = 2;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    public PanelScores {
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        outliers = Collections.unmodifiableSet(new LinkedHashSet<>(outliers));
    }

    /** @param sheets at least one */
    static PanelScores of(Map<UUID, ScoreSheet> sheets, ExpertRules rules) {
        Map<UUID, BigDecimal> totals = new LinkedHashMap<>();
        sheets.forEach((expert, sheet) -> totals.put(expert, sheet.total()));
        Map<String, BigDecimal> items = new LinkedHashMap<>();
        rules.items().forEach(item -> items.put(item.code(), average(sheets.values().stream().map(sheet -> sheet.points().getOrDefault(item.code(), BigDecimal.ZERO)).toList())));
        BigDecimal average = average(List.copyOf(totals.values()));
        List<BigDecimal> sorted = totals.values().stream().sorted().toList();
        BigDecimal spread = sorted.getLast().subtract(sorted.getFirst());
        BigDecimal median = median(sorted);
        var outliers = new LinkedHashSet<UUID>();
        totals.forEach((expert, total) -> {
            if (total.subtract(median).abs().compareTo(rules.outlier()) > 0) {
                outliers.add(expert);
            }
        });
        return new PanelScores(totals, average, items, spread, outliers, average.compareTo(rules.rejectBelow()) < 0, spread.compareTo(rules.spread()) > 0);
    }

    private static BigDecimal average(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(values.size()), DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        int middle = sorted.size() / 2;
        var half = new ArrayList<>(sorted);
        return sorted.size() % 2 == 1 ? half.get(middle) : half.get(middle - 1).add(half.get(middle)).divide(TWO);
    }
}
