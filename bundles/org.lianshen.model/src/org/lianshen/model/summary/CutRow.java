package org.lianshen.model.summary;

import java.util.List;
import java.util.UUID;
import org.lianshen.model.Money;

/**
 * A row of 核减汇总: what was asked for and not allowed, with where and why.
 *
 * @param project ledger project, or null
 * @param line    budget line, or null where the review cut
 * @param reasons what was taken off and why
 */
public record CutRow(Stage stage, String department, String unit, String name, String reviewNo, UUID project, UUID line, Money asked, Money allowed, List<Reason> reasons) {

    public CutRow {
        reasons = List.copyOf(reasons);
    }

    /** Words are texts {@code summary.stage.NAME}. */
    public enum Stage {
        /** 申报 → 核定 */ REVIEW,
        /** 预算行 → 可列预算 */ BUDGET
    }

    /** @param item estimate item or rule; {@code amount} taken off, null where not told apart */
    public record Reason(String item, Money amount, String why) {
    }

    public Money cut() {
        return asked.minus(allowed);
    }
}
