package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.rule.Rule;
import org.lianshen.model.linkage.rule.Rules;

/**
 * A linkage check that is kept: the index of the ledger, the lines with their ties and the findings by what they rest on. A changed line, an officer's word or a grade
 * links and checks again only what it touches; the result is the one that a check from the beginning would give. Not for several threads.
 */
public final class LinkageSession {

    private CheckInput input;
    private LineLinker linker;
    private CheckedYear year;
    /** Lines that belong to a sum, as they were linked for themselves. */
    private Map<UUID, CheckedLine> alone;
    private FoundFindings findings;
    private LinkageCheck.Outcome outcome;

    private LinkageSession() {
    }

    /** Links and checks everything. @param done as of {@link LinkageCheck#run} */
    public static LinkageSession open(CheckInput input, LongConsumer done) {
        var session = new LinkageSession();
        session.begin(input, done);
        return session;
    }

    /**
     * What a change did.
     *
     * @param lines results of lines of the year that are new or other than before
     * @param gone  findings that are no more, or other than before
     * @param come  findings that are new, or other than before
     */
    public record Change(List<LineResult> lines, List<Finding> gone, List<Finding> come) {
        public Change {
            lines = List.copyOf(lines);
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    private void begin(CheckInput start, LongConsumer done) {
        input = start;
        var index = new ProjectIndex(start.projects(), start.pack(), start.words().units());
        linker = LineLinker.of(start, index);
        year = new CheckedYear(start, index, linker.all(start.lines(), done));
        alone = new HashMap<>();
        Set<String> units = new LinkedHashSet<>();
        year.ofYear().forEach(line -> units.add(year.unitGroup(line)));
        sums(units, line -> {
        });
        findings = new FoundFindings();
        outcome = null;
        var context = new CheckContext(start, year);
        for (Rule rule : Rules.active(start.pack())) {
            Map<Object, List<Finding>> found = new LinkedHashMap<>();
            rule.check(context, finding -> found.computeIfAbsent(Part.groupOf(rule.scope(), finding, year), none -> new ArrayList<>(1)).add(finding));
            findings.addAll(rule, found);
        }
    }

    public CheckInput input() {
        return input;
    }

    /** Everything, in the order of {@link LinkageCheck.Outcome}. */
    public LinkageCheck.Outcome outcome() {
        if (outcome == null) {
            outcome = new LinkageCheck.Outcome(year.ofYear().stream().map(CheckedLine::result).toList(), findings.all(year));
        }
        return outcome;
    }

    /** Puts a line in place of the one with the same id. @throws IllegalArgumentException if there is none */
    public Change exchange(BudgetLine line) {
        if (!year.has(line.id())) {
            throw new IllegalArgumentException("no line " + line.id());
        }
        var lines = new ArrayList<>(input.lines());
        lines.set(year.position(line.id()), line);
        return apply(new CheckInput(input.year(), input.asOf(), input.pack(), lines, input.batches(), input.projects(), input.dossiers(), input.words(), input.grades(),
                input.catalogue()),
                List.of(line), Set.of());
    }

    /** Brings the check to another input. Where day, pack, ledger or names of units changed, everything is linked again. @param done as of {@link LinkageCheck#run} */
    public Change update(CheckInput next, LongConsumer done) {
        if (!sameGround(next)) {
            return again(next, done);
        }
        Set<UUID> known = input.lines().stream().map(BudgetLine::id).collect(Collectors.toSet());
        var fresh = new ArrayList<BudgetLine>();
        for (BudgetLine line : next.lines()) {
            if (!known.remove(line.id())) {
                fresh.add(line);
            } else {
                BudgetLine before = year.line(year.position(line.id())).line();
                if (before != line && !before.equals(line)) {
                    fresh.add(line);
                }
            }
        }
        return apply(next, fresh, known);
    }

    private boolean sameGround(CheckInput next) {
        Map<UUID, String> files = files(next);
        return next.year() == input.year() && next.asOf().equals(input.asOf()) && (next.pack() == input.pack() || next.pack().equals(input.pack()))
                && next.projects().equals(input.projects()) && next.words().units().equals(input.words().units()) && next.catalogue().equals(input.catalogue())
                && input.batches().stream().allMatch(batch -> !files.containsKey(batch.id()) || files.get(batch.id()).equals(batch.file()));
    }

    private static Map<UUID, String> files(CheckInput input) {
        return input.batches().stream().collect(Collectors.toMap(batch -> batch.id(), batch -> batch.file()));
    }

    private Change again(CheckInput next, LongConsumer done) {
        LinkageCheck.Outcome before = outcome();
        begin(next, done);
        LinkageCheck.Outcome now = outcome();
        Map<UUID, LineResult> old = before.lines().stream().collect(Collectors.toMap(LineResult::line, Function.identity()));
        return new Change(now.lines().stream().filter(line -> !line.equals(old.get(line.line()))).toList(), without(before.findings(), now.findings()),
                without(now.findings(), before.findings()));
    }

    private static List<Finding> without(List<Finding> some, List<Finding> others) {
        var out = new HashSet<>(others);
        return some.stream().filter(finding -> !out.contains(finding)).toList();
    }

    /** @param fresh lines that are new or changed @param removed lines that are no more */
    private Change apply(CheckInput next, List<BudgetLine> fresh, Set<UUID> removed) {
        Map<UUID, BudgetLine> again = new LinkedHashMap<>();
        fresh.forEach(line -> again.put(line.id(), line));
        Set<UUID> changed = Set.copyOf(again.keySet());
        LineLinker then = linker.with(next);
        newWords(next).forEach(key -> addItem(key, again, removed));
        for (String code : codes(fresh, again.keySet(), removed)) {
            // Codes that stand beside review numbers teach: where that changed, the other lines with the code may belong elsewhere.
            List<BudgetLine> coded = new ArrayList<>(fresh.stream().filter(line -> line.text(BudgetField.PROJECT_CODE).equals(code)).toList());
            IntStream.of(year.ofItem(LineKey.ofCode(code))).mapToObj(position -> year.line(position).line())
                    .filter(line -> !removed.contains(line.id()) && !changed.contains(line.id())).forEach(coded::add);
            if (then.linker().relearn(code, coded)) {
                coded.forEach(line -> again.putIfAbsent(line.id(), line));
            }
        }
        var part = new Part();
        CheckedYear before = year;
        Map<UUID, LineResult> old = new LinkedHashMap<>();
        Stream.concat(again.keySet().stream(), removed.stream()).filter(before::has).map(id -> before.line(before.position(id))).forEach(line -> {
            if (before.inYear(line)) {
                old.put(line.line().id(), line.result());
            }
            part.touch(line, before);
        });
        Map<UUID, CheckedLine> now = new LinkedHashMap<>();
        then.all(List.copyOf(again.values()), year.scratch()).forEach(line -> now.put(line.line().id(), line));
        boolean sameRows = removed.isEmpty() && before.all().size() == next.lines().size() && now.keySet().stream().allMatch(before::has);
        if (sameRows) {
            now.values().forEach(year::exchange);
        } else {
            year = new CheckedYear(next, before.index(),
                    next.lines().stream().map(line -> now.containsKey(line.id()) ? now.get(line.id()) : before.line(before.position(line.id()))).toList());
        }
        Set<UUID> facts = facts(next);
        alone.keySet().removeAll(now.keySet());
        alone.keySet().removeAll(removed);
        linker = then;
        input = next;
        outcome = null;
        now.values().forEach(line -> part.touch(line, year));
        sums(part.units(), line -> {
            if (year.inYear(line) && !now.containsKey(line.line().id())) {
                old.put(line.line().id(), line.result());
            }
            part.touch(line, year);
        }).forEach(line -> {
            now.put(line.line().id(), line);
            part.touch(line, year);
        });
        facts.forEach(project -> touch(project, part));
        return check(part, before, now.values().stream().filter(line -> year.inYear(line) && !line.result().equals(old.get(line.line().id()))).map(CheckedLine::result).toList());
    }

    /** Looks again for sums in some units. @param leaving hears of each line before another result takes its place @return the lines with another result */
    private List<CheckedLine> sums(Set<String> units, Consumer<CheckedLine> leaving) {
        var changed = new ArrayList<CheckedLine>();
        for (String unit : units) {
            int[] projects = year.index().byUnitGroup(unit);
            if (projects.length == 0) {
                continue;
            }
            List<CheckedLine> now = IntStream.of(year.ofUnit(unit)).mapToObj(year::line).toList();
            List<CheckedLine> lines = now.stream().map(line -> alone.getOrDefault(line.line().id(), line)).toList();
            Map<UUID, CheckedLine> found = linker.sums().match(lines, projects);
            for (int i = 0; i < lines.size(); i++) {
                UUID id = lines.get(i).line().id();
                CheckedLine then = found.getOrDefault(id, lines.get(i));
                if (found.containsKey(id)) {
                    alone.put(id, lines.get(i));
                } else {
                    alone.remove(id);
                }
                if (!then.equals(now.get(i))) {
                    leaving.accept(now.get(i));
                    year.exchange(then);
                    changed.add(then);
                }
            }
        }
        return changed;
    }

    private void addItem(String key, Map<UUID, BudgetLine> lines, Set<UUID> removed) {
        for (int position : year.ofItem(key)) {
            BudgetLine line = year.line(position).line();
            if (!removed.contains(line.id())) {
                lines.putIfAbsent(line.id(), line);
            }
        }
    }

    /** Project codes of all lines that come, go or change. */
    private Set<String> codes(List<BudgetLine> fresh, Set<UUID> again, Set<UUID> removed) {
        Set<String> codes = new LinkedHashSet<>();
        fresh.forEach(line -> codes.add(line.text(BudgetField.PROJECT_CODE)));
        Stream.concat(again.stream(), removed.stream()).filter(year::has).forEach(id -> codes.add(year.line(year.position(id)).line().text(BudgetField.PROJECT_CODE)));
        codes.remove("");
        return codes;
    }

    /** Keys of items about which an officer's word came or went. */
    private Set<String> newWords(CheckInput next) {
        Set<String> keys = new LinkedHashSet<>();
        Stream.concat(differing(input.words().links(), next.words().links()), differing(next.words().links(), input.words().links())).forEach(word -> keys.add(word.lineKey()));
        Stream.concat(differing(input.words().it(), next.words().it()), differing(next.words().it(), input.words().it())).forEach(word -> keys.add(word.lineKey()));
        return keys;
    }

    /** Projects of which a grade or the dossier is another. */
    private Set<UUID> facts(CheckInput next) {
        Set<UUID> projects = new LinkedHashSet<>();
        Stream.concat(differing(input.grades(), next.grades()), differing(next.grades(), input.grades())).forEach(grade -> projects.add(grade.project()));
        if (input.dossiers() != next.dossiers()) {
            Stream.concat(input.dossiers().keySet().stream(), next.dossiers().keySet().stream())
                    .filter(id -> !Objects.equals(input.dossiers().get(id), next.dossiers().get(id))).forEach(projects::add);
        }
        return projects;
    }

    private static <T> Stream<T> differing(List<T> some, List<T> others) {
        if (some.equals(others)) {
            return Stream.of();
        }
        var out = new HashSet<>(others);
        return some.stream().filter(each -> !out.contains(each));
    }

    private void touch(UUID id, Part part) {
        int ordinal = year.index().ordinal(id);
        if (ordinal < 0) {
            return;
        }
        part.touch(year.index().project(ordinal), year);
        IntStream.concat(IntStream.of(year.ofProject(id)), IntStream.of(year.ofBuilt(id))).forEach(position -> part.touch(year.line(position), year));
    }

    private Change check(Part part, CheckedYear before, List<LineResult> lines) {
        Map<String, List<Finding>> gone = new LinkedHashMap<>();
        var context = new CheckContext(input, year);
        for (Rule rule : Rules.active(input.pack())) {
            Set<?> groups = part.groups(rule.scope());
            Map<Object, List<Finding>> found = new LinkedHashMap<>();
            rule.check(context.part(part, rule.scope()), finding -> {
                Object group = Part.groupOf(rule.scope(), finding, year);
                if (groups.contains(group)) {
                    found.computeIfAbsent(group, none -> new ArrayList<>(1)).add(finding);
                }
            });
            findings.exchange(rule, groups, found, key -> gone.computeIfAbsent(key, same -> findings.numbered(same, before)));
        }
        List<Finding> old = gone.values().stream().flatMap(List::stream).toList();
        List<Finding> now = gone.keySet().stream().flatMap(key -> findings.numbered(key, year).stream()).toList();
        return new Change(lines, without(old, now), without(now, old));
    }
}
