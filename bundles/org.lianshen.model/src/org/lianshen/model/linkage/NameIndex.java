package org.lianshen.model.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * An inverted index over the essence of names: character pairs, weighted by how rare they are. Postings are flat arrays; a search allocates little. Immutable, so that
 * several threads may search, each with its own {@link Scratch}.
 */
public final class NameIndex {

    /** How much the essence counts against the whole name with its everyday words. */
    private static final double ESSENCE = 0.9;
    /** What is contained whole in the longer name counts nearly as much as what is equal. */
    private static final double CONTAINED = 0.9;
    private static final int CONTAINED_LEAST_LENGTH = 4;
    private static final double OTHER_PHASE = 0.75;
    private static final double PHASE_ONLY_ONCE = 0.80;
    private static final double FIRST_PHASE_ONLY_ONCE = 0.95;
    private static final double NOT_EQUAL = 0.9999;

    private static final int[] NONE = {};

    private final int size;
    private final NameKey[] names;
    private final int[][] wholes;
    private final int[][] grams;
    private final double[] totals;
    private final int mask;
    private final int[] slotKeys;
    private final int[] slotIds;
    private final int[] starts;
    private final int[] postings;
    private final float[] weights;
    private final float unseen;
    private final int common;

    public NameIndex(List<NameKey> keys) {
        size = keys.size();
        names = keys.toArray(NameKey[]::new);
        wholes = new int[size][];
        grams = new int[size][];
        int pairs = 0;
        for (int i = 0; i < size; i++) {
            wholes[i] = Grams.of(names[i].core());
            grams[i] = Grams.of(names[i].essence());
            pairs += grams[i].length;
        }
        int capacity = Integer.highestOneBit(Math.max(16, pairs)) * 4;
        mask = capacity - 1;
        slotKeys = new int[capacity];
        slotIds = new int[capacity];
        Arrays.fill(slotIds, -1);
        var counts = new int[Math.max(1, pairs)];
        int distinct = 0;
        for (int[] name : grams) {
            for (int gram : name) {
                int slot = slot(gram);
                if (slotIds[slot] < 0) {
                    slotKeys[slot] = gram;
                    slotIds[slot] = distinct++;
                }
                counts[slotIds[slot]]++;
            }
        }
        starts = new int[distinct + 1];
        weights = new float[distinct];
        for (int id = 0; id < distinct; id++) {
            starts[id + 1] = starts[id] + counts[id];
            weights[id] = rarity(counts[id]);
        }
        unseen = rarity(0);
        postings = new int[pairs];
        int[] next = Arrays.copyOf(starts, distinct);
        totals = new double[size];
        for (int i = 0; i < size; i++) {
            for (int gram : grams[i]) {
                postings[next[id(gram)]++] = i;
            }
            totals[i] = total(grams[i]);
        }
        common = Math.max(400, size / 20);
    }

    private float rarity(int count) {
        return (float) Math.log(2.0 + size / (count + 1.0));
    }

    private int slot(int gram) {
        int slot = gram * 0x9E3779B1 >>> 7 & mask;
        while (slotIds[slot] >= 0 && slotKeys[slot] != gram) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** −1 where no name has the pair. */
    private int id(int gram) {
        return slotIds[slot(gram)];
    }

    private float weight(int gram) {
        int id = id(gram);
        return id < 0 ? unseen : weights[id];
    }

    private double total(int[] pairs) {
        double total = 0;
        for (int gram : pairs) {
            total += weight(gram);
        }
        return total;
    }

    public int size() {
        return size;
    }

    public NameKey name(int ordinal) {
        return names[ordinal];
    }

    /** A name that is looked for, taken apart once. */
    public final class Query {
        private final NameKey key;
        private final int[] whole;
        private final int[] pairs;
        private final double total;

        private Query(NameKey key) {
            this.key = key;
            whole = Grams.of(key.core());
            pairs = Grams.of(key.essence());
            total = total(pairs);
        }
    }

    public Query query(NameKey key) {
        return new Query(key);
    }

    /** Memory of one searching thread. */
    public static final class Scratch {
        private final float[] sums;
        private final int[] touched;

        public Scratch(NameIndex index) {
            sums = new float[index.size];
            touched = new int[index.size];
        }
    }

    /** The names that share most with the query, at most {@code limit}, the nearest first; equal ones in the order of the index. */
    public int[] near(Query query, int limit, Scratch scratch) {
        return near(query, limit, NONE, 0, scratch);
    }

    /** As {@link #near(Query, int, Scratch)}, and behind them the nearest {@code limitOfSome} of {@code some}; a name may then stand there twice. */
    int[] near(Query query, int limit, int[] some, int limitOfSome, Scratch scratch) {
        int count = gather(query.pairs, scratch, common);
        if (count == 0) {
            count = gather(query.pairs, scratch, Integer.MAX_VALUE);
        }
        int[] best = best(scratch.touched, count, limit, scratch.sums);
        if (some.length > 0) {
            int[] bestOfSome = best(some, some.length, limitOfSome, scratch.sums);
            int first = best.length;
            best = Arrays.copyOf(best, first + bestOfSome.length);
            System.arraycopy(bestOfSome, 0, best, first, bestOfSome.length);
        }
        for (int t = 0; t < count; t++) {
            scratch.sums[scratch.touched[t]] = 0;
        }
        return best;
    }

    /** Of some names those that share most with the query, at most {@code limit}, the nearest first: without a search where only few names are asked about. */
    int[] nearest(Query query, int[] some, int limit, Scratch scratch) {
        for (int name : some) {
            scratch.sums[name] = (float) shared(query.pairs, grams[name], true);
        }
        int[] best = best(some, some.length, limit, scratch.sums);
        for (int name : some) {
            scratch.sums[name] = 0;
        }
        return best;
    }

    /** Of the first {@code count} of {@code candidates} those with the largest sums above zero. */
    private static int[] best(int[] candidates, int count, int limit, float[] sums) {
        var best = new int[Math.min(limit, count)];
        int kept = 0;
        for (int t = 0; t < count; t++) {
            int candidate = candidates[t];
            float sum = sums[candidate];
            if (sum == 0) {
                continue;
            }
            if (kept == best.length && !before(sum, candidate, sums[best[kept - 1]], best[kept - 1])) {
                continue;
            }
            int at = kept < best.length ? kept++ : kept - 1;
            while (at > 0 && before(sum, candidate, sums[best[at - 1]], best[at - 1])) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = candidate;
        }
        return kept == best.length ? best : Arrays.copyOf(best, kept);
    }

    private static boolean before(float sum, int candidate, float otherSum, int other) {
        return sum > otherSum || sum == otherSum && candidate < other;
    }

    /** Sums up shared weight over names; pairs that more than {@code most} names have are left to the exact score. */
    private int gather(int[] pairs, Scratch scratch, int most) {
        int count = 0;
        for (int gram : pairs) {
            int id = id(gram);
            if (id < 0 || starts[id + 1] - starts[id] > most) {
                continue;
            }
            float weight = weights[id];
            for (int p = starts[id]; p < starts[id + 1]; p++) {
                int name = postings[p];
                if (scratch.sums[name] == 0) {
                    scratch.touched[count++] = name;
                }
                scratch.sums[name] += weight;
            }
        }
        return count;
    }

    /** As {@link #score}, of two names that need not be of this index, by the weights of its names. */
    public double likeness(Query one, Query other) {
        return score(one, other.key, other.pairs, other.total, other.whole);
    }

    /** How alike two names are, 0 … 1: 1 only for the same core and phase; another phase of the same project stays clearly below. */
    public double score(Query query, int ordinal) {
        return score(query, names[ordinal], grams[ordinal], totals[ordinal], wholes[ordinal]);
    }

    private double score(Query query, NameKey other, int[] pairs, double total, int[] whole) {
        double phase = phaseFactor(query.key.phase(), other.phase());
        if (query.key.core().equals(other.core())) {
            return phase;
        }
        double shared = shared(query.pairs, pairs, true);
        double dice = 2 * shared / (query.total + total);
        int shorter = Math.min(query.key.essence().length(), other.essence().length());
        double contained = shorter < CONTAINED_LEAST_LENGTH ? 0 : CONTAINED * shared / Math.min(query.total, total);
        double essence = Math.max(dice, (dice + contained) / 2);
        double everyday = 2 * shared(query.whole, whole, false) / (query.whole.length + whole.length);
        return Math.min(NOT_EQUAL, ESSENCE * essence + (1 - ESSENCE) * everyday) * phase;
    }

    /** How much of the indexed name the query holds, by weight, 0 … 1: a part of a project has its name and something more. */
    public double coverage(Query query, int ordinal) {
        return totals[ordinal] == 0 ? 0 : shared(query.pairs, grams[ordinal], true) / totals[ordinal];
    }

    private double shared(int[] mine, int[] theirs, boolean weighted) {
        double shared = 0;
        int i = 0;
        int j = 0;
        while (i < mine.length && j < theirs.length) {
            if (mine[i] == theirs[j]) {
                shared += weighted ? weight(mine[i]) : 1;
                i++;
                j++;
            } else if (mine[i] < theirs[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    private static double phaseFactor(String mine, String theirs) {
        if (mine.equals(theirs)) {
            return 1;
        }
        if (mine.startsWith("l") && theirs.isEmpty()) {
            return FIRST_PHASE_ONLY_ONCE;
        }
        if (mine.isEmpty() || theirs.isEmpty()) {
            return mine.equals("p1") || theirs.equals("p1") ? FIRST_PHASE_ONLY_ONCE : PHASE_ONLY_ONCE;
        }
        return OTHER_PHASE;
    }
}
