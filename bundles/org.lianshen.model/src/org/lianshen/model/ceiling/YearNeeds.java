package org.lianshen.model.ceiling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.GradeRecord;
import org.lianshen.model.linkage.LineKey;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.review.State;
import org.lianshen.model.summary.Blocked;

/**
 * The approved projects that ask for money of a year, each with what it needs: what the year's budget sheets ask for it, else the year's share of its approved fund
 * plan, else, where nothing is bought yet, the approved total that no budget has given so far. Never more than was approved and not yet budgeted in other years,
 * except for operation, which is asked for again each year. What open findings forbid stands apart, with these findings.
 */
public final class YearNeeds {

    private YearNeeds() {
    }

    /**
     * @param lines of all years
     * @param open  findings of the year's last check that are neither waived nor closed; none where it was never checked
     */
    public static List<CeilingCandidate> of(CheckInput input, List<CheckedLine> lines, List<Finding> open) {
        Map<UUID, List<CheckedLine>> tied = new HashMap<>();
        lines.stream().filter(line -> line.project() != null).forEach(line -> tied.computeIfAbsent(line.project().id(), id -> new ArrayList<>()).add(line));
        Map<UUID, GradeRecord> grades = new HashMap<>();
        input.grades().forEach(grade -> grades.merge(grade.project(), grade, (a, b) -> b.year() >= a.year() ? b : a));
        var ranking = new Ranking(input.pack());
        var standing = new Standing(open);
        List<CeilingCandidate> found = new ArrayList<>();
        for (LedgerProject project : input.projects()) {
            if (project.state() != State.APPROVED || project.approved() == null) {
                continue;
            }
            List<CheckedLine> own = tied.getOrDefault(project.id(), List.of());
            Money need = need(project, own, input.year());
            if (!need.isPositive()) {
                continue;
            }
            Ranking.Place place = ranking.of(project, input.dossiers().get(project.id()));
            GradeRecord grade = grades.get(project.id());
            Money free = standing.free(project, own, input.year(), need);
            BiFunction<Money, List<Finding>, CeilingCandidate> candidate = (amount, forbidden) -> new CeilingCandidate(project.id(), project.reviewNo(), project.name(), project.unit(), amount,
                    place.priority(), place.because(), grade == null ? null : grade.score(), project.approvedOn(), forbidden);
            if (free.isPositive()) {
                found.add(candidate.apply(free, List.of()));
            }
            if (need.moreThan(free)) {
                found.add(candidate.apply(need.minus(free), standing.against(project, own)));
            }
        }
        return found;
    }

    /** Which findings stand against which projects and lines. */
    private static final class Standing {
        private final Map<UUID, List<Finding>> ofLine = new HashMap<>();
        private final Map<UUID, List<Finding>> ofProject = new HashMap<>();

        Standing(List<Finding> open) {
            for (Finding finding : open) {
                Blocked.lines(List.of(finding)).forEach(line -> ofLine.computeIfAbsent(line, none -> new ArrayList<>(1)).add(finding));
                if (finding.severity() == Severity.E && finding.project() != null && (finding.lines().isEmpty() || Blocked.wholeProject(finding))) {
                    ofProject.computeIfAbsent(finding.project(), none -> new ArrayList<>(1)).add(finding);
                }
            }
        }

        /** Those about the project as a whole. One that names only lines of its operation, or of another project that operates it, is about these lines. */
        private List<Finding> whole(LedgerProject project, List<CheckedLine> own) {
            return ofProject.getOrDefault(project.id(), List.of()).stream()
                    .filter(finding -> finding.lines().isEmpty() || own.stream().anyMatch(line -> !line.operations() && finding.lines().contains(line.line().id()))).toList();
        }

        /** What of its need no finding forbids. Where an item's line of one sheet is forbidden, its lines of the other kinds of sheets are the same money. */
        Money free(LedgerProject project, List<CheckedLine> own, int year, Money need) {
            if (!whole(project, own).isEmpty()) {
                return Money.ZERO;
            }
            List<BudgetLine> forbidden = own.stream().map(CheckedLine::line).filter(line -> line.year() == year && ofLine.containsKey(line.id())).toList();
            if (forbidden.isEmpty()) {
                return need;
            }
            List<CheckedLine> rest = own.stream().filter(line -> line.line().year() != year || forbidden.stream().noneMatch(each -> sameMoney(each, line.line()))).toList();
            return rest.stream().anyMatch(line -> line.line().year() == year) ? need(project, rest, year).min(need) : Money.ZERO;
        }

        private static boolean sameMoney(BudgetLine forbidden, BudgetLine line) {
            return forbidden.id().equals(line.id()) || forbidden.kind() != line.kind() && LineKey.of(forbidden).equals(LineKey.of(line));
        }

        List<Finding> against(LedgerProject project, List<CheckedLine> own) {
            return Stream.concat(whole(project, own).stream(), own.stream().flatMap(line -> ofLine.getOrDefault(line.line().id(), List.of()).stream())).distinct().toList();
        }
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
