package org.lianshen.workbench.shell;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.task.Failures;
import org.lianshen.workbench.task.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault in what a key or click does is told and logged like one of a task, in the person's language; without this the platform would show a box of its own. */
final class ScreenFaults implements Consumer<RuntimeException> {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenFaults.class);
    private final DialogService dialogs;
    private final Failures failures;
    private boolean telling;

    ScreenFaults(DialogService dialogs, Failures failures) {
        this.dialogs = dialogs;
        this.failures = failures;
    }

    void watch(Display display) {
        display.setRuntimeExceptionHandler(this);
    }

    @Override
    public void accept(RuntimeException fault) {
        Tasks.Failure failure = failures.of(fault);
        if (failure.ownFault()) {
            LOG.error("Failed on the screen", fault);
        }
        // A fault while the box of the first is drawn must not open another box, and another.
        if (!telling) {
            telling = true;
            try {
                dialogs.problem(failure);
            } finally {
                telling = false;
            }
        }
    }
}
