package org.lianshen.office.out;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.lianshen.model.Message;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.PagePictures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Pictures of the very pages that go into the PDF, drawn by another library than the one that writes it. */
@Component(service = PagePictures.class)
public final class PdfPictures implements PagePictures {

    private final PdfPaper writer;

    @Activate
    public PdfPictures() {
        this(FontCatalogue.usualFolders());
    }

    /** @param fontFolders where fonts are looked for, first found first taken */
    public PdfPictures(List<Path> fontFolders) {
        this.writer = new PdfPaper(fontFolders);
    }

    @Override
    public Pages open(List<OfficialPaper> papers) {
        PdfFonts fonts = writer.fonts();
        var file = new ByteArrayOutputStream();
        PdfPaper.write(papers, fonts, file);
        try {
            return new Drawn(Loader.loadPDF(file.toByteArray()), fonts.notices());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Drawn implements Pages {

        private static final double MM = 25.4 / 72;
        private final PDDocument document;
        private final PDFRenderer renderer;
        private final List<Message> notices;

        Drawn(PDDocument document, List<Message> notices) {
            this.document = document;
            this.renderer = new PDFRenderer(document);
            this.notices = notices;
        }

        @Override
        public synchronized int count() {
            return document.getNumberOfPages();
        }

        @Override
        public synchronized Size size(int page) {
            PDRectangle box = document.getPage(page - 1).getMediaBox();
            return new Size(box.getWidth() * MM, box.getHeight() * MM);
        }

        @Override
        public synchronized Picture picture(int page, int dpi, int top, int rows) {
            int width = size(page).columns(dpi);
            BufferedImage image = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            try {
                graphics.setBackground(Color.WHITE);
                graphics.clearRect(0, 0, width, rows);
                graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
                graphics.translate(0, -top);
                renderer.renderPageToGraphics(page - 1, graphics, dpi / 72f);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                graphics.dispose();
            }
            return new Picture(width, rows, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        }

        @Override
        public List<Message> notices() {
            return notices;
        }

        @Override
        public synchronized void close() {
            try {
                document.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
