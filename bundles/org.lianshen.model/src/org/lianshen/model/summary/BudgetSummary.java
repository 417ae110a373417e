package org.lianshen.model.summary;

import java.util.List;
import org.lianshen.model.Money;

/**
 * A year's IT budget in sums.
 *
 * @param checked     whether findings are known
 * @param departments units under their department, with sums; the last row is the sum of all, also where there is nothing else
 * @param classes     by project class, largest first
 * @param operations  of all imported years, oldest first
 * @param cuts        by the review, then of the budget
 */
public record BudgetSummary(int year, boolean checked, List<DepartmentRow> departments, List<Share> classes, List<YearOperations> operations, List<CutRow> cuts) {

    public BudgetSummary {
        departments = List.copyOf(departments);
        classes = List.copyOf(classes);
        operations = List.copyOf(operations);
        cuts = List.copyOf(cuts);
    }

    public Sums total() {
        return departments.getLast().sums();
    }

    /** Units, largest first. */
    public List<DepartmentRow> units() {
        return departments.stream().filter(row -> !row.sum()).sorted((a, b) -> b.sums().total().compareTo(a.sums().total())).toList();
    }

    public Money cut(CutRow.Stage stage) {
        return Money.sum(cuts.stream().filter(row -> row.stage() == stage).map(CutRow::cut).toList());
    }
}
