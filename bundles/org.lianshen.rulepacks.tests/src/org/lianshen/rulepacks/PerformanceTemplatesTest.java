package org.lianshen.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.IndicatorRow;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.pack.RulePack;

class PerformanceTemplatesTest {
    private static final RulePack PACK = new BuiltInRulePacks().of("huzhou", LocalDate.of(2026, 11, 21));

    @Test
    void shipsTwoSelfEvaluationFormsAndOneScaleForApplications() {
        assertEquals(List.of("self-10-50-30-10", "self-10-90", "app-effect"), PACK.templates().stream().map(PerformanceTemplate::id).toList());
        for (PerformanceTemplate template : PACK.templates()) {
            assertEquals(0, template.totalWeight().compareTo(new BigDecimal(100)), template.id());
        }
    }

    @Test
    void theSelfEvaluationFormHasTenFiftyThirtyTen() {
        PerformanceTemplate form = PACK.template("self-10-50-30-10");
        Map<String, BigDecimal> sums = form.rows().stream()
                .collect(Collectors.groupingBy(IndicatorRow::level1, LinkedHashMap::new, Collectors.reducing(BigDecimal.ZERO, IndicatorRow::weight, BigDecimal::add)));
        assertEquals("10", form.executionWeight().toPlainString());
        assertEquals(Map.of("产出指标", new BigDecimal(50), "效益指标", new BigDecimal(30), "满意度指标", new BigDecimal(10)), sums);
        assertEquals("0.05", form.param("perf.redGap").value());
    }

    @ParameterizedTest
    @CsvSource({ "100, EXCELLENT", "90.00, EXCELLENT", "89.99, GOOD", "80, GOOD", "79.99, FAIR", "60.00, FAIR", "59.99, POOR", "0, POOR" })
    void gradesHaveNoHoleAtTheirEdges(BigDecimal score, Grade grade) {
        for (PerformanceTemplate template : PACK.templates()) {
            assertEquals(grade, template.grade(score), template.id());
        }
    }

    @Test
    void indicatorClassesAreInTheReferenceTable() {
        var tables = new BuiltInReferenceTables();
        for (PerformanceTemplate template : PACK.templates()) {
            for (IndicatorRow row : template.rows()) {
                assertTrue(row.typeCode().isEmpty() || tables.known("indicator-types", row.typeCode(), LocalDate.of(2026, 11, 21)), row::toString);
            }
        }
    }
}
