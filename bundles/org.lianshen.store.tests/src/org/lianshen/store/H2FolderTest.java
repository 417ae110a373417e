package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.service.Progress;
import org.lianshen.service.Sessions.StoreState;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.store.bench.StoreProcess;
import org.lianshen.store.bench.CrashWriter;
import org.lianshen.store.database.H2Database;
import org.lianshen.store.database.Schema;
import org.lianshen.store.database.Script;

/** The folder of a store: who holds it, what is wrong with it, how it grows older. */
class H2FolderTest {

    @TempDir
    Path parent;
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T08:30:00Z"), ZoneId.of("Asia/Shanghai"));
    private final H2StoreProvider provider = new H2StoreProvider(clock);

    private StoreLocation.Folder folder() {
        return new StoreLocation.Folder(parent.resolve("store"));
    }

    private static void fill(Store store) {
        store.write("li", "", tx -> {
            tx.settings().put("kind", "ONE_PERSON");
            tx.settings().put("place", "huzhou");
            tx.audit().append(AuditEntry.of("create", "store"));
            return null;
        });
    }

    private static Message problem(Runnable act) {
        return assertThrows(UserProblem.class, act::run).messages().getFirst();
    }

    @Test
    void whoWritesIsKnownToThoseWhoWait() throws Exception {
        provider.create(folder()).close();
        try (var database = H2Database.open(folder().folder(), H2Database.NAME, "", Schema.ofH2(), clock)) {
            try (var turn = database.writing("李四")) {
                assertEquals("李四", database.occupant().actor());
                turn.commit();
            }
            assertNull(database.occupant());
        }
    }

    @Test
    void aSecondProgramIsToldWhoHoldsTheStoreAndAKilledOneHoldsNothing() throws Exception {
        Process other = StoreProcess.start(CrashWriter.class, folder().toString());
        try (BufferedReader said = other.inputReader()) {
            assertEquals("open", said.readLine());
            assertEquals("1", said.readLine());
            assertEquals(StoreState.HELD, provider.look(folder()));
            for (Runnable act : List.<Runnable>of(() -> provider.open(folder()), () -> provider.create(folder()))) {
                Message message = problem(act);
                assertEquals("store.heldBy", message.key());
                assertEquals(folder().toString(), message.args().get(0));
                assertEquals(System.getProperty("user.name"), message.args().get(1));
                assertEquals(String.valueOf(other.pid()), message.args().get(3));
            }
        } finally {
            other.toHandle().destroyForcibly();
            other.waitFor();
        }
        assertTrue(Files.exists(folder().folder().resolve("lianshen.holder")), "left over");
        assertEquals(StoreState.ONE_PERSON, provider.look(folder()));
        provider.open(folder()).close();
        assertFalse(Files.exists(folder().folder().resolve("lianshen.holder")));
    }

    @Test
    void theSameProgramOpensAStoreOnce() {
        try (Store store = provider.create(folder())) {
            fill(store);
            assertEquals(StoreState.HELD, provider.look(folder()));
            Message message = problem(() -> new H2StoreProvider(clock).open(folder()));
            assertEquals("store.heldBy", message.key());
            assertEquals(String.valueOf(ProcessHandle.current().pid()), message.args().get(3));
            assertEquals("2026-11-21 16:30", message.args().get(4));
            assertEquals("huzhou", store.read(tx -> tx.settings().get("place")).orElseThrow());
        }
        assertEquals(StoreState.ONE_PERSON, provider.look(folder()));
    }

    @Test
    void whatIsNoDatabaseIsDamagedAndLeftAsItIs() throws IOException {
        provider.create(folder()).close();
        Path file = folder().folder().resolve("lianshen.mv.db");
        byte[] rubbish = new byte[100_000];
        new Random(1).nextBytes(rubbish);
        Files.write(file, rubbish);
        assertEquals(StoreState.DAMAGED, provider.look(folder()));
        assertEquals("store.damaged", problem(() -> provider.open(folder())).key());
        assertEquals("store.exists", problem(() -> provider.create(folder())).key());
        assertEquals(-1, Arrays.mismatch(rubbish, Files.readAllBytes(file)));
    }

    @Test
    void aFolderThatCannotBeAFolderIsRefused() throws IOException {
        Files.writeString(parent.resolve("file"), "");
        assertEquals("store.notWritable", problem(() -> provider.create(new StoreLocation.Folder(parent.resolve("file/store")))).key());
        assertEquals("store.folderName", problem(() -> provider.create(new StoreLocation.Folder(parent.resolve("a;b")))).key());
    }

    private static Schema next() {
        return Schema.ofH2().with(new Script("V99__more.sql", "ALTER TABLE setting ADD COLUMN remark VARCHAR DEFAULT 'none' NOT NULL;"));
    }

    @Test
    void anOlderStoreIsBroughtUpAfterACopyOfIt() throws IOException {
        try (Store store = provider.create(folder())) {
            fill(store);
        }
        var later = new H2StoreProvider(clock, next(), "");
        assertEquals(StoreState.ONE_PERSON, later.look(folder()));
        try (Store store = later.open(folder())) {
            assertEquals("huzhou", store.read(tx -> tx.settings().get("place")).orElseThrow());
            fill(store);
            assertTrue(store.read(tx -> tx.audit().verify()).ok());
        }
        Path copy = folder().folder().resolve("lianshen-v" + Schema.ofH2().current() + "-20261121-083000.mv.db");
        assertTrue(Files.exists(copy));
        assertEquals("store.newer", problem(() -> provider.open(folder())).key(), "an older program keeps away from it");
        try (Store store = later.open(folder()); Stream<Path> all = Files.list(folder().folder())) {
            assertEquals(1, all.filter(file -> file.getFileName().toString().startsWith("lianshen-v")).count(), "one copy for one step");
        }
        // The copy is a whole store of the old version.
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.copy(copy, elsewhere.resolve("lianshen.mv.db"));
        try (Store old = provider.open(new StoreLocation.Folder(elsewhere))) {
            assertEquals("huzhou", old.read(tx -> tx.settings().get("place")).orElseThrow());
        }
    }

    /** Two scripts came on the same day, the later number first: a store that was opened between them has the eighth and not the seventh. */
    @Test
    void aStoreThatMissedAScriptGetsItAtTheNextOpening() throws Exception {
        try (Store store = provider.create(folder())) {
            fill(store);
        }
        try (var database = H2Database.open(folder().folder(), H2Database.NAME, "", Schema.ofH2(), clock); var statement = database.owner().createStatement()) {
            statement.execute("DROP TABLE review_look");
            statement.execute("DELETE FROM \"schema_history\" WHERE \"version\" IN ('7', '7.1')");
            assertEquals(6, Schema.ofH2().found(database.owner()));
        }
        try (Store store = provider.open(folder())) {
            fill(store);
            assertEquals(Map.of(), store.read(tx -> tx.looks().all()));
            assertEquals("huzhou", store.read(tx -> tx.settings().get("place")).orElseThrow());
        }
        try (Stream<Path> all = Files.list(folder().folder())) {
            assertEquals(1, all.filter(file -> file.getFileName().toString().startsWith("lianshen-v6")).count(), "a copy of what was");
        }
    }

    @Test
    void aBackupOfAnOlderVersionIsBroughtUpWhenRestored() {
        Path backup = parent.resolve("b.zip");
        try (Store store = provider.create(folder())) {
            fill(store);
            store.backup(backup, Progress.NONE);
        }
        var later = new H2StoreProvider(clock, next(), "");
        var place = new StoreLocation.Folder(parent.resolve("restored"));
        later.restore(backup, place, Progress.NONE);
        try (Store store = later.open(place)) {
            assertEquals("huzhou", store.read(tx -> tx.settings().get("place")).orElseThrow());
        }
        assertEquals("store.newer", problem(() -> provider.open(place)).key());
    }

    @Test
    void aFileChangedBesideTheDatabaseIsNotHandedOut() throws IOException {
        try (Store store = provider.create(folder())) {
            String digest = store.files().keep(Files.writeString(parent.resolve("方案.txt"), "内容"));
            Path kept = folder().folder().resolve("files").resolve(digest.substring(0, 2)).resolve(digest.substring(2));
            Files.writeString(kept, "changed");
            assertEquals("store.fileDamaged", problem(() -> store.files().fetch(digest, parent.resolve("out"))).key());
            assertFalse(Files.exists(parent.resolve("out")));
            fill(store);
            assertEquals("store.fileDamaged", problem(() -> store.backup(parent.resolve("b.zip"), Progress.NONE)).key());
        }
    }
}
