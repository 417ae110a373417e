package org.lianshen.model.pack;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A scoring form: rows with weights, grade bands, warning limits.
 *
 * @param id              stable id, such as {@code self-10-50-30-10}
 * @param object          what is scored: {@code PROJECT} 项目支出 or {@code APP} 应用
 * @param executionWeight points for the execution rate; zero where the template does not score it
 * @param rows            indicator rows; execution weight and row weights sum to 100
 * @param bands           grades, best first
 * @param params          warning limits and formula parameters by key
 * @param basis           where the template comes from
 * @param verified        false while the basis has not been checked: shown as 依据待核实
 */
public record PerformanceTemplate(String id, String object, String name, String nameEn, BigDecimal executionWeight, List<IndicatorRow> rows,
        List<GradeBand> bands, Map<String, Param> params, String basis, boolean verified) {

    public PerformanceTemplate {
        rows = List.copyOf(rows);
        bands = bands.stream().sorted(Comparator.comparing(GradeBand::atLeast).reversed()).toList();
        params = Ordered.copy(params);
    }

    /** The grade of a score that has been rounded already. */
    public Grade grade(BigDecimal score) {
        return bands.stream().filter(b -> score.compareTo(b.atLeast()) >= 0).findFirst().map(GradeBand::grade).orElse(Grade.POOR);
    }

    /** Execution weight plus all row weights: 100 in a sound template. */
    public BigDecimal totalWeight() {
        return rows.stream().map(IndicatorRow::weight).reduce(executionWeight, BigDecimal::add);
    }

    /** @throws IllegalArgumentException if the template has no such parameter */
    public Param param(String key) {
        Param found = params.get(key);
        if (found == null) {
            throw new IllegalArgumentException("performance template " + id + " has no parameter " + key);
        }
        return found;
    }
}
