package org.lianshen.service.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.lianshen.service.Changes;

/** Hands changes to whoever listens. */
public final class ChangeHub implements Changes {

    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public AutoCloseable listen(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void tell(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
