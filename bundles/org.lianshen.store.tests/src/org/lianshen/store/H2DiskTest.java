package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.store.database.Schema;

/** What a full disk and a power cut do to a folder store: nothing to what was acknowledged. */
class H2DiskTest {

    private static final String NUMBER = "number";
    @TempDir
    Path folder;
    private final Clock clock = Clock.systemUTC();
    private FailingDisk.Disk disk;
    private H2StoreProvider provider;
    private StoreLocation location;

    @BeforeEach
    void disk() {
        disk = FailingDisk.insert();
        provider = new H2StoreProvider(clock, Schema.ofH2(), FailingDisk.PREFIX);
        location = new StoreLocation.Folder(folder);
    }

    private static void write(Store store, int number, Random random) {
        String content = random.ints(20_000, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        store.write("li", "", tx -> {
            tx.settings().put("kind", "ONE_PERSON");
            tx.settings().put(NUMBER, String.valueOf(number));
            tx.settings().put("content " + number, content);
            tx.audit().append(AuditEntry.of("write", String.valueOf(number)));
            return null;
        });
    }

    private static int stored(Store store) {
        return store.read(tx -> {
            int last = tx.settings().get(NUMBER).map(Integer::valueOf).orElse(0);
            for (int number = 1; number <= last; number++) {
                assertEquals(20_000, tx.settings().get("content " + number).orElseThrow().length());
            }
            var audit = tx.audit().verify();
            assertTrue(audit.ok());
            assertEquals(last, audit.records());
            return last;
        });
    }

    @Test
    void onAFullDiskWritingIsRefusedAndNothingAcknowledgedIsLost() {
        var random = new Random(1);
        try (Store store = provider.create(location)) {
            write(store, 1, random);
            disk.limit(1 << 20);
            int acknowledged = 1;
            UserProblem refused = null;
            while (refused == null) {
                try {
                    write(store, acknowledged + 1, random);
                    acknowledged++;
                } catch (UserProblem problem) {
                    refused = problem;
                }
            }
            assertTrue(acknowledged > 5, "some fitted");
            assertEquals("store.diskFull", refused.messages().getFirst().key());
            assertEquals(acknowledged, stored(store), "the store goes on with what was acknowledged");
            int next = acknowledged + 1;
            assertThrows(UserProblem.class, () -> write(store, next, random), "and is refused again while the disk is full");
            disk.limit(Long.MAX_VALUE);
            write(store, next, random);
            assertEquals(next, stored(store));
        }
        try (Store again = provider.open(location)) {
            assertTrue(stored(again) > 5);
        }
    }

    @Test
    void aPowerCutLosesNothingThatWasAcknowledged() throws Exception {
        provider.create(location).close();
        int acknowledged = 0;
        for (int cut = 0; cut < 15; cut++) {
            var random = new Random(cut);
            disk = FailingDisk.insert();
            Store store = cut == 0 ? provider.create(location) : provider.open(location);
            assertTrue(stored(store) >= acknowledged, "power cut " + cut);
            acknowledged = stored(store);
            disk.cutPowerAfter(20 + random.nextInt(40));
            for (boolean power = true; power;) {
                try {
                    write(store, acknowledged + 1, random);
                    acknowledged++;
                } catch (UserProblem refused) {
                    power = false;
                }
            }
            closeWithoutPower(store);
            disk.powerLost(random);
        }
        disk = FailingDisk.insert();
        try (Store store = provider.open(location)) {
            assertTrue(stored(store) >= acknowledged);
            assertTrue(acknowledged > 15);
        }
    }

    private static void closeWithoutPower(Store store) {
        try {
            store.close();
        } catch (RuntimeException noPower) {
            assertEquals(UserProblem.class, noPower.getClass());
        }
    }

    @Test
    void anInterruptedThreadDoesNotTakeTheStoreWithIt() {
        try (Store store = provider.create(location)) {
            write(store, 1, new Random(1));
            Thread.currentThread().interrupt();
            write(store, 2, new Random(2));
            assertTrue(Thread.interrupted(), "and the thread still knows");
            assertEquals(2, stored(store));
        }
    }
}
