package org.lianshen.store;

import java.time.Clock;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;

class PostgresPaperTest extends PaperContract {

    @Override
    StoreLocation emptyPlace() {
        return PostgresForTests.emptySchema();
    }

    @Override
    StoreProvider provider(Clock clock) {
        return new PostgresStoreProvider(clock);
    }
}
