package org.lianshen.model.linkage;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.rule.Rule;
import org.lianshen.model.pack.RulePack;

/**
 * What the rules look at: the lines of the year with their ties, all lines of each project, grades, and the ledger. After a change a rule is shown only the part that
 * its {@link Rule.Scope} says: {@link #lines()}, {@link #tied()}, {@link #projects()} and {@link #projectsOfYear()} are then that part; all else answers for everything.
 */
public final class CheckContext {

    private final CheckInput input;
    private final CheckedYear year;
    /** Null for the whole year until asked for: most changes touch rules that never look at all of it. */
    private List<CheckedLine> lines;
    /** Null until asked for: many rules go through the same. */
    private Map<UUID, List<CheckedLine>> projectsOfYear;
    private final List<LedgerProject> projects;
    private final Map<UUID, GradeRecord> grades;
    private final Map<UUID, String> files;
    private final boolean whole;

    /** The whole year. */
    CheckContext(CheckInput input, CheckedYear year) {
        this.input = input;
        this.year = year;
        lines = null;
        this.whole = true;
        projects = input.projects();
        grades = new HashMap<>();
        files = new HashMap<>();
        input.batches().forEach(batch -> files.put(batch.id(), batch.file()));
        input.grades().forEach(grade -> grades.merge(grade.project(), grade, (a, b) -> b.year() >= a.year() ? b : a));
    }

    private CheckContext(CheckContext whole, List<CheckedLine> lines, List<LedgerProject> projects) {
        input = whole.input;
        year = whole.year;
        grades = whole.grades;
        files = whole.files;
        this.lines = lines;
        this.whole = false;
        this.projects = projects;
    }

    /** The part that a rule of the scope is to look at again. */
    CheckContext part(Part part, Rule.Scope scope) {
        return scope == Rule.Scope.YEAR ? this : new CheckContext(this, part.lines(scope, year), part.projects(scope, year, input.projects()));
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
        if (lines == null) {
            lines = year.ofYear();
        }
        return lines;
    }

    /** Those of {@link #lines()} that come from sheets of a kind; for the whole year without going through all of it. */
    public List<CheckedLine> lines(SheetKind kind) {
        return whole ? at(year.ofKind(kind)) : lines().stream().filter(line -> line.line().kind() == kind).toList();
    }

    /** Projects of the ledger. */
    public List<LedgerProject> projects() {
        return projects;
    }

    /** Lines of all years of the same item as a line (see {@link LineKey}), itself included, in file and row order. */
    public List<CheckedLine> linesOfItem(CheckedLine line) {
        return at(year.ofItem(LineKey.of(line.line())));
    }

    /** Lines of all years with the same name as a line, whatever their units, itself included, in file and row order. */
    public List<CheckedLine> linesOfName(CheckedLine line) {
        return at(year.ofName(CheckedYear.nameOf(line)));
    }

    private List<CheckedLine> at(int[] positions) {
        return IntStream.of(positions).mapToObj(year::line).toList();
    }

    /** Lines and projects with equal groups are of one unit, however its name is written. */
    public String unitGroup(CheckedLine line) {
        return year.unitGroup(line);
    }

    public String unitGroup(LedgerProject project) {
        return year.unitGroup(project);
    }

    /** IT lines of the year that are tied to a project; a line that was divided between projects stands there once for each, with that project's amount. */
    public List<CheckedLine> tied() {
        return lines().stream().filter(each -> each.project() != null).flatMap(each -> each.parts().stream()).toList();
    }

    /** Projects that have a line in the year, with their lines of all years. */
    public Map<UUID, List<CheckedLine>> projectsOfYear() {
        if (projectsOfYear == null) {
            var found = new LinkedHashMap<UUID, List<CheckedLine>>();
            tied().forEach(each -> found.computeIfAbsent(each.project().id(), year::tiedTo));
            projectsOfYear = Collections.unmodifiableMap(found);
        }
        return projectsOfYear;
    }

    /** The line of the year that a finding about a project as a whole stands at. @throws java.util.NoSuchElementException if none of the lines is of the year */
    public CheckedLine firstOfYear(List<CheckedLine> lines) {
        return lines.stream().filter(year::inYear).findFirst().orElseThrow();
    }

    /** Lines of all years that are tied to the project or pay for operating it. */
    public List<CheckedLine> linesFor(LedgerProject project) {
        return year.linesFor(project);
    }

    public String file(CheckedLine line) {
        return files.getOrDefault(line.line().batch(), "");
    }

    /** Imports, with what the sheets say of themselves. */
    public List<BudgetBatch> batches() {
        return input.batches();
    }

    /** Whether the sheet of a line has a column for a field; a blank cell then says something, and without the column nothing is known. */
    public boolean hasColumn(CheckedLine line, BudgetField field) {
        return input.batches().stream().filter(batch -> batch.id().equals(line.line().batch())).flatMap(batch -> batch.sheets().stream())
                .anyMatch(sheet -> sheet.name().equals(line.line().sheet()) && sheet.columns().containsKey(field));
    }

    /** What is known of a project beyond the ledger's columns; empty for one that came by import. */
    public Optional<Dossier> dossier(LedgerProject project) {
        return Optional.ofNullable(input.dossiers().get(project.id()));
    }

    /** What exists already, from imported catalogues. */
    public Catalogue catalogue() {
        return year.catalogue();
    }

    /** The newest settled grade, or null. */
    public GradeRecord grade(UUID project) {
        return grades.get(project);
    }

    /** Empty for one that the ledger does not have. */
    public Optional<LedgerProject> project(UUID id) {
        int ordinal = year.index().ordinal(id);
        return ordinal < 0 ? Optional.empty() : Optional.of(year.index().project(ordinal));
    }

    /** The names of the ledger's projects, for likeness. */
    public NameIndex names() {
        return year.index().names();
    }

    public NameKey name(LedgerProject project) {
        return names().name(year.index().ordinal(project.id()));
    }

    /** The phase that a project's name gives: 2 for 二期; 0 where it names none. */
    public int phase(LedgerProject project) {
        String phase = name(project).phase();
        return phase.startsWith("p") ? Integer.parseInt(phase.substring(1)) : 0;
    }

    /** Earlier phases of the same unit by name, the latest first; the name without a phase counts as the first. */
    public List<LedgerProject> earlierPhases(LedgerProject project) {
        return year.index().earlierPhases(project, phase(project));
    }

    /** A project of the same unit that a text names by its review number. */
    public Optional<LedgerProject> numbered(String reviewNo, LedgerProject beside) {
        return reviewNo.isBlank() ? Optional.empty() : IntStream.of(year.index().byReviewNo(reviewNo)).mapToObj(year.index()::project)
                .filter(found -> !found.id().equals(beside.id()) && unitGroup(found).equals(unitGroup(beside))).findFirst();
    }

    public UnitDirectory units() {
        return year.index().units();
    }

    /** The built project that an operation line is for: the one it is tied to, else one of the same unit whose name is that of the system. */
    public Optional<LedgerProject> builtFor(CheckedLine line) {
        return year.builtFor(line);
    }

    /** The projects that a line's money is for: the one it is tied to and, for operation, the built one. */
    public List<LedgerProject> concerned(CheckedLine line) {
        return year.concerned(line);
    }
}
