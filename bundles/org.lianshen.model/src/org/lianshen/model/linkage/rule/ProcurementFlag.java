package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.PlainText;
import org.lianshen.model.pack.RulePack;

/**
 * B38: a budget line that is not marked as government procurement although its item is in the procurement catalogue (list {@code procurement.cataloguePrefixes}) or
 * its amount reaches the limit ({@code procurement.least}, no finding while the place has set none). A blank mark counts only where the sheet has the column.
 */
final class ProcurementFlag implements Rule {

    private static final List<String> NO = List.of("n", "否", "no", "0", "false", "×");

    @Override
    public String id() {
        return "B38";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public List<Silence> silent(RulePack pack) {
        return Silence.parts(pack, id(), "procurement.least");
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Money limit = context.pack().moneyParam("procurement.least").orElse(null);
        List<String> catalogue = context.pack().list("procurement.cataloguePrefixes");
        for (CheckedLine line : context.lines()) {
            if (!line.it() || line.line().kind() != SheetKind.ANNUAL || !unmarked(context, line)) {
                continue;
            }
            String item = line.line().text(BudgetField.PROCUREMENT_CATALOGUE);
            String folded = PlainText.folded(item);
            if (!folded.isEmpty() && catalogue.stream().anyMatch(prefix -> folded.startsWith(PlainText.folded(prefix)))) {
                found.accept(report(context, line).say("item", line.line().project(), item));
            } else if (limit != null && !limit.moreThan(line.line().amount())) {
                found.accept(report(context, line).show("limit", limit).say("limit", line.line().project(), line.line().amount(), limit));
            }
        }
    }

    private Report report(CheckContext context, CheckedLine line) {
        return Report.at(context, id(), line).show("amount", line.line().amount()).show("procurementItem", line.line().text(BudgetField.PROCUREMENT_CATALOGUE))
                .show("procurementFlag", line.line().text(BudgetField.PROCUREMENT_FLAG));
    }

    private static boolean unmarked(CheckContext context, CheckedLine line) {
        String flag = PlainText.folded(line.line().text(BudgetField.PROCUREMENT_FLAG));
        return flag.isEmpty() ? context.hasColumn(line, BudgetField.PROCUREMENT_FLAG) : NO.contains(flag);
    }
}
