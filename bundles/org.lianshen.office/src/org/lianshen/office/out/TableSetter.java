package org.lianshen.office.out;

import org.lianshen.office.out.PaperPage.Ink;

/** Puts rows of a table on a page, with their rules. */
final class TableSetter {

    private TableSetter() {
    }

    /** The rule above the first row of a page. */
    static void open(PaperPage page, double top) {
        page.add(new PaperPage.Rule(page.frame().left, top, page.frame().right(), top, TablePlan.RULE, Ink.BLACK));
    }

    /** @return where the next row begins */
    static double row(PaperPage page, double top, TablePlan.Row row) {
        Frame frame = page.frame();
        double height = row.height();
        for (TablePlan.Cell cell : row.cells()) {
            double x = frame.left + cell.x();
            if (cell.shaded()) {
                page.add(new PaperPage.Shade(x, top, cell.width(), height));
            }
            double y = top + (height - cell.lines().size() * TablePlan.LINE) / 2;
            for (Line line : cell.lines()) {
                double room = cell.width() - 2 * TablePlan.PADDING - line.width();
                double shift = switch (cell.side()) {
                    case LEFT -> 0;
                    case CENTRE -> room / 2;
                    case RIGHT -> room;
                };
                page.add(new PaperPage.Text(x + TablePlan.PADDING + shift, PaperGrid.baseline(y, TablePlan.LINE, TablePlan.SIZE), TablePlan.SIZE, 1, Ink.BLACK, line));
                y += TablePlan.LINE;
            }
            page.add(new PaperPage.Rule(x, top, x, top + height, TablePlan.RULE, Ink.BLACK));
        }
        page.add(new PaperPage.Rule(frame.right(), top, frame.right(), top + height, TablePlan.RULE, Ink.BLACK));
        page.add(new PaperPage.Rule(frame.left, top + height, frame.right(), top + height, TablePlan.RULE, Ink.BLACK));
        return top + height;
    }
}
