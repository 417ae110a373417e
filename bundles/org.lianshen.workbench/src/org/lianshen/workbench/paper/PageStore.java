package org.lianshen.workbench.paper;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Canvas;
import org.lianshen.service.document.PagePictures.Pages;
import org.lianshen.service.document.PagePictures.Picture;
import org.lianshen.workbench.task.Tasks;

/**
 * Pictures of the pages that are looked at, made one at a time in the background. Those not looked at are kept while all together stay below a bound. All methods are
 * called on the UI thread.
 */
final class PageStore {

    /** Some hundred megabytes of four bytes. */
    static final long MOST_DOTS = 24_000_000;
    /** Finer pictures than this are drawn larger instead: a page has 9 million dots then. */
    private static final int MOST_DPI = 288;

    private final Canvas canvas;
    private final Tasks tasks;
    private final String label;
    private final Map<Integer, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private Pages pages;
    private boolean busy;
    private List<Integer> wanted = List.of();
    private int dpi;

    private record Kept(Image image, int dpi, long dots) {
    }

    PageStore(Canvas canvas, Tasks tasks, String label) {
        this.canvas = canvas;
        this.tasks = tasks;
        this.label = label;
        canvas.addDisposeListener(event -> clear());
    }

    void show(Pages shown) {
        clear();
        pages = shown;
    }

    private void clear() {
        kept.values().forEach(each -> each.image().dispose());
        kept.clear();
    }

    /** The picture at hand, whatever its fineness, or null. */
    Image image(int page) {
        Kept known = kept.get(page);
        return known == null ? null : known.image();
    }

    /** What is looked at now: made where it is not there in this fineness. */
    void want(List<Integer> seen, int fineness) {
        wanted = seen;
        dpi = Math.min(MOST_DPI, fineness);
        next();
    }

    long dots() {
        return kept.values().stream().mapToLong(Kept::dots).sum();
    }

    private void next() {
        if (busy || pages == null) {
            return;
        }
        wanted.stream().filter(page -> !kept.containsKey(page) || kept.get(page).dpi() != dpi).findFirst().ifPresent(page -> {
            busy = true;
            Pages from = pages;
            int fineness = dpi;
            tasks.run(canvas, label, progress -> data(from.picture(page, fineness)), data -> {
                busy = false;
                if (from == pages) {
                    keep(page, fineness, data);
                }
                next();
            }, failure -> {
                busy = false;
                if (from != pages) {
                    next();
                }
            });
        });
    }

    private void keep(int page, int fineness, ImageData data) {
        Kept before = kept.put(page, new Kept(new Image(canvas.getDisplay(), data), fineness, (long) data.width * data.height));
        if (before != null) {
            before.image().dispose();
        }
        shrink(wanted);
        canvas.redraw();
    }

    /** The longest unseen go first; what is looked at stays. */
    private void shrink(Collection<Integer> seen) {
        for (Iterator<Map.Entry<Integer, Kept>> each = kept.entrySet().iterator(); each.hasNext() && dots() > MOST_DOTS;) {
            Map.Entry<Integer, Kept> oldest = each.next();
            if (!seen.contains(oldest.getKey())) {
                oldest.getValue().image().dispose();
                each.remove();
            }
        }
    }

    static ImageData data(Picture picture) {
        var data = new ImageData(picture.width(), picture.height(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        for (int row = 0; row < picture.height(); row++) {
            data.setPixels(0, row, picture.width(), picture.rgb(), row * picture.width());
        }
        return data;
    }
}
