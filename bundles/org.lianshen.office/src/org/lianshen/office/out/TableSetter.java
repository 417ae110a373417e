package org.lianshen.office.out;

import java.util.ArrayList;
import java.util.List;

import org.lianshen.office.out.PaperPage.Ink;

/** Puts rows of a table on a page, with their rules. */
final class TableSetter {

    private static final double RULE = 0.5;

    private final TablePlan plan;

    TableSetter(TablePlan plan) {
        this.plan = plan;
    }

    double headHeight() {
        return TablePlan.height(plan.head());
    }

    /** @return where the next row begins */
    double head(PaperPage page, double top) {
        page.add(new PaperPage.Rule(PaperGrid.LEFT, top, PaperGrid.RIGHT, top, RULE, Ink.BLACK));
        return row(page, top, plan.head(), true);
    }

    /** @return where the next row begins */
    double row(PaperPage page, double top, List<List<Line>> cells) {
        return row(page, top, cells, false);
    }

    private double row(PaperPage page, double top, List<List<Line>> cells, boolean head) {
        double height = TablePlan.height(cells);
        double x = PaperGrid.LEFT;
        for (int i = 0; i < cells.size(); i++) {
            double width = plan.widths().get(i);
            List<Line> lines = cells.get(i);
            double y = top + (height - lines.size() * TablePlan.LINE) / 2;
            for (Line line : lines) {
                double room = width - 2 * TablePlan.PADDING - line.width();
                double shift = head ? room / 2 : plan.right(i) ? room : 0;
                page.add(new PaperPage.Text(x + TablePlan.PADDING + shift, PaperGrid.baseline(y, TablePlan.LINE, TablePlan.SIZE), TablePlan.SIZE, 1, Ink.BLACK, line));
                y += TablePlan.LINE;
            }
            page.add(new PaperPage.Rule(x, top, x, top + height, RULE, Ink.BLACK));
            x += width;
        }
        page.add(new PaperPage.Rule(PaperGrid.RIGHT, top, PaperGrid.RIGHT, top + height, RULE, Ink.BLACK));
        page.add(new PaperPage.Rule(PaperGrid.LEFT, top + height, PaperGrid.RIGHT, top + height, RULE, Ink.BLACK));
        return top + height;
    }

    static int longest(List<List<Line>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Lines {@code from} to {@code to} of every cell. */
    static List<List<Line>> lines(List<List<Line>> cells, int from, int to) {
        List<List<Line>> part = new ArrayList<>();
        for (List<Line> cell : cells) {
            part.add(cell.subList(Math.min(from, cell.size()), Math.min(to, cell.size())));
        }
        return part;
    }
}
