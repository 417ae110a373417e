package org.lianshen.workbench.nav;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.service.Changes;
import org.lianshen.workbench.testing.UiTest;

class UpdatesTest {

    @TempDir
    Path folder;

    @Test
    void partsHearOfTheirKindOnTheUiThreadUntilTheyAreGone() throws InterruptedException {
        try (var ui = new UiTest(folder)) {
            Hub hub = new Hub();
            Composite part = new Composite(ui.shell(), SWT.NONE);
            List<Display> heard = new ArrayList<>();
            new Updates(hub, ui.display()).listen(part, Changes.Kind.REVIEW, change -> heard.add(Display.getCurrent()));
            tell(hub, Changes.Kind.REVIEW);
            tell(hub, Changes.Kind.BUDGET);
            ui.until(() -> !heard.isEmpty(), "the change");
            assertEquals(List.of(ui.display()), heard);
            tell(hub, Changes.Kind.REVIEW);
            part.dispose();
            tell(hub, Changes.Kind.REVIEW);
            ui.settle();
            assertEquals(1, heard.size());
        }
    }

    private static void tell(Hub hub, Changes.Kind kind) throws InterruptedException {
        Thread committing = new Thread(() -> hub.tell(kind));
        committing.start();
        committing.join();
    }
}
