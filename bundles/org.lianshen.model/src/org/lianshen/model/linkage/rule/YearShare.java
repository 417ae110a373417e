package org.lianshen.model.linkage.rule;

import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;

/**
 * B07: this year's lines exceed the share that the fund plan gives this year. Needs a plan by years: proposals of this store have one, an imported list does not. A year
 * that the plan leaves out is B08's.
 */
final class YearShare implements Rule {

    @Override
    public String id() {
        return "B07";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            if (project.state().decidedFor()) {
                YearPlan.of(project).filter(plan -> plan.share(context.year()).isPositive()).ifPresent(plan -> compare(context, project, plan, all, found));
            }
        }
    }

    private void compare(CheckContext context, LedgerProject project, YearPlan plan, List<CheckedLine> all, Consumer<Finding> found) {
        List<CheckedLine> lines = AmountChain.budget(project, all).stream().filter(each -> each.line().year() == context.year()).toList();
        // The plan was the applicant's; a meeting that cut the total cannot have meant more for one year.
        Money share = project.approved() == null ? plan.share(context.year()) : plan.share(context.year()).min(project.approved());
        Money allowed = share.plus(context.pack().moneyParam("budget.yearTolerance").orElse(Money.ZERO)).plus(Tolerance.of(context.pack(), lines));
        Money sum = Asked.sum(lines);
        if (lines.isEmpty() || !sum.moreThan(allowed)) {
            return;
        }
        Report report = Report.at(context, id(), lines.getFirst()).aboutProject().amounts(sum, share).showProject().show("plan", plan.words())
                .show("parts", Asked.parts(context, lines)).show("sum", sum).show("excess", sum.minus(share));
        report.all(lines);
        found.accept(report.say("over", project.name(), context.year(), sum, share, sum.minus(share)));
    }
}
