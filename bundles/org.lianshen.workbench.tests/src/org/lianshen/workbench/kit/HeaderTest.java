package org.lianshen.workbench.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.workbench.testing.UiTest;

class HeaderTest {

    private static final List<String> VERBS = List.of("预算行", "导入记录", "预算汇总", "导出疑点", "校验", "导入预算表");

    @TempDir
    Path folder;

    static final class Screen {
        final Header header;
        final List<FlatButton> buttons = new ArrayList<>();
        final List<String> pressed = new ArrayList<>();

        @Inject
        Screen(Composite parent, Kit kit) {
            header = kit.header(kit.page(parent), "疑点", "35 行");
            for (String verb : VERBS) {
                buttons.add(verb.equals(VERBS.getLast()) ? kit.primary(header.actions(), verb, () -> pressed.add(verb)) : kit.button(header.actions(), verb, () -> pressed.add(verb)));
            }
        }

        ActionRow row() {
            return (ActionRow) header.actions().getLayout();
        }

        boolean inside(FlatButton button) {
            return button.getBounds().x >= 0 && button.getBounds().x + button.getBounds().width <= header.actions().getClientArea().width;
        }
    }

    @Test
    void allButtonsStandWhereThereIsRoom() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            width(screen, 1400);
            assertEquals(List.of(), screen.row().inMenu());
            assertTrue(screen.buttons.stream().allMatch(screen::inside));
            assertFalse(more(screen).getVisible());
        }
    }

    @Test
    void withoutRoomTheFirstOnesStandInTheMenuAndThePrimaryStays() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            width(screen, 480);
            List<FlatButton> menu = screen.row().inMenu();
            assertFalse(menu.isEmpty());
            assertEquals(screen.buttons.subList(0, menu.size()), menu);
            assertTrue(screen.buttons.stream().filter(button -> !menu.contains(button)).allMatch(screen::inside));
            assertTrue(more(screen).getVisible() && screen.inside(more(screen)));
            assertEquals(0, menu.getFirst().getSize().x);
            width(screen, 120);
            assertEquals(VERBS.size() - 1, screen.row().inMenu().size());
            width(screen, 1400);
            assertEquals(List.of(), screen.row().inMenu());
            assertTrue(screen.buttons.stream().allMatch(screen::inside));
        }
    }

    @Test
    void buttonsCanBeMadeAnew() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            width(screen, 300);
            screen.header.clearActions();
            assertTrue(screen.buttons.stream().allMatch(FlatButton::isDisposed));
            assertEquals(List.of(), screen.row().inMenu());
            assertFalse(more(screen).isDisposed());
        }
    }

    private static FlatButton more(Screen screen) {
        return (FlatButton) screen.header.actions().getChildren()[0];
    }

    /** The head itself: a window gets its size from the desktop, later, and not below what the desktop allows. */
    private static void width(Screen screen, int width) {
        Composite head = screen.header.actions().getParent();
        head.setSize(width, head.computeSize(width, SWT.DEFAULT).y);
        head.layout(true, true);
    }
}
