package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.UnitRecord;

/**
 * What the agency codes of budget sheets tell about names of units: where one code stands beside a name that the ledger or the pack knows and beside one that neither
 * knows, the second is another name of the first. Only what leaves no doubt is told: no sheet has the code beside two units, neither name stands beside another code,
 * and the names are either alike or of the same year, since a code may go to another body after a reform. What an officer has said of a name is never said again.
 */
public final class UnitCodes {

    private final UnitDirectory units;
    /** By what names of one unit have in common, as the ledger writes them. */
    private final Map<String, List<String>> ofLedger = new HashMap<>();
    private final Map<String, Map<String, Beside>> names = new LinkedHashMap<>();
    private final Map<String, Set<String>> codes = new HashMap<>();

    /**
     * Another name of a unit.
     *
     * @param alias as the sheets write it
     * @param unit  as the ledger writes it, else the pack
     */
    public record Learnt(String alias, String unit, String code) {
    }

    /** Where a name stands beside a code. */
    private record Beside(Set<UUID> batches, Set<Integer> years) {
    }

    private UnitCodes(CheckInput input) {
        units = new UnitDirectory(input.pack(), input.words().units());
        input.projects().stream().map(LedgerProject::unit).filter(unit -> unit != null && !unit.isBlank()).distinct()
                .forEach(unit -> ofLedger.computeIfAbsent(units.bucket(unit), none -> new ArrayList<>(1)).add(unit));
        for (BudgetLine line : input.lines()) {
            String code = line.text(BudgetField.AGENCY_CODE).strip();
            String name = line.unit().strip();
            if (!code.isEmpty() && !name.isEmpty()) {
                Beside beside = names.computeIfAbsent(code, none -> new LinkedHashMap<>(2)).computeIfAbsent(name, none -> new Beside(new HashSet<>(2), new HashSet<>(2)));
                beside.batches.add(line.batch());
                beside.years.add(line.year());
                codes.computeIfAbsent(name, none -> new HashSet<>(1)).add(code);
            }
        }
    }

    public static List<Learnt> learn(CheckInput input) {
        return new UnitCodes(input).learnt(input.words().units());
    }

    private List<Learnt> learnt(List<UnitAlias> said) {
        Set<String> spoken = new HashSet<>();
        said.forEach(word -> spoken.add(word.alias()));
        var learnt = new ArrayList<Learnt>();
        names.forEach((code, beside) -> {
            if (beside.size() < 2 || beside.keySet().stream().anyMatch(name -> codes.get(name).size() > 1) || oneSheetNamesTwo(beside)) {
                return;
            }
            Map<String, String> knownNames = new LinkedHashMap<>();
            beside.keySet().forEach(name -> known(name).ifPresent(unit -> knownNames.put(name, unit)));
            Set<String> meant = new LinkedHashSet<>(knownNames.values());
            if (meant.isEmpty() || meant.stream().anyMatch(unit -> !units.same(unit, meant.iterator().next()))) {
                return;
            }
            String unit = meant.iterator().next();
            beside.keySet().stream().filter(name -> !knownNames.containsKey(name) && !spoken.contains(name) && !units.same(name, unit))
                    .filter(name -> knownNames.keySet().stream().anyMatch(other -> near(name, other, beside))).forEach(name -> learnt.add(new Learnt(name, unit, code)));
        });
        return learnt;
    }

    private boolean near(String name, String other, Map<String, Beside> beside) {
        return units.alike(name, other) || beside.get(name).years.stream().anyMatch(beside.get(other).years::contains);
    }

    private boolean oneSheetNamesTwo(Map<String, Beside> beside) {
        Map<UUID, String> first = new HashMap<>();
        for (Map.Entry<String, Beside> each : beside.entrySet()) {
            for (UUID batch : each.getValue().batches) {
                String before = first.putIfAbsent(batch, each.getKey());
                if (before != null && !units.same(before, each.getKey())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How the ledger, else the pack, writes the unit that a name means; empty where neither knows it. */
    private Optional<String> known(String name) {
        return ofLedger.getOrDefault(units.bucket(name), List.of()).stream().filter(unit -> units.same(name, unit)).findFirst().or(() -> units.find(name).map(UnitRecord::name));
    }
}
