package org.lianshen.service.session;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.lianshen.model.UserProblem;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.service.Sessions.StoreState;
import org.lianshen.service.memory.MemoryStore;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;

/** Stores in memory by location; one without a kind counts as not there, as the real ones do. */
final class MemoryProvider implements StoreProvider {

    private final Map<StoreLocation, MemoryStore> stores = new HashMap<>();
    private final Clock clock;

    MemoryProvider(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean handles(StoreLocation location) {
        return location instanceof StoreLocation.Folder;
    }

    @Override
    public StoreState look(StoreLocation location) {
        MemoryStore store = stores.get(location);
        if (store == null) {
            return StoreState.NONE;
        }
        if (!store.closed()) {
            return StoreState.HELD;
        }
        var kind = store.reopen().read(tx -> tx.settings().get("kind"));
        store.close();
        return kind.map(StoreState::valueOf).orElse(StoreState.NONE);
    }

    @Override
    public Store create(StoreLocation location) {
        if (look(location) != StoreState.NONE) {
            throw UserProblem.of("store.exists", location.toString());
        }
        var store = new MemoryStore(clock, location);
        stores.put(location, store);
        return store;
    }

    @Override
    public Store open(StoreLocation location) {
        return stores.get(location).reopen();
    }

    MemoryStore store(StoreLocation location) {
        return stores.get(location);
    }

    @Override
    public Copy restore(Path backup, StoreLocation location, Progress progress) {
        throw new UnsupportedOperationException("a store in memory has no backup");
    }
}
