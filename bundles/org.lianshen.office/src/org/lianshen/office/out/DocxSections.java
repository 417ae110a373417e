package org.lianshen.office.out;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.lianshen.service.document.OfficialPaper;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Paper size, margins, line grid, page numbers and watermark of a Word document, and the break to the even page of the 版记. */
final class DocxSections {

    private static final double FOOTER_LINE = 20;
    /** From the lower edge of the paper, so that the 一字线 of an exact 20 pt line stands 7 mm below the type area. */
    private static final double FOOTER = PaperGrid.PAGE_HEIGHT - PaperGrid.BOTTOM - PaperGrid.PAGE_NUMBER_DROP - 9;
    /** Upper edge of that line on the upright page. */
    private static final double NUMBER_TOP = PaperGrid.PAGE_HEIGHT - FOOTER - FOOTER_LINE;
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

    private static final String TURNED_PLACE = "margin-left:%.2fpt;margin-top:%.2fpt;width:%.2fpt;height:%.2fpt";
    /** The foot of a landscape page: a text box at its left edge, where the upright pages have their lower one. */
    private static final String TURNED = """
            <xml-fragment xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
            <v:shape id="number%d" o:spid="_x0000_s%d" type="#_x0000_t202" style="position:absolute;%s;z-index:1;\
            mso-position-horizontal-relative:page;mso-position-vertical-relative:page" filled="f" stroked="f">
            <v:textbox inset="0,0,0,0" style="layout-flow:vertical"><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></xml-fragment>
            """;

    private final XWPFDocument document;
    private final PaperWords words;
    private OfficialPaper paper;
    private Frame frame;
    private int shapes;
    private boolean drafts;

    DocxSections(XWPFDocument document, PaperWords words) {
        this.document = document;
        this.words = words;
        document.createStyles().setStyles(styles());
        document.setEvenAndOddHeadings(true);
    }

    /** What is written after this is that paper, from a page of its own. */
    void begin(OfficialPaper next) {
        boolean first = paper == null;
        paper = next;
        frame = Frame.of(next.landscape());
        CTSectPr section;
        if (first) {
            section = document.getDocument().getBody().isSetSectPr() ? document.getDocument().getBody().getSectPr() : document.getDocument().getBody().addNewSectPr();
            size(section.addNewPgSz(), section.addNewPgMar());
            grid(section);
        } else {
            section = next(STSectionMark.NEXT_PAGE);
            size(section.getPgSz(), section.getPgMar());
        }
        if (!first || paper.numbering().first() > 1) {
            section.addNewPgNumType().setStart(BigInteger.valueOf(paper.numbering().first()));
        }
        XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(document, section);
        furnish(policy);
        if (paper.form() == OfficialPaper.Form.LETTER) {
            firstPageWithoutNumber(section, policy);
        }
    }

    /** Page numbers and watermark of a section. */
    private void furnish(XWPFHeaderFooterPolicy policy) {
        pageNumber(policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT), true);
        pageNumber(policy.createFooter(XWPFHeaderFooterPolicy.EVEN), false);
        header(policy, XWPFHeaderFooterPolicy.DEFAULT);
        header(policy, XWPFHeaderFooterPolicy.EVEN);
    }

    /** GB/T 9704-2012 10.1: the first page of a letter shows no number. */
    private void firstPageWithoutNumber(CTSectPr section, XWPFHeaderFooterPolicy policy) {
        section.addNewTitlePg();
        policy.createFooter(XWPFHeaderFooterPolicy.FIRST).createParagraph();
        header(policy, XWPFHeaderFooterPolicy.FIRST);
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
        CTSectPr last = turned(next(STSectionMark.EVEN_PAGE), Frame.PORTRAIT);
        if (!numbered) {
            XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(document, last);
            policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT);
            policy.createFooter(XWPFHeaderFooterPolicy.EVEN);
        }
        return line();
    }

    /** What is written after this stands on pages of the other direction. */
    void turn(Frame to) {
        turned(next(STSectionMark.NEXT_PAGE), to);
    }

    /** Ends the section. @return the next one, which has the measures, head and foot of this one */
    private CTSectPr next(STSectionMark.Enum kind) {
        CTSectPr last = document.getDocument().getBody().getSectPr();
        DocxText.properties(lastParagraph()).setSectPr((CTSectPr) last.copy());
        while (last.sizeOfFooterReferenceArray() > 0) {
            last.removeFooterReference(0);
        }
        while (last.sizeOfHeaderReferenceArray() > 0) {
            last.removeHeaderReference(0);
        }
        if (last.isSetTitlePg()) {
            last.unsetTitlePg();
        }
        if (last.isSetPgNumType()) {
            last.unsetPgNumType();
        }
        (last.isSetType() ? last.getType() : last.addNewType()).setVal(kind);
        return last;
    }

    private CTSectPr turned(CTSectPr section, Frame to) {
        if (to != frame) {
            frame = to;
            size(section.getPgSz(), section.getPgMar());
            furnish(new XWPFHeaderFooterPolicy(document, section));
        }
        return section;
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
        if (frame == Frame.LANDSCAPE) {
            turn(Frame.PORTRAIT);
            return line();
        }
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

    private void size(CTPageSz size, CTPageMar margins) {
        boolean landscape = frame == Frame.LANDSCAPE;
        size.setW(DocxText.twips(frame.pageWidth));
        size.setH(DocxText.twips(frame.pageHeight));
        size.setOrient(landscape ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        margins.setTop(DocxText.twips(frame.top));
        margins.setBottom(DocxText.twips(frame.pageHeight - frame.bottom()));
        margins.setLeft(DocxText.twips(frame.left));
        margins.setRight(DocxText.twips(frame.pageWidth - frame.right()));
        margins.setHeader(DocxText.twips(HEADER));
        margins.setFooter(DocxText.twips(landscape ? HEADER : FOOTER));
        margins.setGutter(BigInteger.ZERO);
    }

    /** Lines only: with a character grid LibreOffice moves the margins; 28 characters come from the tracking of the runs. */
    private static void grid(CTSectPr section) {
        CTDocGrid grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(DocxText.twips(PaperGrid.LINE));
    }

    private void pageNumber(XWPFFooter footer, boolean odd) {
        XWPFParagraph paragraph = footer.createParagraph();
        if (frame == Frame.PORTRAIT) {
            numberLine(paragraph, odd);
        } else {
            XWPFParagraph turned = document.createParagraph();
            numberLine(turned, odd);
            DocxText.lines(paragraph, 0, 1);
            DocxText.offGrid(paragraph);
            String place = String.format(Locale.ROOT, TURNED_PLACE, PaperGrid.PAGE_HEIGHT - NUMBER_TOP - FOOTER_LINE, PaperGrid.LEFT, FOOTER_LINE, PaperGrid.WIDTH);
            shapes++;
            DocxText.shape(paragraph, String.format(TURNED, shapes, 3072 + shapes, place, DocxText.xml(turned)));
            document.removeBodyElement(document.getPosOfParagraph(turned));
        }
    }

    /** The number outside; the code of the audit record, if any, inside. */
    private void numberLine(XWPFParagraph paragraph, boolean odd) {
        DocxText.lines(paragraph, 0, FOOTER_LINE);
        DocxText.offGrid(paragraph);
        CTInd indent = DocxText.properties(paragraph).addNewInd();
        if (!PageFoot.anchored(paper)) {
            paragraph.setAlignment(odd ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            if (odd) {
                indent.setRight(DocxText.twips(PaperGrid.SMALL));
            } else {
                indent.setLeft(DocxText.twips(PaperGrid.SMALL));
            }
            number(paragraph);
            return;
        }
        indent.setLeft(DocxText.twips(PaperGrid.SMALL));
        DocxText.rightTab(paragraph, PaperGrid.WIDTH - PaperGrid.SMALL);
        if (odd) {
            DocxText.run(paragraph, Face.FANGSONG, Imprint.ANCHOR_SIZE, words.anchor(paper.anchor())).addTab();
            number(paragraph);
        } else {
            number(paragraph).addTab();
            DocxText.run(paragraph, Face.FANGSONG, Imprint.ANCHOR_SIZE, words.anchor(paper.anchor()));
        }
    }

    /** @return the last run */
    private XWPFRun number(XWPFParagraph paragraph) {
        String[] dashes = words.pageNumber(0, paper.numbering().total()).split("0", 2);
        DocxText.run(paragraph, Face.SONG, PaperGrid.SMALL, dashes[0]);
        field(paragraph, STFldCharType.BEGIN);
        XWPFRun code = paragraph.createRun();
        code.getCTR().addNewInstrText().setStringValue(" PAGE ");
        DocxText.style(code, Face.SONG, PaperGrid.SMALL);
        field(paragraph, STFldCharType.SEPARATE);
        DocxText.run(paragraph, Face.SONG, PaperGrid.SMALL, "1");
        field(paragraph, STFldCharType.END);
        return DocxText.run(paragraph, Face.SONG, PaperGrid.SMALL, dashes[1]);
    }

    private static void field(XWPFParagraph paragraph, STFldCharType.Enum kind) {
        XWPFRun run = paragraph.createRun();
        DocxText.style(run, Face.SONG, PaperGrid.SMALL);
        run.getCTR().addNewFldChar().setFldCharType(kind);
    }

    /** The watermark of a draft; of a final paper after a draft an empty head, for else it would have that of the draft. */
    private void header(XWPFHeaderFooterPolicy policy, STHdrFtr.Enum pages) {
        drafts |= paper.draft();
        if (!drafts) {
            return;
        }
        XWPFParagraph paragraph = policy.createHeader(pages).createParagraph();
        if (!paper.draft()) {
            return;
        }
        shapes++;
        DocxText.shape(paragraph, String.format(WATERMARK, shapes, 2048 + shapes, Face.HEITI.word(), words.draft()));
    }
}
