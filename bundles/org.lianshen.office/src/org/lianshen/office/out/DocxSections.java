package org.lianshen.office.out;

import java.math.BigInteger;
import java.util.List;

import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.lianshen.service.document.OfficialPaper;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Paper size, margins, line grid, page numbers and watermark of a Word document, and the break to the even page of the 版记. */
final class DocxSections {

    private static final double FOOTER_LINE = 20;
    /** From the lower edge of the paper, so that the 一字线 of an exact 20 pt line stands 7 mm below the type area. */
    private static final double FOOTER = PaperGrid.PAGE_HEIGHT - PaperGrid.BOTTOM - PaperGrid.PAGE_NUMBER_DROP - 9;
    private static final double HEADER = PaperGrid.mm(15);
    private static final String WATERMARK = """
            <xml-fragment xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word">
            <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
            <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>
            <v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>
            <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
            <v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>
            <v:shape id="watermark%d" o:spid="_x0000_s%d" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:390pt;height:130pt;rotation:315;z-index:-251658752;\
            mso-position-horizontal:center;mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page" fillcolor="#e6e6e6" stroked="f">
            <v:textpath style="font-family:&quot;%s&quot;;font-size:1pt" string="%s"/></v:shape></xml-fragment>
            """;

    private final XWPFDocument document;
    private final OfficialPaper paper;
    private final PaperWords words;

    DocxSections(XWPFDocument document, OfficialPaper paper, PaperWords words) {
        this.document = document;
        this.paper = paper;
        this.words = words;
    }

    void prepare() {
        document.createStyles().setStyles(styles());
        document.setEvenAndOddHeadings(true);
        measures(document.getDocument().getBody().isSetSectPr() ? document.getDocument().getBody().getSectPr() : document.getDocument().getBody().addNewSectPr());
        XWPFHeaderFooterPolicy policy = document.createHeaderFooterPolicy();
        pageNumber(policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT), ParagraphAlignment.RIGHT);
        pageNumber(policy.createFooter(XWPFHeaderFooterPolicy.EVEN), ParagraphAlignment.LEFT);
        if (paper.draft()) {
            watermark(policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT), 1);
            watermark(policy.createHeader(XWPFHeaderFooterPolicy.EVEN), 2);
        }
        if (paper.form() == OfficialPaper.Form.LETTER) {
            firstPageWithoutNumber(policy);
        }
    }

    /** GB/T 9704-2012 10.1: the first page of a letter shows no number. */
    private void firstPageWithoutNumber(XWPFHeaderFooterPolicy policy) {
        document.getDocument().getBody().getSectPr().addNewTitlePg();
        policy.createFooter(XWPFHeaderFooterPolicy.FIRST).createParagraph();
        if (paper.draft()) {
            watermark(policy.createHeader(XWPFHeaderFooterPolicy.FIRST), 3);
        }
    }

    /** 3号 仿宋 is the default, so that what somebody adds by hand looks like the rest. */
    private static CTStyles styles() {
        CTStyles styles = CTStyles.Factory.newInstance();
        CTRPr run = styles.addNewDocDefaults().addNewRPrDefault().addNewRPr();
        DocxText.fonts(run.addNewRFonts(), Face.FANGSONG);
        run.addNewSz().setVal(BigInteger.valueOf(Math.round(PaperGrid.BODY * 2)));
        run.addNewLang().setEastAsia("zh-CN");
        CTStyle normal = styles.addNewStyle();
        normal.setType(STStyleType.PARAGRAPH);
        normal.setDefault(true);
        normal.setStyleId("Normal");
        normal.addNewName().setVal("Normal");
        return styles;
    }

    /**
     * What is written after this stands on the next even page; Word leaves a blank page where it must.
     *
     * @param numbered whether that page carries its number: not where a blank page comes before it
     * @return the only paragraph of that page
     */
    XWPFParagraph breakToEvenPage(boolean numbered) {
        CTSectPr last = document.getDocument().getBody().getSectPr();
        CTSectPr body = (CTSectPr) last.copy();
        XWPFParagraph end = lastParagraph();
        DocxText.properties(end).setSectPr(body);
        while (last.sizeOfFooterReferenceArray() > 0) {
            last.removeFooterReference(0);
        }
        while (last.sizeOfHeaderReferenceArray() > 0) {
            last.removeHeaderReference(0);
        }
        last.addNewType().setVal(STSectionMark.EVEN_PAGE);
        if (!numbered) {
            XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(document, last);
            policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT);
            policy.createFooter(XWPFHeaderFooterPolicy.EVEN);
        }
        return line();
    }

    /** The last paragraph of the body; after a table there is none yet. */
    private XWPFParagraph lastParagraph() {
        List<org.apache.poi.xwpf.usermodel.IBodyElement> elements = document.getBodyElements();
        if (elements.getLast() instanceof XWPFParagraph paragraph) {
            return paragraph;
        }
        return line();
    }

    /** @return the only paragraph of the next page */
    XWPFParagraph breakToPage() {
        XWPFParagraph line = line();
        DocxText.properties(line).addNewPageBreakBefore();
        return line;
    }

    /** A line that takes next to no room. */
    XWPFParagraph line() {
        XWPFParagraph line = document.createParagraph();
        DocxText.lines(line, 0, 1);
        DocxText.offGrid(line);
        return line;
    }

    private static void measures(CTSectPr section) {
        CTPageSz size = section.addNewPgSz();
        size.setW(DocxText.twips(PaperGrid.PAGE_WIDTH));
        size.setH(DocxText.twips(PaperGrid.PAGE_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(DocxText.twips(PaperGrid.TOP));
        margins.setBottom(DocxText.twips(PaperGrid.PAGE_HEIGHT - PaperGrid.BOTTOM));
        margins.setLeft(DocxText.twips(PaperGrid.LEFT));
        margins.setRight(DocxText.twips(PaperGrid.PAGE_WIDTH - PaperGrid.RIGHT));
        margins.setHeader(DocxText.twips(HEADER));
        margins.setFooter(DocxText.twips(FOOTER));
        margins.setGutter(BigInteger.ZERO);
        CTDocGrid grid = section.addNewDocGrid();
        // Lines only: with a character grid LibreOffice moves the margins; 28 characters come from the tracking of the runs.
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(DocxText.twips(PaperGrid.LINE));
    }

    private void pageNumber(XWPFFooter footer, ParagraphAlignment side) {
        XWPFParagraph paragraph = footer.createParagraph();
        paragraph.setAlignment(side);
        DocxText.lines(paragraph, 0, FOOTER_LINE);
        DocxText.offGrid(paragraph);
        if (side == ParagraphAlignment.RIGHT) {
            DocxText.properties(paragraph).addNewInd().setRight(DocxText.twips(PaperGrid.SMALL));
        } else {
            DocxText.properties(paragraph).addNewInd().setLeft(DocxText.twips(PaperGrid.SMALL));
        }
        String[] dashes = words.pageNumber(0).split("0", 2);
        DocxText.run(paragraph, Face.SONG, PaperGrid.SMALL, dashes[0]);
        field(paragraph, STFldCharType.BEGIN);
        XWPFRun code = paragraph.createRun();
        code.getCTR().addNewInstrText().setStringValue(" PAGE ");
        DocxText.style(code, Face.SONG, PaperGrid.SMALL);
        field(paragraph, STFldCharType.SEPARATE);
        DocxText.run(paragraph, Face.SONG, PaperGrid.SMALL, "1");
        field(paragraph, STFldCharType.END);
        DocxText.run(paragraph, Face.SONG, PaperGrid.SMALL, dashes[1]);
    }

    private static void field(XWPFParagraph paragraph, STFldCharType.Enum kind) {
        XWPFRun run = paragraph.createRun();
        DocxText.style(run, Face.SONG, PaperGrid.SMALL);
        run.getCTR().addNewFldChar().setFldCharType(kind);
    }

    private void watermark(XWPFHeader header, int number) {
        try {
            XmlObject shape = XmlObject.Factory.parse(String.format(WATERMARK, number, 2048 + number, Face.HEITI.word(), words.draft()));
            header.createParagraph().createRun().getCTR().addNewPict().set(shape);
        } catch (XmlException e) {
            throw new IllegalStateException("watermark", e);
        }
    }
}
