package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;

/** The ledger, ready to be looked up by review number, project code, unit and name, and by likeness of names. Immutable. */
public final class ProjectIndex {

    private static final int[] NOBODY = {};

    private final List<LedgerProject> projects;
    private final UnitDirectory units;
    private final NameReader reader;
    private final NameIndex names;
    private final Map<UUID, Integer> byId = new HashMap<>();
    private final Map<String, Integer> byReviewNo = new HashMap<>();
    private final Map<String, int[]> byCode = new HashMap<>();
    private final Map<String, int[]> byName = new HashMap<>();
    private final Map<String, int[]> byUnit = new HashMap<>();
    private final Map<String, String> bucketOfUnitCode = new HashMap<>();

    public ProjectIndex(List<LedgerProject> ledger, RulePack pack) {
        this(ledger, pack, List.of());
    }

    /** @param aliases officers' words on names of units, oldest first */
    public ProjectIndex(List<LedgerProject> ledger, RulePack pack, List<UnitAlias> aliases) {
        projects = List.copyOf(ledger);
        units = new UnitDirectory(pack, aliases);
        reader = new NameReader(pack, units);
        var keys = new ArrayList<NameKey>(projects.size());
        for (int i = 0; i < projects.size(); i++) {
            LedgerProject project = projects.get(i);
            NameKey key = reader.read(project.name(), text(project.unit()));
            keys.add(key);
            byId.put(project.id(), i);
            if (!text(project.reviewNo()).isBlank()) {
                byReviewNo.putIfAbsent(reviewNo(project.reviewNo()), i);
            }
            if (!text(project.projectCode()).isBlank()) {
                byCode.merge(PlainText.folded(project.projectCode()), new int[] { i }, ProjectIndex::joined);
            }
            String bucket = units.bucket(text(project.unit()));
            byName.merge(nameKey(bucket, key), new int[] { i }, ProjectIndex::joined);
            byUnit.merge(bucket, new int[] { i }, ProjectIndex::joined);
            if (!text(project.unitCode()).isBlank()) {
                bucketOfUnitCode.putIfAbsent(project.unitCode().strip(), bucket);
            }
        }
        names = new NameIndex(keys);
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static String reviewNo(String number) {
        return PlainText.folded(number);
    }

    private static String nameKey(String bucket, NameKey key) {
        return bucket + '|' + key.core() + '|' + key.phase();
    }

    public int size() {
        return projects.size();
    }

    public LedgerProject project(int ordinal) {
        return projects.get(ordinal);
    }

    /** −1 where the ledger has no such project. */
    public int ordinal(UUID id) {
        return id == null ? -1 : byId.getOrDefault(id, -1);
    }

    /** By place in the ledger; a project that is not in it comes first. */
    java.util.Comparator<LedgerProject> inOrder() {
        return java.util.Comparator.comparingInt(project -> ordinal(project.id()));
    }

    public NameIndex names() {
        return names;
    }

    public NameReader reader() {
        return reader;
    }

    /** The name of a line, also without its unit's name as the ledger writes it. */
    NameKey read(BudgetLine line) {
        NameKey key = reader.read(line.project(), line.unit());
        int[] ofUnit = byUnit(line.unit(), line.text(BudgetField.AGENCY_CODE));
        if (ofUnit.length > 0 && !line.unit().equals(projects.get(ofUnit[0]).unit())) {
            NameKey other = reader.read(line.project(), text(projects.get(ofUnit[0]).unit()));
            return other.core().length() < key.core().length() ? other : key;
        }
        return key;
    }

    public UnitDirectory units() {
        return units;
    }

    /** Projects named by a text that may hold several review numbers. */
    int[] byReviewNo(String text) {
        int[] found = NOBODY;
        for (String number : text.split("[、,，;；\\s]+")) {
            Integer project = byReviewNo.get(reviewNo(number));
            if (project != null) {
                found = joined(found, new int[] { project });
            }
        }
        return found;
    }

    int[] byCode(String code) {
        return byCode.getOrDefault(PlainText.folded(code), NOBODY);
    }

    int[] byName(String unit, String unitCode, NameKey key) {
        return byName.getOrDefault(nameKey(unitGroup(unit, unitCode), key), NOBODY);
    }

    /** Projects of the same unit and core with an earlier phase, the latest first. */
    List<LedgerProject> earlierPhases(LedgerProject project, int phase) {
        NameKey key = names.name(ordinal(project.id()));
        var found = new ArrayList<LedgerProject>();
        for (int earlier = phase - 1; earlier >= 0; earlier--) {
            var other = new NameKey(key.core(), key.essence(), earlier == 0 ? "" : "p" + earlier, 0, false);
            for (int each : byName(text(project.unit()), text(project.unitCode()).strip(), other)) {
                found.add(projects.get(each));
            }
        }
        return found;
    }

    /** Projects of a {@link #unitGroup}. */
    int[] byUnitGroup(String group) {
        return byUnit.getOrDefault(group, NOBODY);
    }

    int[] byUnit(String unit, String unitCode) {
        return byUnit.getOrDefault(unitGroup(unit, unitCode), NOBODY);
    }

    /** Names and codes of one unit have equal groups. */
    String unitGroup(String unit, String unitCode) {
        String byCodeOf = unitCode.isEmpty() ? null : bucketOfUnitCode.get(unitCode);
        return byCodeOf == null ? units.bucket(unit) : byCodeOf;
    }

    /** Whether a budget unit is the project's applicant, by code or by name. */
    public boolean sameUnit(String unit, String unitCode, int ordinal) {
        LedgerProject project = projects.get(ordinal);
        return !unitCode.isEmpty() && unitCode.equals(text(project.unitCode()).strip()) || units.same(unit, text(project.unit()));
    }
}
