package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;

/**
 * B45: money added in the course of the year (a quota line 调增, or one with a word of {@code budget.additionWords}) that the review does not cover: issued before the
 * day of the approval, or taking the budget of all years above the approved amount. Additions are taken in the order of their documents. A project that was not
 * decided for is B03's business, a line without any project B01's.
 */
final class UnreviewedAddition implements Rule {

    @Override
    public String id() {
        return "B45";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Words words = Words.of(context.pack().list("budget.additionWords"));
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            List<CheckedLine> additions = all.stream().filter(each -> each.line().year() == context.year() && addition(each, words))
                    .sorted(Comparator.comparing(UnreviewedAddition::day)).toList();
            if (!additions.isEmpty() && project.state().decidedFor()) {
                judge(context, project, all, additions, found);
            }
        }
    }

    private void judge(CheckContext context, LedgerProject project, List<CheckedLine> all, List<CheckedLine> additions, Consumer<Finding> found) {
        var before = new ArrayList<>(all);
        before.removeAll(additions);
        List<CheckedLine> base = AmountChain.budget(project, before);
        Money sum = Money.sum(base.stream().map(each -> each.line().amount()).toList());
        for (CheckedLine each : additions) {
            BudgetLine line = each.line();
            sum = sum.plus(line.amount());
            LocalDate issued = line.date(BudgetField.DOCUMENT_DATE);
            Report report = Report.at(context, id(), each).keyed(line.text(BudgetField.DOCUMENT_NO)).showProject().show("amount", line.amount())
                    .show("documentNo", line.text(BudgetField.DOCUMENT_NO)).show("documentDate", issued).show("approvedOn", project.approvedOn());
            if (issued != null && project.approvedOn() != null && issued.isBefore(project.approvedOn())) {
                found.accept(report.say("early", line.project(), line.amount(), issued, project.name(), project.approvedOn()));
            } else if (project.approved() != null && sum.moreThan(project.approved().plus(Tolerance.of(context.pack(), joined(base, additions))))) {
                found.accept(report.amounts(sum, project.approved()).show("sum", sum).show("excess", sum.minus(project.approved()))
                        .say("over", line.project(), line.amount(), project.name(), sum, project.approved(), sum.minus(project.approved())));
            }
        }
    }

    private static List<CheckedLine> joined(List<CheckedLine> some, List<CheckedLine> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static boolean addition(CheckedLine each, Words words) {
        BudgetLine line = each.line();
        return line.kind() == SheetKind.QUOTA && line.amount().isPositive() && (line.text(BudgetField.ADJUST_DIRECTION).equals(BudgetLine.UP)
                || words.any(line.text(BudgetField.BUDGET_TYPE) + " " + line.text(BudgetField.SOURCE) + " " + line.text(BudgetField.DOCUMENT_TITLE)));
    }

    private static LocalDate day(CheckedLine each) {
        LocalDate day = each.line().date(BudgetField.DOCUMENT_DATE);
        return day == null ? LocalDate.MAX : day;
    }
}
