package org.lianshen.model.ceiling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.GradeRecord;
import org.lianshen.model.review.State;

/**
 * The approved projects that ask for money of a year, each with what it needs: what the year's budget sheets ask for it, else the year's share of its approved fund
 * plan, else, where nothing is bought yet, the approved total that no budget has given so far. Never more than was approved and not yet budgeted in other years,
 * except for operation, which is asked for again each year.
 */
public final class YearNeeds {

    private YearNeeds() {
    }

    /** @param lines of all years */
    public static List<CeilingCandidate> of(CheckInput input, List<CheckedLine> lines) {
        Map<UUID, List<CheckedLine>> tied = new HashMap<>();
        lines.stream().filter(line -> line.project() != null).forEach(line -> tied.computeIfAbsent(line.project().id(), id -> new ArrayList<>()).add(line));
        Map<UUID, GradeRecord> grades = new HashMap<>();
        input.grades().forEach(grade -> grades.merge(grade.project(), grade, (a, b) -> b.year() >= a.year() ? b : a));
        var ranking = new Ranking(input.pack());
        List<CeilingCandidate> found = new ArrayList<>();
        for (LedgerProject project : input.projects()) {
            if (project.state() != State.APPROVED || project.approved() == null) {
                continue;
            }
            Money need = need(project, tied.getOrDefault(project.id(), List.of()), input.year());
            if (need.isPositive()) {
                Ranking.Place place = ranking.of(project, input.dossiers().get(project.id()));
                GradeRecord grade = grades.get(project.id());
                found.add(new CeilingCandidate(project.id(), project.reviewNo(), project.name(), project.unit(), need, place.priority(), place.because(),
                        grade == null ? null : grade.score(), project.approvedOn()));
            }
        }
        return found;
    }

    private static Money need(LedgerProject project, List<CheckedLine> tied, int year) {
        List<CheckedLine> thisYear = AmountChain.yearsOnce(tied.stream().filter(line -> line.line().year() == year).toList());
        Money before = Money.sum(AmountChain.budget(project, tied).stream().filter(line -> line.line().year() < year).map(line -> line.line().amount()).toList());
        Money rest = before.moreThan(project.approved()) ? Money.ZERO : project.approved().minus(before);
        if (!thisYear.isEmpty()) {
            Money operation = Money.sum(thisYear.stream().filter(CheckedLine::operations).map(line -> line.line().amount()).toList());
            Money build = Money.sum(thisYear.stream().filter(line -> !line.operations()).map(line -> line.line().amount()).toList());
            return operation.plus(build.min(rest));
        }
        Money planned = Money.sum(project.funds().stream().filter(share -> share.year() == year).map(share -> share.amount()).toList());
        if (planned.isPositive()) {
            return planned.min(rest);
        }
        boolean begun = project.procured() || tied.stream().anyMatch(line -> line.line().kind() == SheetKind.PAYMENT);
        return project.funds().isEmpty() && !begun && before.isZero() ? rest : Money.ZERO;
    }
}
