package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.proposal.ProposalField;

/**
 * B08: money in a year before the approval, before the plan begins, in a year that the plan leaves out, or after it ends. The year of the approval, or where that is not
 * known of the application, every ledger has; the rest needs the fund plan, or else the planned days of building, of a proposal.
 */
final class YearOutsidePlan implements Rule {

    @Override
    public String id() {
        return "B08";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            List<CheckedLine> lines = AmountChain.budget(project, all).stream()
                    .filter(each -> each.line().year() == context.year() && each.line().amount().isPositive()).toList();
            if (!lines.isEmpty() && project.state().decidedFor()) {
                judge(context, project, lines, found);
            }
        }
    }

    private void judge(CheckContext context, LedgerProject project, List<CheckedLine> lines, Consumer<Finding> found) {
        int year = context.year();
        int begun = project.approvedOn() == null ? project.year() : project.approvedOn().getYear();
        Money sum = Asked.sum(lines);
        if (begun > year) {
            found.accept(report(context, project, lines, sum).say(project.approvedOn() == null ? "beforeApplication" : "beforeApproval", project.name(), year, sum, begun));
            return;
        }
        Optional<YearPlan> plan = YearPlan.of(project);
        if (plan.isPresent()) {
            byPlan(() -> report(context, project, lines, sum).show("plan", plan.get().words()), project, plan.get().shares(), year, sum, found);
        } else {
            context.dossier(project).ifPresent(dossier -> byDays(() -> report(context, project, lines, sum), project, dossier, year, sum, found));
        }
    }

    private Report report(CheckContext context, LedgerProject project, List<CheckedLine> lines, Money sum) {
        Report report = Report.at(context, id(), lines.getFirst()).aboutProject().amounts(sum, project.approved()).showProject()
                .show("approvedOn", project.approvedOn()).show("budgetYear", context.year()).show("sum", sum);
        report.all(lines);
        return report;
    }

    private static void byPlan(Supplier<Report> report, LedgerProject project, SortedMap<Integer, Money> shares, int year, Money sum, Consumer<Finding> found) {
        if (year < shares.firstKey()) {
            found.accept(report.get().say("early", project.name(), year, sum, shares.firstKey()));
        } else if (year > shares.lastKey()) {
            found.accept(report.get().say("late", project.name(), year, sum, shares.lastKey()));
        } else if (!shares.containsKey(year)) {
            found.accept(report.get().say("gap", project.name(), year, sum, shares.keySet().stream().map(String::valueOf).toList()));
        }
    }

    private static void byDays(Supplier<Report> report, LedgerProject project, Dossier dossier, int year, Money sum, Consumer<Finding> found) {
        LocalDate start = dossier.form().date(ProposalField.PLANNED_START);
        LocalDate end = dossier.form().date(ProposalField.PLANNED_END);
        String days = (start == null ? "" : start) + " – " + (end == null ? "" : end);
        if (start != null && year < start.getYear()) {
            found.accept(report.get().show("plannedDays", days).say("early", project.name(), year, sum, start.getYear()));
        } else if (end != null && year > end.getYear()) {
            found.accept(report.get().show("plannedDays", days).say("late", project.name(), year, sum, end.getYear()));
        }
    }
}
