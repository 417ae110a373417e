package org.lianshen.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.UserProblem;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.service.Sessions.StoreState;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;
import org.lianshen.store.copy.Restoration;
import org.lianshen.store.database.PostgresDatabase;
import org.lianshen.store.database.Schema;
import org.lianshen.store.database.Tables;
import org.lianshen.store.files.KeptFiles;
import org.lianshen.store.files.ServerFiles;
import org.lianshen.store.rows.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Stores in a PostgreSQL database that several desktops share. */
@Component(service = StoreProvider.class)
public final class PostgresStoreProvider implements StoreProvider {

    private static final DateTimeFormatter TIME_OF_COPY = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);
    private final Clock clock;
    private final Map<String, String> environment;
    private final Schema schema;

    @Activate
    public PostgresStoreProvider() {
        this(Clock.system(BeijingTime.ZONE));
    }

    public PostgresStoreProvider(Clock clock) {
        this(clock, System.getenv(), Schema.ofPostgres());
    }

    PostgresStoreProvider(Clock clock, Map<String, String> environment, Schema schema) {
        this.clock = clock;
        this.environment = environment;
        this.schema = schema;
    }

    @Override
    public boolean handles(StoreLocation location) {
        return location instanceof StoreLocation.Server server && server.url().startsWith("jdbc:postgresql:");
    }

    @Override
    public StoreState look(StoreLocation location) {
        try (var database = connect(location); var connection = database.source().getConnection()) {
            StoreState state = Looking.state(connection);
            connection.rollback();
            return state;
        } catch (SQLException e) {
            return StoreState.DAMAGED;
        }
    }

    @Override
    public Store create(StoreLocation location) {
        requireEmpty(location);
        return opened(connect(location));
    }

    private void requireEmpty(StoreLocation location) {
        if (look(location) != StoreState.NONE) {
            throw UserProblem.of("store.exists", location.toString());
        }
    }

    @Override
    public Store open(StoreLocation location) {
        if (look(location) == StoreState.NONE) {
            throw UserProblem.of("store.none", location.toString());
        }
        return opened(connect(location));
    }

    private Store opened(PostgresDatabase database) {
        try {
            int found = version(database);
            if (found > schema.current()) {
                throw UserProblem.of("store.newer", database.location().toString());
            }
            if (found > 0 && found < schema.current()) {
                copyBeside(database, found);
            }
            if (found < schema.current()) {
                schema.bringTo(schema.current(), database.source());
            }
            return new SqlStore(database, new ServerFiles(database.source()), clock);
        } catch (SQLException e) {
            UserProblem problem = database.explain(e);
            database.close();
            throw problem == null ? UserProblem.because(e, "store.damaged", database.location().toString(), e.getMessage()) : problem;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Copies of all tables in a schema of their own, named with version and time; writers wait, and of two desktops at once only the first copies. */
    private void copyBeside(PostgresDatabase database, int version) throws SQLException {
        try (var turn = database.writing(System.getProperty("user.name")); var statement = turn.connection().createStatement()) {
            if (schema.found(turn.connection()) > version) {
                return;
            }
            String copy = turn.connection().getSchema() + "_v" + version + "_" + TIME_OF_COPY.format(clock.instant());
            statement.execute("CREATE SCHEMA \"" + copy + "\"");
            for (String table : Tables.of(version)) {
                statement.execute("CREATE TABLE \"" + copy + "\"." + table + " AS TABLE " + table);
            }
            turn.commit();
        }
    }

    private int version(PostgresDatabase database) throws SQLException {
        try (var connection = database.source().getConnection()) {
            int found = schema.found(connection);
            connection.rollback();
            return found;
        }
    }

    @Override
    public Copy restore(Path backup, StoreLocation location, Progress progress) {
        requireEmpty(location);
        try (var target = new ServerTarget(connect(location))) {
            return Restoration.restore(backup, target, progress);
        } catch (SQLException e) {
            throw UserProblem.because(e, "store.restoreFailed", backup.toString(), e.getMessage());
        }
    }

    private PostgresDatabase connect(StoreLocation location) {
        return new PostgresDatabase((StoreLocation.Server) location, environment, schema);
    }

    /** One transaction: the store has a kind, and so is one, when it commits. */
    private final class ServerTarget implements Restoration.Target, AutoCloseable {

        private final PostgresDatabase database;
        private Connection connection;

        private ServerTarget(PostgresDatabase database) {
            this.database = database;
        }

        @Override
        public int currentSchema() {
            return schema.current();
        }

        @Override
        public Transactions transactions() {
            return new Transactions(database.dialect(), clock);
        }

        @Override
        public Connection begin(int schemaVersion) throws SQLException {
            if (version(database) < schemaVersion) {
                schema.bringTo(schemaVersion, database.source());
            }
            connection = database.source().getConnection();
            return connection;
        }

        @Override
        public KeptFiles files() {
            return new ServerFiles(database.source());
        }

        @Override
        public void commit() throws SQLException {
            connection.commit();
            if (version(database) < schema.current()) {
                schema.bringTo(schema.current(), database.source());
            }
        }

        @Override
        public void close() throws SQLException {
            if (connection != null) {
                connection.rollback();
                connection.close();
            }
            database.close();
        }
    }
}
