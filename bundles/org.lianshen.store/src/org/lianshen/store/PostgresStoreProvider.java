package org.lianshen.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.lianshen.model.UserProblem;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.service.Sessions.StoreState;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;
import org.lianshen.store.database.PostgresDatabase;
import org.lianshen.store.database.Schema;
import org.lianshen.store.files.ServerFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Stores in a PostgreSQL database that several desktops share. */
@Component(service = StoreProvider.class)
public final class PostgresStoreProvider implements StoreProvider {

    private final Clock clock;
    private final Map<String, String> environment;
    private final Schema schema;

    @Activate
    public PostgresStoreProvider() {
        this(Clock.systemDefaultZone());
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
        if (look(location) != StoreState.NONE) {
            throw UserProblem.of("store.exists", location.toString());
        }
        return migrated(connect(location));
    }

    @Override
    public Store open(StoreLocation location) {
        if (look(location) == StoreState.NONE) {
            throw UserProblem.of("store.none", location.toString());
        }
        return migrated(connect(location));
    }

    private Store migrated(PostgresDatabase database) {
        try (var connection = database.source().getConnection()) {
            int found = schema.found(connection);
            connection.rollback();
            if (found > schema.current()) {
                throw UserProblem.of("store.newer", database.location().toString());
            }
            if (found < schema.current()) {
                schema.bringTo(schema.current(), database.source());
            }
            return new SqlStore(database, new ServerFiles(database.source()), clock);
        } catch (SQLException e) {
            database.close();
            throw UserProblem.because(e, "store.damaged", database.location().toString(), e.getMessage());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private PostgresDatabase connect(StoreLocation location) {
        return new PostgresDatabase((StoreLocation.Server) location, environment, schema);
    }

    @Override
    public Copy restore(Path backup, StoreLocation location, Progress progress) {
        throw new UnsupportedOperationException("follows");
    }
}
