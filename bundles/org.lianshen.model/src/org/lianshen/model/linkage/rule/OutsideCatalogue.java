package org.lianshen.model.linkage.rule;

import java.util.Optional;
import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.CatalogueEntry.Kind;
import org.lianshen.model.linkage.Catalogue;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.PlainText;

/**
 * B21: operation of a system that the catalogue of systems (系统总目录) does not have, has without a number, or has as out of use. Needs an imported catalogue of systems.
 * Operation that was approved as such may be for several systems at once, which its name does not tell: there it is a warning. A line whose remark names a number of
 * the catalogue is found by it.
 */
final class OutsideCatalogue implements Rule {

    @Override
    public String id() {
        return "B21";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Catalogue catalogue = context.catalogue();
        if (!catalogue.knows(Kind.SYSTEM)) {
            return;
        }
        for (Asked.Operation operation : Asked.operations(context)) {
            Optional<CatalogueEntry> entry = entry(catalogue, operation);
            if (entry.isEmpty()) {
                Report report = operation.report(context, id()).show("catalogueSystems", catalogue.of(Kind.SYSTEM).size());
                found.accept((Asked.operationOnly(operation.system()) ? report.lighter() : report).say("missing", operation.system().name(), operation.sum()));
            } else if (catalogue.ended(entry.get()) || entry.get().code().isBlank()) {
                found.accept(operation.report(context, id()).show("catalogueName", entry.get().name()).show("catalogueNo", entry.get().code())
                        .show("catalogueState", entry.get().state())
                        .say(catalogue.ended(entry.get()) ? "ended" : "noNumber", operation.system().name(), operation.sum(),
                                catalogue.ended(entry.get()) ? entry.get().state() : entry.get().name()));
            }
        }
    }

    private static Optional<CatalogueEntry> entry(Catalogue catalogue, Asked.Operation operation) {
        Optional<CatalogueEntry> byProject = catalogue.entry(Kind.SYSTEM, operation.system());
        if (byProject.isPresent()) {
            return byProject;
        }
        for (CheckedLine line : operation.lines()) {
            Optional<CatalogueEntry> byLine = catalogue.entry(Kind.SYSTEM, line);
            if (byLine.isPresent()) {
                return byLine;
            }
        }
        String remarks = PlainText.folded(String.join(" ", operation.lines().stream().map(line -> line.line().text(BudgetField.REMARK)).toList()));
        return remarks.isEmpty() ? Optional.empty()
                : catalogue.of(Kind.SYSTEM).stream().filter(each -> each.code().length() >= 4 && remarks.contains(PlainText.folded(each.code()))).findFirst();
    }
}
