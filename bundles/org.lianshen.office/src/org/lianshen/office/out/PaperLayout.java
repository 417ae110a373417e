package org.lianshen.office.out;

import java.util.ArrayList;
import java.util.List;

import org.lianshen.office.out.PaperPage.Ink;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Attendees;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Form;

/**
 * Lays an official paper out on pages: 22 lines of 28 characters on one grid for all pages, tables that repeat their head, the 版记 at the foot of the last, even
 * page (GB/T 9704-2012). It knows no file format.
 */
final class PaperLayout {

    private static final double TINY = 0.05;
    /** Above signatory and date, so that the seal on them ends within a line of the text. */
    static final int SEAL_LINES = 2;
    /** Characters right of the date: with a seal, and without. */
    static final int SEALED_INDENT = 4;
    static final int UNSEALED_INDENT = 2;

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
        AFTER_BLANK,
        /** Of a letter whose last page has no room: on the page after it. */
        FRESH_PAGE,
        /** A letter without copies has none. */
        NOWHERE
    }

    static Result lay(OfficialPaper paper, Metrics metrics, PaperWords words) {
        PaperLayout layout = new PaperLayout(paper, metrics, words);
        layout.newPage(paper.form() != Form.LETTER);
        layout.y = new HeadSetter(paper, metrics, layout.page()).set();
        layout.snap();
        double bodyStart = layout.y - PaperGrid.TOP;
        layout.addressee();
        layout.blocks(paper.blocks(), layout.closingHeight());
        layout.enclosureNames();
        layout.attendance();
        layout.signature();
        layout.enclosures();
        return new Result(layout.pages, layout.imprint(), bodyStart, List.copyOf(layout.gaps));
    }

    private void newPage(boolean numbered) {
        pages.add(new PaperPage(pages.size() + 1, numbered));
        y = PaperGrid.TOP;
    }

    private PaperPage page() {
        return pages.getLast();
    }

    /** To the next line of the grid. */
    private void snap() {
        y = PaperGrid.TOP + Math.ceil((y - PaperGrid.TOP) / PaperGrid.LINE - TINY) * PaperGrid.LINE;
    }

    /** 主送机关 from the left edge of the type area. */
    private void addressee() {
        if (!paper.addressee().isEmpty()) {
            place(body.lines(List.of(new Span(Face.FANGSONG, words.addressee(paper.addressee()))), PaperGrid.WIDTH, PaperGrid.WIDTH), 0, 0);
        }
    }

    /** @param closing height of what has to stand on one page with the last two lines */
    private void blocks(List<Block> blocks, double closing) {
        for (int i = 0; i < blocks.size(); i++) {
            switch (blocks.get(i)) {
                case Block.Heading heading -> {
                    List<Line> lines = indented(List.of(new Span(face(heading.level()), heading.text())));
                    keepTogether(lines.size() * PaperGrid.LINE + (i + 1 < blocks.size() ? least(blocks.get(i + 1)) : 0));
                    place(lines, 2, 0);
                }
                case Block.Paragraph paragraph -> {
                    List<Line> lines = indented(List.of(new Span(Face.FANGSONG, paragraph.text())));
                    int kept = closing > 0 && i == blocks.size() - 1 ? Math.min(2, lines.size()) : 0;
                    place(lines.subList(0, lines.size() - kept), 2, 0);
                    keepTogether(kept * PaperGrid.LINE + (kept > 0 ? closing : 0));
                    place(lines.subList(lines.size() - kept, lines.size()), kept == lines.size() ? 2 : 0, 0);
                }
                case Block.Table table -> table(new TablePlan(table, metrics));
            }
        }
    }

    /** Names of enclosures, signatory and date with the lines left blank before them; 0 where nobody signs. */
    private double closingHeight() {
        if (paper.signatory().isEmpty()) {
            return 0;
        }
        int names = paper.enclosures().isEmpty() ? 0 : 1 + paper.enclosures().size();
        return (names + (sealed() ? SEAL_LINES : 1) + 2) * PaperGrid.LINE;
    }

    private boolean sealed() {
        return paper.form() == Form.LETTER;
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
        gaps.add(Math.max(0, y - end));
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

    /** 附件说明: a line below the text, two characters in. */
    private void enclosureNames() {
        List<String> names = words.enclosures(paper.enclosures());
        if (names.isEmpty()) {
            return;
        }
        y += PaperGrid.LINE;
        String label = words.enclosureLabel();
        double hang = 2 + label.codePointCount(0, label.length());
        for (int i = 0; i < names.size(); i++) {
            double first = i == 0 ? 2 : hang;
            place(body.lines(List.of(new Span(Face.FANGSONG, i == 0 ? label + names.get(i) : names.get(i))), PaperGrid.WIDTH - first * PaperGrid.PITCH,
                    PaperGrid.WIDTH - hang * PaperGrid.PITCH), first, hang);
        }
    }

    /** 署名 and 成文日期 at the right: under a seal the date four characters from the edge and the name centred on it, without one both two characters from it. */
    private void signature() {
        if (paper.signatory().isEmpty()) {
            return;
        }
        y += (sealed() ? SEAL_LINES : 1) * PaperGrid.LINE;
        keepTogether(2 * PaperGrid.LINE);
        Line date = one(words.date(paper.date()));
        Line name = one(paper.signatory());
        double dateLeft = PaperGrid.WIDTH - date.width() - (sealed() ? SEALED_INDENT : UNSEALED_INDENT) * PaperGrid.PITCH;
        double nameLeft = sealed() ? Math.min(dateLeft + (date.width() - name.width()) / 2, PaperGrid.WIDTH - name.width())
                : PaperGrid.WIDTH - name.width() - UNSEALED_INDENT * PaperGrid.PITCH;
        place(List.of(name), nameLeft / PaperGrid.PITCH, 0);
        place(List.of(date), dateLeft / PaperGrid.PITCH, 0);
    }

    private Line one(String text) {
        return body.lines(List.of(new Span(Face.FANGSONG, text)), PaperGrid.WIDTH, PaperGrid.WIDTH).getFirst();
    }

    /** Each 附件 from a page of its own: the word in the corner, its title on the third line. */
    private void enclosures() {
        for (int i = 0; i < paper.enclosures().size(); i++) {
            newPage(true);
            place(List.of(body.lines(List.of(new Span(Face.HEITI, words.enclosureMark(i, paper.enclosures().size()))), PaperGrid.WIDTH, PaperGrid.WIDTH).getFirst()), 0, 0);
            y += PaperGrid.LINE;
            y = new HeadSetter(paper, metrics, page()).title(paper.enclosures().get(i).name(), y);
            snap();
            blocks(paper.enclosures().get(i).blocks(), 0);
        }
    }

    private ImprintPlace imprint() {
        ImprintPlace place;
        if (paper.form() == Form.LETTER) {
            if (paper.copies().isEmpty()) {
                return ImprintPlace.NOWHERE;
            }
            place = y + PaperGrid.LINE / 2 + imprint.height() <= PaperGrid.BOTTOM ? ImprintPlace.SAME_PAGE : ImprintPlace.FRESH_PAGE;
            if (place == ImprintPlace.FRESH_PAGE) {
                newPage(true);
            }
        } else if (page().odd()) {
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
