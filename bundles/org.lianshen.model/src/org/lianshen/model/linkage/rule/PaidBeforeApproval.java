package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;

/** B32: money went out before the day of the approval. Paid on that day is in order. */
final class PaidBeforeApproval implements Rule {

    @Override
    public String id() {
        return "B32";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (CheckedLine line : context.tied()) {
            LocalDate paid = line.line().date(BudgetField.PAY_DATE);
            LocalDate approved = line.project().approvedOn();
            if (line.line().kind() == SheetKind.PAYMENT && paid != null && approved != null && line.line().amount().isPositive() && paid.isBefore(approved)) {
                found.accept(Report.at(context, id(), line).showProject().show("approvedOn", approved).show("paidOn", paid).show("amount", line.line().amount())
                        .show("payee", line.line().text(BudgetField.PAYEE)).show("voucher", line.line().text(BudgetField.VOUCHER_NO))
                        .say("early", line.line().project(), line.line().amount(), paid, approved));
            }
        }
    }
}
