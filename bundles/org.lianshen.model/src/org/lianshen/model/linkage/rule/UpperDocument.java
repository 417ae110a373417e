package org.lianshen.model.linkage.rule;

import java.util.List;
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
        List<String> words = context.pack().list("fund.upperWords");
        List<String> denials = context.pack().list("fund.upperDenials");
        for (CheckedLine line : context.lines()) {
            String source = (line.line().text(BudgetField.FUND_TYPE) + " " + line.line().text(BudgetField.SOURCE)).strip();
            boolean asked = line.line().kind() == SheetKind.QUOTA || line.line().kind() == SheetKind.ANNUAL && context.hasColumn(line, BudgetField.UPPER_DOCUMENT_NO);
            if (line.it() && asked && !line.line().amount().isZero() && line.line().text(BudgetField.UPPER_DOCUMENT_NO).isBlank() && Words.any(Words.without(source, denials), words)) {
                found.accept(Report.at(context, id(), line).show("amount", line.line().amount()).show("source", source)
                        .show("documentNo", line.line().text(BudgetField.DOCUMENT_NO)).say("missing", line.line().project(), line.line().amount(), source));
            }
        }
    }
}
