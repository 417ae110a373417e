package org.lianshen.model.pack;

import java.math.BigDecimal;

/**
 * One row of a performance template.
 *
 * @param level1   一级指标, such as 产出指标
 * @param level2   二级指标, such as 数量指标
 * @param level3   三级指标; empty where the unit writes its own
 * @param typeCode code in the reference table {@code indicator-types}; empty for local scales
 * @param weight   points of 100
 * @param formula  how points are computed
 * @param target   default target; empty where the unit sets it
 * @param unit     unit of measure of the target, such as %, 天; may be empty
 * @param usage    what of the monthly usage figures gives the actual value, or null
 */
public record IndicatorRow(String level1, String level2, String level3, String typeCode, BigDecimal weight, Formula formula,
        String target, String unit, UsageMeasure usage) {
}
