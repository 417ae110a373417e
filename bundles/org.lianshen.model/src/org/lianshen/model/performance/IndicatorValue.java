package org.lianshen.model.performance;

import java.math.BigDecimal;
import org.lianshen.model.pack.Formula;

/**
 * One row of a scoring sheet, filled in.
 *
 * @param target     年度指标值 as written: a number, {@code 30..80} for an interval, {@code 达成} …
 * @param actual     实际完成值 as written; blank = missing data, which scores 0 with a flag, never silently full
 * @param weight     分值
 * @param claimed    得分 as the unit wrote it on the form, or null
 * @param reason     偏差原因分析及改进措施
 */
public record IndicatorValue(String level1, String level2, String level3, Formula formula, String target, String actual, String unit, BigDecimal weight,
        BigDecimal claimed, String reason) {

    public IndicatorValue {
        level1 = written(level1);
        level2 = written(level2);
        level3 = written(level3);
        target = written(target);
        actual = written(actual);
        unit = written(unit);
        reason = written(reason);
    }

    private static String written(String text) {
        return text == null ? "" : text.strip();
    }
}
