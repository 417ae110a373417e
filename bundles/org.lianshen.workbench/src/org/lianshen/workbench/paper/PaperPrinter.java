package org.lianshen.workbench.paper;

import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.service.document.PagePictures.Pages;
import org.lianshen.service.document.PagePictures.Picture;
import org.lianshen.service.document.PagePictures.Size;

/** Prints pages at their true size in the printer's resolution, a strip at a time. Runs on any thread but the UI thread. */
final class PaperPrinter {

    /** Finer dots than these nobody sees. */
    private static final int MOST_DPI = 600;
    private static final int STRIP = 256;

    private final PrinterData chosen;
    private final Pages pages;
    private final List<Integer> starts;

    /** @param chosen as the print dialog gives it: printer, range, copies, sides */
    PaperPrinter(PrinterData chosen, Pages pages, List<Integer> starts) {
        this.chosen = chosen;
        this.pages = pages;
        this.starts = starts;
    }

    List<Integer> plan() {
        boolean range = chosen.scope == PrinterData.PAGE_RANGE;
        int from = range ? Math.max(1, chosen.startPage) : 1;
        int to = range ? Math.min(pages.count(), chosen.endPage) : pages.count();
        boolean duplex = chosen.duplex == PrinterData.DUPLEX_LONG_EDGE || chosen.duplex == PrinterData.DUPLEX_SHORT_EDGE;
        return PrintPlan.pages(starts, from, to, Math.max(1, chosen.copyCount), chosen.collate, duplex);
    }

    /**
     * @return sides printed
     * @throws UserProblem where the printer takes no job
     */
    int print(String name, Progress progress) {
        List<Integer> plan = plan();
        // Copies are in the plan: a driver that made them too would print their square.
        chosen.copyCount = 1;
        var printer = new Printer(chosen);
        try {
            if (!printer.startJob(name)) {
                throw UserProblem.of("paper.printerRefused", String.valueOf(chosen.name));
            }
            for (int done = 0; done < plan.size(); done++) {
                progress.check();
                side(printer, plan.get(done), progress);
                progress.at(done + 1, plan.size());
            }
            printer.endJob();
            return plan.size();
        } catch (RuntimeException stopped) {
            printer.cancelJob();
            throw stopped;
        } finally {
            printer.dispose();
        }
    }

    private void side(Printer printer, int page, Progress progress) {
        if (!printer.startPage()) {
            throw UserProblem.of("paper.printerRefused", String.valueOf(chosen.name));
        }
        if (page != PrintPlan.BLANK) {
            var gc = new GC(printer);
            try {
                draw(printer, gc, page, progress);
            } finally {
                gc.dispose();
            }
        }
        printer.endPage();
    }

    private void draw(Printer printer, GC gc, int page, Progress progress) {
        Size size = pages.size(page);
        Point dots = printer.getDPI();
        boolean turned = PrintPlan.turned(size, printer.getBounds());
        Rectangle place = PrintPlan.place(size, turned, printer.computeTrim(0, 0, 0, 0), dots.x, dots.y);
        int dpi = Math.min(MOST_DPI, Math.max(dots.x, dots.y));
        int rows = size.rows(dpi);
        for (int top = 0; top < rows; top += STRIP) {
            progress.check();
            int height = Math.min(STRIP, rows - top);
            Picture strip = pages.picture(page, dpi, top, height);
            ImageData data = turned ? turned(strip) : PageStore.data(strip);
            var image = new Image(printer, data);
            Rectangle to = turned ? new Rectangle(place.x + scaled(top, place.width, rows), place.y, scaled(top + height, place.width, rows) - scaled(top, place.width, rows), place.height)
                    : new Rectangle(place.x, place.y + scaled(top, place.height, rows), place.width, scaled(top + height, place.height, rows) - scaled(top, place.height, rows));
            gc.drawImage(image, 0, 0, data.width, data.height, to.x, to.y, to.width, to.height);
            image.dispose();
        }
    }

    private static int scaled(int row, int length, int rows) {
        return (int) Math.round((double) row * length / rows);
    }

    /** A quarter counter-clockwise: its upper edge at the left. */
    static ImageData turned(Picture strip) {
        int[] rgb = new int[strip.rgb().length];
        for (int row = 0; row < strip.height(); row++) {
            for (int column = 0; column < strip.width(); column++) {
                rgb[(strip.width() - 1 - column) * strip.height() + row] = strip.rgb()[row * strip.width() + column];
            }
        }
        return PageStore.data(new Picture(strip.height(), strip.width(), rgb));
    }
}
