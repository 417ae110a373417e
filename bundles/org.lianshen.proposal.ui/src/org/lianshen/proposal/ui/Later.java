package org.lianshen.proposal.ui;

import org.eclipse.swt.widgets.Control;

/** Does something once typing has paused. */
final class Later {

    private final Control scope;
    private final int millis;
    private final Runnable work;

    Later(Control scope, int millis, Runnable work) {
        this.scope = scope;
        this.millis = millis;
        this.work = () -> {
            if (!scope.isDisposed()) {
                work.run();
            }
        };
    }

    /** Starts, or starts waiting anew. */
    void soon() {
        scope.getDisplay().timerExec(millis, work);
    }

    void never() {
        scope.getDisplay().timerExec(-1, work);
    }
}
