package org.lianshen.workbench.kit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/**
 * The buttons of a head on one line. Where there is no room for all, those furthest from the primary one stand in a menu: the last buttons of a head are the weightiest.
 * What is no button (a year, a choice) keeps its place.
 */
final class ActionRow extends Layout {

    private final int gap;
    private final FlatButton more;
    private List<FlatButton> left = List.of();

    ActionRow(Kit kit, Composite row, int gap) {
        this.gap = gap;
        more = kit.button(row, kit.messages().moreActions, this::showMenu);
        more.setVisible(false);
    }

    /** The buttons that stand in the menu now. */
    List<FlatButton> inMenu() {
        return left;
    }

    /** Takes all buttons away, for a part that makes them anew. */
    void clear(Composite row) {
        left = List.of();
        for (Control child : row.getChildren()) {
            if (child != more) {
                child.dispose();
            }
        }
    }

    @Override
    protected Point computeSize(Composite row, int wHint, int hHint, boolean flushCache) {
        int height = 0;
        for (Control child : shown(row)) {
            height = Math.max(height, child.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache).y);
        }
        int natural = width(shown(row), flushCache);
        return new Point(wHint == SWT.DEFAULT ? natural : Math.min(natural, wHint), height);
    }

    @Override
    protected void layout(Composite row, boolean flushCache) {
        Rectangle area = row.getClientArea();
        List<Control> kept = shown(row);
        var given = new ArrayList<FlatButton>();
        if (width(kept, flushCache) > area.width) {
            int room = area.width - gap - more.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache).x;
            while (width(kept, flushCache) > room && kept.stream().anyMatch(ActionRow::mayGo)) {
                var goes = (FlatButton) kept.stream().filter(ActionRow::mayGo).findFirst().orElseThrow();
                kept.remove(goes);
                given.add(goes);
            }
        }
        left = List.copyOf(given);
        // A control without a size is neither seen nor reached by the keyboard, and remains visible as far as its part is concerned.
        left.forEach(button -> button.setBounds(0, 0, 0, 0));
        more.setVisible(!left.isEmpty());
        if (!left.isEmpty()) {
            kept.add((int) kept.stream().takeWhile(child -> !(child instanceof FlatButton)).count(), more);
        }
        int x = area.x + Math.max(0, area.width - width(kept, flushCache));
        for (Control child : kept) {
            Point size = child.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache);
            child.setBounds(x, area.y + (area.height - size.y) / 2, size.x, size.y);
            x += size.x + gap;
        }
    }

    private static boolean mayGo(Control child) {
        return child instanceof FlatButton button && !button.isPrimary();
    }

    private List<Control> shown(Composite row) {
        var shown = new ArrayList<Control>();
        for (Control child : row.getChildren()) {
            if (child != more && child.getVisible()) {
                shown.add(child);
            }
        }
        return shown;
    }

    private int width(List<Control> children, boolean flushCache) {
        int width = Math.max(0, children.size() - 1) * gap;
        for (Control child : children) {
            width += child.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache).x;
        }
        return width;
    }

    private void showMenu() {
        Menu menu = new Menu(more.getShell(), SWT.POP_UP);
        for (FlatButton button : left) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(button.getText().replace("&", "&&"));
            item.setEnabled(button.blocked() == null && button.isEnabled());
            item.setToolTipText(button.getToolTipText());
            item.addListener(SWT.Selection, event -> button.press());
        }
        menu.setLocation(more.toDisplay(0, more.getSize().y));
        menu.addListener(SWT.Hide, event -> more.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }
}
