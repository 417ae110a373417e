package org.lianshen.workbench.nav;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.lianshen.service.Changes;

/** Tells open parts, on the UI thread, what was committed; listening ends with the part's area. */
public final class Updates {

    private final Changes changes;
    private final Display display;

    public Updates(Changes changes, Display display) {
        this.changes = changes;
        this.display = display;
    }

    public void listen(Control scope, Changes.Kind kind, Consumer<Changes.Change> listener) {
        listen(scope, EnumSet.of(kind), listener);
    }

    public void listen(Control scope, Set<Changes.Kind> kinds, Consumer<Changes.Change> listener) {
        AutoCloseable subscription = changes.listen(change -> {
            if (kinds.contains(change.kind()) && !display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!scope.isDisposed()) {
                        listener.accept(change);
                    }
                });
            }
        });
        scope.addListener(org.eclipse.swt.SWT.Dispose, event -> close(subscription));
    }

    private static void close(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception problem) {
            throw new IllegalStateException("a listener cannot fail to go", problem);
        }
    }
}
