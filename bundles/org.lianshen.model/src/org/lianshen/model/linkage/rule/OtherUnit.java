package org.lianshen.model.linkage.rule;

import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.UnitDirectory;

/** B11: the budget unit is neither the applicant nor its competent department, by code, name, alias or earlier name. */
final class OtherUnit implements Rule {

    @Override
    public String id() {
        return "B11";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (CheckedLine line : context.tied()) {
            LedgerProject project = line.project();
            if (line.line().unit().isBlank() || project.unit() == null || project.unit().isBlank() || agree(context.units(), line, project)) {
                continue;
            }
            found.accept(Report.at(context, id(), line).showProject().show("unitCode", line.line().text(BudgetField.AGENCY_CODE))
                    .show("applicantCode", project.unitCode()).show("department", project.department())
                    .say("other", line.line().project(), line.line().unit(), project.unit()));
        }
    }

    private static boolean agree(UnitDirectory units, CheckedLine line, LedgerProject project) {
        String code = line.line().text(BudgetField.AGENCY_CODE);
        String unit = line.line().unit();
        String department = project.department() == null ? "" : project.department();
        return !code.isEmpty() && code.equals(project.unitCode()) || units.same(unit, project.unit()) || units.same(unit, department)
                || units.same(unit, units.competent(project.unit()));
    }
}
