package org.lianshen.workbench.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.testing.UiTest;

class FlatButtonTest {

    @TempDir
    Path folder;

    static final class Screen {
        final AtomicInteger presses = new AtomicInteger();
        final FlatButton button;
        final FlatButton icon;

        @jakarta.inject.Inject
        Screen(Composite parent, Kit kit) {
            Composite page = kit.page(parent);
            button = kit.primary(page, "签署意见", presses::incrementAndGet).keys("Ctrl+Enter");
            icon = kit.iconButton(page, Icon.COPY, "复制", presses::incrementAndGet);
        }
    }

    @Test
    void isPressedByMouseSpaceAndEnter() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            ui.key(screen.button, SWT.NONE, ' ', ' ');
            ui.key(screen.button, SWT.NONE, SWT.CR, SWT.CR);
            assertEquals(2, screen.presses.get());
            mouse(screen.button, SWT.MouseDown, 3, 3);
            mouse(screen.button, SWT.MouseUp, 3, 3);
            assertEquals(3, screen.presses.get());
            mouse(screen.button, SWT.MouseDown, 3, 3);
            mouse(screen.button, SWT.MouseUp, -30, 3);
            assertEquals(3, screen.presses.get(), "let go outside");
            ui.key(screen.button, SWT.MOD1, SWT.CR, SWT.CR);
            assertEquals(3, screen.presses.get(), "Ctrl+Enter is a command's");
        }
    }

    @Test
    void aBlockedOneSaysWhyAndTakesTheFocus() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            screen.button.allowUnless("先选一条检查项的结论");
            assertEquals("先选一条检查项的结论", screen.button.getToolTipText());
            screen.button.press();
            ui.key(screen.button, SWT.NONE, ' ', ' ');
            assertEquals(0, screen.presses.get());
            assertTrue(screen.button.setFocus());
            screen.button.allowUnless("");
            assertNull(screen.button.getToolTipText());
            screen.button.press();
            assertEquals(1, screen.presses.get());
        }
    }

    @Test
    void hasANameForThoseWhoCannotSee() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            assertEquals("签署意见", UiTest.accessibleName(screen.button));
            assertEquals("复制", UiTest.accessibleName(screen.icon));
            screen.button.named("签署意见：智慧水务");
            assertEquals("签署意见：智慧水务", UiTest.accessibleName(screen.button));
        }
    }

    @Test
    void takesTheRoomOfItsWords() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            int width = screen.button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
            screen.button.setText("签署意见并送下一个部门");
            assertTrue(screen.button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > width);
            assertFalse(screen.icon.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > width);
        }
    }

    private static void mouse(FlatButton button, int type, int x, int y) {
        Event event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        button.notifyListeners(type, event);
    }
}
