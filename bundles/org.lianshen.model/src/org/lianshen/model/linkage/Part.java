package org.lianshen.model.linkage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.rule.Rule.Scope;

/** What a change touches: gathered from the lines as they were before it and as they are after, and from the projects of these. */
final class Part {

    private final Set<UUID> lines = new HashSet<>();
    private final Set<String> items = new HashSet<>();
    private final Map<UUID, LedgerProject> projects = new LinkedHashMap<>();
    private final Set<String> units = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    void touch(CheckedLine line, CheckedYear year) {
        lines.add(line.line().id());
        items.add(LineKey.of(line.line()));
        units.add(year.unitGroup(line));
        names.add(CheckedYear.nameOf(line));
        year.concerned(line).forEach(project -> projects.put(project.id(), project));
    }

    void touch(LedgerProject project, CheckedYear year) {
        projects.put(project.id(), project);
        units.add(year.unitGroup(project));
    }

    Set<String> units() {
        return new LinkedHashSet<>(units);
    }

    /** The group that a finding is kept in, so that it goes when the group is checked again. */
    static Object groupOf(Scope scope, Finding finding, CheckedYear year) {
        CheckedLine shown = finding.lines().isEmpty() ? null : year.line(year.position(finding.lines().getFirst()));
        return switch (scope) {
            case LINE -> shown.line().id();
            case ITEM -> LineKey.of(shown.line());
            case PROJECT -> Objects.requireNonNull(finding.project(), () -> finding.rule() + " names no project");
            case UNIT -> shown == null ? unitGroup(finding, year) : year.unitGroup(shown);
            case NAME -> CheckedYear.nameOf(shown);
            case YEAR -> scope;
        };
    }

    private static String unitGroup(Finding finding, CheckedYear year) {
        int project = year.index().ordinal(finding.project());
        return project < 0 ? year.index().unitGroup(finding.unit(), "") : year.unitGroup(year.index().project(project));
    }

    /** The groups of a scope that are to be checked again. */
    Set<?> groups(Scope scope) {
        return switch (scope) {
            case LINE -> lines;
            case ITEM -> items;
            case PROJECT -> projects.keySet();
            case UNIT -> units;
            case NAME -> names;
            case YEAR -> Set.of(scope);
        };
    }

    /** The lines that a rule of the scope is shown. */
    List<CheckedLine> lines(Scope scope, CheckedYear year) {
        var positions = new TreeSet<Integer>();
        switch (scope) {
            case LINE -> lines.stream().filter(year::has).forEach(line -> positions.add(year.position(line)));
            case ITEM -> items.forEach(item -> add(positions, year.ofItem(item)));
            case UNIT -> units.forEach(unit -> add(positions, year.ofUnit(unit)));
            case NAME -> names.forEach(name -> add(positions, year.ofName(name)));
            case PROJECT -> projects.keySet().forEach(project -> {
                add(positions, year.ofProject(project));
                add(positions, year.ofBuilt(project));
            });
            case YEAR -> {
                return year.ofYear();
            }
        }
        return positions.stream().map(year::line).filter(year::inYear).toList();
    }

    /** The projects that a rule of the scope is shown, in the ledger's order. */
    List<LedgerProject> projects(Scope scope, CheckedYear year, List<LedgerProject> ledger) {
        return switch (scope) {
            case YEAR -> ledger;
            case UNIT -> units.stream().flatMap(unit -> year.projectsOfUnit(unit).stream()).sorted(year.index().inOrder()).toList();
            default -> projects.values().stream().sorted(year.index().inOrder()).toList();
        };
    }

    private static void add(Set<Integer> positions, int[] more) {
        for (int position : more) {
            positions.add(position);
        }
    }
}
