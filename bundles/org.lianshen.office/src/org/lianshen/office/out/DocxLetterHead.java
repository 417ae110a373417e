package org.lianshen.office.out;

import java.util.Locale;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/**
 * The name of the office and the red double lines of a letter. They stand outside the type area, so they are shapes that are placed on the page: lines as filled
 * rectangles, the name in a text box. All hang on the paragraph of the number.
 */
final class DocxLetterHead {

    private static final String SPACES = "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w10=\"urn:schemas-microsoft-com:office:word\" "
            + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String PLACE = "position:absolute;margin-left:%spt;margin-top:%spt;width:%spt;height:%spt;z-index:%d;mso-position-horizontal-relative:page;"
            + "mso-position-vertical-relative:page";
    private static final String RECTANGLE = "<xml-fragment %s><v:rect id=\"rule%d\" o:spid=\"_x0000_s%d\" style=\"%s\" fillcolor=\"#%s\" stroked=\"f\"/></xml-fragment>";
    private static final String BOX = "<xml-fragment %s><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
            + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
            + "<v:shape id=\"office\" o:spid=\"_x0000_s2070\" type=\"#_x0000_t202\" style=\"%s\" filled=\"f\" stroked=\"f\"><v:textbox inset=\"0,0,0,0\"><w:txbxContent>%s</w:txbxContent>"
            + "</v:textbox></v:shape></xml-fragment>";
    private static final int FIRST_SHAPE = 2071;

    private final XWPFDocument document;
    private final HeadShape shape;

    DocxLetterHead(XWPFDocument document, HeadShape shape) {
        this.document = document;
        this.shape = shape;
    }

    void write(XWPFParagraph anchor) {
        double line = shape.size() * DocxBody.HEAD_LINE;
        double above = DocxBody.BASELINE * line - PaperGrid.ASCENT * shape.size();
        String place = place(PaperGrid.LEFT, LetterHead.TOP - above, PaperGrid.WIDTH, line * shape.lines().size() + 2, 1);
        DocxText.shape(anchor, String.format(Locale.ROOT, BOX, SPACES, place, name(line)));
        int no = FIRST_SHAPE;
        for (LetterHead.Rule rule : LetterHead.rules(shape)) {
            String where = place(LetterHead.RULE_LEFT, rule.top(), LetterHead.RULE_RIGHT - LetterHead.RULE_LEFT, rule.thickness(), no - FIRST_SHAPE + 2);
            DocxText.shape(anchor, String.format(Locale.ROOT, RECTANGLE, SPACES, no - FIRST_SHAPE + 1, no, where, DocxBody.RED));
            no++;
        }
    }

    private static String place(double left, double top, double width, double height, int layer) {
        return String.format(Locale.ROOT, PLACE, points(left), points(top), points(width), points(height), layer);
    }

    private static String points(double points) {
        return String.format(Locale.ROOT, "%.2f", points);
    }

    /** The paragraphs of the text box, made by the document that they do not stay in. */
    private String name(double height) {
        var xml = new StringBuilder();
        for (String text : shape.lines()) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setAlignment(org.apache.poi.xwpf.usermodel.ParagraphAlignment.CENTER);
            DocxText.lines(paragraph, 0, height);
            DocxText.offGrid(paragraph);
            XWPFRun run = DocxText.run(paragraph, Face.TITLE, shape.size(), text);
            run.setColor(DocxBody.RED);
            if (shape.scale() < 1) {
                run.getCTR().getRPr().addNewW().setVal((int) Math.round(shape.scale() * 100));
            }
            xml.append(DocxText.xml(paragraph));
            document.removeBodyElement(document.getPosOfParagraph(paragraph));
        }
        return xml.toString();
    }
}
