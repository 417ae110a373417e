package org.lianshen.model.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.UnitDirectory;
import org.lianshen.model.pack.Severity;

/** Computes a {@link BudgetSummary}. Units that the pack or their names say are one are one, under the name met first; a unit's department is what its sheet says, else the pack's. */
public final class Summing {

    private static final String NO_CLASS = "ledger.class.unknown";

    private final CheckInput input;
    private final List<CheckedLine> all;
    private final UnitDirectory units;
    private final Map<String, String> names = new HashMap<>();

    /** @param all lines of all years with their ties */
    public Summing(CheckInput input, List<CheckedLine> all) {
        this.input = input;
        this.all = all.stream().filter(CheckedLine::it).toList();
        this.units = new UnitDirectory(input.pack(), input.words().units());
    }

    /** @param findings of the year's last check, or null where there was none */
    public BudgetSummary summary(List<Finding> findings) {
        List<Finding> known = findings == null ? List.of() : findings;
        List<CheckedLine> lines = budgetOf(input.year());
        Set<UUID> blocked = Blocked.lines(known);
        Map<String, Map<String, Sums>> departments = new LinkedHashMap<>();
        Map<String, Sums> classes = new LinkedHashMap<>();
        Map<String, String> departmentOf = new HashMap<>();
        for (CheckedLine line : lines) {
            Sums sums = sums(line, blocked);
            String unit = unit(line.line().unit());
            String department = departmentOf.computeIfAbsent(unit, name -> department(line.line().unit(), line.line().text(BudgetField.DEPARTMENT_NAME)));
            departments.computeIfAbsent(department, name -> new LinkedHashMap<>()).merge(unit, sums, Sums::plus);
            classes.merge(classKey(line.project()), sums, Sums::plus);
        }
        for (CheckedLine line : budgetOf(input.year() - 1)) {
            String unit = unit(line.line().unit());
            String department = departmentOf.get(unit);
            if (department != null) {
                departments.get(department).merge(unit, lastYear(line.line().amount()), Sums::plus);
            }
            classes.computeIfPresent(classKey(line.project()), (key, sums) -> sums.plus(lastYear(line.line().amount())));
        }
        for (Finding finding : known) {
            String unit = finding.unit() == null ? "" : unit(finding.unit());
            String department = departmentOf.get(unit);
            if (department != null && finding.severity() != Severity.I) {
                departments.get(department).merge(unit, counted(finding.severity()), Sums::plus);
            }
        }
        List<Share> shares = classes.entrySet().stream().map(entry -> new Share(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Share share) -> share.sums().total()).reversed().thenComparing(Share::label)).toList();
        return new BudgetSummary(input.year(), findings != null, rows(departments), shares, operations(), new Cuts(input, lines, this::department).rows(known));
    }

    private List<CheckedLine> budgetOf(int year) {
        return AmountChain.yearsOnce(all.stream().filter(line -> line.line().year() == year).toList());
    }

    private static Sums sums(CheckedLine line, Set<UUID> blocked) {
        Money amount = line.line().amount();
        LineVerdict verdict = line.result().verdict();
        boolean stopped = blocked.contains(line.line().id());
        return new Sums(1, amount, verdict == LineVerdict.REVIEWED ? amount : Money.ZERO, verdict == LineVerdict.SUSPECT ? amount : Money.ZERO,
                verdict == LineVerdict.UNREVIEWED ? amount : Money.ZERO, line.operations() ? amount : Money.ZERO, Money.ZERO, stopped ? 1 : 0, stopped ? amount : Money.ZERO, 0, 0);
    }

    private static Sums lastYear(Money amount) {
        return new Sums(0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, amount, 0, Money.ZERO, 0, 0);
    }

    private static Sums counted(Severity severity) {
        return new Sums(0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, 0, Money.ZERO, severity == Severity.E ? 1 : 0, severity == Severity.W ? 1 : 0);
    }

    private static String classKey(LedgerProject project) {
        return project == null || project.projectClass() == null || project.projectClass().isEmpty() ? NO_CLASS : "proposal.choice.PROJECT_CLASS." + project.projectClass();
    }

    /** The name that the unit was met under first. */
    private String unit(String name) {
        return names.computeIfAbsent(units.bucket(name), bucket -> name);
    }

    private String department(String unit, String said) {
        if (said != null && !said.isBlank()) {
            return said.strip();
        }
        String competent = units.competent(unit);
        return competent.isEmpty() ? unit(unit) : competent;
    }

    /** Largest department first, in it the largest unit; a department of several units ends with its sum. */
    private static List<DepartmentRow> rows(Map<String, Map<String, Sums>> departments) {
        List<DepartmentRow> rows = new ArrayList<>();
        Sums all = Sums.NONE;
        List<Map.Entry<String, Map<String, Sums>>> ordered = departments.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Map<String, Sums>> entry) -> total(entry.getValue()).total()).reversed().thenComparing(Map.Entry::getKey)).toList();
        for (Map.Entry<String, Map<String, Sums>> department : ordered) {
            department.getValue().entrySet().stream().sorted(Comparator.comparing((Map.Entry<String, Sums> unit) -> unit.getValue().total()).reversed().thenComparing(Map.Entry::getKey))
                    .forEach(unit -> rows.add(new DepartmentRow(department.getKey(), unit.getKey(), unit.getValue())));
            if (department.getValue().size() > 1) {
                rows.add(new DepartmentRow(department.getKey(), null, total(department.getValue())));
            }
            all = all.plus(total(department.getValue()));
        }
        rows.add(new DepartmentRow(null, null, all));
        return rows;
    }

    private static Sums total(Map<String, Sums> units) {
        return units.values().stream().reduce(Sums.NONE, Sums::plus);
    }

    private List<YearOperations> operations() {
        Map<Integer, List<CheckedLine>> years = all.stream().filter(CheckedLine::operations).collect(Collectors.groupingBy(line -> line.line().year(), TreeMap::new, Collectors.toList()));
        List<YearOperations> found = new ArrayList<>();
        years.forEach((year, lines) -> {
            List<CheckedLine> once = AmountChain.yearsOnce(lines);
            Map<String, Money> byUnit = new LinkedHashMap<>();
            once.forEach(line -> byUnit.merge(unit(line.line().unit()), line.line().amount(), Money::plus));
            if (!once.isEmpty()) {
                found.add(new YearOperations(year, once.size(), Money.sum(byUnit.values()), byUnit.entrySet().stream().map(entry -> new YearOperations.UnitMoney(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(YearOperations.UnitMoney::amount).reversed().thenComparing(YearOperations.UnitMoney::unit)).toList()));
            }
        });
        return found;
    }
}
