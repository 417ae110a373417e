package org.lianshen.office.out;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Attendees;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Form;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;

/** Red head, title, body, attendance, signature and enclosures of a Word document. Distances add up to those of {@link PaperLayout}, so that both break pages alike. */
final class DocxBody {

    static final String RED = "FF3333";
    /** Word puts the baseline of an exact line at four fifths of its height. */
    static final double BASELINE = 0.8;
    static final double HEAD_LINE = 1.25;
    private static final double NUMBER_LINE = 20;

    private final XWPFDocument document;
    private final OfficialPaper paper;
    private final PaperWords words;
    private final PaperLayout.Result layout;
    private final DocxSections sections;
    private final Deque<Double> gaps;
    private Frame frame;
    /** Used of the first page so far. */
    private double y;
    /** Space that the next paragraph has above. */
    private double before;

    DocxBody(XWPFDocument document, OfficialPaper paper, PaperWords words, PaperLayout.Result layout, DocxSections sections) {
        this.document = document;
        this.paper = paper;
        this.words = words;
        this.layout = layout;
        this.sections = sections;
        this.gaps = new ArrayDeque<>(layout.gaps());
        this.frame = Frame.of(paper.landscape());
    }

    void write() {
        switch (paper.form()) {
            case MINUTES -> head();
            case LETTER -> letterHead();
            case WORKING -> {
                // Nothing stands above its title.
            }
        }
        if (!paper.title().isEmpty()) {
            title(paper.title(), paper.form() == Form.WORKING ? 0 : HeadSetter.TWO_LINES);
        }
        if (paper.form() == Form.WORKING && !paper.number().isEmpty()) {
            DocxText.run(centred(0, PaperGrid.LINE), Face.FANGSONG, PaperGrid.BODY, paper.number());
        }
        before = Math.max(0, layout.bodyStart() - y);
        addressee();
        boolean signed = !paper.signatory().isEmpty() || !paper.seals().isEmpty();
        for (int i = 0; i < paper.body().size(); i++) {
            block(paper.body().get(i), signed && i == paper.body().size() - 1);
        }
        enclosureNames();
        if (!paper.seals().isEmpty()) {
            if (!PaperLayout.titledSeals(paper)) {
                together(line());
            }
            paper.seals().forEach(seals -> block(seals, false));
        }
        attendance();
        signature();
        enclosures();
    }

    /** The number at the right, with the shapes of the head on it. */
    private void letterHead() {
        HeadShape shape = HeadShape.of(paper.head());
        double above = LetterHead.numberTop(shape) - (BASELINE * NUMBER_LINE - PaperGrid.ASCENT * PaperGrid.BODY) - PaperGrid.TOP;
        XWPFParagraph number = document.createParagraph();
        number.setAlignment(ParagraphAlignment.RIGHT);
        DocxText.lines(number, above, NUMBER_LINE);
        DocxText.offGrid(number);
        new DocxLetterHead(document, shape).write(number);
        DocxText.run(number, Face.FANGSONG, PaperGrid.BODY, paper.number());
        y += above + NUMBER_LINE;
    }

    private void head() {
        HeadShape head = HeadShape.of(paper.head());
        double height = head.size() * HEAD_LINE;
        double above = PaperGrid.HEAD_DROP - (BASELINE * height - PaperGrid.ASCENT * head.size());
        XWPFParagraph last = null;
        for (String line : head.lines()) {
            last = centred(above, height);
            XWPFRun run = DocxText.run(last, Face.TITLE, head.size(), line);
            run.setColor(RED);
            if (head.scale() < 1) {
                run.getCTR().getRPr().addNewW().setVal((int) Math.round(head.scale() * 100));
            }
            above = 0;
        }
        if (!paper.number().isEmpty()) {
            double top = PaperGrid.HEAD_DROP + head.height() + 2 * PaperGrid.LINE;
            last = centred(top - y, NUMBER_LINE);
            DocxText.run(last, Face.FANGSONG, PaperGrid.BODY, paper.number());
        }
        CTBorder rule = DocxText.properties(last).addNewPBdr().addNewBottom();
        rule.setVal(STBorder.SINGLE);
        rule.setSz(BigInteger.valueOf(Math.round(PaperGrid.THICK * 8)));
        rule.setSpace(BigInteger.valueOf(Math.round(PaperGrid.RULE_DROP - (NUMBER_LINE - PaperGrid.BODY) / 2)));
        rule.setColor(RED);
        y += PaperGrid.RULE_DROP;
    }

    private void title(String title, double before) {
        double above = before;
        for (String line : TitleShape.lines(title, frame.titleCharacters())) {
            DocxText.run(centred(above, HeadSetter.TITLE_LINE), Face.TITLE, PaperGrid.TITLE, line);
            above = 0;
        }
    }

    private void addressee() {
        if (!paper.addressee().isEmpty()) {
            DocxText.body(line(), Face.FANGSONG, words.addressee(paper.addressee()));
        }
    }

    private XWPFParagraph centred(double above, double height) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        DocxText.lines(paragraph, above, height);
        DocxText.offGrid(paragraph);
        y += above + height;
        return paragraph;
    }

    /** @param closing whether it stays on one page with the signature */
    private void block(Block block, boolean closing) {
        switch (block) {
            case Block.Heading heading -> {
                XWPFParagraph paragraph = body();
                DocxText.properties(paragraph).addNewKeepNext();
                DocxText.properties(paragraph).addNewOutlineLvl().setVal(BigInteger.valueOf(heading.level() - 1L));
                DocxText.body(paragraph, PaperLayout.face(heading.level()), heading.text());
            }
            case Block.Paragraph text -> {
                XWPFParagraph paragraph = body();
                if (closing) {
                    DocxText.properties(paragraph).addNewKeepNext();
                }
                DocxText.body(paragraph, Face.FANGSONG, text.text());
            }
            case Block.Note note -> {
                note(note);
                before = gaps.removeFirst();
            }
            case Block.Ruled ruled -> {
                spaceAboveTable();
                new DocxTable(document, frame, new TablePlan(ruled, frame, Metrics.NOMINAL, words)).write();
                before = gaps.removeFirst();
            }
        }
    }

    private void note(Block.Note note) {
        XWPFParagraph paragraph = document.createParagraph();
        DocxText.lines(paragraph, before, PaperLayout.NOTE_LINE);
        DocxText.offGrid(paragraph);
        DocxText.properties(paragraph).addNewKeepNext();
        DocxText.rightTab(paragraph, frame.width);
        DocxText.run(paragraph, Face.FANGSONG, TablePlan.SIZE, note.left()).addTab();
        DocxText.run(paragraph, Face.FANGSONG, TablePlan.SIZE, note.right());
    }

    /** A table has no space above of its own; and Word makes one of two tables that touch. */
    private void spaceAboveTable() {
        IBodyElement last = document.getBodyElements().isEmpty() ? null : document.getBodyElements().getLast();
        if (last instanceof XWPFParagraph paragraph) {
            if (before > 0) {
                DocxText.properties(paragraph).getSpacing().setAfter(DocxText.twips(before));
            }
        } else if (last instanceof XWPFTable) {
            XWPFParagraph between = document.createParagraph();
            DocxText.lines(between, 0, Math.max(1, before));
            DocxText.offGrid(between);
        }
        before = 0;
    }

    /** A paragraph of the body: first line two characters in, both margins straight. */
    private XWPFParagraph body() {
        XWPFParagraph paragraph = line();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        CTInd indent = DocxText.properties(paragraph).addNewInd();
        indent.setFirstLineChars(BigInteger.valueOf(200));
        indent.setFirstLine(DocxText.twips(2 * PaperGrid.PITCH));
        return paragraph;
    }

    private XWPFParagraph line() {
        XWPFParagraph paragraph = document.createParagraph();
        DocxText.lines(paragraph, before, PaperGrid.LINE);
        DocxText.offGrid(paragraph);
        before = 0;
        return paragraph;
    }

    private void attendance() {
        for (Attendees attendees : paper.attendance()) {
            if (attendees == paper.attendance().getFirst()) {
                line();
            }
            String label = words.label(attendees);
            double hang = label.codePointCount(0, label.length());
            XWPFParagraph paragraph = line();
            paragraph.setAlignment(ParagraphAlignment.BOTH);
            CTInd indent = DocxText.properties(paragraph).addNewInd();
            indent.setLeft(DocxText.twips((2 + hang) * PaperGrid.PITCH));
            indent.setHanging(DocxText.twips(hang * PaperGrid.PITCH));
            DocxText.body(paragraph, Face.HEITI, label);
            DocxText.body(paragraph, Face.FANGSONG, words.people(attendees));
        }
    }

    private void enclosureNames() {
        List<String> names = words.enclosures(paper.enclosures());
        if (names.isEmpty()) {
            return;
        }
        together(line());
        String label = words.enclosureLabel();
        double hang = label.codePointCount(0, label.length());
        for (int i = 0; i < names.size(); i++) {
            XWPFParagraph paragraph = line();
            together(paragraph);
            CTInd indent = DocxText.properties(paragraph).addNewInd();
            indent.setLeft(DocxText.twips((2 + hang) * PaperGrid.PITCH));
            if (i == 0) {
                indent.setHanging(DocxText.twips(hang * PaperGrid.PITCH));
            }
            DocxText.body(paragraph, Face.FANGSONG, i == 0 ? label + names.get(i) : names.get(i));
        }
    }

    private void signature() {
        if (paper.signatory().isEmpty()) {
            return;
        }
        boolean sealed = paper.form() == Form.LETTER;
        for (int i = 0; i < (sealed ? PaperLayout.SEAL_LINES : 1); i++) {
            together(line());
        }
        var breaker = new LineBreaker(Metrics.NOMINAL, PaperGrid.BODY, PaperGrid.TRACKING);
        double date = breaker.width(Face.FANGSONG, words.date(paper.date()));
        double name = breaker.width(Face.FANGSONG, paper.signatory());
        double dateIndent = (sealed ? PaperLayout.SEALED_INDENT : PaperLayout.UNSEALED_INDENT) * PaperGrid.PITCH;
        double nameIndent = sealed ? Math.max(0, dateIndent + (date - name) / 2) : dateIndent;
        together(signed(paper.signatory(), nameIndent));
        signed(words.date(paper.date()), dateIndent);
    }

    private XWPFParagraph signed(String text, double indent) {
        XWPFParagraph paragraph = line();
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        DocxText.properties(paragraph).addNewKeepLines();
        DocxText.properties(paragraph).addNewInd().setRight(DocxText.twips(indent));
        DocxText.body(paragraph, Face.FANGSONG, text);
        return paragraph;
    }

    private static void together(XWPFParagraph paragraph) {
        DocxText.properties(paragraph).addNewKeepNext();
        if (!DocxText.properties(paragraph).isSetKeepLines()) {
            DocxText.properties(paragraph).addNewKeepLines();
        }
    }

    private void enclosures() {
        for (int i = 0; i < paper.enclosures().size(); i++) {
            OfficialPaper.Enclosure enclosure = paper.enclosures().get(i);
            boolean turns = Frame.of(enclosure.landscape()) != frame;
            if (turns) {
                frame = Frame.of(enclosure.landscape());
                sections.turn(frame);
            }
            before = 0;
            XWPFParagraph mark = line();
            if (!turns) {
                DocxText.properties(mark).addNewPageBreakBefore();
            }
            DocxText.body(mark, Face.HEITI, words.enclosureMark(i, paper.enclosures().size()));
            y = PaperGrid.LINE;
            title(enclosure.name(), PaperGrid.LINE);
            before = Math.ceil(y / PaperGrid.LINE) * PaperGrid.LINE - y;
            enclosure.blocks().forEach(block -> block(block, false));
        }
    }
}
