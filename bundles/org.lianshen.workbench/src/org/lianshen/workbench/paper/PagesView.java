package org.lianshen.workbench.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.lianshen.service.document.PagePictures.Pages;
import org.lianshen.service.document.PagePictures.Size;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.task.Tasks;

/** Pages to look at and to turn: wheel and keys move, Ctrl with the wheel or with plus and minus zooms. */
public final class PagesView {

    /** How the zoom follows the window. */
    enum Fit {
        WIDTH, PAGE, NONE
    }

    private static final int[] STEPS = {50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400};

    private final Canvas canvas;
    private final Look look;
    private final PageStore store;
    private final int gap;
    private final List<Size> sizes = new ArrayList<>();
    private PageRoom room = new PageRoom(List.of(), new Point(0, 0));
    private Fit fit = Fit.WIDTH;
    private int percent = 100;
    private int columns = 1;
    private int page = 1;
    private IntConsumer turned = number -> {
    };
    private Runnable zoomed = () -> {
    };
    private IntConsumer pressed = number -> {
    };

    /** @param name spoken; {@code label} of the task that draws a page */
    public PagesView(Composite parent, Kit kit, Tasks tasks, String name, String label) {
        look = kit.look();
        gap = look.u(3);
        canvas = new Canvas(parent, SWT.H_SCROLL | SWT.V_SCROLL | SWT.DOUBLE_BUFFERED);
        canvas.setBackground(look.line());
        Kit.name(canvas, name);
        store = new PageStore(canvas, tasks, label);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.Resize, event -> layout());
        canvas.getVerticalBar().addListener(SWT.Selection, event -> moved());
        canvas.getHorizontalBar().addListener(SWT.Selection, event -> moved());
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    public Canvas control() {
        return canvas;
    }

    void onTurn(IntConsumer listener) {
        turned = listener;
    }

    void onZoom(Runnable listener) {
        zoomed = listener;
    }

    /** A page was pressed. */
    void onPress(IntConsumer listener) {
        pressed = listener;
    }

    /** In place of those before, which are no longer drawn then. */
    public void show(Pages pages) {
        sizes.clear();
        for (int i = 1; i <= pages.count(); i++) {
            sizes.add(pages.size(i));
        }
        store.show(pages);
        page = Math.min(page, Math.max(1, sizes.size()));
        layout();
        goTo(page);
    }

    int percent() {
        return percent;
    }

    int page() {
        return page;
    }

    int columns() {
        return columns;
    }

    Fit fit() {
        return fit;
    }

    void fit(Fit chosen) {
        fit = chosen;
        zoom();
    }

    void columns(int chosen) {
        columns = chosen;
        zoom();
    }

    /** One step up or down. */
    void step(int direction) {
        int next = direction > 0 ? STEPS[STEPS.length - 1] : STEPS[0];
        for (int i = 0; i < STEPS.length; i++) {
            int candidate = STEPS[direction > 0 ? i : STEPS.length - 1 - i];
            if (direction > 0 ? candidate > percent : candidate < percent) {
                next = candidate;
                break;
            }
        }
        percent(next);
    }

    void percent(int chosen) {
        fit = Fit.NONE;
        percent = Math.max(PageRoom.LEAST, Math.min(PageRoom.MOST, chosen));
        zoom();
    }

    /** The page at hand stays at hand. */
    private void zoom() {
        int kept = page;
        layout();
        goTo(kept);
        zoomed.run();
    }

    void goTo(int number) {
        if (sizes.isEmpty()) {
            return;
        }
        int wanted = Math.max(1, Math.min(sizes.size(), number));
        scroll(canvas.getVerticalBar(), room.pages().get(wanted - 1).y - gap);
        moved();
        turn(wanted);
    }

    private void layout() {
        Rectangle window = canvas.getClientArea();
        if (window.width == 0 || sizes.isEmpty()) {
            return;
        }
        int dpi = canvas.getDisplay().getDPI().x;
        if (fit != Fit.NONE) {
            percent = PageRoom.fitting(sizes, dpi, columns, gap, window.width, fit == Fit.PAGE ? window.height : 0);
        }
        room = PageRoom.of(sizes, dpi, percent, columns, gap, window.width);
        bar(canvas.getVerticalBar(), room.all().y, window.height);
        bar(canvas.getHorizontalBar(), room.all().x, window.width);
        moved();
    }

    private void bar(ScrollBar bar, int all, int shown) {
        bar.setVisible(all > shown);
        bar.setValues(Math.min(bar.getSelection(), Math.max(0, all - shown)), 0, Math.max(all, 1), Math.max(1, Math.min(shown, all)), look.u(8), Math.max(1, shown - look.u(8)));
    }

    private static void scroll(ScrollBar bar, int to) {
        bar.setSelection(Math.max(0, Math.min(to, bar.getMaximum() - bar.getThumb())));
    }

    private void moved() {
        Rectangle window = canvas.getClientArea();
        int top = canvas.getVerticalBar().getSelection();
        List<Integer> seen = room.seen(canvas.getHorizontalBar().getSelection(), top, window.width, window.height);
        store.want(seen, Math.max(1, canvas.getDisplay().getDPI().x * percent / 100));
        canvas.redraw();
        if (!seen.isEmpty()) {
            int middle = room.at(top + window.height / 2);
            // Two pages in a row: the one that was gone to stays the one at hand.
            if (room.pages().get(middle - 1).y != room.pages().get(Math.min(page, room.pages().size()) - 1).y) {
                turn(middle);
            }
        }
    }

    private void turn(int to) {
        if (to != page) {
            page = to;
            Kit.renamed(canvas);
        }
        turned.accept(to);
    }

    private void paint(Event event) {
        GC gc = event.gc;
        int left = canvas.getHorizontalBar().getSelection();
        int top = canvas.getVerticalBar().getSelection();
        Rectangle window = canvas.getClientArea();
        for (int number : room.seen(left, top, window.width, window.height)) {
            Rectangle place = room.pages().get(number - 1);
            int x = place.x - left;
            int y = place.y - top;
            Image image = store.image(number);
            if (image == null) {
                gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_WHITE));
                gc.fillRectangle(x, y, place.width, place.height);
            } else {
                Rectangle from = image.getBounds();
                gc.drawImage(image, 0, 0, from.width, from.height, x, y, place.width, place.height);
            }
            gc.setForeground(number == page && sizes.size() > 1 ? look.accent() : look.edge());
            gc.drawRectangle(x - 1, y - 1, place.width + 1, place.height + 1);
        }
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            event.doit = false;
            step(event.count > 0 ? 1 : -1);
        }
    }

    private void press(Event event) {
        canvas.setFocus();
        int left = canvas.getHorizontalBar().getSelection();
        int top = canvas.getVerticalBar().getSelection();
        for (int i = 0; i < room.pages().size(); i++) {
            if (room.pages().get(i).contains(event.x + left, event.y + top)) {
                turn(i + 1);
                canvas.redraw();
                pressed.accept(i + 1);
            }
        }
    }

    private void key(Event event) {
        int shown = canvas.getClientArea().height;
        ScrollBar bar = canvas.getVerticalBar();
        switch (event.keyCode) {
            case SWT.PAGE_DOWN -> goTo(page + columns);
            case SWT.PAGE_UP -> goTo(page - columns);
            case SWT.HOME -> goTo(1);
            case SWT.END -> goTo(sizes.size());
            case SWT.ARROW_DOWN -> roll(bar, look.u(10));
            case SWT.ARROW_UP -> roll(bar, -look.u(10));
            case ' ' -> roll(bar, shown - look.u(8));
            case SWT.ARROW_RIGHT -> roll(canvas.getHorizontalBar(), look.u(10));
            case SWT.ARROW_LEFT -> roll(canvas.getHorizontalBar(), -look.u(10));
            case '+', '=', SWT.KEYPAD_ADD -> step(1);
            case '-', SWT.KEYPAD_SUBTRACT -> step(-1);
            case '0' -> fit(Fit.WIDTH);
            default -> {
            }
        }
    }

    private void roll(ScrollBar bar, int by) {
        scroll(bar, bar.getSelection() + by);
        moved();
    }
}
