package org.lianshen.office.out;

import java.math.BigInteger;
import java.util.List;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.lianshen.service.document.OfficialPaper;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVAnchor;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STXAlign;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STYAlign;

/** The 版记 of a Word document: a table that floats at the foot of the type area, whatever stands above it. */
final class DocxImprint {

    private static final double LINE = 20;

    private final XWPFDocument document;
    private final OfficialPaper paper;
    private final PaperWords words;

    DocxImprint(XWPFDocument document, OfficialPaper paper, PaperWords words) {
        this.document = document;
        this.paper = paper;
        this.words = words;
    }

    void write() {
        boolean copies = !paper.copies().isEmpty();
        boolean anchor = !paper.anchor().isEmpty();
        XWPFTable table = document.createTable(1 + (copies ? 1 : 0) + (anchor ? 1 : 0), 1);
        DocxTable.settings(table, List.of(PaperGrid.WIDTH));
        DocxTable.margins(table, 0, PaperGrid.SMALL);
        rules(table);
        floatAtFoot(table);
        int row = 0;
        if (copies) {
            copies(cell(table.getRow(row), Imprint.ROW));
            row++;
        }
        printed(cell(table.getRow(row), Imprint.ROW));
        if (anchor) {
            XWPFParagraph paragraph = cell(table.getRow(row + 1), Imprint.ANCHOR_ROW);
            DocxText.lines(paragraph, 0, Imprint.ANCHOR_ROW - 3);
            DocxText.run(paragraph, Face.FANGSONG, Imprint.ANCHOR_SIZE, words.anchor(paper.anchor()));
        }
        XWPFParagraph end = document.createParagraph();
        DocxText.lines(end, 0, 1);
        DocxText.offGrid(end);
    }

    private static void rules(XWPFTable table) {
        int thick = DocxTable.eighths(PaperGrid.THICK).intValue();
        int thin = DocxTable.eighths(PaperGrid.THIN).intValue();
        table.setTopBorder(XWPFBorderType.SINGLE, thick, 0, "000000");
        table.setBottomBorder(XWPFBorderType.SINGLE, thick, 0, "000000");
        table.setInsideHBorder(XWPFBorderType.SINGLE, thin, 0, "000000");
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
    }

    private static void floatAtFoot(XWPFTable table) {
        CTTblPPr place = table.getCTTbl().getTblPr().addNewTblpPr();
        place.setLeftFromText(BigInteger.ZERO);
        place.setRightFromText(BigInteger.ZERO);
        place.setVertAnchor(STVAnchor.MARGIN);
        place.setHorzAnchor(STHAnchor.MARGIN);
        place.setTblpXSpec(STXAlign.CENTER);
        place.setTblpYSpec(STYAlign.BOTTOM);
    }

    private static XWPFParagraph cell(XWPFTableRow row, double height) {
        row.setHeight(DocxText.twips(height).intValueExact());
        row.setHeightRule(TableRowHeightRule.AT_LEAST);
        row.setCantSplitRow(true);
        XWPFTableCell cell = row.getCell(0);
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        DocxText.lines(paragraph, 0, LINE);
        DocxText.offGrid(paragraph);
        return paragraph;
    }

    private void copies(XWPFParagraph paragraph) {
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        double hang = words.copies().length() * PaperGrid.SMALL;
        CTInd indent = DocxText.properties(paragraph).addNewInd();
        indent.setLeft(DocxText.twips(hang));
        indent.setHanging(DocxText.twips(hang));
        DocxText.run(paragraph, Face.FANGSONG, PaperGrid.SMALL, words.copies() + paper.copies());
    }

    private void printed(XWPFParagraph paragraph) {
        CTTabStop stop = DocxText.properties(paragraph).addNewTabs().addNewTab();
        stop.setVal(STTabJc.RIGHT);
        stop.setPos(DocxText.twips(PaperGrid.WIDTH - 2 * PaperGrid.SMALL));
        DocxText.run(paragraph, Face.FANGSONG, PaperGrid.SMALL, paper.printedBy()).addTab();
        DocxText.run(paragraph, Face.FANGSONG, PaperGrid.SMALL, words.printedOn(paper.printedOn()));
    }
}
