package org.lianshen.model.linkage.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
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
import org.lianshen.model.proposal.ProposalField;

/**
 * B10: the plan has other levels pay a part of this year, and even if every line that could be theirs is theirs, the budget holds less. Which kinds other levels pay is
 * the pack's list {@code fund.otherLevels}. Needs a plan by years and a line of the project in the year.
 */
final class GrantsMissing implements Rule {

    @Override
    public String id() {
        return "B10";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        FundWords words = FundWords.of(context.pack());
        Set<FundKind> others = EnumSet.noneOf(FundKind.class);
        context.pack().list("fund.otherLevels").forEach(kind -> others.add(FundKind.valueOf(kind)));
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            if (project.state().decidedFor() && YearPlan.of(project).isPresent()) {
                compare(context, project, AmountChain.budget(project, all), words, others, found);
            }
        }
    }

    private void compare(CheckContext context, LedgerProject project, List<CheckedLine> allYears, FundWords words, Set<FundKind> others, Consumer<Finding> found) {
        List<FundShare> plan = project.funds().stream().filter(share -> share.year() == context.year()).toList();
        Money theirs = Money.sum(plan.stream().filter(share -> others.contains(share.kind())).map(FundShare::amount).toList());
        Money ours = Money.sum(plan.stream().filter(share -> !others.contains(share.kind())).map(FundShare::amount).toList());
        List<CheckedLine> lines = allYears.stream().filter(each -> each.line().year() == context.year()).toList();
        if (lines.isEmpty() || !theirs.isPositive()) {
            return;
        }
        Money most = most(lines, words, others, ours);
        if (!theirs.moreThan(most.plus(Tolerance.of(context.pack(), lines)))) {
            return;
        }
        Report report = Report.at(context, id(), lines.getFirst()).aboutProject().amounts(most, theirs).showProject()
                .show("plan", plan.stream().map(share -> share.year() + " " + share.kind() + ": " + share.amount()).toList())
                .show("sources", lines.stream().map(each -> source(context, each)).toList()).show("missing", theirs.minus(most));
        context.dossier(project).ifPresent(dossier -> report.show("costSharing", dossier.form().text(ProposalField.COST_SHARING)));
        report.all(lines);
        found.accept(report.say("missing", project.name(), context.year(), theirs, most, theirs.minus(most)));
    }

    private static String source(CheckContext context, CheckedLine each) {
        return String.join(" ", context.file(each), Report.place(each.line()), each.line().text(BudgetField.FUND_TYPE), each.line().text(BudgetField.UPPER_DOCUMENT_NO)).strip()
                + ": " + each.line().amount();
    }

    /** The most that may be other levels' money: lines that say so, and of lines that may be either what is left once our own part is paid. */
    static Money most(List<CheckedLine> lines, FundWords words, Set<FundKind> others, Money ours) {
        Money theirs = Money.ZERO;
        Money own = Money.ZERO;
        Money either = Money.ZERO;
        for (CheckedLine each : lines) {
            Set<FundKind> kinds = words.kinds(each.line().text(BudgetField.FUND_TYPE)).orElse(Set.of());
            if (!each.line().text(BudgetField.UPPER_DOCUMENT_NO).isBlank() || !kinds.isEmpty() && others.containsAll(kinds)) {
                theirs = theirs.plus(each.line().amount());
            } else if (!kinds.isEmpty() && Collections.disjoint(kinds, others)) {
                own = own.plus(each.line().amount());
            } else {
                either = either.plus(each.line().amount());
            }
        }
        Money stillOurs = positive(ours.minus(own));
        return theirs.plus(positive(either.minus(stillOurs)));
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? Money.ZERO : amount;
    }
}
