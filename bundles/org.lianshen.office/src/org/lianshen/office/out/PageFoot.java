package org.lianshen.office.out;

import java.util.List;

import org.lianshen.office.out.PaperPage.Ink;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Form;

/**
 * The page number: on odd pages at the right, on even ones at the left, one character in, so outside when printed on both sides and bound. A landscape page has it at the
 * same place of the sheet (GB/T 9704-2012 7.5). On a working paper the code of the audit record stands on the other side.
 */
final class PageFoot {

    /** Middle of the em dash above the baseline, in em. */
    private static final double DASH_HEIGHT = 0.36;
    private static final double BASELINE = PaperGrid.BOTTOM + PaperGrid.PAGE_NUMBER_DROP + DASH_HEIGHT * PaperGrid.SMALL;

    private final OfficialPaper paper;
    private final PaperWords words;
    private final LineBreaker number;
    private final LineBreaker small;

    PageFoot(OfficialPaper paper, Metrics metrics, PaperWords words) {
        this.paper = paper;
        this.words = words;
        this.number = new LineBreaker(metrics, PaperGrid.SMALL, 0);
        this.small = new LineBreaker(metrics, Imprint.ANCHOR_SIZE, 0);
    }

    /** Whether the code of the audit record stands at the foot of each page. */
    static boolean anchored(OfficialPaper paper) {
        return paper.form() == Form.WORKING && !paper.anchor().isEmpty();
    }

    void set(PaperPage page) {
        if (page.numbered()) {
            put(page, number, Face.SONG, PaperGrid.SMALL, words.pageNumber(page.number(), paper.numbering().total()), page.odd());
        }
        if (anchored(paper)) {
            put(page, small, Face.FANGSONG, Imprint.ANCHOR_SIZE, words.anchor(paper.anchor()), !page.odd());
        }
    }

    private static void put(PaperPage page, LineBreaker breaker, Face face, double size, String text, boolean right) {
        Line line = breaker.lines(List.of(new Span(face, text)), PaperGrid.WIDTH, PaperGrid.WIDTH).getFirst();
        double x = right ? PaperGrid.RIGHT - PaperGrid.SMALL - line.width() : PaperGrid.LEFT + PaperGrid.SMALL;
        page.add(page.frame() == Frame.PORTRAIT ? new PaperPage.Text(x, BASELINE, size, 1, Ink.BLACK, line)
                : new PaperPage.Text(PaperGrid.PAGE_HEIGHT - BASELINE, x, size, 1, Ink.BLACK, line, true));
    }
}
