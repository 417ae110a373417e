package org.lianshen.model.linkage.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.proposal.GoalIndicator;

/**
 * B42: a project with money in the year whose form has no performance goals, or goals whose weights add up to none of the sums that the pack allows ({@code
 * goals.weightSums}: 90 beside the 10 of the execution rate, or 100). Needs the form: an imported project is not judged.
 */
final class PerformanceGoals implements Rule {

    @Override
    public String id() {
        return "B42";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        List<String> sums = context.pack().list("goals.weightSums");
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            context.dossier(project).ifPresent(dossier -> {
                List<GoalIndicator> goals = dossier.form().goals();
                Report report = Report.at(context, id(), context.firstOfYear(all)).aboutProject().showProject();
                if (goals.isEmpty()) {
                    found.accept(report.say("none", project.name()));
                    return;
                }
                BigDecimal sum = goals.stream().map(GoalIndicator::weight).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
                if (sums.stream().noneMatch(allowed -> sum.compareTo(new BigDecimal(allowed)) == 0)) {
                    String plain = sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString();
                    found.accept(report.show("goals", goals.stream().map(PerformanceGoals::told).toList()).show("weightSum", plain).say("weights", project.name(), plain, sums));
                }
            });
        }
    }

    private static String told(GoalIndicator goal) {
        return String.join(" ", text(goal.level1()), text(goal.level2()), text(goal.name()), goal.weight() == null ? "—" : goal.weight().toPlainString()).strip();
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
