package org.lianshen.model.linkage.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineKey;
import org.lianshen.model.pack.RulePack;

/**
 * B36: what was paid of a project's budget of the year is below the pack's share: from the end of September the one, at the end of the year the other. Before that day
 * nothing is said, nor about a unit without any payment line, whose payments were never imported; a budget that is not above zero has no rate.
 */
final class LowExecution implements Rule {

    private static final int RATIO_DIGITS = 6;

    @Override
    public String id() {
        return "B36";
    }

    @Override
    public Scope scope() {
        return Scope.YEAR;
    }

    @Override
    public List<Silence> silent(RulePack pack) {
        return Silence.parts(pack, id(), "execution.septemberLeast", "execution.yearEndLeast");
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        boolean over = !context.asOf().isBefore(LocalDate.of(context.year(), Month.DECEMBER, 31));
        boolean september = !context.asOf().isBefore(LocalDate.of(context.year(), Month.SEPTEMBER, 30));
        BigDecimal least = over || september ? context.pack().param(over ? "execution.yearEndLeast" : "execution.septemberLeast").decimal().orElse(null) : null;
        if (least == null) {
            return;
        }
        Set<String> paying = new HashSet<>();
        Map<Object, List<CheckedLine>> groups = new LinkedHashMap<>();
        for (CheckedLine line : context.lines()) {
            if (line.line().kind() == SheetKind.PAYMENT) {
                paying.add(context.unitGroup(line));
            }
            if (line.it()) {
                groups.computeIfAbsent(line.project() == null ? LineKey.of(line.line()) : line.project().id(), none -> new ArrayList<>(2)).add(line);
            }
        }
        groups.values().forEach(group -> judge(context, group, paying, over, least, found));
    }

    private void judge(CheckContext context, List<CheckedLine> group, Set<String> paying, boolean over, BigDecimal least, Consumer<Finding> found) {
        List<CheckedLine> lines = AmountChain.yearsOnce(group);
        Money budget = Money.sum(lines.stream().map(each -> each.line().amount()).toList());
        if (lines.isEmpty() || !budget.isPositive() || lines.stream().noneMatch(each -> paying.contains(context.unitGroup(each)))) {
            return;
        }
        Money paid = Money.sum(group.stream().filter(each -> each.line().kind() == SheetKind.PAYMENT && by(each, context.asOf())).map(each -> each.line().amount()).toList());
        BigDecimal rate = paid.ratioTo(budget, RATIO_DIGITS);
        if (!budget.times(least).moreThan(paid)) {
            return;
        }
        CheckedLine shown = lines.getFirst();
        Report report = Report.at(context, id(), shown).amount(budget);
        if (shown.project() != null) {
            report.aboutProject().showProject();
        }
        lines.forEach(report::also);
        String share = HighAdvance.percent(rate);
        report.show("asOf", context.asOf()).show("budget", budget).show("paid", paid).show("share", share).show("leastShare", HighAdvance.percent(least));
        found.accept(report.say(over ? "yearEnd" : "september", shown.line().project(), budget, paid, share, HighAdvance.percent(least), context.asOf()));
    }

    private static boolean by(CheckedLine payment, LocalDate day) {
        LocalDate paidOn = payment.line().date(BudgetField.PAY_DATE);
        return paidOn == null || !paidOn.isAfter(day);
    }
}
