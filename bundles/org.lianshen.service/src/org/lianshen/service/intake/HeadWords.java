package org.lianshen.service.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The words by which columns are recognised, for one kind of sheet.
 *
 * @param <F> the fields
 */
final class HeadWords<F extends Enum<F>> {

    /** A field recognised by a word: the smaller the rank, the more it is meant by just this field. */
    record Hit<F>(F field, int rank) {
    }

    private static final Set<String> SUMS = Set.of("合计", "小计", "总计", "金额", "总额", "数额", "预算数", "资金总额");
    private static final int LAST_RANK = 1_000;
    private final java.util.function.Predicate<F> amounts;
    private final Map<String, Hit<F>> words = new HashMap<>();
    private final Map<String, Weak<F>> weak = new HashMap<>();

    /** A word that means a field only beside others: 项目 is a project's name where there is a unit, and an item of accounts where there is none. */
    private record Weak<F>(F field, Set<F> beside) {
    }

    /** @param amounts fields of which a child 合计 is the amount itself */
    HeadWords(java.util.function.Predicate<F> amounts) {
        this.amounts = amounts;
    }

    /** Words of a field, the most telling first; written in the squeezed form. */
    HeadWords<F> add(F field, String... synonyms) {
        for (int rank = 0; rank < synonyms.length; rank++) {
            words.putIfAbsent(HeadText.squeeze(synonyms[rank]), new Hit<>(field, rank));
        }
        return this;
    }

    HeadWords<F> addWeak(F field, Set<F> beside, String word) {
        weak.put(HeadText.squeeze(word), new Weak<>(field, beside));
        return this;
    }

    /** Whether a head is one of the words that mean something only beside others. */
    boolean isWeak(java.util.List<String> path) {
        return weak.containsKey(HeadText.of(path.getLast()).plain());
    }

    /** The field of a head that no word fits by itself, given what else was recognised; null where there is none. */
    Hit<F> findWeak(java.util.List<HeadText> path, Set<F> recognised) {
        Weak<F> found = path.isEmpty() ? null : weak.get(path.getLast().plain());
        return found == null || recognised.contains(found.field()) || recognised.stream().noneMatch(found.beside()::contains) ? null : new Hit<>(found.field(), LAST_RANK);
    }

    /**
     * The field of a head, from the texts above each other in its column, top first.
     *
     * @return null where no word fits
     */
    Hit<F> find(java.util.List<HeadText> path) {
        if (path.isEmpty()) {
            return null;
        }
        HeadText last = path.getLast();
        for (int from = 0; from < path.size() - 1; from++) {
            var joined = new StringBuilder();
            path.subList(from, path.size()).forEach(text -> joined.append(text.plain()));
            Hit<F> hit = words.get(joined.toString());
            if (hit != null) {
                return hit;
            }
        }
        if (path.size() > 1 && SUMS.contains(last.plain())) {
            Hit<F> parent = find(path.subList(0, path.size() - 1));
            if (parent != null && amounts.test(parent.field())) {
                return parent;
            }
        }
        Hit<F> hit = words.get(last.plain());
        if (hit == null) {
            String bare = last.withoutRemark();
            hit = bare.isEmpty() ? null : words.get(bare);
        }
        return hit;
    }

    /** Whether a cell says what a head would say. */
    boolean isWord(String text) {
        return find(java.util.List.of(HeadText.of(text))) != null;
    }
}
