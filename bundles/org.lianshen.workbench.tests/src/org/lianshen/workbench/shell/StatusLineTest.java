package org.lianshen.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.testing.UiTest;

class StatusLineTest {

    @TempDir
    Path folder;

    private final WindowStatus status = new WindowStatus();
    private boolean cancelled;
    private final Tasks.Task task = new Tasks.Task() {
        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public boolean isDone() {
            return cancelled;
        }
    };

    @Test
    void saysWhoWhereAndWhichYear() {
        try (var ui = open()) {
            assertTrue(ui.shows("wang"));
            assertTrue(ui.shows("本机数据库 正常"));
            assertTrue(ui.shows("2026 年度"));
        }
    }

    @Test
    void showsWhatRunsAndLetsItBeCancelled() {
        try (var ui = open()) {
            status.changed(new Tasks.Running(task, "导入 卫健委2026.xlsx", 62, 100, false));
            ui.until(() -> ui.shows("62%"), "the progress");
            assertTrue(ui.shows("导入 卫健委2026.xlsx"));
            ui.press("取消");
            assertTrue(cancelled);
            status.changed(new Tasks.Running(task, "导入 卫健委2026.xlsx", 0, 0, true));
            ui.until(() -> !ui.button("取消").getParent().getVisible(), "the progress to go");
        }
    }

    @Test
    void countsWhatRunsBesides() {
        try (var ui = open()) {
            status.changed(new Tasks.Running(new Tasks.Task() {
                @Override
                public void cancel() {
                    throw new AssertionError("not this one");
                }

                @Override
                public boolean isDone() {
                    return false;
                }
            }, "校验", 0, 0, false));
            status.changed(new Tasks.Running(task, "导入", 0, 0, false));
            ui.until(() -> ui.shows("导入（另有 1 项）"), "both");
        }
    }

    @Test
    void saysALineAndTakesItBack() {
        try (var ui = open()) {
            status.say("已导出 58 行到 疑点.xlsx");
            ui.until(() -> ui.shows("已导出 58 行到 疑点.xlsx"), "the line");
            status.forget("已导出 58 行到 疑点.xlsx");
            assertEquals("", status.said());
            assertFalse(cancelled);
        }
    }

    private UiTest open() {
        UiTest ui = new UiTest(folder);
        ui.with(WindowStatus.class, status).with(SignedIn.class, SignedIn.of(Doubles.session(TodoModelTest.TODAY, null)));
        StatusLine line = ContextInjectionFactory.make(StatusLine.class, ui.context());
        ContextInjectionFactory.invoke(line, jakarta.annotation.PostConstruct.class, ui.context(), null);
        ui.shell().layout(true, true);
        ui.shell().open();
        return ui;
    }
}
