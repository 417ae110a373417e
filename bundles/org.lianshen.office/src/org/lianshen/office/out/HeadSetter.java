package org.lianshen.office.out;

import java.util.List;

import org.lianshen.office.out.PaperPage.Ink;
import org.lianshen.service.document.OfficialPaper;

/** Sets what stands above the body on the first page: red head, number, red rules and title, each where GB/T 9704-2012 has it for the form of the paper. */
final class HeadSetter {

    /** Skipped before the title and after the number. */
    static final double TWO_LINES = 2 * PaperGrid.LINE;
    static final double TITLE_LINE = 33;
    /** Between title and body of a working paper, at the least. */
    static final double WORKING_GAP = 6;

    private final OfficialPaper paper;
    private final Metrics metrics;
    private final PaperPage page;

    HeadSetter(OfficialPaper paper, Metrics metrics, PaperPage page) {
        this.paper = paper;
        this.metrics = metrics;
        this.page = page;
    }

    /** @return where the head ends */
    double set() {
        if (paper.form() == OfficialPaper.Form.WORKING) {
            return working();
        }
        double end = paper.form() == OfficialPaper.Form.LETTER ? letter() : minutes();
        return paper.title().isEmpty() ? end + PaperGrid.LINE : title(paper.title(), end + TWO_LINES) + PaperGrid.LINE;
    }

    private double minutes() {
        HeadShape shape = HeadShape.of(paper.head());
        double y = PaperGrid.TOP + PaperGrid.HEAD_DROP;
        red(shape, y);
        y += shape.height();
        if (!paper.number().isEmpty()) {
            y += TWO_LINES;
            centre(new LineBreaker(metrics, PaperGrid.BODY, 0), Face.FANGSONG, paper.number(), y + PaperGrid.ASCENT * PaperGrid.BODY, PaperGrid.BODY, 1, Ink.BLACK);
            y += PaperGrid.BODY;
        }
        y += PaperGrid.RULE_DROP;
        page.add(new PaperPage.Rule(PaperGrid.LEFT, y, PaperGrid.RIGHT, y, PaperGrid.THICK, Ink.RED));
        return y;
    }

    /** The name of the office, red double lines below it and near the lower edge, the number at the right under the first. */
    private double letter() {
        HeadShape shape = HeadShape.of(paper.head());
        red(shape, LetterHead.TOP);
        LetterHead.rules(shape).forEach(rule -> page.add(new PaperPage.Rule(LetterHead.RULE_LEFT, rule.middle(), LetterHead.RULE_RIGHT, rule.middle(), rule.thickness(), Ink.RED)));
        if (paper.number().isEmpty()) {
            return LetterHead.rulesEnd(shape);
        }
        double top = LetterHead.numberTop(shape);
        Line line = new LineBreaker(metrics, PaperGrid.BODY, 0).lines(List.of(new Span(Face.FANGSONG, paper.number())), PaperGrid.WIDTH, PaperGrid.WIDTH).getFirst();
        page.add(new PaperPage.Text(PaperGrid.RIGHT - line.width(), top + PaperGrid.ASCENT * PaperGrid.BODY, PaperGrid.BODY, 1, Ink.BLACK, line));
        return top + PaperGrid.BODY;
    }

    /** Title and number alone, from the upper edge of the type area. */
    private double working() {
        double y = paper.title().isEmpty() ? page.frame().top : title(paper.title(), page.frame().top);
        LineBreaker breaker = new LineBreaker(metrics, PaperGrid.BODY, 0);
        for (Line line : paper.number().isEmpty() ? List.<Line>of() : breaker.lines(List.of(new Span(Face.FANGSONG, paper.number())), page.frame().width, page.frame().width)) {
            page.add(new PaperPage.Text(page.frame().left + (page.frame().width - line.width()) / 2, PaperGrid.baseline(y, PaperGrid.LINE, PaperGrid.BODY), PaperGrid.BODY, 1, Ink.BLACK,
                    line));
            y += PaperGrid.LINE;
        }
        return y + WORKING_GAP;
    }

    private void red(HeadShape shape, double top) {
        LineBreaker breaker = new LineBreaker(metrics, shape.size(), 0);
        double y = top;
        for (String text : shape.lines()) {
            centre(breaker, Face.TITLE, text, y + PaperGrid.ASCENT * shape.size(), shape.size(), shape.scale(), Ink.RED);
            y += shape.lineHeight();
        }
    }

    /** @return where the last line ends */
    double title(String title, double top) {
        double y = top;
        LineBreaker breaker = new LineBreaker(metrics, PaperGrid.TITLE, 0);
        for (String text : TitleShape.lines(title, page.frame().titleCharacters())) {
            centre(breaker, Face.TITLE, text, PaperGrid.baseline(y, TITLE_LINE, PaperGrid.TITLE), PaperGrid.TITLE, 1, Ink.BLACK);
            y += TITLE_LINE;
        }
        return y;
    }

    private void centre(LineBreaker breaker, Face face, String text, double baseline, double size, double scale, Ink ink) {
        double width = page.frame().width;
        Line line = breaker.lines(List.of(new Span(face, text)), width / scale, width / scale).getFirst();
        page.add(new PaperPage.Text(page.frame().left + (width - line.width() * scale) / 2, baseline, size, scale, ink, line));
    }
}
