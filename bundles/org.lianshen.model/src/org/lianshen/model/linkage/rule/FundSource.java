package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;

/**
 * B09: money of a source that was not approved, or more of it than was. A word of the budget sheet may cover several approved kinds (一般公共预算 includes grants from
 * above): the pack's list {@code fund.words} says which. A word that it does not know is not judged.
 */
final class FundSource implements Rule {

    @Override
    public String id() {
        return "B09";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        FundWords words = FundWords.of(context.pack());
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            if (project.funds().isEmpty() || !project.state().decidedFor()) {
                continue;
            }
            Map<Set<FundKind>, List<CheckedLine>> bySource = new LinkedHashMap<>();
            for (CheckedLine each : AmountChain.budget(project, all)) {
                words.kinds(each.line().text(BudgetField.FUND_TYPE)).ifPresent(known -> bySource.computeIfAbsent(known, kinds -> new ArrayList<>()).add(each));
            }
            bySource.forEach((kinds, lines) -> compare(context, project, kinds, lines, found));
        }
    }

    private void compare(CheckContext context, LedgerProject project, Set<FundKind> kinds, List<CheckedLine> lines, Consumer<Finding> found) {
        CheckedLine shown = lines.stream().filter(each -> each.line().year() == context.year()).findFirst().orElse(null);
        Money sum = Money.sum(lines.stream().map(each -> each.line().amount()).toList());
        Money approved = Money.sum(project.funds().stream().filter(share -> kinds.contains(share.kind())).map(FundShare::amount).toList());
        boolean oneSource = project.funds().stream().map(FundShare::kind).distinct().count() == 1;
        if (oneSource && approved.isPositive()) {
            // All that was approved is of this source: too much of it is too much altogether, which B06 says.
            return;
        }
        if (shown == null || !sum.moreThan(approved.plus(approved.isZero() ? Money.ZERO : Tolerance.of(context.pack(), lines)))) {
            return;
        }
        String source = shown.line().text(BudgetField.FUND_TYPE);
        Report report = Report.at(context, id(), shown).aboutProject().keyed(source).amounts(sum, approved).showProject().show("source", source);
        lines.forEach(report::also);
        var approvedBy = new LinkedHashMap<FundKind, Money>();
        project.funds().forEach(share -> approvedBy.merge(share.kind(), share.amount(), Money::plus));
        approvedBy.forEach((kind, amount) -> report.showAs("proposal.fund." + kind.name(), amount));
        report.show("sum", sum);
        found.accept(approved.isZero() ? report.say("notApproved", project.name(), source, sum)
                : report.say("over", project.name(), source, sum, approved, sum.minus(approved)));
    }
}
