package org.lianshen.office.out;

import java.util.ArrayList;
import java.util.List;

import org.lianshen.office.out.PaperPage.Ink;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Attendees;
import org.lianshen.service.document.OfficialPaper.Block;

/**
 * Lays an official paper out on pages: 22 lines of 28 characters on one grid for all pages, tables that repeat their head, the 版记 at the foot of the last, even
 * page (GB/T 9704-2012). It knows no file format.
 */
final class PaperLayout {

    private static final double TINY = 0.05;
    /** Skipped before the title and after the number. */
    private static final double TWO_LINES = 2 * PaperGrid.LINE;
    private static final double TITLE_LINE = 33;

    private final OfficialPaper paper;
    private final Metrics metrics;
    private final PaperWords words;
    private final LineBreaker body;
    private final Imprint imprint;
    private final List<PaperPage> pages = new ArrayList<>();
    private final List<Double> gaps = new ArrayList<>();
    private double y;

    private PaperLayout(OfficialPaper paper, Metrics metrics, PaperWords words) {
        this.paper = paper;
        this.metrics = metrics;
        this.words = words;
        this.body = new LineBreaker(metrics, PaperGrid.BODY, PaperGrid.TRACKING);
        this.imprint = new Imprint(paper, metrics, words);
    }

    /**
     * @param place where the 版记 went
     * @param bodyStart where the body begins on the first page, from the upper edge of the type area
     * @param gaps      from the end of each table to the next line of the grid
     */
    record Result(List<PaperPage> pages, ImprintPlace place, double bodyStart, List<Double> gaps) {
    }

    /** Where the 版记 stands in respect of the end of the body. */
    enum ImprintPlace {
        /** Below it, on the same even page. */
        SAME_PAGE,
        /** On the even page after the odd page that the body ends on. */
        NEXT_PAGE,
        /** The body ends on an even page without room: a blank page comes between. */
        AFTER_BLANK
    }

    static Result lay(OfficialPaper paper, Metrics metrics, PaperWords words) {
        PaperLayout layout = new PaperLayout(paper, metrics, words);
        layout.newPage(true);
        layout.head();
        double bodyStart = layout.y - PaperGrid.TOP;
        layout.blocks();
        layout.attendance();
        layout.signature();
        return new Result(layout.pages, layout.imprint(), bodyStart, List.copyOf(layout.gaps));
    }

    private void newPage(boolean numbered) {
        pages.add(new PaperPage(pages.size() + 1, numbered));
        y = PaperGrid.TOP;
    }

    private PaperPage page() {
        return pages.getLast();
    }

    private void head() {
        HeadShape head = HeadShape.of(paper.head());
        y = PaperGrid.TOP + PaperGrid.HEAD_DROP;
        LineBreaker breaker = new LineBreaker(metrics, head.size(), 0);
        for (String text : head.lines()) {
            centre(breaker, Face.TITLE, text, y + PaperGrid.ASCENT * head.size(), head.size(), head.scale(), Ink.RED);
            y += head.lineHeight();
        }
        y = PaperGrid.TOP + PaperGrid.HEAD_DROP + head.height();
        if (!paper.number().isEmpty()) {
            y += TWO_LINES;
            centre(new LineBreaker(metrics, PaperGrid.BODY, 0), Face.FANGSONG, paper.number(), y + PaperGrid.ASCENT * PaperGrid.BODY, PaperGrid.BODY, 1, Ink.BLACK);
            y += PaperGrid.BODY;
        }
        y += PaperGrid.RULE_DROP;
        page().add(new PaperPage.Rule(PaperGrid.LEFT, y, PaperGrid.RIGHT, y, PaperGrid.THICK, Ink.RED));
        if (paper.title().isEmpty()) {
            y += PaperGrid.LINE;
        } else {
            y += TWO_LINES;
            LineBreaker title = new LineBreaker(metrics, PaperGrid.TITLE, 0);
            for (String text : TitleShape.lines(paper.title(), (int) (PaperGrid.WIDTH / PaperGrid.TITLE))) {
                centre(title, Face.TITLE, text, PaperGrid.baseline(y, TITLE_LINE, PaperGrid.TITLE), PaperGrid.TITLE, 1, Ink.BLACK);
                y += TITLE_LINE;
            }
            y += PaperGrid.LINE;
        }
        snap();
    }

    private void centre(LineBreaker breaker, Face face, String text, double baseline, double size, double scale, Ink ink) {
        Line line = breaker.lines(List.of(new Span(face, text)), PaperGrid.WIDTH / scale, PaperGrid.WIDTH / scale).getFirst();
        page().add(new PaperPage.Text(PaperGrid.LEFT + (PaperGrid.WIDTH - line.width() * scale) / 2, baseline, size, scale, ink, line));
    }

    /** To the next line of the grid. */
    private void snap() {
        y = PaperGrid.TOP + Math.ceil((y - PaperGrid.TOP) / PaperGrid.LINE - TINY) * PaperGrid.LINE;
    }

    private void blocks() {
        List<Block> blocks = paper.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            switch (blocks.get(i)) {
                case Block.Heading heading -> {
                    List<Line> lines = indented(List.of(new Span(face(heading.level()), heading.text())));
                    keepTogether(lines.size() * PaperGrid.LINE + (i + 1 < blocks.size() ? least(blocks.get(i + 1)) : 0));
                    place(lines, 2, 0);
                }
                case Block.Paragraph paragraph -> place(indented(List.of(new Span(Face.FANGSONG, paragraph.text()))), 2, 0);
                case Block.Table table -> table(new TablePlan(table, metrics));
            }
        }
    }

    static Face face(int level) {
        return switch (level) {
            case 1 -> Face.HEITI;
            case 2 -> Face.KAITI;
            default -> Face.FANGSONG;
        };
    }

    private List<Line> indented(List<Span> spans) {
        return body.lines(spans, PaperGrid.WIDTH - 2 * PaperGrid.PITCH, PaperGrid.WIDTH);
    }

    /** What of a block has to stand on one page with the heading before it. */
    private double least(Block block) {
        return switch (block) {
            case Block.Heading heading -> 2 * PaperGrid.LINE;
            case Block.Paragraph paragraph -> PaperGrid.LINE;
            case Block.Table table -> {
                TablePlan plan = new TablePlan(table, metrics);
                yield TablePlan.height(plan.head()) + (plan.rows() == 0 ? 0 : TablePlan.height(plan.row(0)));
            }
        };
    }

    private void keepTogether(double height) {
        if (y + height > PaperGrid.BOTTOM + TINY && y > PaperGrid.TOP + TINY) {
            newPage(true);
        }
    }

    /** @param first indent of the first line in characters, {@code others} of the rest */
    private void place(List<Line> lines, double first, double others) {
        for (int i = 0; i < lines.size(); i++) {
            if (y + PaperGrid.LINE > PaperGrid.BOTTOM + TINY) {
                newPage(true);
            }
            double indent = (i == 0 ? first : others) * PaperGrid.PITCH;
            page().add(new PaperPage.Text(PaperGrid.LEFT + indent, PaperGrid.baseline(y, PaperGrid.LINE, PaperGrid.BODY), PaperGrid.BODY, 1, Ink.BLACK, lines.get(i)));
            y += PaperGrid.LINE;
        }
    }

    private void table(TablePlan plan) {
        TableSetter setter = new TableSetter(plan);
        boolean headStands = false;
        for (int row = 0; row < plan.rows(); row++) {
            List<List<Line>> rest = plan.row(row);
            while (rest != null) {
                double head = headStands ? 0 : setter.headHeight();
                double room = PaperGrid.BOTTOM - y - head;
                double height = TablePlan.height(rest);
                boolean fresh = y <= PaperGrid.TOP + TINY;
                boolean breakable = height > PaperGrid.HEIGHT - setter.headHeight() && room >= 2 * TablePlan.LINE + 2 * TablePlan.PADDING;
                if (height > room + TINY && !fresh && !breakable) {
                    newPage(true);
                    headStands = false;
                    continue;
                }
                if (!headStands) {
                    y = setter.head(page(), y);
                    headStands = true;
                }
                int fits = (int) ((PaperGrid.BOTTOM - y - 2 * TablePlan.PADDING + TINY) / TablePlan.LINE);
                List<List<Line>> part = TableSetter.lines(rest, 0, fits);
                rest = TableSetter.longest(rest) > fits ? TableSetter.lines(rest, fits, Integer.MAX_VALUE) : null;
                y = setter.row(page(), y, part);
                if (rest != null) {
                    newPage(true);
                    headStands = false;
                }
            }
        }
        if (!headStands) {
            keepTogether(setter.headHeight());
            y = setter.head(page(), y);
        }
        double end = y;
        snap();
        gaps.add(y - end);
    }

    private void attendance() {
        if (paper.attendance().isEmpty()) {
            return;
        }
        y += PaperGrid.LINE;
        for (Attendees attendees : paper.attendance()) {
            String label = words.label(attendees);
            double hang = 2 + label.codePointCount(0, label.length());
            List<Span> spans = List.of(new Span(Face.HEITI, label), new Span(Face.FANGSONG, words.people(attendees)));
            place(body.lines(spans, PaperGrid.WIDTH - 2 * PaperGrid.PITCH, PaperGrid.WIDTH - hang * PaperGrid.PITCH), 2, hang);
        }
    }

    /** 署名 and 成文日期 at the right, two characters from the edge, as on papers without a seal. */
    private void signature() {
        if (paper.signatory().isEmpty()) {
            return;
        }
        y += PaperGrid.LINE;
        keepTogether(2 * PaperGrid.LINE);
        for (String text : List.of(paper.signatory(), words.date(paper.date()))) {
            Line line = body.lines(List.of(new Span(Face.FANGSONG, text)), PaperGrid.WIDTH, PaperGrid.WIDTH).getFirst();
            place(List.of(line), (PaperGrid.WIDTH - line.width()) / PaperGrid.PITCH - 2, 0);
        }
    }

    private ImprintPlace imprint() {
        ImprintPlace place;
        if (page().odd()) {
            place = ImprintPlace.NEXT_PAGE;
            newPage(true);
        } else if (y + PaperGrid.LINE / 2 + imprint.height() <= PaperGrid.BOTTOM) {
            place = ImprintPlace.SAME_PAGE;
        } else {
            place = ImprintPlace.AFTER_BLANK;
            newPage(false);
            newPage(false);
        }
        imprint.set(page());
        return place;
    }
}
