package org.lianshen.workbench.nav;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.lianshen.service.Changes;

/** Changes as a test tells them. */
public final class Hub implements Changes {

    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public AutoCloseable listen(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void tell(Kind kind) {
        listeners.forEach(listener -> listener.accept(new Change(kind, null)));
    }
}
