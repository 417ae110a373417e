package org.lianshen.model.linkage.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.PlainText;

/**
 * B23: operating a system costs more than last year by more than the pack's share, and nothing tells of a change: neither a remark with one of the words
 * {@code ops.changeWords}, nor an approval of this operation since last year began. Needs lines of last year; a last year of which a part was free is no measure.
 */
final class OperationRise implements Rule {

    private static final int SERIES = 3;

    @Override
    public String id() {
        return "B23";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        BigDecimal rise = context.pack().ratio("ops.riseWarn");
        List<String> words = context.pack().list("ops.changeWords").stream().map(PlainText::folded).toList();
        for (Asked.Operation operation : Asked.operations(context)) {
            if (operation.lines().stream().noneMatch(line -> told(line, words) || reviewed(line, context.year()))) {
                compare(context, operation, rise, found);
            }
        }
    }

    private static boolean told(CheckedLine line, List<String> words) {
        String text = PlainText.folded(line.line().text(BudgetField.REMARK) + line.line().text(BudgetField.PURPOSE));
        return words.stream().anyMatch(text::contains);
    }

    /** Whether the line itself was reviewed as operation, after last year's budget. */
    private static boolean reviewed(CheckedLine line, int year) {
        LedgerProject project = line.project();
        return project != null && Asked.operationOnly(project) && project.state().decidedFor() && project.approvedOn() != null
                && !project.approvedOn().isBefore(LocalDate.of(year - 1, 1, 1));
    }

    private void compare(CheckContext context, Asked.Operation operation, BigDecimal rise, Consumer<Finding> found) {
        int year = context.year();
        Money before = Asked.sum(Asked.operation(context, operation.system(), year - 1));
        Money most = before.plus(before.times(rise));
        boolean partlyFree = !Asked.operationOnly(operation.system())
                && FreeOperation.paidFrom(context, operation.system()).filter(from -> from.isAfter(LocalDate.of(year - 1, 1, 1))).isPresent();
        if (!before.isPositive() || partlyFree || !operation.sum().moreThan(most)) {
            return;
        }
        var series = new TreeMap<Integer, Money>();
        for (int each = year - SERIES + 1; each <= year; each++) {
            series.put(each, Asked.sum(Asked.operation(context, operation.system(), each)));
        }
        String change = OperationCap.percent(operation.sum().minus(before).ratioTo(before, 6));
        found.accept(operation.report(context, id()).amounts(operation.sum(), most).show("lastYear", before).show("thisYear", operation.sum())
                .show("years", series.entrySet().stream().filter(each -> each.getValue().isPositive()).map(each -> each.getKey() + ": " + each.getValue()).toList())
                .show("change", "+" + change).say("rise", operation.system().name(), before, operation.sum(), change, OperationCap.percent(rise)));
    }
}
