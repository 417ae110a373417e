package org.lianshen.office.out;

import java.util.List;
import java.util.Locale;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlOptions;
import org.lianshen.service.document.OfficialPaper;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;

/**
 * The 版记 of a Word document: a table in a text box that stands at the foot of the type area, whatever stands above it. Of the ways to put something at the foot of
 * a page this is the one that Word and LibreOffice both follow; floating tables and paragraph frames end up below the text in LibreOffice.
 */
final class DocxImprint {

    private static final double LINE = 20;
    private static final String BOX = """
            <xml-fragment xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word" \
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
            <v:shape id="imprint" o:spid="_x0000_s2060" type="#_x0000_t202" style="position:absolute;margin-left:0;margin-top:0;width:%spt;height:%spt;z-index:1;\
            mso-position-horizontal:left;mso-position-horizontal-relative:margin;mso-position-vertical:bottom;mso-position-vertical-relative:margin" filled="f" stroked="f">
            <v:textbox inset="0,0,0,0"><w:txbxContent>%s<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="2" w:lineRule="exact"/></w:pPr></w:p></w:txbxContent></v:textbox>
            <w10:wrap type="topAndBottom"/></v:shape></xml-fragment>
            """;

    private final XWPFDocument document;
    private final OfficialPaper paper;
    private final PaperWords words;

    DocxImprint(XWPFDocument document, OfficialPaper paper, PaperWords words) {
        this.document = document;
        this.paper = paper;
        this.words = words;
    }

    /** @param anchor a paragraph of the page that the 版记 stands on */
    void write(XWPFParagraph anchor) {
        XWPFTable table = table();
        String xml = table.getCTTbl().xmlText(new XmlOptions().setSaveSyntheticDocumentElement(new javax.xml.namespace.QName(CTTbl.type.getName().getNamespaceURI(), "tbl", "w")));
        document.removeBodyElement(document.getPosOfTable(table));
        double height = new Imprint(paper, Metrics.NOMINAL, words).height() + 1;
        DocxText.shape(anchor, String.format(Locale.ROOT, BOX, points(PaperGrid.WIDTH), points(height), xml));
    }

    private static String points(double points) {
        return String.format(Locale.ROOT, "%.1f", points);
    }

    private XWPFTable table() {
        if (paper.form() == OfficialPaper.Form.LETTER) {
            XWPFTable table = document.createTable(1, 1);
            DocxTable.settings(table, PaperGrid.WIDTH, List.of(PaperGrid.WIDTH));
            DocxTable.margins(table, 0, PaperGrid.SMALL);
            table.removeBorders();
            copies(cell(table.getRow(0), Imprint.ROW));
            return table;
        }
        boolean copies = !paper.copies().isEmpty();
        boolean anchor = !paper.anchor().isEmpty();
        XWPFTable table = document.createTable(1 + (copies ? 1 : 0) + (anchor ? 1 : 0), 1);
        DocxTable.settings(table, PaperGrid.WIDTH, List.of(PaperGrid.WIDTH));
        DocxTable.margins(table, 0, PaperGrid.SMALL);
        rules(table);
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
        return table;
    }

    private static void rules(XWPFTable table) {
        int thick = (int) Math.round(PaperGrid.THICK * 8);
        int thin = (int) Math.round(PaperGrid.THIN * 8);
        table.setTopBorder(XWPFBorderType.SINGLE, thick, 0, "000000");
        table.setBottomBorder(XWPFBorderType.SINGLE, thick, 0, "000000");
        table.setInsideHBorder(XWPFBorderType.SINGLE, thin, 0, "000000");
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
    }

    private static XWPFParagraph cell(XWPFTableRow row, double height) {
        row.setHeight(DocxText.twips(height).intValueExact());
        row.setHeightRule(TableRowHeightRule.AT_LEAST);
        row.setCantSplitRow(true);
        XWPFTableCell cell = row.getCell(0);
        DocxTable.width(cell, PaperGrid.WIDTH);
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
        DocxText.rightTab(paragraph, PaperGrid.WIDTH - 2 * PaperGrid.SMALL);
        DocxText.run(paragraph, Face.FANGSONG, PaperGrid.SMALL, paper.printedBy()).addTab();
        DocxText.run(paragraph, Face.FANGSONG, PaperGrid.SMALL, words.printedOn(paper.printedOn()));
    }
}
