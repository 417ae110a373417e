package org.lianshen.workbench.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

class JobTasksTest {

    @TempDir
    Path folder;

    @Test
    void worksOffTheUiThreadAndAnswersOnIt() {
        try (var ui = new UiTest(folder)) {
            AtomicReference<Display> working = new AtomicReference<>(ui.display());
            AtomicReference<Display> answering = new AtomicReference<>();
            ui.tasks().run(ui.shell(), "读取", progress -> {
                working.set(Display.getCurrent());
                return 42;
            }, result -> answering.set(Display.getCurrent()));
            ui.settle();
            assertNull(working.get());
            assertEquals(ui.display(), answering.get());
        }
    }

    @Test
    void dropsTheResultOfADisposedPart() {
        try (var ui = new UiTest(folder)) {
            Composite part = new Composite(ui.shell(), SWT.NONE);
            CountDownLatch go = new CountDownLatch(1);
            List<Integer> results = new ArrayList<>();
            ui.tasks().run(part, "读取", progress -> {
                go.await();
                return 42;
            }, results::add);
            part.dispose();
            go.countDown();
            ui.settle();
            assertEquals(List.of(), results);
        }
    }

    @Test
    void saysInWordsWhatAPersonCanMend() {
        try (var ui = new UiTest(folder)) {
            ui.tasks().run(ui.shell(), "导入", progress -> {
                throw UserProblem.of("common.wan", Money.ofWan(3));
            }, result -> {
            });
            ui.settle();
            assertEquals(1, ui.dialogs().said().size());
            assertTrue(ui.dialogs().said().getFirst().contains("3.00"), ui.dialogs().said().toString());
        }
    }

    @Test
    void saysAlsoWhatIsNoException() {
        try (var ui = new UiTest(folder)) {
            List<Tasks.Failure> heard = new ArrayList<>();
            ui.tasks().run(ui.shell(), "导入", progress -> {
                throw new NoSuchMethodError("of another version");
            }, result -> {
            }, heard::add);
            ui.settle();
            assertEquals(1, heard.size());
            assertTrue(heard.getFirst().ownFault());
        }
    }

    @Test
    void namesTheLogWhereTheProgramIsAtFault() {
        Failures failures = new Failures(new WorkbenchMessages(Language.CHINESE), new Texts(Language.CHINESE.locale()), Path.of("lianshen.log"));
        Tasks.Failure failure = failures.of(new IllegalStateException("no such column"));
        assertTrue(failure.ownFault());
        assertTrue(failure.message().contains("lianshen.log"));
        assertFalse(failure.message().contains("no such column"));
    }

    @Test
    void canBeCancelledAndThenSaysNothing() {
        try (var ui = new UiTest(folder)) {
            CountDownLatch started = new CountDownLatch(1);
            List<String> heard = Collections.synchronizedList(new ArrayList<>());
            Tasks.Task task = ui.tasks().run(ui.shell(), "导入", progress -> {
                started.countDown();
                while (true) {
                    progress.check();
                    Thread.onSpinWait();
                }
            }, result -> heard.add("result"), failure -> heard.add("failure"));
            ui.until(() -> started.getCount() == 0, "the work to start");
            task.cancel();
            ui.settle();
            assertTrue(task.isDone());
            assertEquals(List.of(), heard);
        }
    }

    @Test
    void tellsHowFarItIs() {
        try (var ui = new UiTest(folder)) {
            List<Tasks.Running> told = Collections.synchronizedList(new ArrayList<>());
            JobTasks tasks = new JobTasks(ui.display(), ui.dialogs(), new Failures(new WorkbenchMessages(Language.CHINESE), new Texts(Language.CHINESE.locale()), folder), told::add);
            tasks.run(ui.shell(), "导入 卫健委.xlsx", progress -> {
                progress.at(62, 100);
                return null;
            }, result -> {
            });
            ui.until(tasks::isIdle, "the work");
            assertEquals("导入 卫健委.xlsx", told.getFirst().label());
            assertTrue(told.stream().anyMatch(running -> running.done() == 62 && running.total() == 100), told.toString());
            assertTrue(told.getLast().finished());
        }
    }
}
