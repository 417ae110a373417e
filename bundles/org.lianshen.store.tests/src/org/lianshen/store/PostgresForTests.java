package org.lianshen.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianshen.service.store.StoreLocation;

/** One real PostgreSQL for all tests of a run, started when first asked for, ended with the process. Every store gets a schema of its own. */
final class PostgresForTests {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private PostgresForTests() {
    }

    static StoreLocation.Server emptySchema() {
        String schema = "s" + SCHEMAS.incrementAndGet();
        execute("CREATE SCHEMA " + schema);
        return new StoreLocation.Server("jdbc:postgresql://localhost:" + Started.SERVER.getPort() + "/postgres?user=postgres&currentSchema=" + schema);
    }

    static void execute(String sql) {
        try (var connection = Started.SERVER.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started with the class. */
    private static final class Started {

        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
