package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.CatalogueEntry.Kind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;

/**
 * What exists already, as the rules look at it: by kind, by the number of the project that built it, by unit and name. Nothing of a kind means that its catalogue was
 * never imported, and a rule that needs it then says nothing.
 */
public final class Catalogue {

    private static final int SEARCHED = 24;

    private final ProjectIndex index;
    private final double leastLike;
    private final List<String> endedWords;
    private final Map<Kind, Part> parts = new EnumMap<>(Kind.class);
    private Map<String, List<CatalogueEntry>> replaced;

    private record Part(List<CatalogueEntry> entries, NameIndex names, NameIndex.Scratch scratch) {
    }

    Catalogue(List<CatalogueEntry> entries, ProjectIndex index, RulePack pack) {
        this.index = index;
        leastLike = pack.ratio("match.nameSimilarity").doubleValue();
        endedWords = pack.list("catalogue.endedWords");
        Map<Kind, List<CatalogueEntry>> byKind = new EnumMap<>(Kind.class);
        entries.forEach(entry -> byKind.computeIfAbsent(entry.kind(), kind -> new ArrayList<>()).add(entry));
        byKind.forEach((kind, some) -> {
            var names = new NameIndex(some.stream().map(entry -> index.reader().systemOf(index.reader().read(entry.name(), entry.unit()))).toList());
            parts.put(kind, new Part(List.copyOf(some), names, new NameIndex.Scratch(names)));
        });
    }

    /** Whether a catalogue of this kind was imported. */
    public boolean knows(Kind kind) {
        return parts.containsKey(kind);
    }

    /** In the order of import. */
    public List<CatalogueEntry> of(Kind kind) {
        return knows(kind) ? parts.get(kind).entries : List.of();
    }

    /** The entry of a ledger project: the one that names its review number, else one of the same unit with its name. */
    public Optional<CatalogueEntry> entry(Kind kind, LedgerProject project) {
        String number = project.reviewNo() == null ? "" : PlainText.folded(project.reviewNo());
        Optional<CatalogueEntry> numbered = number.isEmpty() ? Optional.empty()
                : of(kind).stream().filter(entry -> PlainText.folded(entry.reviewNo()).equals(number)).findFirst();
        return numbered.isPresent() ? numbered
                : entry(kind, project.name(), project.unit() == null ? "" : project.unit(), project.unitCode() == null ? "" : project.unitCode().strip());
    }

    /** The entry that a line is about: of the same unit, named like it without its words of operation. */
    public Optional<CatalogueEntry> entry(Kind kind, CheckedLine line) {
        return entry(kind, line.line().project(), line.line().unit(), line.line().text(org.lianshen.model.budget.BudgetField.AGENCY_CODE));
    }

    private Optional<CatalogueEntry> entry(Kind kind, String name, String unit, String unitCode) {
        String group = index.unitGroup(unit, unitCode);
        return like(kind, name, unit).stream().filter(entry -> entry.unit().isBlank() || index.unitGroup(entry.unit(), entry.unitCode()).equals(group)
                || index.units().same(unit, entry.unit())).findFirst();
    }

    /** Entries of any unit that are named like it, the likest first; years are no difference, phases are. */
    public List<CatalogueEntry> like(Kind kind, String name, String unit) {
        Part part = parts.get(kind);
        NameKey key = index.reader().systemOf(index.reader().read(name, unit));
        if (part == null || key.core().length() < 2) {
            return List.of();
        }
        NameIndex.Query query = part.names.query(key);
        record Scored(int at, double score) {
        }
        var found = new ArrayList<Scored>();
        for (int candidate : part.names.near(query, SEARCHED, part.scratch)) {
            double score = part.names.score(query, candidate);
            if (score >= leastLike) {
                found.add(new Scored(candidate, score));
            }
        }
        found.sort(java.util.Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::at));
        return found.stream().map(scored -> part.entries.get(scored.at)).toList();
    }

    /** Entries that say this project takes their place, by its review number or its name. */
    public List<CatalogueEntry> replacedBy(LedgerProject project) {
        if (replaced == null) {
            replaced = new HashMap<>();
            parts.values().forEach(part -> part.entries.stream().filter(entry -> !entry.replacedBy().isBlank())
                    .forEach(entry -> replaced.computeIfAbsent(PlainText.folded(entry.replacedBy()), none -> new ArrayList<>(1)).add(entry)));
        }
        var found = new ArrayList<CatalogueEntry>();
        if (project.reviewNo() != null && !project.reviewNo().isBlank()) {
            found.addAll(replaced.getOrDefault(PlainText.folded(project.reviewNo()), List.of()));
        }
        String unit = project.unit() == null ? "" : project.unit();
        replaced.getOrDefault(PlainText.folded(project.name()), List.of()).stream()
                .filter(entry -> entry.unit().isBlank() || index.units().same(entry.unit(), unit)).forEach(found::add);
        return found;
    }

    /** Out of use by its own state: 停用, 注销, 已处置 …; 未处置 and 待注销 are not. */
    public boolean ended(CatalogueEntry entry) {
        String state = PlainText.folded(entry.state());
        return endedWords.stream().anyMatch(word -> {
            int at = state.indexOf(word);
            return at >= 0 && (at == 0 || "未待不拟".indexOf(state.charAt(at - 1)) < 0);
        });
    }
}
