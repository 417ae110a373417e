package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Ids;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.store.database.Schema;

/** What a full disk and a power cut do to a folder store: nothing to what was acknowledged. */
class H2DiskTest {

    private static final String NUMBER = "number";
    private static final int LINES = 300;
    @TempDir
    Path folder;
    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(clock);
    private FailingDisk.Disk disk;
    private H2StoreProvider provider;
    private StoreLocation.Folder location;

    @BeforeEach
    void disk() {
        disk = FailingDisk.insert();
        provider = new H2StoreProvider(clock, Schema.ofH2(), FailingDisk.PREFIX);
        location = new StoreLocation.Folder(folder.resolve("store"));
    }

    private static String content(int length, Random random) {
        return random.ints(length, 0x4e00, 0x9fa5).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Mostly small; every fifth is large, so that the file has chunks of all sizes. */
    private void write(Store store, int number, Random random) {
        write(store, number, content(500 + random.nextInt(5000), random));
    }

    private void write(Store store, int number, String content) {
        store.write("li", "", tx -> {
            tx.settings().put("kind", "ONE_PERSON");
            tx.settings().put(NUMBER, String.valueOf(number));
            tx.settings().put("content " + number % 50, content + number);
            if (number % 5 == 0) {
                var batch = new BudgetBatch(new UUID(1, number), "b.xlsx", "00".repeat(32), 2026, SheetKind.ANNUAL, List.of(), LINES, null, null, "li", null);
                tx.budgets().add(batch, lines(batch));
            }
            tx.audit().append(AuditEntry.of("write", String.valueOf(number)));
            return null;
        });
    }

    private List<BudgetLine> lines(BudgetBatch batch) {
        var lines = new ArrayList<BudgetLine>();
        for (int row = 1; row <= LINES; row++) {
            lines.add(new BudgetLine(ids.next(), batch.id(), 2026, SheetKind.ANNUAL, "表", row, Map.of(BudgetField.PROJECT_NAME, ids.next().toString()), Map.of()));
        }
        return lines;
    }

    /** The last number stored; all that belongs to it and to those before is there. */
    private static int stored(Store store) {
        return store.read(tx -> {
            int last = tx.settings().get(NUMBER).map(Integer::valueOf).orElse(0);
            for (int number = Math.max(1, last - 49); number <= last; number++) {
                assertTrue(tx.settings().get("content " + number % 50).orElseThrow().endsWith(String.valueOf(number)));
            }
            var audit = tx.audit().verify();
            assertTrue(audit.ok());
            assertEquals(last, audit.records());
            assertEquals(last / 5, tx.budgets().batches().size());
            int[] lines = {0};
            tx.budgets().eachLine(line -> lines[0]++);
            assertEquals(last / 5 * LINES, lines[0]);
            return last;
        });
    }

    /** A copy of the file is what a kill leaves: all that was written, whether forced or not. */
    private int storedAfterKill() throws IOException {
        Path image = Files.createDirectories(folder.resolve("image"));
        Files.copy(location.folder().resolve("lianshen.mv.db"), image.resolve("lianshen.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Store store = new H2StoreProvider(clock).open(new StoreLocation.Folder(image))) {
            return stored(store);
        }
    }

    /**
     * H2 in its usual setting fails here: it writes into space that has become free, and then does not find its last commits again. Space becomes free after 45
     * seconds; here at once.
     */
    @Test
    void aKillAfterAnyAcknowledgementLosesNothing() throws IOException, SQLException {
        var random = new Random(20261121);
        int written = 0;
        for (int session = 0; session < 12; session++) {
            try (Store store = session == 0 ? provider.create(location) : provider.open(location)) {
                freeSpaceAtOnce();
                for (int left = 1 + random.nextInt(25); left > 0; left--) {
                    written++;
                    write(store, written, random);
                    if (random.nextInt(4) == 0) {
                        assertEquals(written, storedAfterKill());
                    }
                }
            }
        }
        assertTrue(written > 60);
    }

    @Test
    void closingWinsRoomBackAndAnEndInTheMiddleOfItLosesNothing() throws IOException {
        var random = new Random(3);
        int written = 0;
        try (Store store = provider.create(location)) {
            while (size() < 20 << 20) {
                written++;
                write(store, written, content(150_000, random));
            }
        }
        assertTrue(size() < 16 << 20, "closed and compacted");
        try (Store store = provider.open(location)) {
            assertEquals(written, stored(store));
            while (size() < 24 << 20) {
                written++;
                write(store, written, content(150_000, random));
            }
            disk.cutPowerAfter(0);
            closeWithoutPower(store);
        }
        disk.killed();
        Path wasteful = Files.copy(location.folder().resolve("lianshen.mv.db"), folder.resolve("wasteful"));
        for (int cut = 0; cut < 8; cut++) {
            Files.copy(wasteful, location.folder().resolve("lianshen.mv.db"), StandardCopyOption.REPLACE_EXISTING);
            disk = FailingDisk.insert();
            Store store = provider.open(location);
            disk.cutPowerAfter(cut * cut);
            closeWithoutPower(store);
            if (cut % 2 == 0) {
                disk.killed();
            } else {
                disk.powerLost(new Random(cut));
            }
            disk = FailingDisk.insert();
            try (Store again = provider.open(location)) {
                assertEquals(written, stored(again), "cut after " + cut * cut);
            }
        }
    }

    private void freeSpaceAtOnce() throws SQLException {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + FailingDisk.PREFIX + location.folder().toAbsolutePath() + "/lianshen");
        source.setUser("sa");
        source.setPassword("");
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute("SET RETENTION_TIME 0");
        }
    }

    private long size() throws IOException {
        return Files.size(location.folder().resolve("lianshen.mv.db"));
    }

    @Test
    void onAFullDiskWritingIsRefusedAndNothingAcknowledgedIsLost() {
        var random = new Random(1);
        try (Store store = provider.create(location)) {
            write(store, 1, random);
            disk.limit(3 << 20);
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
    void anEndInTheMiddleOfWritingLosesNothingThatWasAcknowledged() throws Exception {
        provider.create(location).close();
        int acknowledged = 0;
        for (int cut = 0; cut < 14; cut++) {
            var random = new Random(cut);
            disk = FailingDisk.insert();
            Store store = cut == 0 ? provider.create(location) : provider.open(location);
            assertTrue(stored(store) >= acknowledged, "cut " + cut);
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
            if (cut % 2 == 0) {
                disk.killed();
            } else {
                disk.powerLost(random);
            }
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
