package org.lianshen.workbench.task;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.lianshen.service.Progress;

/**
 * Runs service calls off the UI thread. The result comes back on the UI thread, and is dropped when the scope (the part's area) has been disposed meanwhile. The status line
 * shows what runs for longer than a moment, with a way to cancel it.
 *
 * <pre>
 * tasks.run(page, messages.loadingQueue, progress -&gt; reviews.queue(year), grid::setRows);
 * </pre>
 */
public interface Tasks {

    /** Work off the UI thread. Problems that the person can do something about come out as {@link org.lianshen.model.UserProblem}. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /**
     * @param scope  the result is dropped when it is disposed
     * @param label  what is being done, for the status line: "导入 卫健委2026.xlsx"
     * @param then   takes the result on the UI thread
     * @param failed takes a failure on the UI thread; not called when the work was cancelled
     */
    <T> Task run(Control scope, String label, Work<T> work, Consumer<T> then, Consumer<Failure> failed);

    /** As above; a failure is said to the person by the dialog service. */
    <T> Task run(Control scope, String label, Work<T> work, Consumer<T> then);

    /** Whether nothing runs and no result waits for the UI thread. */
    boolean isIdle();

    /** Running or finished work. */
    interface Task {

        void cancel();

        boolean isDone();
    }

    /**
     * @param message      in the person's language: what happened, where, what to do next
     * @param ownFault     whether the program is at fault, not the input; the log then has the details
     * @param cause        what was thrown
     */
    record Failure(String message, boolean ownFault, Throwable cause) {
    }

    /** Hears of running work, on any thread; the status line does. */
    interface Listener {

        void changed(Running running);
    }

    /**
     * @param total 0 where it is not known
     */
    record Running(Task task, String label, long done, long total, boolean finished) {
    }
}
