package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lianshen.service.intake.Header.Head;
import org.lianshen.service.intake.SourceSheet.Merge;

/**
 * Finds the header of a sheet by its words within the first rows, over several rows and merged cells.
 *
 * @param <F> the fields
 */
final class HeaderFinder<F extends Enum<F>> {

    /** Rows within which a header must begin. */
    static final int ROWS = 30;
    private static final int TALLEST = 4;

    private final Class<F> type;
    private final HeadWords<F> words;
    private final Predicate<Set<F>> enough;
    private final Function<F, Integer> weight;
    private final Predicate<F> yearly;
    private final int year;

    /**
     * @param enough whether these fields make a header
     * @param weight how much a field says for a row being the header
     * @param yearly fields whose column is not meant when its head names another year
     * @param year   year asked for, 0 where none is
     */
    HeaderFinder(Class<F> type, HeadWords<F> words, Predicate<Set<F>> enough, Function<F, Integer> weight, Predicate<F> yearly, int year) {
        this.type = type;
        this.words = words;
        this.enough = enough;
        this.weight = weight;
        this.yearly = yearly;
        this.year = year;
    }

    /**
     * What was found: the header, or two that contradict each other, or the nearest miss.
     *
     * @param header  null where there is none
     * @param rival   a second header with other columns and no data between, or null
     * @param nearest where there is no header: the row that came nearest to one, or null
     */
    record Found<F extends Enum<F>>(Header<F> header, Header<F> rival, Header<F> nearest) {
    }

    Found<F> find(List<SourceRow> rows, List<Merge> merges) {
        var grid = new HeadGrid(rows, merges);
        var accepted = new ArrayList<Header<F>>();
        Header<F> nearest = null;
        for (int bottom = 0; bottom < grid.size(); bottom++) {
            if (!grid.heady(bottom)) {
                if (!accepted.isEmpty()) {
                    break;
                }
                continue;
            }
            Header<F> best = null;
            for (int top = bottom; top >= 0 && bottom - top < TALLEST && grid.heady(top) && grid.number(bottom) - grid.number(top) < TALLEST + 2; top--) {
                Header<F> header = header(grid, top, bottom);
                if (best == null || header.score() > best.score()) {
                    best = header;
                }
            }
            if (nearest == null || best.score() > nearest.score()) {
                nearest = best;
            }
            if (enough.test(best.columns().keySet())) {
                accepted.add(best);
            }
        }
        if (accepted.isEmpty()) {
            return new Found<>(null, null, nearest == null || nearest.score() == 0 ? null : nearest);
        }
        return choose(accepted, merges);
    }

    private Found<F> choose(List<Header<F>> accepted, List<Merge> merges) {
        Header<F> best = accepted.getFirst();
        for (Header<F> header : accepted) {
            if (header.score() > best.score()) {
                best = header;
            }
        }
        Header<F> chosen = best;
        Header<F> rival = accepted.stream().filter(other -> !other.overlaps(chosen) && !other.agreesWith(chosen)).findFirst().orElse(null);
        return new Found<>(tall(chosen, merges), rival, null);
    }

    /** The header down to the end of cells that are merged over its last row. */
    private Header<F> tall(Header<F> header, List<Merge> merges) {
        int last = merges.stream().filter(merge -> merge.firstRow() >= header.firstRow() && merge.firstRow() <= header.lastRow() && merge.lastRow() < header.firstRow() + TALLEST)
                .mapToInt(Merge::lastRow).max().orElse(0);
        return last <= header.lastRow() ? header : new Header<>(header.firstRow(), last, header.columns(), header.labels(), header.score());
    }

    /** A header that begins in the first of these rows, or null: for heads among the rows of data. */
    Header<F> inRows(List<SourceRow> rows, List<Merge> merges) {
        var grid = new HeadGrid(rows, merges);
        Header<F> best = null;
        for (int bottom = 0; bottom < grid.size() && grid.heady(bottom); bottom++) {
            for (int top = bottom; top >= 0; top--) {
                Header<F> header = header(grid, top, bottom);
                if (enough.test(header.columns().keySet()) && (best == null || header.score() > best.score())) {
                    best = header;
                }
            }
        }
        return best == null || best.firstRow() != grid.number(0) ? null : best;
    }

    private Header<F> header(HeadGrid grid, int top, int bottom) {
        Map<F, Head> columns = new EnumMap<>(type);
        Map<Integer, List<String>> labels = new HashMap<>();
        for (int column = 0; column < grid.width(); column++) {
            List<String> path = grid.path(top, bottom, column);
            if (path.isEmpty()) {
                continue;
            }
            labels.put(column, path);
            HeadWords.Hit<F> hit = grid.parentOnly(bottom, column) ? null : words.find(texts(path));
            put(columns, hit, column, path);
        }
        for (int column : labels.keySet().stream().sorted().toList()) {
            put(columns, words.findWeak(texts(labels.get(column)), columns.keySet()), column, labels.get(column));
        }
        joinCodeParts(columns, labels);
        int score = columns.keySet().stream().mapToInt(weight::apply).sum();
        return new Header<>(grid.number(top), grid.number(bottom), columns, labels, score);
    }

    private static List<HeadText> texts(List<String> path) {
        return path.stream().map(HeadText::of).toList();
    }

    private void put(Map<F, Head> columns, HeadWords.Hit<F> hit, int column, List<String> path) {
        if (hit != null && meant(hit.field(), texts(path))) {
            var unit = texts(path).reversed().stream().map(HeadText::unit).filter(java.util.Objects::nonNull).findFirst().orElse(null);
            columns.merge(hit.field(), new Head(column, List.of(), String.join("/", path), unit, hit.rank()),
                    (first, second) -> second.rank() < first.rank() ? second : first);
        }
    }

    /** 类, 款, 项 side by side under one parent that means a code: one code in two or three columns. */
    private void joinCodeParts(Map<F, Head> columns, Map<Integer, List<String>> labels) {
        for (int column : labels.keySet().stream().sorted().toList()) {
            List<String> path = labels.get(column);
            if (path.size() < 2 || !path.getLast().strip().equals("类") || !part(labels, column + 1, "款")) {
                continue;
            }
            HeadWords.Hit<F> hit = words.find(texts(path.subList(0, path.size() - 1)));
            if (hit != null) {
                var parts = part(labels, column + 2, "项") ? List.of(column + 1, column + 2) : List.of(column + 1);
                columns.put(hit.field(), new Head(column, parts, String.join("/", path), null, hit.rank()));
            }
        }
    }

    private static boolean part(Map<Integer, List<String>> labels, int column, String word) {
        return labels.containsKey(column) && labels.get(column).getLast().strip().equals(word);
    }

    private boolean meant(F field, List<HeadText> texts) {
        return year == 0 || !yearly.test(field) || texts.reversed().stream().map(HeadText::year).filter(java.util.Objects::nonNull).findFirst().map(y -> y == year).orElse(true);
    }

    HeadWords<F> words() {
        return words;
    }
}
