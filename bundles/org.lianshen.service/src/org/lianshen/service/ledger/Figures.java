package org.lianshen.service.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.Hundreds;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.GradeRecord;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.LinkageCheck;
import org.lianshen.model.linkage.UnitDirectory;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.review.State;
import org.lianshen.service.LedgerService.Count;
import org.lianshen.service.LedgerService.Dashboard;
import org.lianshen.service.LedgerService.Ratio;
import org.lianshen.service.LedgerService.Slice;

/** The figures of the dashboard, computed anew from projects and budget lines, so that they agree with what a check would say now. */
final class Figures {

    private static final String NO_CLASS = "ledger.class.unknown";

    private final CheckInput input;
    private final LinkageCheck.Outcome outcome;
    private final List<LedgerProject> projects;
    private final Map<UUID, LedgerProject> byId = new HashMap<>();
    private final Map<UUID, BudgetLine> lines = new HashMap<>();
    private final UnitDirectory units;

    Figures(CheckInput input) {
        this.input = input;
        outcome = LinkageCheck.run(input, done -> {
        });
        projects = input.projects().stream().filter(project -> project.state() != State.DRAFT).toList();
        projects.forEach(project -> byId.put(project.id(), project));
        input.lines().forEach(line -> lines.put(line.id(), line));
        units = new UnitDirectory(input.pack());
    }

    /** What a check would say now. */
    LinkageCheck.Outcome outcome() {
        return outcome;
    }

    /** @param open findings that are neither waived nor closed */
    Dashboard dashboard(List<Finding> open) {
        Money budgeted = Money.ZERO;
        Money paid = Money.ZERO;
        Money unreviewed = Money.ZERO;
        Sums byUnit = new Sums();
        Sums byClass = new Sums();
        for (LedgerProject project : projects) {
            if (project.approved() != null && project.state().decidedFor()) {
                byUnit.of(units.bucket(project.unit()), project.unit()).approved(project.approved());
                byClass.of(classKey(project)).approved(project.approved());
            }
        }
        for (LineResult result : outcome.lines()) {
            BudgetLine line = lines.get(result.line());
            if (result.verdict() == LineVerdict.NOT_IT) {
                continue;
            }
            if (line.kind() == SheetKind.PAYMENT) {
                paid = paid.plus(line.amount());
            } else if (line.kind() == SheetKind.ANNUAL) {
                boolean without = result.verdict() == LineVerdict.UNREVIEWED;
                budgeted = budgeted.plus(line.amount());
                unreviewed = without ? unreviewed.plus(line.amount()) : unreviewed;
                LedgerProject project = result.verdict() == LineVerdict.REVIEWED ? byId.get(result.project()) : null;
                byUnit.of(units.bucket(line.unit()), line.unit()).budgeted(line.amount(), without);
                byClass.of(project == null ? NO_CLASS : classKey(project)).budgeted(line.amount(), without);
            }
        }
        return new Dashboard(input.year(), projects.size(), sum(projects.stream().map(LedgerProject::applied).toList()),
                sum(projects.stream().filter(project -> project.state().decidedFor()).map(LedgerProject::approved).toList()), budgeted, paid, unreviewed,
                byUnit.slices(), byClass.slices(), ratios(), findings(open), grades());
    }

    private static Money sum(List<Money> amounts) {
        return Money.sum(amounts.stream().filter(java.util.Objects::nonNull).toList());
    }

    private static String classKey(LedgerProject project) {
        return project.projectClass() == null || project.projectClass().isEmpty() ? NO_CLASS : "proposal.choice.PROJECT_CLASS." + project.projectClass();
    }

    private List<Ratio> ratios() {
        return Hundreds.of(projects, input.pack()).stream().map(each -> new Ratio("ledger.ratio." + each.kind().name(), each.have(), each.should(), each.missing())).toList();
    }

    private static List<Count> findings(List<Finding> open) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Finding finding : open) {
            counts.merge(finding.severity(), 1, Integer::sum);
        }
        return counts.entrySet().stream().map(count -> new Count("table.severity." + count.getKey().name(), count.getValue())).toList();
    }

    private List<Count> grades() {
        Map<UUID, GradeRecord> newest = new HashMap<>();
        input.grades().forEach(grade -> newest.merge(grade.project(), grade, (a, b) -> b.year() >= a.year() ? b : a));
        Map<Grade, Integer> counts = new EnumMap<>(Grade.class);
        newest.values().forEach(grade -> counts.merge(grade.grade(), 1, Integer::sum));
        return counts.entrySet().stream().map(count -> new Count("linkage.grade." + count.getKey().name(), count.getValue())).toList();
    }

    /** Sums by key, each under the first name it was met by. */
    private static final class Sums {

        private final Map<String, Sum> sums = new LinkedHashMap<>();

        Sum of(String key) {
            return of(key, key);
        }

        Sum of(String key, String label) {
            return sums.computeIfAbsent(key, k -> new Sum(label));
        }

        List<Slice> slices() {
            var slices = new ArrayList<Slice>();
            sums.values().forEach(sum -> slices.add(new Slice(sum.label, sum.approved, sum.budgeted, sum.unreviewed)));
            slices.sort(Comparator.comparing(Slice::approved).thenComparing(Slice::budgeted).reversed().thenComparing(Slice::label));
            return slices;
        }
    }

    private static final class Sum {

        private final String label;
        private Money approved = Money.ZERO;
        private Money budgeted = Money.ZERO;
        private Money unreviewed = Money.ZERO;

        Sum(String label) {
            this.label = label;
        }

        void approved(Money amount) {
            approved = approved.plus(amount);
        }

        void budgeted(Money amount, boolean open) {
            budgeted = budgeted.plus(amount);
            unreviewed = open ? unreviewed.plus(amount) : unreviewed;
        }
    }
}
