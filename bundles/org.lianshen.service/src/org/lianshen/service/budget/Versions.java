package org.lianshen.service.budget;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.model.budget.VersionDiff.CellChange;
import org.lianshen.model.budget.VersionDiff.LineChange;

/**
 * Compares two versions of a sheet. Lines belong together by what they are about (sheet, unit, project, codes, source, document), in their order where several are about the
 * same; of what is left, lines in the same row that have more in common than not. Rows that merely moved are no change.
 */
final class Versions {

    private static final int LISTED = 2_000;
    private static final Set<BudgetField> ABOUT = EnumSet.of(BudgetField.AGENCY_CODE, BudgetField.AGENCY_NAME, BudgetField.PROJECT_CODE, BudgetField.PROJECT_NAME,
            BudgetField.FUNCTION_CODE, BudgetField.ECONOMIC_CODE, BudgetField.GOV_ECONOMIC_CODE, BudgetField.FUND_TYPE, BudgetField.DOCUMENT_NO, BudgetField.LINE_ID,
            BudgetField.VOUCHER_NO, BudgetField.PAY_DATE, BudgetField.PAYEE);

    private final Map<String, Deque<BudgetLine>> before = new HashMap<>();
    private final List<BudgetLine> unmatched = new ArrayList<>();
    private final List<LineChange> changes = new ArrayList<>();
    private int added;
    private int gone;
    private int changed;
    private int unchanged;

    /** Lines of the older version, all of them first. */
    void before(BudgetLine line) {
        before.computeIfAbsent(key(line), key -> new ArrayDeque<>(1)).add(line);
    }

    void after(BudgetLine line) {
        Deque<BudgetLine> same = before.get(key(line));
        if (same == null) {
            unmatched.add(line);
            return;
        }
        compare(same.removeFirst(), line);
        if (same.isEmpty()) {
            before.remove(key(line));
        }
    }

    private static String key(BudgetLine line) {
        var key = new StringBuilder(line.sheet());
        line.values().forEach((field, value) -> {
            if (ABOUT.contains(field)) {
                key.append('\n').append(field.ordinal()).append('=').append(value);
            }
        });
        return key.toString();
    }

    private void compare(BudgetLine older, BudgetLine newer) {
        if (older.values().equals(newer.values())) {
            unchanged++;
            return;
        }
        changed++;
        var cells = new ArrayList<CellChange>();
        for (BudgetField field : BudgetField.values()) {
            if (!older.text(field).equals(newer.text(field))) {
                cells.add(new CellChange(field, older.text(field), newer.text(field)));
            }
        }
        list(new LineChange(older, newer, cells));
    }

    private void list(LineChange change) {
        if (changes.size() < LISTED) {
            changes.add(change);
        }
    }

    /** @param same whether both files are the same byte for byte */
    VersionDiff diff(BudgetBatch older, boolean same) {
        Map<String, BudgetLine> left = new HashMap<>();
        before.values().forEach(lines -> lines.forEach(line -> left.put(place(line), line)));
        for (BudgetLine line : unmatched) {
            BudgetLine there = left.get(place(line));
            if (there != null && alike(there, line)) {
                left.remove(place(line));
                compare(there, line);
            } else {
                added++;
                list(new LineChange(null, line, List.of()));
            }
        }
        gone = left.size();
        left.values().stream().sorted(Comparator.comparing(BudgetLine::sheet).thenComparingInt(BudgetLine::row)).forEach(line -> list(new LineChange(line, null, List.of())));
        changes.sort(Comparator.comparing((LineChange change) -> change.line().sheet()).thenComparingInt(change -> change.line().row()));
        return new VersionDiff(older, same, added, gone, changed, unchanged, changes);
    }

    private static String place(BudgetLine line) {
        return line.row() + " " + line.sheet();
    }

    private static boolean alike(BudgetLine one, BudgetLine other) {
        long same = one.values().entrySet().stream().filter(entry -> entry.getValue().equals(other.text(entry.getKey()))).count();
        return same * 2 > Math.max(one.values().size(), other.values().size());
    }
}
