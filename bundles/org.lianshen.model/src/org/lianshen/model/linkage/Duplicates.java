package org.lianshen.model.linkage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;

/**
 * How much a new project repeats one of the ledger (domain.md §6): likeness of the names, and how far the function items cover each other in both directions. Where one
 * side has no function items, the names alone decide. The pack weighs the two.
 */
public final class Duplicates {

    /** Two function items that share less say nothing about repeated building. */
    private static final double WORTH_SHOWING = 0.5;

    private final ProjectIndex index;
    private final double nameWeight;
    private final double functionWeight;

    public Duplicates(ProjectIndex index, RulePack pack) {
        this.index = index;
        nameWeight = pack.ratio("similarity.weightName").doubleValue();
        functionWeight = pack.ratio("similarity.weightFunctions").doubleValue();
    }

    /** My words, theirs, and the runs that both share. */
    public record Overlap(String mine, String theirs, String shared) {
    }

    /**
     * @param score 0 … 1, four decimals
     * @param why   the names first where they share anything, then function items, the nearest first
     */
    public record Comparison(BigDecimal score, List<Overlap> why) {
        public Comparison {
            why = List.copyOf(why);
        }
    }

    /** A new project, taken apart once. */
    public final class Newcomer {

        private final String name;
        private final NameIndex.Query query;
        private final List<Item> functions;

        private Newcomer(String name, String unit, List<String> functions) {
            this.name = name;
            query = index.names().query(index.reader().read(name, unit));
            this.functions = items(functions);
        }
    }

    private record Item(String text, int[] grams) {
    }

    public Newcomer newcomer(String name, String unit, List<String> functions) {
        return new Newcomer(name, unit, functions);
    }

    private List<Item> items(List<String> functions) {
        return functions.stream().filter(text -> !text.isBlank()).map(text -> new Item(text, Grams.of(index.reader().read(text, "").essence()))).toList();
    }

    public Comparison compare(Newcomer mine, int ordinal) {
        LedgerProject theirs = index.project(ordinal);
        double names = index.names().score(mine.query, ordinal);
        var why = new ArrayList<Overlap>();
        List<String> runs = CommonRuns.of(mine.name, theirs.name());
        if (!runs.isEmpty()) {
            why.add(new Overlap(mine.name, theirs.name(), String.join(" ", runs)));
        }
        List<Item> others = items(theirs.functions());
        double score = names;
        if (!mine.functions.isEmpty() && !others.isEmpty()) {
            double functions = (coverage(mine.functions, others) + coverage(others, mine.functions)) / 2;
            score = (nameWeight * names + functionWeight * functions) / (nameWeight + functionWeight);
            why.addAll(pairs(mine.functions, others));
        }
        return new Comparison(BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_UP), why);
    }

    /** Mean likeness of each item to its nearest counterpart. */
    private static double coverage(List<Item> some, List<Item> others) {
        return some.stream().mapToDouble(item -> others.stream().mapToDouble(other -> likeness(item, other)).max().orElse(0)).average().orElse(0);
    }

    private static List<Overlap> pairs(List<Item> mine, List<Item> theirs) {
        record Pair(Item mine, Item theirs, double likeness) {
        }
        return mine.stream().map(item -> theirs.stream().map(other -> new Pair(item, other, likeness(item, other))).max(Comparator.comparingDouble(Pair::likeness)).orElseThrow())
                .filter(pair -> pair.likeness >= WORTH_SHOWING).sorted(Comparator.comparingDouble(Pair::likeness).reversed())
                .map(pair -> new Overlap(pair.mine.text, pair.theirs.text, String.join(" ", CommonRuns.of(pair.mine.text, pair.theirs.text)))).toList();
    }

    private static double likeness(Item one, Item other) {
        int shared = 0;
        int j = 0;
        for (int gram : one.grams) {
            while (j < other.grams.length && other.grams[j] < gram) {
                j++;
            }
            if (j < other.grams.length && other.grams[j] == gram) {
                shared++;
            }
        }
        int all = one.grams.length + other.grams.length;
        return all == 0 ? 0 : 2.0 * shared / all;
    }
}
