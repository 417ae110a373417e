package org.lianshen.workbench.task;

import org.eclipse.swt.widgets.Control;

/** Does something once typing has paused: storing a draft, checking a form, scoring. Ends with its scope. */
public final class Later {

    private final Control scope;
    private final int millis;
    private final Runnable work;

    /** @param millis length of the pause; @param work on the UI thread */
    public Later(Control scope, int millis, Runnable work) {
        this.scope = scope;
        this.millis = millis;
        this.work = () -> {
            if (!scope.isDisposed()) {
                work.run();
            }
        };
    }

    /** Starts, or starts waiting anew. */
    public void soon() {
        scope.getDisplay().timerExec(millis, work);
    }

    public void never() {
        scope.getDisplay().timerExec(-1, work);
    }
}
