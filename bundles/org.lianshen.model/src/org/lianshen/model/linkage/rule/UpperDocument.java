package org.lianshen.model.linkage.rule;

import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;

/**
 * B44: money from a higher level (list {@code fund.upperWords}, after {@code fund.upperDenials} are taken out) without the number of the document that it came with. A quota sheet is expected to have it; of an
 * annual sheet it is only asked where the sheet has the column. Payments are not asked.
 */
final class UpperDocument implements Rule {

    @Override
    public String id() {
        return "B44";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Words words = Words.of(context.pack().list("fund.upperWords"));
        Words denials = Words.of(context.pack().list("fund.upperDenials"));
        for (CheckedLine line : context.lines()) {
            if (!line.it() || line.line().kind() == SheetKind.PAYMENT || !line.line().text(BudgetField.UPPER_DOCUMENT_NO).isBlank()) {
                continue;
            }
            String source = (line.line().text(BudgetField.FUND_TYPE) + " " + line.line().text(BudgetField.SOURCE)).strip();
            boolean asked = line.line().kind() == SheetKind.QUOTA || context.hasColumn(line, BudgetField.UPPER_DOCUMENT_NO);
            if (asked && !line.line().amount().isZero() && words.any(denials.takenOut(source))) {
                found.accept(Report.at(context, id(), line).show("amount", line.line().amount()).show("source", source)
                        .show("documentNo", line.line().text(BudgetField.DOCUMENT_NO)).say("missing", line.line().project(), line.line().amount(), source));
            }
        }
    }
}
