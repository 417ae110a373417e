package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.CatalogueEntry.Kind;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;

/**
 * B48: a line buys data (list {@code data.purchaseWords}) that another unit has bought already, by the name, and the purchase has not ended when the year begins. Needs
 * the catalogue of purchased data ({@code import catalogue}); without it nothing is said.
 */
final class DataBoughtTwice implements Rule {

    @Override
    public String id() {
        return "B48";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        if (!context.catalogue().knows(Kind.DATA_PURCHASE)) {
            return;
        }
        Words words = Words.of(context.pack().list("data.purchaseWords"));
        LocalDate begins = LocalDate.of(context.year(), 1, 1);
        for (CheckedLine line : context.lines()) {
            if (!line.it() || !line.line().amount().isPositive() || !words.any(line.line().project() + " " + line.line().text(BudgetField.REMARK))) {
                continue;
            }
            context.catalogue().like(Kind.DATA_PURCHASE, line.line().project(), line.line().unit()).stream()
                    .filter(entry -> !entry.unit().isBlank() && !context.units().same(entry.unit(), line.line().unit()))
                    .filter(entry -> !context.catalogue().ended(entry) && (entry.until() == null || !entry.until().isBefore(begins))).findFirst()
                    .ifPresent(entry -> found.accept(finding(context, line, entry)));
        }
    }

    private Finding finding(CheckContext context, CheckedLine line, CatalogueEntry entry) {
        return Report.at(context, id(), line).show("amount", line.line().amount()).show("existing", entry.name()).show("existingCode", entry.code())
                .show("existingUnit", entry.unit()).show("supplier", entry.supplier()).show("existingAmount", entry.amount())
                .show("existingUntil", Objects.toString(entry.until(), "")).show("sharing", entry.sharing()).show("content", entry.content())
                .say("again", line.line().project(), line.line().amount(), entry.unit(), entry.name());
    }
}
