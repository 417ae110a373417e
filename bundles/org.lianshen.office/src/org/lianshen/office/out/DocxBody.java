package org.lianshen.office.out;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Attendees;
import org.lianshen.service.document.OfficialPaper.Block;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;

/** Red head, title, body and attendance of a Word document. Distances add up to those of {@link PaperLayout}, so that both break pages alike. */
final class DocxBody {

    private static final String RED = "FF3333";
    /** Word puts the baseline of an exact line at four fifths of its height. */
    private static final double BASELINE = 0.8;
    private static final double HEAD_LINE = 1.25;
    private static final double NUMBER_LINE = 20;
    private static final double TITLE_LINE = 33;

    private final XWPFDocument document;
    private final OfficialPaper paper;
    private final PaperWords words;
    private final PaperLayout.Result layout;
    private final Deque<Double> gaps;
    /** Used of the first page so far. */
    private double y;
    /** Space that the next paragraph has above. */
    private double before;

    DocxBody(XWPFDocument document, OfficialPaper paper, PaperWords words, PaperLayout.Result layout) {
        this.document = document;
        this.paper = paper;
        this.words = words;
        this.layout = layout;
        this.gaps = new ArrayDeque<>(layout.gaps());
    }

    void write() {
        head();
        title();
        before = Math.max(0, layout.bodyStart() - y);
        paper.blocks().forEach(this::block);
        attendance();
        signature();
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

    private void title() {
        if (paper.title().isEmpty()) {
            return;
        }
        double above = 2 * PaperGrid.LINE;
        for (String line : TitleShape.lines(paper.title(), (int) (PaperGrid.WIDTH / PaperGrid.TITLE))) {
            DocxText.run(centred(above, TITLE_LINE), Face.TITLE, PaperGrid.TITLE, line);
            above = 0;
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

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> {
                XWPFParagraph paragraph = body();
                DocxText.properties(paragraph).addNewKeepNext();
                DocxText.properties(paragraph).addNewOutlineLvl().setVal(BigInteger.valueOf(heading.level() - 1L));
                DocxText.body(paragraph, PaperLayout.face(heading.level()), heading.text());
            }
            case Block.Paragraph text -> DocxText.body(body(), Face.FANGSONG, text.text());
            case Block.Table table -> {
                new DocxTable(document, new TablePlan(table, Metrics.NOMINAL), table).write();
                before = gaps.removeFirst();
            }
        }
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

    private void signature() {
        if (paper.signatory().isEmpty()) {
            return;
        }
        line();
        for (String text : new String[] {paper.signatory(), words.date(paper.date())}) {
            XWPFParagraph paragraph = line();
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
            DocxText.properties(paragraph).addNewKeepLines();
            DocxText.properties(paragraph).addNewInd().setRight(DocxText.twips(2 * PaperGrid.PITCH));
            DocxText.body(paragraph, Face.FANGSONG, text);
        }
    }
}
