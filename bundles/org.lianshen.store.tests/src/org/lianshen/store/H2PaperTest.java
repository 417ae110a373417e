package org.lianshen.store;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;

class H2PaperTest extends PaperContract {

    @TempDir
    Path folder;
    private int places;

    @Override
    StoreLocation emptyPlace() {
        places++;
        return new StoreLocation.Folder(folder.resolve("数据 " + places));
    }

    @Override
    StoreProvider provider(Clock clock) {
        return new H2StoreProvider(clock);
    }
}
