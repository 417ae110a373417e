package org.lianshen.model.linkage;

import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;

/** What makes two budget lines of different sheets or years the same item: the project code where there is one, else unit and project name as written. */
public final class LineKey {

    private LineKey() {
    }

    public static String of(BudgetLine line) {
        String code = line.text(BudgetField.PROJECT_CODE);
        return code.isEmpty() ? "name:" + line.unit() + "|" + line.project() : ofCode(code);
    }

    /** The key of all lines with a project code. */
    static String ofCode(String code) {
        return "code:" + code;
    }
}
