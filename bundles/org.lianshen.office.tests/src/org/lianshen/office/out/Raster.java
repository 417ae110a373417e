package org.lianshen.office.out;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page of a produced file as ink on paper, at 300 dots an inch: what a ruler would measure. Millimetres from the upper left corner of the page. */
final class Raster {

    static final int DPI = 300;
    /** A dot. */
    static final double DOT = 25.4 / DPI;
    private final BufferedImage image;

    private Raster(BufferedImage image) {
        this.image = image;
    }

    /** A stretch of ink. */
    record Band(double from, double to) {

        double length() {
            return to - from;
        }

        double middle() {
            return (from + to) / 2;
        }
    }

    static List<Raster> pages(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            var renderer = new PDFRenderer(document);
            List<Raster> pages = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(new Raster(renderer.renderImageWithDPI(i, DPI)));
            }
            return pages;
        }
    }

    /** The page as it lies on the sheet: turned a quarter counter-clockwise. */
    Raster turned() {
        var turned = new BufferedImage(image.getHeight(), image.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                turned.setRGB(y, image.getWidth() - 1 - x, image.getRGB(x, y));
            }
        }
        return new Raster(turned);
    }

    double width() {
        return image.getWidth() * DOT;
    }

    double height() {
        return image.getHeight() * DOT;
    }

    private static int dot(double millimetres) {
        return (int) Math.round(millimetres / DOT);
    }

    /** Heights with ink on more than {@code share} of the width between {@code left} and {@code right}, from {@code top} to {@code bottom}. */
    List<Band> down(double left, double right, double top, double bottom, double share, IntPredicate ink) {
        int most = dot(right) - dot(left);
        return bands(dot(top), Math.min(dot(bottom), image.getHeight()), y -> {
            int count = 0;
            for (int x = dot(left); x < dot(right); x++) {
                count += ink.test(image.getRGB(x, y) & 0xFFFFFF) ? 1 : 0;
            }
            return count > share * most;
        });
    }

    /** Places from left to right with ink between two heights. */
    List<Band> across(double left, double right, double top, double bottom, double share, IntPredicate ink) {
        int most = dot(bottom) - dot(top);
        return bands(dot(left), Math.min(dot(right), image.getWidth()), x -> {
            int count = 0;
            for (int y = dot(top); y < dot(bottom); y++) {
                count += ink.test(image.getRGB(x, y) & 0xFFFFFF) ? 1 : 0;
            }
            return count > share * most;
        });
    }

    private static List<Band> bands(int from, int to, IntPredicate inked) {
        List<Band> bands = new ArrayList<>();
        int start = -1;
        for (int i = from; i <= to; i++) {
            boolean ink = i < to && inked.test(i);
            if (ink && start < 0) {
                start = i;
            } else if (!ink && start >= 0) {
                bands.add(new Band(start * DOT, i * DOT));
                start = -1;
            }
        }
        return bands;
    }
}
