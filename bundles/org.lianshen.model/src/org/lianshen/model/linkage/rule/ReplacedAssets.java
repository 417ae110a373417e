package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;

/**
 * B49: a project was accepted for good, and systems or assets that the catalogue says it replaces are not out of use. Needs the catalogue's column 替代项目 and the ledger's
 * 终验; an acceptance that lies ahead of the day of the check has not happened.
 */
final class ReplacedAssets implements Rule {

    @Override
    public String id() {
        return "B49";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            String acceptance = project.more(LedgerColumn.FINAL_ACCEPTANCE);
            LocalDate accepted = Dates.of(acceptance);
            if (acceptance.isBlank() || accepted != null && accepted.isAfter(context.asOf())) {
                continue;
            }
            List<CatalogueEntry> left = context.catalogue().replacedBy(project).stream().filter(entry -> !context.catalogue().ended(entry)).toList();
            if (!left.isEmpty()) {
                found.accept(Report.at(context, id(), context.firstOfYear(all)).aboutProject().showProject().show("finalAcceptance", acceptance)
                        .show("replaced", left.stream().map(ReplacedAssets::told).toList())
                        .say("left", project.name(), acceptance, left.size(), left.stream().map(CatalogueEntry::name).toList()));
            }
        }
    }

    private static String told(CatalogueEntry entry) {
        return String.join(" ", entry.code(), entry.name(), entry.unit(), entry.state()).strip().replaceAll(" +", " ");
    }
}
