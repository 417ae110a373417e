package org.lianshen.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.ceiling.CeilingCandidate;
import org.lianshen.model.ceiling.CeilingPlan;
import org.lianshen.model.ceiling.Pin;
import org.lianshen.model.pool.PoolLot;
import org.lianshen.model.price.PriceMemory;
import org.lianshen.model.summary.BudgetSummary;

/** Desk 3: what a year's IT budget comes to: sums and cuts, the annual pool under its ceiling, operation for joint purchase, unit prices seen. */
public interface SummaryService {

    /** Computed anew from lines and ledger; findings are those of the year's last check. */
    BudgetSummary summary(int year);

    /** 分部门汇总, 分类汇总, 未联审清单, 核减汇总, 整改台账 and 年度运维 as one workbook, or the first of them as csv. */
    void exportSummary(int year, Path target);

    Pool ceiling(int year);

    /** Keeps the annual pool of a year. @param amount null to go back to the pack's */
    void setCeiling(int year, Money amount);

    /** Keeps an officer's word on a project under the ceiling. @throws org.lianshen.model.UserProblem if a reason is missing */
    Pin pin(int year, UUID project, Pin.Kind kind, String reason);

    void exportCeiling(int year, CeilingPlan plan, Path target);

    /** Operation lines of the year by pooled category. */
    List<PoolLot> lots(int year);

    void exportLots(int year, Path target);

    /** Unit prices of all submitted estimates and of budget lines with a quantity. */
    PriceMemory prices();

    void exportPrices(PriceMemory prices, Path target);

    /**
     * What a plan under a ceiling is made from.
     *
     * @param amount     the annual pool: as set for the year, else the pack's, else null
     * @param candidates approved projects that ask for money of the year
     * @param pins       the last word on each project that there is one on
     * @param unreviewed IT lines of the year that no approved project stands behind; they take no part
     * @param checked    whether the year was checked; if not, nothing is known of what findings forbid
     */
    record Pool(int year, Money amount, List<CeilingCandidate> candidates, Map<UUID, Pin> pins, Money unreviewed, boolean checked) {

        public Pool {
            candidates = List.copyOf(candidates);
            pins = Map.copyOf(pins);
        }

        public CeilingPlan plan(Money ceiling, boolean gapsFilled) {
            return CeilingPlan.of(ceiling, candidates, pins, gapsFilled);
        }
    }
}
