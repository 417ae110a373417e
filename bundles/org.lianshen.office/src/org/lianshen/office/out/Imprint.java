package org.lianshen.office.out;

import java.util.List;

import org.lianshen.office.out.PaperPage.Ink;
import org.lianshen.service.document.OfficialPaper;

/**
 * The 版记 at the foot of the last page: thick first and last rule, thin ones between, 4号 仿宋 one character in from both sides. That of a letter is the 抄送 alone,
 * without rules (GB/T 9704-2012 10.1).
 */
final class Imprint {

    static final double ROW = 24;
    /** 小五, for the code of the audit record. */
    static final double ANCHOR_SIZE = 9;
    static final double ANCHOR_ROW = 15;

    private final OfficialPaper paper;
    private final PaperWords words;
    private final LineBreaker breaker;
    private final List<Line> copies;
    private final Line printedBy;
    private final Line printedOn;
    private final Line anchor;

    Imprint(OfficialPaper paper, Metrics metrics, PaperWords words) {
        this.paper = paper;
        this.words = words;
        this.breaker = new LineBreaker(metrics, PaperGrid.SMALL, 0);
        this.copies = paper.copies().isEmpty() ? List.of() : copies();
        this.printedBy = line(breaker, paper.printedBy());
        this.printedOn = line(breaker, words.printedOn(paper.printedOn()));
        this.anchor = line(new LineBreaker(metrics, ANCHOR_SIZE, 0), words.anchor(paper.anchor()));
    }

    private List<Line> copies() {
        double inner = PaperGrid.WIDTH - 2 * PaperGrid.SMALL;
        double hang = words.copies().length() * PaperGrid.SMALL;
        return breaker.lines(List.of(new Span(Face.FANGSONG, words.copies() + paper.copies())), inner, inner - hang);
    }

    private static Line line(LineBreaker breaker, String text) {
        return breaker.lines(List.of(new Span(Face.FANGSONG, text)), PaperGrid.WIDTH, PaperGrid.WIDTH).getFirst();
    }

    double height() {
        if (paper.form() == OfficialPaper.Form.LETTER) {
            return ROW * copies.size();
        }
        return ROW * (copies.size() + 1) + (paper.anchor().isEmpty() ? 0 : ANCHOR_ROW);
    }

    void set(PaperPage page) {
        double y = PaperGrid.BOTTOM - height();
        boolean letter = paper.form() == OfficialPaper.Form.LETTER;
        if (!letter) {
            rule(page, y, PaperGrid.THICK);
        }
        double hang = words.copies().length() * PaperGrid.SMALL;
        for (int i = 0; i < copies.size(); i++) {
            text(page, PaperGrid.LEFT + PaperGrid.SMALL + (i == 0 ? 0 : hang), y, ROW, PaperGrid.SMALL, copies.get(i));
            y += ROW;
        }
        if (letter) {
            return;
        }
        if (!copies.isEmpty()) {
            rule(page, y, PaperGrid.THIN);
        }
        text(page, PaperGrid.LEFT + PaperGrid.SMALL, y, ROW, PaperGrid.SMALL, printedBy);
        text(page, PaperGrid.RIGHT - PaperGrid.SMALL - printedOn.width(), y, ROW, PaperGrid.SMALL, printedOn);
        y += ROW;
        if (!paper.anchor().isEmpty()) {
            rule(page, y, PaperGrid.THIN);
            text(page, PaperGrid.LEFT + PaperGrid.SMALL, y, ANCHOR_ROW, ANCHOR_SIZE, anchor);
        }
        rule(page, PaperGrid.BOTTOM, PaperGrid.THICK);
    }

    private static void text(PaperPage page, double x, double top, double height, double size, Line line) {
        page.add(new PaperPage.Text(x, PaperGrid.baseline(top, height, size), size, 1, Ink.BLACK, line));
    }

    private static void rule(PaperPage page, double y, double thickness) {
        page.add(new PaperPage.Rule(PaperGrid.LEFT, y, PaperGrid.RIGHT, y, thickness, Ink.BLACK));
    }
}
