package org.lianshen.model.performance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A performance appraisal of one project and year by one evaluator.
 *
 * @param project   ledger project, or null while none is chosen
 * @param template  id of the template in the rule pack
 * @param note      remarks; the reason for a low execution rate belongs here
 * @param settled   whether this is the authoritative result of project and year; one at most
 * @param settledReason why this one among several
 */
public record Appraisal(UUID id, UUID project, String projectName, String unit, int year, String template, Evaluator evaluator, Execution execution, String goal,
        String achieved, List<IndicatorValue> rows, String note, boolean settled, String settledReason, String editedBy, Instant editedAt, long rowVersion) {

    public Appraisal {
        rows = List.copyOf(rows);
        note = note == null ? "" : note;
    }

    public enum Evaluator {
        /** 单位自评 */ SELF,
        /** 部门评价 */ DEPARTMENT,
        /** 财政评价 */ FINANCE,
        /** 第三方 */ THIRD_PARTY,
        /** 社会评价 */ PUBLIC
    }
}
