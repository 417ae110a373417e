package org.lianshen.model.linkage.rule;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.GradeRecord;
import org.lianshen.model.pack.Grade;

/** B30: graded 中, and this year's money was not cut by the advised share against last year's. Without lines of last year there is nothing to compare. */
final class FairGradeUncut implements Rule {

    @Override
    public String id() {
        return "B30";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        BigDecimal leastCut = context.pack().ratio("perf.fairLeastCut");
        var done = new HashSet<UUID>();
        for (CheckedLine line : context.lines()) {
            for (LedgerProject project : context.concerned(line)) {
                GradeRecord grade = context.grade(project.id());
                if (grade != null && grade.grade() == Grade.FAIR && done.add(project.id())) {
                    compare(context, line, project, grade, leastCut, found);
                }
            }
        }
    }

    private void compare(CheckContext context, CheckedLine line, LedgerProject project, GradeRecord grade, BigDecimal leastCut, Consumer<Finding> found) {
        List<CheckedLine> all = context.linesFor(project);
        Money before = sum(AmountChain.yearsOnce(all), context.year() - 1);
        Money now = sum(AmountChain.yearsOnce(all), context.year());
        Money most = before.times(BigDecimal.ONE.subtract(leastCut));
        if (!before.isPositive() || !now.moreThan(most)) {
            return;
        }
        String advised = percent(leastCut);
        String change = percent(now.minus(before).ratioTo(before, 6));
        found.accept(Report.at(context, id(), line).project(project).aboutProject().amounts(now, most).showProject().show("appraisalYear", grade.year())
                .show("score", grade.score().toPlainString()).show("grade", grade.grade().chinese()).show("lastYear", before).show("thisYear", now)
                .show("advisedCut", advised).show("change", change).say("uncut", project.name(), grade.year(), grade.score().toPlainString(), before, now, advised));
    }

    private static Money sum(List<CheckedLine> lines, int year) {
        return Money.sum(lines.stream().filter(each -> each.line().year() == year).map(each -> each.line().amount()).toList());
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, java.math.RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "%";
    }
}
