package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.store.database.Schema;
import org.lianshen.store.database.Script;
import org.postgresql.ds.PGSimpleDataSource;

/** One desktop brings the shared database up; the others notice. */
class PostgresUpgradeTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T08:30:00Z"), ZoneOffset.UTC);
    private final StoreLocation.Server location = PostgresForTests.emptySchema();

    private static int write(Store store) {
        return store.write("li", "", tx -> {
            tx.settings().put("kind", "ACCOUNTS");
            tx.audit().append(AuditEntry.of("write", ""));
            return tx.meetings().nextNumber(2026);
        });
    }

    @Test
    void anOlderDatabaseIsBroughtUpAfterACopyAndOlderProgramsStopWriting() throws SQLException {
        var later = new PostgresStoreProvider(clock, Map.of(),
                Schema.ofPostgres().with(new Script("V99__more.sql", "ALTER TABLE setting ADD COLUMN remark VARCHAR DEFAULT 'none' NOT NULL;")));
        try (Store old = new PostgresStoreProvider(clock).create(location)) {
            assertEquals(1, write(old));
            try (Store store = later.open(location)) {
                assertEquals(2, write(store));
                assertTrue(store.read(tx -> tx.audit().verify()).ok());
                var problem = assertThrows(UserProblem.class, () -> write(old));
                assertEquals("store.newer", problem.messages().getFirst().key());
                assertEquals(3, write(store));
            }
        }
        assertEquals("store.newer", assertThrows(UserProblem.class, () -> new PostgresStoreProvider(clock).open(location)).messages().getFirst().key());
        assertEquals(1, records(), "the copy is of the moment before");
    }

    private int records() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL(location.url());
        try (var connection = source.getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM " + connection.getSchema() + "_v" + Schema.ofPostgres().current() + "_20261121_083000.audit_record")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
