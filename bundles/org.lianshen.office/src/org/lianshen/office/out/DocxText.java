package org.lianshen.office.out;

import java.math.BigInteger;

import javax.xml.namespace.QName;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/** Settings of paragraphs and runs that Word counts in twentieths of a point. */
final class DocxText {

    private DocxText() {
    }

    static BigInteger twips(double points) {
        return BigInteger.valueOf(Math.round(points * 20));
    }

    static CTPPr properties(XWPFParagraph paragraph) {
        return paragraph.getCTP().isSetPPr() ? paragraph.getCTP().getPPr() : paragraph.getCTP().addNewPPr();
    }

    /** Lines of exactly this height. @param before space above, in points */
    static void lines(XWPFParagraph paragraph, double before, double height) {
        CTPPr properties = properties(paragraph);
        CTSpacing spacing = properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
        spacing.setBefore(twips(before));
        spacing.setAfter(BigInteger.ZERO);
        spacing.setLine(twips(height));
        spacing.setLineRule(STLineSpacingRule.EXACT);
    }

    /** @param place from the left edge of the type area */
    static void rightTab(XWPFParagraph paragraph, double place) {
        CTTabStop stop = properties(paragraph).addNewTabs().addNewTab();
        stop.setVal(STTabJc.RIGHT);
        stop.setPos(twips(place));
    }

    /** Keeps out of a paragraph that has its own measures what Word adds: the document's grid, and space between Chinese and digits or letters. */
    static void offGrid(XWPFParagraph paragraph) {
        CTPPr properties = properties(paragraph);
        properties.addNewSnapToGrid().setVal(false);
        properties.addNewAutoSpaceDE().setVal(false);
        properties.addNewAutoSpaceDN().setVal(false);
    }

    /**
     * 3号 with the tracking that lets 28 characters stand in a line. Word counts it in twentieths of a point: 15.75 pt a character, 441 pt a line.
     */
    static XWPFRun body(XWPFParagraph paragraph, Face face, String text) {
        XWPFRun run = run(paragraph, face, PaperGrid.BODY, text);
        run.getCTR().getRPr().addNewSpacing().setVal(BigInteger.valueOf((long) Math.floor(PaperGrid.TRACKING * 20)));
        return run;
    }

    static XWPFRun run(XWPFParagraph paragraph, Face face, double size, String text) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        style(run, face, size);
        return run;
    }

    static void style(XWPFRun run, Face face, double size) {
        CTRPr properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        fonts(properties.addNewRFonts(), face);
        BigInteger halfPoints = BigInteger.valueOf(Math.round(size * 2));
        properties.addNewSz().setVal(halfPoints);
        properties.addNewSzCs().setVal(halfPoints);
    }

    /** Chinese and Western characters alike, as the standard has it. */
    static void fonts(CTFonts fonts, Face face) {
        fonts.setEastAsia(face.word());
        fonts.setAscii(face.word());
        fonts.setHAnsi(face.word());
        fonts.setCs(face.word());
    }

    /** A paragraph as text of a shape. */
    static String xml(XWPFParagraph paragraph) {
        return paragraph.getCTP().xmlText(new XmlOptions().setSaveSyntheticDocumentElement(new QName(CTP.type.getName().getNamespaceURI(), "p", "w")));
    }

    /** Hangs a shape (VML, the kind that Word and LibreOffice both place rightly) on a paragraph. */
    static void shape(XWPFParagraph anchor, String vml) {
        try {
            anchor.createRun().getCTR().addNewPict().set(XmlObject.Factory.parse(vml));
        } catch (XmlException e) {
            throw new IllegalStateException("shape", e);
        }
    }
}
