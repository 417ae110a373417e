package org.lianshen.office.out;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.lianshen.service.document.OfficialPaper.Block;

/** Column widths and broken cells of a table. A column of numbers is as wide as its widest number; the others share what is left by their weights. */
final class TablePlan {

    /** 五号. */
    static final double SIZE = 10.5;
    static final double LINE = 15;
    static final double PADDING = 3;
    private static final double NARROWEST = SIZE * 2 + 2 * PADDING;
    /** A head such as 申报额（万元） takes two lines then. */
    private static final double NARROWEST_NUMBERS = SIZE * 4 + 2 * PADDING + 1;

    private final LineBreaker breaker;
    private final Block.Table table;
    private final List<Double> widths;

    TablePlan(Block.Table table, Metrics metrics) {
        this.table = table;
        this.breaker = LineBreaker.ragged(metrics, SIZE);
        this.widths = widths();
    }

    /** In points, together the width of the type area. */
    List<Double> widths() {
        if (widths != null) {
            return widths;
        }
        int columns = table.head().size();
        double[] width = new double[columns];
        double taken = 0;
        int weights = 0;
        for (int i = 0; i < columns; i++) {
            if (table.right().get(i)) {
                int column = i;
                width[i] = Math.max(NARROWEST_NUMBERS, 2 * PADDING + 1 + table.rows().stream().mapToDouble(row -> breaker.width(Face.FANGSONG, row.get(column))).max().orElse(0));
                taken += width[i];
            } else {
                weights += table.weights().get(i);
            }
        }
        double least = NARROWEST * (columns - table.right().stream().filter(Boolean::booleanValue).count());
        if (taken > PaperGrid.WIDTH - least || weights == 0) {
            return byWeight();
        }
        for (int i = 0; i < columns; i++) {
            if (!table.right().get(i)) {
                width[i] = (PaperGrid.WIDTH - taken) * table.weights().get(i) / weights;
            }
        }
        return IntStream.range(0, columns).mapToObj(i -> width[i]).toList();
    }

    private List<Double> byWeight() {
        int sum = table.weights().stream().mapToInt(Integer::intValue).sum();
        return table.weights().stream().map(weight -> PaperGrid.WIDTH * weight / sum).toList();
    }

    List<List<Line>> head() {
        return cells(table.head(), Face.HEITI);
    }

    List<List<Line>> row(int row) {
        return cells(table.rows().get(row), Face.FANGSONG);
    }

    int rows() {
        return table.rows().size();
    }

    boolean right(int column) {
        return table.right().get(column);
    }

    static double height(List<List<Line>> row) {
        return row.stream().mapToInt(List::size).max().orElse(1) * LINE + 2 * PADDING;
    }

    private List<List<Line>> cells(List<String> texts, Face face) {
        List<List<Line>> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            double inner = widths.get(i) - 2 * PADDING;
            List<Line> lines = new ArrayList<>();
            for (String part : texts.get(i).split("\n", -1)) {
                lines.addAll(breaker.lines(List.of(new Span(face, part)), inner, inner));
            }
            cells.add(lines);
        }
        return cells;
    }
}
