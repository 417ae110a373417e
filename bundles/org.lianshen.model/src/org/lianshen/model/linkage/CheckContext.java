package org.lianshen.model.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;

/** What the rules look at: the lines of the year with their ties, all lines of each project, grades, and the ledger. */
public final class CheckContext {

    private static final int SEARCHED = 24;

    private final CheckInput input;
    private final ProjectIndex index;
    private final List<CheckedLine> lines;
    private final Map<UUID, List<CheckedLine>> ofProject = new LinkedHashMap<>();
    private final Map<String, List<CheckedLine>> ofItem = new HashMap<>();
    private final Map<UUID, GradeRecord> grades = new HashMap<>();
    private final Map<UUID, Optional<LedgerProject>> builtFor = new HashMap<>();
    private final NameIndex.Scratch scratch;
    private final List<CheckedLine> all;
    private final Map<UUID, String> files = new HashMap<>();
    private List<CheckedLine> operationLines;

    /** @param checked lines of all years */
    CheckContext(CheckInput input, ProjectIndex index, List<CheckedLine> checked) {
        this.input = input;
        this.all = checked;
        this.index = index;
        this.scratch = new NameIndex.Scratch(index.names());
        this.lines = checked.stream().filter(each -> each.line().year() == input.year()).toList();
        for (CheckedLine each : checked) {
            if (each.project() != null) {
                ofProject.computeIfAbsent(each.project().id(), id -> new ArrayList<>()).add(each);
            }
        }
        input.batches().forEach(batch -> files.put(batch.id(), batch.file()));
        input.grades().forEach(grade -> grades.merge(grade.project(), grade, (a, b) -> b.year() >= a.year() ? b : a));
    }

    public int year() {
        return input.year();
    }

    public LocalDate asOf() {
        return input.asOf();
    }

    public RulePack pack() {
        return input.pack();
    }

    /** Lines of the year, in file and row order. */
    public List<CheckedLine> lines() {
        return lines;
    }

    /** All projects of the ledger. */
    public List<LedgerProject> projects() {
        return input.projects();
    }

    /** Lines of all years of the same item as a line (see {@link LineKey}), itself included, in file and row order. */
    public List<CheckedLine> linesOfItem(CheckedLine line) {
        if (ofItem.isEmpty()) {
            all.forEach(each -> ofItem.computeIfAbsent(LineKey.of(each.line()), key -> new ArrayList<>(1)).add(each));
        }
        return ofItem.getOrDefault(LineKey.of(line.line()), List.of());
    }

    /** Lines and projects with equal groups are of one unit, however its name is written. */
    public String unitGroup(CheckedLine line) {
        return index.unitGroup(line.line().unit(), line.line().text(BudgetField.AGENCY_CODE));
    }

    public String unitGroup(LedgerProject project) {
        return index.unitGroup(project.unit() == null ? "" : project.unit(), project.unitCode() == null ? "" : project.unitCode().strip());
    }

    /** IT lines of the year that are tied to a project. */
    public List<CheckedLine> tied() {
        return lines.stream().filter(each -> each.project() != null).toList();
    }

    /** Projects that have a line in the year, with their lines of all years. */
    public Map<UUID, List<CheckedLine>> projectsOfYear() {
        var found = new LinkedHashMap<UUID, List<CheckedLine>>();
        tied().forEach(each -> found.putIfAbsent(each.project().id(), ofProject.get(each.project().id())));
        return found;
    }

    /** Lines of all years that are tied to the project or pay for operating it. */
    public List<CheckedLine> linesFor(LedgerProject project) {
        var found = new ArrayList<>(ofProject.getOrDefault(project.id(), List.of()));
        if (project.operating()) {
            for (CheckedLine each : operationLines()) {
                if ((each.project() == null || !each.project().id().equals(project.id())) && builtFor(each).filter(built -> built.id().equals(project.id())).isPresent()) {
                    found.add(each);
                }
            }
        }
        return found;
    }

    private List<CheckedLine> operationLines() {
        if (operationLines == null) {
            operationLines = all.stream().filter(each -> each.it() && each.operations()).toList();
        }
        return operationLines;
    }

    public String file(CheckedLine line) {
        return files.getOrDefault(line.line().batch(), "");
    }

    /** Imports, with what the sheets say of themselves. */
    public List<BudgetBatch> batches() {
        return input.batches();
    }

    /** What is known of a project beyond the ledger's columns; empty for one that came by import. */
    public Optional<Dossier> dossier(LedgerProject project) {
        return Optional.ofNullable(input.dossiers().get(project.id()));
    }

    /** The newest settled grade, or null. */
    public GradeRecord grade(UUID project) {
        return grades.get(project);
    }

    public UnitDirectory units() {
        return index.units();
    }

    /** The built project that an operation line is for: the one it is tied to, else one of the same unit whose name is that of the system. */
    public Optional<LedgerProject> builtFor(CheckedLine line) {
        return builtFor.computeIfAbsent(line.line().id(), id -> findBuilt(line));
    }

    private Optional<LedgerProject> findBuilt(CheckedLine line) {
        if (line.project() != null && line.project().operating()) {
            return Optional.of(line.project());
        }
        NameKey system = index.reader().systemOf(line.name());
        if (system.core().length() < 2) {
            return Optional.empty();
        }
        String unitCode = line.line().text(BudgetField.AGENCY_CODE);
        double least = pack().ratio("match.nameSimilarity").doubleValue();
        int best = -1;
        double bestScore = least;
        NameIndex.Query query = index.names().query(system);
        for (int candidate : index.names().near(query, SEARCHED, scratch)) {
            LedgerProject project = index.project(candidate);
            double score = index.names().score(query, candidate);
            if (project.operating() && score >= bestScore && (best < 0 || score > bestScore) && index.sameUnit(line.line().unit(), unitCode, candidate)) {
                best = candidate;
                bestScore = score;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(index.project(best));
    }

    /** The projects that a line's money is for: the one it is tied to and, for operation, the built one. */
    public List<LedgerProject> concerned(CheckedLine line) {
        var concerned = new ArrayList<LedgerProject>(2);
        if (line.project() != null) {
            concerned.add(line.project());
        }
        if (line.it() && line.operations()) {
            builtFor(line).filter(built -> concerned.stream().noneMatch(each -> each.id().equals(built.id()))).ifPresent(concerned::add);
        }
        return concerned;
    }
}
