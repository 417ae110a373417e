package org.lianshen.store;

import java.sql.SQLException;
import java.time.Clock;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresIntegrityTest extends IntegrityContract {

    @Override
    StoreLocation emptyPlace() {
        return PostgresForTests.emptySchema();
    }

    @Override
    StoreProvider provider(Clock clock) {
        return new PostgresStoreProvider(clock);
    }

    /** With triggers off. */
    @Override
    void asOwner(String sql) throws SQLException {
        execute("SET session_replication_role = replica; " + sql);
    }

    @Override
    void asProgram(String sql) throws SQLException {
        execute(sql);
    }

    private void execute(String sql) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL(location.toString());
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    Store second() {
        write(tx -> tx.settings().put("kind", "ACCOUNTS"));
        return provider.open(location);
    }
}
