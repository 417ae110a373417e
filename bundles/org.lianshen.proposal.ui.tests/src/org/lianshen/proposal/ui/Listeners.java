package org.lianshen.proposal.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lianshen.service.Changes;

/** Changes that a test tells of. */
final class Listeners implements Changes {

    private final List<Consumer<Change>> listeners = new ArrayList<>();

    @Override
    public AutoCloseable listen(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(Change change) {
        List.copyOf(listeners).forEach(listener -> listener.accept(change));
    }
}
