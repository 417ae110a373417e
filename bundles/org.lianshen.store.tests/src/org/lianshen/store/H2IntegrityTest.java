package org.lianshen.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;

class H2IntegrityTest extends IntegrityContract {

    @TempDir
    Path folder;

    @Override
    StoreLocation emptyPlace() {
        return new StoreLocation.Folder(folder);
    }

    @Override
    StoreProvider provider(Clock clock) {
        return new H2StoreProvider(clock);
    }

    @Override
    void asOwner(String sql) throws SQLException {
        execute("sa", "", sql);
    }

    @Override
    void asProgram(String sql) throws SQLException {
        execute("desk", "desk", sql);
    }

    private void execute(String user, String password, String sql) throws SQLException {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + folder.toAbsolutePath() + "/lianshen");
        source.setUser(user);
        source.setPassword(password);
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    Store second() {
        return store;
    }
}
