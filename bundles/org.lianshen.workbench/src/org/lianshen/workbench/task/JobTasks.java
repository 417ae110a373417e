package org.lianshen.workbench.task;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.lianshen.service.Progress;
import org.lianshen.workbench.dialog.DialogService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Tasks} by Eclipse jobs. */
public final class JobTasks implements Tasks {

    private static final Logger LOG = LoggerFactory.getLogger(JobTasks.class);

    private final Display display;
    private final DialogService dialogs;
    private final Failures failures;
    private final Listener listener;
    private final AtomicInteger open = new AtomicInteger();

    public JobTasks(Display display, DialogService dialogs, Failures failures, Listener listener) {
        this.display = display;
        this.dialogs = dialogs;
        this.failures = failures;
        this.listener = listener;
    }

    @Override
    public <T> Task run(Control scope, String label, Work<T> work, Consumer<T> then) {
        return run(scope, label, work, then, failure -> dialogs.problem(failure));
    }

    @Override
    public <T> Task run(Control scope, String label, Work<T> work, Consumer<T> then, Consumer<Failure> failed) {
        open.incrementAndGet();
        WorkJob<T> job = new WorkJob<>(scope, label, work, then, failed);
        job.schedule();
        return job.handle;
    }

    @Override
    public boolean isIdle() {
        return open.get() == 0;
    }

    /** One call. It stays "open" until its result has been taken or dropped, so that tests can wait for a settled screen. */
    private final class WorkJob<T> extends Job implements Progress {

        private final Control scope;
        private final Work<T> work;
        private final Consumer<T> then;
        private final Consumer<Failure> failed;
        private volatile boolean cancelled;
        private volatile boolean finished;
        private volatile long lastTold;
        private final Task handle = new Task() {
            @Override
            public void cancel() {
                cancelled = true;
                WorkJob.this.cancel();
            }

            @Override
            public boolean isDone() {
                return finished;
            }
        };

        WorkJob(Control scope, String label, Work<T> work, Consumer<T> then, Consumer<Failure> failed) {
            super(label);
            this.scope = scope;
            this.work = work;
            this.then = then;
            this.failed = failed;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            tell(0, 0);
            Runnable outcome = () -> {
            };
            try {
                T result = work.run(this);
                outcome = () -> then.accept(result);
            } catch (Cancelled stopped) {
                LOG.debug("Cancelled: {}", getName());
            } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError problem) {
                // Whatever it was, somebody waits for an answer.
                Failure failure = failures.of(problem);
                if (failure.ownFault()) {
                    LOG.error("Failed: {}", getName(), problem);
                }
                outcome = () -> failed.accept(failure);
            } finally {
                settle(outcome);
            }
            return Status.OK_STATUS;
        }

        private void settle(Runnable outcome) {
            try {
                display.asyncExec(() -> {
                    try {
                        finished = true;
                        tell(0, 0);
                        if (!scope.isDisposed()) {
                            outcome.run();
                            keepFocus();
                        }
                    } finally {
                        open.decrementAndGet();
                    }
                });
            } catch (SWTException closed) {
                // The program is ending: nobody is left to take the result.
                finished = true;
                open.decrementAndGet();
            }
        }

        /** What had the focus may have gone with what was shown before; without one a window hears no key. */
        private void keepFocus() {
            if (!scope.isDisposed() && display.getActiveShell() == scope.getShell()) {
                Control focus = display.getFocusControl();
                if (focus == null || focus == scope.getShell()) {
                    scope.setFocus();
                }
            }
        }

        @Override
        public void at(long done, long total) {
            // Called once a row: telling the status line ten times a second is enough.
            long now = System.nanoTime();
            if (now - lastTold > 100_000_000L) {
                lastTold = now;
                tell(done, total);
            }
        }

        private void tell(long done, long total) {
            listener.changed(new Running(handle, getName(), done, total, finished));
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
