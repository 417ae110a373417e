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
    /** Between a table and one that follows it. */
    static final double TABLE_GAP = 8;
    static final double NOTE_LINE = 18;

    private final OfficialPaper paper;
    private final Metrics metrics;
    private final PaperWords words;
    private final LineBreaker body;
    private final Imprint imprint;
    private final List<PaperPage> pages = new ArrayList<>();
    private final List<Double> gaps = new ArrayList<>();
    private Frame frame;
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
     * @param gaps      from the end of each table or note to what follows it
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
        /** A letter without copies has none, nor has a working paper. */
        NOWHERE
    }

    static Result lay(OfficialPaper paper, Metrics metrics, PaperWords words) {
        PaperLayout layout = new PaperLayout(paper, metrics, words);
        layout.frame = Frame.of(paper.landscape());
        layout.newPage(paper.form() != Form.LETTER);
        layout.y = new HeadSetter(paper, metrics, layout.page()).set();
        layout.snap();
        double bodyStart = layout.y - layout.frame.top;
        layout.addressee();
        layout.blocks(paper.body(), layout.closingHeight());
        layout.enclosureNames();
        layout.seals();
        layout.attendance();
        layout.signature();
        layout.enclosures();
        ImprintPlace place = layout.imprint();
        PageFoot foot = new PageFoot(paper, metrics, words);
        layout.pages.forEach(foot::set);
        return new Result(layout.pages, place, bodyStart, List.copyOf(layout.gaps));
    }

    private void newPage(boolean numbered) {
        pages.add(new PaperPage(paper.numbering().first() + pages.size(), numbered, frame));
        y = frame.top;
    }

    private PaperPage page() {
        return pages.getLast();
    }

    /** To the next line of the grid. */
    private void snap() {
        y = frame.top + Math.ceil((y - frame.top) / PaperGrid.LINE - TINY) * PaperGrid.LINE;
    }

    /** 主送机关 from the left edge of the type area. */
    private void addressee() {
        if (!paper.addressee().isEmpty()) {
            place(body.lines(List.of(new Span(Face.FANGSONG, words.addressee(paper.addressee()))), frame.width, frame.width), 0, 0);
        }
    }

    /** @param closing height of what has to stand on one page with the last two lines */
    private void blocks(List<Block> blocks, double closing) {
        for (int i = 0; i < blocks.size(); i++) {
            switch (blocks.get(i)) {
                case Block.Heading heading -> {
                    List<Line> lines = indented(List.of(new Span(face(heading.level()), heading.text())));
                    keepTogether(lines.size() * PaperGrid.LINE + (i + 1 < blocks.size() ? least(blocks.get(i + 1)) : closing));
                    place(lines, 2, 0);
                }
                case Block.Paragraph paragraph -> {
                    List<Line> lines = indented(List.of(new Span(Face.FANGSONG, paragraph.text())));
                    boolean beforeTitle = i == blocks.size() - 2 && blocks.getLast() instanceof Block.Heading;
                    int kept = closing > 0 && (i == blocks.size() - 1 || beforeTitle) ? Math.min(2, lines.size()) : 0;
                    place(lines.subList(0, lines.size() - kept), 2, 0);
                    keepTogether(kept > 0 ? (kept + (beforeTitle ? 1 : 0)) * PaperGrid.LINE + closing : 0);
                    place(lines.subList(lines.size() - kept, lines.size()), kept == lines.size() ? 2 : 0, 0);
                }
                case Block.Note note -> {
                    keepTogether(NOTE_LINE + (i + 1 < blocks.size() ? least(blocks.get(i + 1)) : 0));
                    note(note);
                    gap(i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Ruled, 0);
                }
                case Block.Ruled ruled -> {
                    table(plan(ruled));
                    gap(i + 1 < blocks.size() && offGrid(blocks.get(i + 1)), TABLE_GAP);
                }
            }
        }
    }

    private TablePlan plan(Block.Ruled ruled) {
        return new TablePlan(ruled, frame, metrics, words);
    }

    private static boolean offGrid(Block block) {
        return block instanceof Block.Ruled || block instanceof Block.Note;
    }

    /** After a table or note: this far from what is not on the grid either, else the next line of the grid. */
    private void gap(boolean offGrid, double distance) {
        double end = y;
        if (offGrid) {
            y += distance;
        } else {
            snap();
        }
        gaps.add(Math.max(0, y - end));
    }

    private void note(Block.Note note) {
        double baseline = PaperGrid.baseline(y, NOTE_LINE, TablePlan.SIZE);
        LineBreaker breaker = LineBreaker.ragged(metrics, TablePlan.SIZE);
        Line left = breaker.lines(List.of(new Span(Face.FANGSONG, note.left())), frame.width, frame.width).getFirst();
        Line right = breaker.lines(List.of(new Span(Face.FANGSONG, note.right())), frame.width, frame.width).getFirst();
        page().add(new PaperPage.Text(frame.left, baseline, TablePlan.SIZE, 1, Ink.BLACK, left));
        page().add(new PaperPage.Text(frame.right() - right.width(), baseline, TablePlan.SIZE, 1, Ink.BLACK, right));
        y += NOTE_LINE;
    }

    /** Names of enclosures, signatory and date, or seals, with the lines left blank before them; 0 where nobody signs or one page does not hold them. */
    private double closingHeight() {
        int names = paper.enclosures().isEmpty() ? 0 : 1 + paper.enclosures().size();
        if (!paper.seals().isEmpty()) {
            double height = (names + (titledSeals(paper) ? 0 : 1)) * PaperGrid.LINE + least(paper.seals().getFirst());
            return height + 2 * PaperGrid.LINE > frame.height ? 0 : height;
        }
        if (paper.signatory().isEmpty()) {
            return 0;
        }
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
        return body.lines(spans, frame.width - 2 * PaperGrid.PITCH, frame.width);
    }

    /** What of a block has to stand on one page with the heading before it. */
    private double least(Block block) {
        return switch (block) {
            case Block.Heading heading -> 2 * PaperGrid.LINE;
            case Block.Paragraph paragraph -> PaperGrid.LINE;
            case Block.Note note -> NOTE_LINE + TablePlan.LINE;
            case Block.Ruled ruled -> plan(ruled).least();
        };
    }

    private void keepTogether(double height) {
        if (y + height > frame.bottom() + TINY && y > frame.top + TINY) {
            newPage(true);
        }
    }

    /** @param first indent of the first line in characters, {@code others} of the rest */
    private void place(List<Line> lines, double first, double others) {
        for (int i = 0; i < lines.size(); i++) {
            if (y + PaperGrid.LINE > frame.bottom() + TINY) {
                newPage(true);
            }
            double indent = (i == 0 ? first : others) * PaperGrid.PITCH;
            page().add(new PaperPage.Text(frame.left + indent, PaperGrid.baseline(y, PaperGrid.LINE, PaperGrid.BODY), PaperGrid.BODY, 1, Ink.BLACK, lines.get(i)));
            y += PaperGrid.LINE;
        }
    }

    private void table(TablePlan plan) {
        if (plan.whole() && plan.height() <= frame.height + TINY) {
            keepTogether(plan.height());
        }
        boolean open = false;
        for (TablePlan.Row row : plan.rows()) {
            TablePlan.Row rest = row;
            while (rest != null) {
                double head = open ? 0 : plan.headHeight();
                double room = frame.bottom() - y - head;
                boolean fresh = y <= frame.top + TINY;
                boolean breakable = plan.breakable(rest) && room >= 2 * TablePlan.LINE + 2 * TablePlan.PADDING;
                if (rest.height() > room + TINY && !fresh && !breakable) {
                    newPage(true);
                    open = false;
                    continue;
                }
                if (!open) {
                    open(plan);
                    open = true;
                }
                int fits = Math.max(1, (int) ((frame.bottom() - y - 2 * TablePlan.PADDING + TINY) / TablePlan.LINE));
                TablePlan.Row part = rest.part(0, fits);
                rest = rest.lines() > fits ? rest.part(fits, Integer.MAX_VALUE) : null;
                y = TableSetter.row(page(), y, part);
                if (rest != null) {
                    newPage(true);
                    open = false;
                }
            }
        }
        if (!open) {
            keepTogether(plan.headHeight());
            open(plan);
        }
    }

    private void open(TablePlan plan) {
        TableSetter.open(page(), y);
        if (plan.head() != null) {
            y = TableSetter.row(page(), y, plan.head());
        }
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
            place(body.lines(spans, frame.width - 2 * PaperGrid.PITCH, frame.width - hang * PaperGrid.PITCH), 2, hang);
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
            place(body.lines(List.of(new Span(Face.FANGSONG, i == 0 ? label + names.get(i) : names.get(i))), frame.width - first * PaperGrid.PITCH,
                    frame.width - hang * PaperGrid.PITCH), first, hang);
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
        double dateLeft = frame.width - date.width() - (sealed() ? SEALED_INDENT : UNSEALED_INDENT) * PaperGrid.PITCH;
        double nameLeft = sealed() ? Math.min(dateLeft + (date.width() - name.width()) / 2, frame.width - name.width())
                : frame.width - name.width() - UNSEALED_INDENT * PaperGrid.PITCH;
        place(List.of(name), nameLeft / PaperGrid.PITCH, 0);
        place(List.of(date), dateLeft / PaperGrid.PITCH, 0);
    }

    private void seals() {
        if (!paper.seals().isEmpty()) {
            y += titledSeals(paper) ? 0 : PaperGrid.LINE;
            blocks(paper.seals(), 0);
        }
    }

    /** Whether the seals follow their own title, which needs no blank line between. */
    static boolean titledSeals(OfficialPaper paper) {
        return !paper.seals().isEmpty() && paper.enclosures().isEmpty() && !paper.body().isEmpty() && paper.body().getLast() instanceof Block.Heading;
    }

    private Line one(String text) {
        return body.lines(List.of(new Span(Face.FANGSONG, text)), frame.width, frame.width).getFirst();
    }

    /** Each 附件 from a page of its own: the word in the corner, its title on the third line. */
    private void enclosures() {
        for (int i = 0; i < paper.enclosures().size(); i++) {
            frame = Frame.of(paper.enclosures().get(i).landscape());
            newPage(true);
            place(List.of(body.lines(List.of(new Span(Face.HEITI, words.enclosureMark(i, paper.enclosures().size()))), frame.width, frame.width).getFirst()), 0, 0);
            y += PaperGrid.LINE;
            y = new HeadSetter(paper, metrics, page()).title(paper.enclosures().get(i).name(), y);
            snap();
            blocks(paper.enclosures().get(i).blocks(), 0);
        }
    }

    /** Always on an upright page. */
    private ImprintPlace imprint() {
        boolean upright = frame == Frame.PORTRAIT;
        frame = Frame.PORTRAIT;
        if (paper.form() == Form.WORKING || paper.form() == Form.LETTER && paper.copies().isEmpty()) {
            return ImprintPlace.NOWHERE;
        }
        boolean room = upright && y + PaperGrid.LINE / 2 + imprint.height() <= frame.bottom();
        ImprintPlace place;
        if (paper.form() == Form.LETTER) {
            place = room ? ImprintPlace.SAME_PAGE : ImprintPlace.FRESH_PAGE;
            if (place == ImprintPlace.FRESH_PAGE) {
                newPage(true);
            }
        } else if (page().odd()) {
            place = ImprintPlace.NEXT_PAGE;
            newPage(true);
        } else if (room) {
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
