package org.lianshen.office.out;

import java.util.List;

import org.lianshen.office.out.Line.Glyph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;

/** Draws set lines. Neighbours of one font at the same spacing go into one text operation, so that text can be searched and copied as words. */
final class GlyphPen {

    private static final double TINY = 0.005;

    private final PdfContentByte canvas;
    private final PaperPage page;
    private final PdfFonts fonts;

    GlyphPen(PdfContentByte canvas, PaperPage page, PdfFonts fonts) {
        this.canvas = canvas;
        this.page = page;
        this.fonts = fonts;
    }

    void draw(PaperPage.Text text) {
        List<Glyph> glyphs = text.line().glyphs();
        canvas.beginText();
        int start = 0;
        while (start < glyphs.size()) {
            Glyph first = glyphs.get(start);
            BaseFont font = fonts.font(first.face(), first.codePoint());
            double spacing = spacing(glyphs, start, text.size());
            int end = start + 1;
            while (end < glyphs.size() && font == fonts.font(glyphs.get(end).face(), glyphs.get(end).codePoint())
                    && Math.abs(place(glyphs, end - 1, text.size()) + spacing - glyphs.get(end).x()) < TINY) {
                end++;
            }
            show(text, glyphs.subList(start, end), font, end - start > 1 ? spacing : 0);
            start = end;
        }
        canvas.endText();
    }

    /** Where the pen is after a glyph. */
    private double place(List<Glyph> glyphs, int index, double size) {
        Glyph glyph = glyphs.get(index);
        return glyph.x() + fonts.advance(glyph.face(), glyph.codePoint()) * size;
    }

    private double spacing(List<Glyph> glyphs, int index, double size) {
        return index + 1 < glyphs.size() ? glyphs.get(index + 1).x() - place(glyphs, index, size) : 0;
    }

    private void show(PaperPage.Text text, List<Glyph> glyphs, BaseFont font, double spacing) {
        canvas.setFontAndSize(font, (float) text.size());
        canvas.setCharacterSpacing((float) spacing);
        canvas.setHorizontalScaling((float) (text.scale() * 100));
        double along = glyphs.getFirst().x() * text.scale();
        if (text.turned()) {
            canvas.setTextMatrix(0, -1, 1, 0, (float) text.x(), PdfPaper.down(page, text.baseline() + along));
        } else {
            canvas.setTextMatrix((float) (text.x() + along), PdfPaper.down(page, text.baseline()));
        }
        var shown = new StringBuilder();
        glyphs.forEach(glyph -> shown.appendCodePoint(fonts.shown(glyph.face(), glyph.codePoint())));
        canvas.showText(shown.toString());
    }
}
