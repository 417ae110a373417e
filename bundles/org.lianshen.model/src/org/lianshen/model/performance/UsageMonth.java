package org.lianshen.model.performance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.linkage.PlainText;

/**
 * How an application was used in one month, as a row of an imported sheet says it. Blank texts are empty, never null.
 *
 * @param batch    the import it comes from
 * @param sheet    where it stands there
 * @param row      one-based
 * @param code     number of the application in the catalogue of systems
 * @param unit     unit 单位 that runs it
 * @param reviewNo 联审编号 of the project that built it
 * @param month    its first day
 * @param figures  what the row gives; a figure that it does not give is unknown, not nought
 */
public record UsageMonth(UUID id, UUID batch, String sheet, int row, String code, String application, String unit, String reviewNo, LocalDate month,
        Map<UsageFigure, BigDecimal> figures) {

    public UsageMonth {
        code = code == null ? "" : code;
        unit = unit == null ? "" : unit;
        reviewNo = reviewNo == null ? "" : reviewNo;
        var ordered = new EnumMap<UsageFigure, BigDecimal>(UsageFigure.class);
        ordered.putAll(figures);
        figures = java.util.Collections.unmodifiableMap(ordered);
    }

    /** What makes two rows of different sheets the same thing: application and month. */
    public String key() {
        String who = !code.isBlank() ? "code:" + code.strip() : !reviewNo.isBlank() ? "no:" + PlainText.folded(reviewNo) : "name:" + unit + "|" + application;
        return month + "|" + who;
    }

    /** The same figures under the key and import they are stored with. */
    public UsageMonth kept(UUID otherId, UUID otherBatch) {
        return new UsageMonth(otherId, otherBatch, sheet, row, code, application, unit, reviewNo, month, figures);
    }
}
