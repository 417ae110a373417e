package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetReading.TotalCheck;

/**
 * Rows of a block that stand for other rows. A row is a total because it says so (合计, 小计, 总计), or because it names no project and its amount is just what rows next to
 * it add up to. Each is compared with what was read.
 */
final class TotalRows {

    /** How far totals are looked for in each direction when ranges are compared: nested subtotals are near each other. */
    private static final int REACH = 200;
    private static final Pattern WORD = Pattern.compile(".{0,30}(?:合计|总计|小计)(?:[:(].*)?|本页共计|共计|累计");
    private static final Pattern PART = Pattern.compile("其中(?:[:].*)?");

    /** A row that is, or may be, a total. */
    private record Candidate(int row, boolean byWord, boolean grand, Map<BudgetField, Integer> columns, Map<BudgetField, Money> stated,
            Map<BudgetField, Money> before) {
    }

    /** A sheet with more totals than this is no budget; what is beyond is not compared. */
    private static final int MOST = 20_000;

    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<BudgetField, Money> running = new EnumMap<>(BudgetField.class);

    static boolean saysTotal(String squeezed) {
        return squeezed.length() <= 40 && WORD.matcher(squeezed).matches();
    }

    static boolean saysPart(String squeezed) {
        return PART.matcher(squeezed).matches();
    }

    /** Counts a row that was read. */
    void line(BudgetField field, Money amount) {
        running.merge(field, amount, Money::plus);
    }

    /** Whether no more totals are held. */
    boolean full() {
        return candidates.size() >= MOST;
    }

    void add(int row, boolean byWord, boolean grand, Map<BudgetField, Integer> columns, Map<BudgetField, Money> stated) {
        candidates.add(new Candidate(row, byWord, grand, columns, new EnumMap<>(stated), new EnumMap<>(running)));
    }

    /**
     * @param checks   of the rows that are totals
     * @param orphans  rows that were taken for totals by their missing project alone, and are none
     * @param totals   rows that are totals though they do not say so
     */
    record Verdict(List<TotalCheck> checks, List<Integer> orphans, List<Integer> totals) {
    }

    Verdict verdict() {
        var checks = new ArrayList<TotalCheck>();
        var orphans = new ArrayList<Integer>();
        var totals = new ArrayList<Integer>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            Map<BudgetField, Money> range = matching(i);
            if (range == null && !candidate.byWord()) {
                orphans.add(candidate.row());
                continue;
            }
            if (!candidate.byWord()) {
                totals.add(candidate.row());
            }
            Map<BudgetField, Money> read = range != null ? range : expected(i);
            candidate.stated().forEach((field, stated) -> checks
                    .add(new TotalCheck(A1.cell(candidate.columns().get(field), candidate.row()), field, stated, read.getOrDefault(field, Money.ZERO))));
        }
        return new Verdict(checks, orphans, totals);
    }

    /** Sums of a range of rows that the total fits in every field; null if there is none. */
    private Map<BudgetField, Money> matching(int index) {
        Candidate candidate = candidates.get(index);
        if (fits(candidate, running)) {
            return running;
        }
        for (int j = index - 1; j >= Math.max(0, index - REACH); j--) {
            Map<BudgetField, Money> sums = minus(candidate.before(), candidates.get(j).before());
            if (fits(candidate, sums)) {
                return sums;
            }
        }
        for (int j = index + 1; j < Math.min(candidates.size(), index + REACH); j++) {
            Map<BudgetField, Money> sums = minus(candidates.get(j).before(), candidate.before());
            if (fits(candidate, sums)) {
                return sums;
            }
        }
        Map<BudgetField, Money> toEnd = minus(running, candidate.before());
        return fits(candidate, toEnd) ? toEnd : fits(candidate, candidate.before()) ? candidate.before() : null;
    }

    private static boolean fits(Candidate candidate, Map<BudgetField, Money> sums) {
        return candidate.stated().entrySet().stream().allMatch(entry -> entry.getValue().equals(sums.getOrDefault(entry.getKey(), Money.ZERO)));
    }

    private Map<BudgetField, Money> expected(int index) {
        Candidate candidate = candidates.get(index);
        if (candidate.grand()) {
            return running;
        }
        Map<BudgetField, Money> since = minus(candidate.before(), index == 0 ? Map.of() : candidates.get(index - 1).before());
        boolean nothing = since.values().stream().allMatch(Money::isZero);
        return nothing ? minus(index + 1 < candidates.size() ? candidates.get(index + 1).before() : running, candidate.before()) : since;
    }

    private static Map<BudgetField, Money> minus(Map<BudgetField, Money> whole, Map<BudgetField, Money> part) {
        var rest = new EnumMap<BudgetField, Money>(BudgetField.class);
        whole.forEach((field, amount) -> rest.put(field, amount.minus(part.getOrDefault(field, Money.ZERO))));
        return rest;
    }
}
