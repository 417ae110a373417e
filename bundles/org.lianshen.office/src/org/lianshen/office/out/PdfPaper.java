package org.lianshen.office.out;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

import org.lianshen.model.Message;
import org.lianshen.office.out.PaperPage.Ink;
import org.lianshen.service.document.PaperWriter;
import org.lianshen.service.document.OfficialPaper;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.CMYKColor;
import org.openpdf.text.pdf.GrayColor;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Official papers as PDF, every line where {@link PaperLayout} puts it, fonts of this machine embedded as subsets. */
@Component(service = PaperWriter.class)
public final class PdfPaper implements PaperWriter {

    private static final GrayColor WATERMARK = new GrayColor((float) PaperInk.WATERMARK);
    private static final int WATERMARK_ANGLE = 45;
    /** Y80 M80 of the standard's annex on colours. */
    private static final CMYKColor RED = new CMYKColor(0f, 0.8f, 0.8f, 0f);
    private static final GrayColor SHADE = new GrayColor((float) PaperInk.SHADE);

    private final List<Path> fontFolders;

    @Activate
    public PdfPaper() {
        this(FontCatalogue.usualFolders());
    }

    /** @param fontFolders where fonts are looked for, first found first taken */
    public PdfPaper(List<Path> fontFolders) {
        this.fontFolders = List.copyOf(fontFolders);
    }

    @Override
    public Format format() {
        return Format.PDF;
    }

    @Override
    public List<Message> write(List<OfficialPaper> papers, Path target) {
        PdfFonts fonts = fonts();
        WholeFile.write(target, out -> write(papers, fonts, out));
        return fonts.notices();
    }

    @Override
    public int pages(OfficialPaper paper) {
        return PaperLayout.lay(paper, fonts(), new PaperWords()).pages().size();
    }

    @Override
    public List<Message> bind(List<Leaf> leaves, Path target) {
        PdfFonts fonts = fonts();
        WholeFile.write(target, out -> PdfVolume.write(leaves, fonts, out));
        return fonts.notices();
    }

    @Override
    public int pages(Path file) {
        return PdfVolume.pages(file);
    }

    PdfFonts fonts() {
        return new PdfFonts(FontCatalogue.of(fontFolders));
    }

    static void write(List<OfficialPaper> papers, PdfFonts fonts, OutputStream out) {
        PaperWords words = new PaperWords();
        Document document = new Document();
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.addTitle(papers.getFirst().name());
        document.addSubject(papers.getFirst().head());
        for (OfficialPaper paper : papers) {
            for (PaperPage page : PaperLayout.lay(paper, fonts, words).pages()) {
                document.setPageSize(new Rectangle((float) page.frame().pageWidth, (float) page.frame().pageHeight));
                if (document.isOpen()) {
                    document.newPage();
                } else {
                    document.open();
                    writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-CN"));
                }
                writer.setPageEmpty(false);
                draw(writer.getDirectContent(), paper, page, fonts, words);
            }
        }
        document.close();
    }

    private static void draw(PdfContentByte canvas, OfficialPaper paper, PaperPage page, PdfFonts fonts, PaperWords words) {
        if (paper.draft()) {
            watermark(canvas, page.frame(), words.draft(), fonts);
        }
        for (PaperPage.Shade shade : page.shades()) {
            canvas.setColorFill(SHADE);
            canvas.rectangle((float) shade.x(), down(page, shade.y() + shade.height()), (float) shade.width(), (float) shade.height());
            canvas.fill();
        }
        for (PaperPage.Rule rule : page.rules()) {
            ink(canvas, rule.ink());
            canvas.setLineWidth((float) rule.thickness());
            canvas.moveTo((float) rule.x1(), down(page, rule.y1()));
            canvas.lineTo((float) rule.x2(), down(page, rule.y2()));
            canvas.stroke();
        }
        GlyphPen pen = new GlyphPen(canvas, page, fonts);
        for (PaperPage.Text text : page.texts()) {
            ink(canvas, text.ink());
            pen.draw(text);
        }
    }

    private static void watermark(PdfContentByte canvas, Frame frame, String word, PdfFonts fonts) {
        canvas.saveState();
        canvas.setColorFill(WATERMARK);
        canvas.beginText();
        canvas.setFontAndSize(fonts.font(Face.HEITI, word.codePointAt(0)), (float) PaperInk.WATERMARK_SIZE);
        canvas.showTextAligned(PdfContentByte.ALIGN_CENTER, word, (float) (frame.pageWidth / 2), (float) (frame.pageHeight / 2 - PaperInk.WATERMARK_SIZE / 3), WATERMARK_ANGLE);
        canvas.endText();
        canvas.restoreState();
    }

    private static void ink(PdfContentByte canvas, Ink ink) {
        canvas.setColorFill(ink == Ink.RED ? RED : GrayColor.GRAYBLACK);
        canvas.setColorStroke(ink == Ink.RED ? RED : GrayColor.GRAYBLACK);
    }

    /** PDF counts from the lower edge. */
    static float down(PaperPage page, double y) {
        return (float) (page.frame().pageHeight - y);
    }
}
