package org.lianshen.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.UserProblem;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.task.Failures;
import org.lianshen.workbench.testing.RecordedDialogs;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

class ScreenFaultsTest {

    @TempDir
    Path folder;

    @Test
    void whatAClickThrowsIsToldInWordsAndTheWindowLives() {
        try (var ui = new UiTest(folder)) {
            Consumer<RuntimeException> before = ui.display().getRuntimeExceptionHandler();
            var dialogs = new RecordedDialogs();
            var faults = new ScreenFaults(dialogs, new Failures(new WorkbenchMessages(Language.CHINESE), new Texts(Locale.CHINESE), folder.resolve("lianshen.log")));
            faults.watch(ui.display());
            try {
                Button button = new Button(ui.shell(), SWT.PUSH);
                button.addListener(SWT.Selection, event -> {
                    throw UserProblem.of("letter.noNumber");
                });
                button.notifyListeners(SWT.Selection, new Event());
                assertEquals(1, dialogs.said().size());
                assertTrue(dialogs.said().getFirst().contains("发文字号"), dialogs.said()::toString);
            } finally {
                ui.display().setRuntimeExceptionHandler(before);
            }
        }
    }
}
