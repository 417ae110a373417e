package org.lianshen.store;

import java.time.Clock;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;

class PostgresExpertTest extends ExpertContract {

    @Override
    StoreLocation emptyPlace() {
        return PostgresForTests.emptySchema();
    }

    @Override
    StoreProvider provider(Clock clock) {
        return new PostgresStoreProvider(clock);
    }
}
