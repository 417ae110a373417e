package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;

/**
 * B06: the lines of all years and sources together exceed the approved total. Operation of what was built is not part of the approved investment, unless it was
 * operation that was approved.
 */
final class OverApproved implements Rule {

    @Override
    public String id() {
        return "B06";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            if (project.approved() == null || !project.state().decidedFor()) {
                continue;
            }
            List<CheckedLine> lines = AmountChain.budget(project, all);
            CheckedLine shown = lines.stream().filter(each -> each.line().year() == context.year()).findFirst().orElse(null);
            Money sum = Money.sum(lines.stream().map(each -> each.line().amount()).toList());
            Money allowed = project.approved().plus(context.pack().moneyParam("budget.overTolerance").orElse(Money.ZERO)).plus(Tolerance.of(context.pack(), lines));
            if (shown == null || !sum.moreThan(allowed)) {
                continue;
            }
            Report report = Report.at(context, id(), shown).aboutProject().amounts(sum, project.approved()).showProject();
            var byYear = new TreeMap<Integer, Money>();
            lines.forEach(each -> byYear.merge(each.line().year(), each.line().amount(), Money::plus));
            report.show("years", byYear.entrySet().stream().map(year -> year.getKey() + ": " + year.getValue()).toList());
            report.show("parts", lines.stream().map(each -> context.file(each) + " " + Report.place(each.line()) + ": " + each.line().amount()).toList());
            lines.forEach(report::also);
            found.accept(report.show("sum", sum).show("excess", sum.minus(project.approved())).say("over", project.name(), sum, project.approved(),
                    sum.minus(project.approved())));
        }
    }
}
