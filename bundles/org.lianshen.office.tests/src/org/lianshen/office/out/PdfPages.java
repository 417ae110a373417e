package org.lianshen.office.out;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A PDF read back with another library than the one that wrote it: where each glyph stands, and where there is ink. Points from the upper left corner. */
final class PdfPages implements AutoCloseable {

    private static final int DPI = 144;
    private final PDDocument document;

    PdfPages(Path file) throws IOException {
        document = Loader.loadPDF(file.toFile());
    }

    /** Text of one baseline; {@code size} is that of its first glyph. */
    record Row(double baseline, double left, double right, double size, String text, List<TextPosition> glyphs) {
    }

    int count() {
        return document.getNumberOfPages();
    }

    String title() {
        return document.getDocumentInformation().getTitle();
    }

    /** Upright rows from top to bottom. @param page from 1 */
    List<Row> rows(int page) throws IOException {
        Map<Long, List<TextPosition>> rows = new TreeMap<>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                if (text.getDir() == 0) {
                    rows.computeIfAbsent(Math.round(text.getYDirAdj() * 10.0), y -> new ArrayList<>()).add(text);
                }
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return rows.values().stream().map(PdfPages::row).toList();
    }

    private static Row row(List<TextPosition> glyphs) {
        glyphs.sort((a, b) -> Float.compare(a.getXDirAdj(), b.getXDirAdj()));
        TextPosition first = glyphs.getFirst();
        TextPosition last = glyphs.getLast();
        var text = new StringBuilder();
        glyphs.forEach(glyph -> text.append(glyph.getUnicode()));
        return new Row(first.getYDirAdj(), first.getXDirAdj(), last.getXDirAdj() + last.getWidthDirAdj(), first.getFontSizeInPt(), text.toString(), glyphs);
    }

    /** Rows inside the type area that are set in 3号. */
    List<Row> body(int page) throws IOException {
        return rows(page).stream().filter(row -> Math.abs(row.size() - PaperGrid.BODY) < 0.01).toList();
    }

    String text(int page) throws IOException {
        var text = new StringBuilder();
        rows(page).forEach(row -> text.append(row.text()).append('\n'));
        return text.toString();
    }

    /** All text of a page, also that which is not upright. */
    String everything(int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    List<PDFont> fonts(int page) throws IOException {
        PDPage found = document.getPage(page - 1);
        List<PDFont> fonts = new ArrayList<>();
        for (var name : found.getResources().getFontNames()) {
            fonts.add(found.getResources().getFont(name));
        }
        return fonts;
    }

    PDPage page(int page) {
        return document.getPage(page - 1);
    }

    /** Heights at which at least {@code share} of the type area's width is ink of the kind. */
    List<Double> inked(int page, double share, IntPredicate ink) throws IOException {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page - 1, DPI);
        double scale = DPI / 72.0;
        int left = (int) (PaperGrid.LEFT * scale);
        int right = (int) (PaperGrid.RIGHT * scale);
        List<Double> heights = new ArrayList<>();
        for (int y = 0; y < image.getHeight(); y++) {
            int count = 0;
            for (int x = left; x < right; x++) {
                count += ink.test(image.getRGB(x, y) & 0xFFFFFF) ? 1 : 0;
            }
            if (count > 0 && count >= share * (right - left)) {
                heights.add(y / scale);
            }
        }
        return heights;
    }

    /** Left and right end of each run of ink at a height. */
    List<double[]> extents(int page, double height, IntPredicate ink) throws IOException {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page - 1, DPI);
        double scale = DPI / 72.0;
        List<double[]> runs = new ArrayList<>();
        int from = -1;
        for (int x = 0; x <= image.getWidth(); x++) {
            boolean inked = x < image.getWidth() && ink.test(image.getRGB(x, (int) (height * scale)) & 0xFFFFFF);
            if (inked && from < 0) {
                from = x;
            } else if (!inked && from >= 0) {
                runs.add(new double[] {from / scale, x / scale});
                from = -1;
            }
        }
        return runs;
    }

    /** Heights that follow each other without a gap, together. */
    static List<List<Double>> groups(List<Double> heights) {
        List<List<Double>> groups = new ArrayList<>();
        for (double height : heights) {
            if (groups.isEmpty() || height - groups.getLast().getLast() > 1.5 * 72 / DPI) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(height);
        }
        return groups;
    }

    static boolean red(int rgb) {
        return (rgb >> 16 & 0xFF) > 180 && (rgb >> 8 & 0xFF) < 120 && (rgb & 0xFF) < 120;
    }

    static boolean black(int rgb) {
        return (rgb >> 16 & 0xFF) < 140 && (rgb >> 8 & 0xFF) < 140 && (rgb & 0xFF) < 140;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
