package org.lianshen.model.linkage;

import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;

/**
 * A budget line with what the linker made of it.
 *
 * @param project    the project that it is tied to by a tie that stands by itself, or null
 * @param operations whether it pays for operation and maintenance
 */
public record CheckedLine(BudgetLine line, LineResult result, LedgerProject project, NameKey name, boolean operations) {

    public boolean it() {
        return result.it().answer() != ItVerdict.Answer.NO;
    }

    public String economicCode() {
        String code = line.text(BudgetField.ECONOMIC_CODE);
        return code.isEmpty() ? line.text(BudgetField.GOV_ECONOMIC_CODE) : code;
    }
}
