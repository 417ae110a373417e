package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;

/**
 * All lines of a check with their ties, to be found by project, item and unit, and the built project that each operation line is for. A line can be exchanged for
 * another of the same id; everything else follows. Not for several threads.
 */
final class CheckedYear {

    private static final int SEARCHED = 24;

    private final int year;
    private final double leastLikeness;
    private final ProjectIndex index;
    private final NameIndex.Scratch scratch;
    private final List<CheckedLine> all;
    private final Map<UUID, Integer> positions = new HashMap<>();
    private final Grouping<UUID> ofProject = new Grouping<>();
    private final Map<UUID, Optional<LedgerProject>> built = new HashMap<>();
    /** These are made when first asked for. */
    private Grouping<String> ofItem;
    private Grouping<String> ofUnit;
    private Grouping<UUID> ofBuilt;
    private Grouping<SheetKind> ofKind;
    private Grouping<String> ofName;
    private Map<String, List<LedgerProject>> projectsOfUnit;
    private Catalogue catalogue;
    private final CheckInput input;

    /** @param checked lines of all years, in file and row order */
    CheckedYear(CheckInput input, ProjectIndex index, List<CheckedLine> checked) {
        this.input = input;
        year = input.year();
        leastLikeness = input.pack().ratio("match.nameSimilarity").doubleValue();
        this.index = index;
        scratch = new NameIndex.Scratch(index.names());
        all = new ArrayList<>(checked);
        for (int i = 0; i < all.size(); i++) {
            positions.put(all.get(i).line().id(), i);
        }
        for (int i = 0; i < all.size(); i++) {
            for (LedgerProject project : all.get(i).projects()) {
                ofProject.add(project.id(), i);
            }
        }
    }

    private <K> Grouping<K> grouped(Function<CheckedLine, K> key) {
        var groups = new Grouping<K>();
        for (int i = 0; i < all.size(); i++) {
            groups.add(key.apply(all.get(i)), i);
        }
        return groups;
    }

    ProjectIndex index() {
        return index;
    }

    /** What exists already. */
    Catalogue catalogue() {
        if (catalogue == null) {
            catalogue = new Catalogue(input.catalogue(), index, input.pack());
        }
        return catalogue;
    }

    NameIndex.Scratch scratch() {
        return scratch;
    }

    CheckedLine line(int position) {
        return all.get(position);
    }

    /** @throws NullPointerException for a line that is none of these */
    int position(UUID line) {
        return positions.get(line);
    }

    boolean has(UUID line) {
        return positions.containsKey(line);
    }

    List<CheckedLine> all() {
        return all;
    }

    /** Lines of the year, in file and row order. */
    List<CheckedLine> ofYear() {
        return all.stream().filter(this::inYear).toList();
    }

    boolean inYear(CheckedLine line) {
        return line.line().year() == year;
    }

    void exchange(CheckedLine now) {
        int position = position(now.line().id());
        CheckedLine before = all.get(position);
        UUID builtBefore = ofBuilt == null ? null : builtId(before);
        built.remove(now.line().id());
        all.set(position, now);
        before.projects().forEach(project -> ofProject.remove(project.id(), position));
        now.projects().forEach(project -> ofProject.add(project.id(), position));
        if (ofItem != null) {
            ofItem.move(position, LineKey.of(before.line()), LineKey.of(now.line()));
        }
        if (ofKind != null) {
            ofKind.move(position, kindInYear(before), kindInYear(now));
        }
        if (ofUnit != null) {
            ofUnit.move(position, unitGroup(before), unitGroup(now));
        }
        if (ofName != null) {
            ofName.move(position, nameOf(before), nameOf(now));
        }
        if (ofBuilt != null) {
            ofBuilt.move(position, builtBefore, builtId(now));
        }
    }

    private UUID builtId(CheckedLine line) {
        return line.it() && line.operations() ? builtFor(line).map(LedgerProject::id).orElse(null) : null;
    }

    int[] ofProject(UUID project) {
        return ofProject.of(project);
    }

    int[] ofItem(String key) {
        if (ofItem == null) {
            ofItem = grouped(line -> LineKey.of(line.line()));
        }
        return ofItem.of(key);
    }

    int[] ofUnit(String group) {
        if (ofUnit == null) {
            ofUnit = grouped(this::unitGroup);
        }
        return ofUnit.of(group);
    }

    int[] ofName(String name) {
        if (ofName == null) {
            ofName = grouped(CheckedYear::nameOf);
        }
        return ofName.of(name);
    }

    /** Lines of one name, without unit and year, have this in common. */
    static String nameOf(CheckedLine line) {
        return line.name().phase().isEmpty() ? line.name().core() : line.name().core() + '|' + line.name().phase();
    }

    /** Operation lines that are for a built project, tied to it or not. */
    int[] ofBuilt(UUID project) {
        if (ofBuilt == null) {
            ofBuilt = grouped(this::builtId);
        }
        return ofBuilt.of(project);
    }

    private SheetKind kindInYear(CheckedLine line) {
        return inYear(line) ? line.line().kind() : null;
    }

    /** Lines of the year from sheets of a kind. */
    int[] ofKind(SheetKind kind) {
        if (ofKind == null) {
            ofKind = grouped(this::kindInYear);
        }
        return ofKind.of(kind);
    }

    List<LedgerProject> projectsOfUnit(String group) {
        if (projectsOfUnit == null) {
            projectsOfUnit = new HashMap<>();
            for (int i = 0; i < index.size(); i++) {
                projectsOfUnit.computeIfAbsent(unitGroup(index.project(i)), none -> new ArrayList<>()).add(index.project(i));
            }
        }
        return projectsOfUnit.getOrDefault(group, List.of());
    }

    String unitGroup(CheckedLine line) {
        return index.unitGroup(line.line().unit(), line.line().text(BudgetField.AGENCY_CODE));
    }

    String unitGroup(LedgerProject project) {
        return index.unitGroup(project.unit() == null ? "" : project.unit(), project.unitCode() == null ? "" : project.unitCode().strip());
    }

    /** Lines of all years that are tied to a project, a divided line with what is the project's of it. */
    List<CheckedLine> tiedTo(UUID project) {
        return IntStream.of(ofProject(project)).mapToObj(position -> partOf(all.get(position), project)).toList();
    }

    private static CheckedLine partOf(CheckedLine line, UUID project) {
        return line.shares().isEmpty() ? line : line.parts().stream().filter(part -> part.project().id().equals(project)).findFirst().orElseThrow();
    }

    /** Lines of all years that are tied to the project or pay for operating it, in file and row order after those that are tied. */
    List<CheckedLine> linesFor(LedgerProject project) {
        var found = new ArrayList<CheckedLine>();
        Set<Integer> known = new HashSet<>();
        for (int position : ofProject(project.id())) {
            known.add(position);
            found.add(partOf(all.get(position), project.id()));
        }
        if (project.operating()) {
            for (int position : ofBuilt(project.id())) {
                if (known.add(position)) {
                    found.add(all.get(position));
                }
            }
        }
        return found;
    }

    /** The built project that an operation line is for: the one it is tied to, else one of the same unit whose name is that of the system. */
    Optional<LedgerProject> builtFor(CheckedLine line) {
        Optional<LedgerProject> known = built.get(line.line().id());
        if (known == null) {
            known = findBuilt(line);
            built.put(line.line().id(), known);
        }
        return known;
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
        int best = -1;
        double bestScore = leastLikeness;
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
    List<LedgerProject> concerned(CheckedLine line) {
        var concerned = new ArrayList<>(line.projects());
        if (line.it() && line.operations()) {
            builtFor(line).filter(builtProject -> concerned.stream().noneMatch(each -> each.id().equals(builtProject.id()))).ifPresent(concerned::add);
        }
        return concerned;
    }
}
