package org.lianshen.workbench.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.service.Progress;
import org.lianshen.workbench.testing.UiTest;

/** Prints to a file and measures what is in it. */
class PaperPrinterTest {

    private static final int DPI = 254;

    @TempDir
    Path folder;
    private final Papers papers = new Papers();

    /** The printer that GTK has for files, without any print server. */
    private PrinterData toFile(Path target) {
        PrinterData file = Arrays.stream(Printer.getPrinterList()).filter(each -> "GtkPrintBackendFile".equals(each.driver)).findFirst().orElse(null);
        assumeTrue(file != null, "only GTK prints to a file without a person at the dialog");
        file.printToFile = true;
        file.fileName = target.toString();
        return file;
    }

    private void print(UiTest ui, PrinterData chosen, int sides) throws Exception {
        var pages = new JoinedPages(List.of(papers.open(List.of())));
        var printed = CompletableFuture.supplyAsync(() -> new PaperPrinter(chosen, pages, pages.starts()).print("纪要", Progress.NONE));
        ui.until(printed::isDone, "printing");
        assertEquals(sides, printed.get());
        Path target = Path.of(chosen.fileName);
        ui.until(() -> whole(target), "the file");
    }

    private static boolean whole(Path file) {
        try (var document = Loader.loadPDF(file.toFile())) {
            return document.getNumberOfPages() > 0;
        } catch (java.io.IOException notYet) {
            return false;
        }
    }

    private void measured(Path file, int page, double left, double top) throws Exception {
        try (var document = Loader.loadPDF(file.toFile())) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page - 1, DPI);
            assertEquals(210, image.getWidth() * 25.4 / DPI, 1);
            assertEquals(297, image.getHeight() * 25.4 / DPI, 1);
            int minX = Integer.MAX_VALUE;
            int minY = Integer.MAX_VALUE;
            int maxX = 0;
            int maxY = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    if ((image.getRGB(x, y) & 0xFF) < 128) {
                        minX = Math.min(minX, x);
                        minY = Math.min(minY, y);
                        maxX = Math.max(maxX, x);
                        maxY = Math.max(maxY, y);
                    }
                }
            }
            assertEquals(left, minX * 25.4 / DPI, 0.5, "left edge in mm");
            assertEquals(top, minY * 25.4 / DPI, 0.5, "upper edge in mm");
            assertEquals(Papers.SIDE, (maxX - minX) * 25.4 / DPI, 0.5, "width in mm");
            assertEquals(Papers.SIDE, (maxY - minY) * 25.4 / DPI, 0.5, "height in mm");
        }
    }

    @Test
    void pagesComeOutAtTheirSizeAndPlace() throws Exception {
        try (var ui = new UiTest(folder)) {
            Path target = folder.resolve("out.pdf");
            PrinterData chosen = toFile(target);
            chosen.scope = PrinterData.PAGE_RANGE;
            chosen.startPage = 2;
            chosen.endPage = 3;
            print(ui, chosen, 2);
            try (var document = Loader.loadPDF(target.toFile())) {
                assertEquals(2, document.getNumberOfPages());
            }
            measured(target, 1, Papers.LEFT, Papers.TOP);
            measured(target, 2, Papers.LEFT, Papers.TOP);
        }
    }

    @Test
    void aWidePageIsTurnedOnTheSheet() throws Exception {
        papers.landscape = true;
        papers.count = 1;
        try (var ui = new UiTest(folder)) {
            Path target = folder.resolve("wide.pdf");
            print(ui, toFile(target), 1);
            measured(target, 1, Papers.TOP, 297 - Papers.LEFT - Papers.SIDE);
        }
    }

    @Test
    void aCancelledJobStops() {
        try (var ui = new UiTest(folder)) {
            PrinterData chosen = toFile(folder.resolve("none.pdf"));
            var pages = new JoinedPages(List.of(papers.open(List.of())));
            var stopped = new Progress() {
                @Override
                public void at(long done, long total) {
                }

                @Override
                public boolean cancelled() {
                    return true;
                }
            };
            assertThrows(Progress.Cancelled.class, () -> new PaperPrinter(chosen, pages, pages.starts()).print("纪要", stopped));
            assertTrue(Files.notExists(folder.resolve("none.pdf")));
        }
    }
}
