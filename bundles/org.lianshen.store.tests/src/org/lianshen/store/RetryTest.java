package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.store.database.Database;
import org.lianshen.store.database.PostgresDatabase;
import org.lianshen.store.database.Schema;
import org.lianshen.store.files.ServerFiles;

/** What the store does when a real PostgreSQL says no at the commit. */
class RetryTest {

    private final Clock clock = Clock.systemUTC();
    private Faults database;
    private Store store;

    @BeforeEach
    void open() {
        StoreLocation.Server location = PostgresForTests.emptySchema();
        new PostgresStoreProvider(clock).create(location).close();
        var real = new PostgresDatabase(location, Map.of(), Schema.ofPostgres());
        database = new Faults(real);
        store = new SqlStore(database, new ServerFiles(real.source()), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private int number(AtomicInteger runs) {
        return store.write("li", "", tx -> {
            runs.incrementAndGet();
            tx.audit().append(AuditEntry.of("number", ""));
            return tx.meetings().nextNumber(2026);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void theWholeWorkRunsAgainWhereTheDatabaseAsksForIt(String state) {
        database.beforeCommit(state, 3);
        var runs = new AtomicInteger();
        assertEquals(1, number(runs));
        assertEquals(4, runs.get());
        assertEquals(1, store.read(tx -> tx.audit().verify()).records(), "three attempts left nothing");
    }

    @Test
    void itIsGivenUpAfterSomeTimes() {
        database.beforeCommit("40001", 1000);
        var runs = new AtomicInteger();
        var problem = assertThrows(UserProblem.class, () -> number(runs));
        assertEquals("store.busy", problem.messages().getFirst().key());
        assertEquals(8, runs.get());
    }

    @Test
    void whoWaitsInVainHearsWhoWrites() throws SQLException {
        try (var turn = database.writing("李四")) {
            assertEquals("李四", database.occupant().actor());
            assertTrue(database.occupant().held().toSeconds() < 60);
            database.busy = true;
            var problem = assertThrows(UserProblem.class, () -> number(new AtomicInteger()));
            assertEquals("store.busyWith", problem.messages().getFirst().key());
            assertEquals(List.of("李四", 1L), problem.messages().getFirst().args());
        }
        assertNull(database.occupant());
        assertEquals("store.busy", assertThrows(UserProblem.class, () -> number(new AtomicInteger())).messages().getFirst().key());
    }

    @Test
    void otherFaultsAreFaultsOfTheProgram() {
        database.beforeCommit("23505", 1);
        assertThrows(IllegalStateException.class, () -> number(new AtomicInteger()));
    }

    @Test
    void aConnectionLostBeforeTheCommitIsARefusal() {
        database.beforeCommit("08006", 1);
        var problem = assertThrows(UserProblem.class, () -> number(new AtomicInteger()));
        assertEquals("store.serverLost", problem.messages().getFirst().key());
        assertEquals(1, number(new AtomicInteger()), "and left nothing");
    }

    @Test
    void aConnectionLostAfterTheCommitIsNone() {
        database.afterCommit("08006");
        var runs = new AtomicInteger();
        assertEquals(1, number(runs));
        assertEquals(1, runs.get());
        assertEquals(2, number(runs));
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() {
        var provider = new PostgresStoreProvider(clock);
        var nowhere = new StoreLocation.Server("jdbc:postgresql://localhost:1/none?user=x");
        var problem = assertThrows(UserProblem.class, () -> provider.look(nowhere));
        assertEquals("store.serverUnreachable", problem.messages().getFirst().key());
        assertEquals(List.of("store.serverUrl"), assertThrows(UserProblem.class, () -> provider.look(new StoreLocation.Server("jdbc:postgresql:///a?b=%zz")))
                .messages().stream().map(message -> message.key()).toList());
    }

    /** The real one, with faults at commits. */
    private static final class Faults implements Database {

        private final Database real;
        private final Deque<String> before = new ArrayDeque<>();
        private final Deque<String> after = new ArrayDeque<>();
        private boolean busy;

        private Faults(Database real) {
            this.real = real;
        }

        void beforeCommit(String state, int times) {
            for (int i = 0; i < times; i++) {
                before.add(state);
            }
        }

        void afterCommit(String state) {
            after.add(state);
        }

        @Override
        public StoreLocation location() {
            return real.location();
        }

        @Override
        public SQLDialect dialect() {
            return real.dialect();
        }

        @Override
        public int schemaVersion() {
            return real.schemaVersion();
        }

        @Override
        public Connection reading() throws SQLException {
            return real.reading();
        }

        @Override
        public Occupant occupant() throws SQLException {
            return real.occupant();
        }

        @Override
        public Turn writing(String actor) throws SQLException {
            if (busy) {
                throw UserProblem.of("store.busy");
            }
            Turn turn = real.writing(actor);
            return new Turn() {
                @Override
                public Connection connection() {
                    return turn.connection();
                }

                @Override
                public void commit() throws SQLException {
                    fail(before);
                    turn.commit();
                    fail(after);
                }

                @Override
                public void close() {
                    turn.close();
                }
            };
        }

        private static void fail(Deque<String> states) throws SQLException {
            if (!states.isEmpty()) {
                throw new SQLException("for the test", states.poll());
            }
        }

        @Override
        public void sync() throws SQLException {
            real.sync();
        }

        @Override
        public boolean passing(SQLException fault) {
            return real.passing(fault);
        }

        @Override
        public UserProblem explain(SQLException fault) {
            return real.explain(fault);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
