package org.lianshen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.UserProblem;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.service.Sessions.StoreState;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;
import org.lianshen.store.copy.Restoration;
import org.lianshen.store.database.H2Database;
import org.lianshen.store.database.Schema;
import org.lianshen.store.files.FolderFiles;
import org.lianshen.store.files.KeptFiles;
import org.lianshen.store.files.Remains;
import org.lianshen.store.rows.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Stores in a folder: H2, with the attachments beside the database. The usual kind. */
@Component(service = StoreProvider.class, property = "service.ranking:Integer=100")
public final class H2StoreProvider implements StoreProvider {

    private static final DateTimeFormatter TIME_OF_COPY = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String RESTORING = "restoring";
    private static final String FILES = "files";
    private final Clock clock;
    private final Schema schema;
    private final String fileSystem;

    @Activate
    public H2StoreProvider() {
        this(Clock.system(BeijingTime.ZONE));
    }

    public H2StoreProvider(Clock clock) {
        this(clock, Schema.ofH2(), "");
    }

    /** @param fileSystem name of a file system of H2 to put before the path, for tests of what a disk can do */
    H2StoreProvider(Clock clock, Schema schema, String fileSystem) {
        this.clock = clock;
        this.schema = schema;
        this.fileSystem = fileSystem;
    }

    @Override
    public boolean handles(StoreLocation location) {
        return location instanceof StoreLocation.Folder;
    }

    @Override
    public StoreState look(StoreLocation location) {
        Path folder = folder(location);
        if (!Files.exists(file(folder, H2Database.NAME))) {
            return StoreState.NONE;
        }
        try (var database = open(folder)) {
            return Looking.state(database.owner());
        } catch (UserProblem problem) {
            return problem.messages().getFirst().key().startsWith("store.held") ? StoreState.HELD : StoreState.DAMAGED;
        } catch (SQLException e) {
            return StoreState.DAMAGED;
        }
    }

    @Override
    public Store create(StoreLocation location) {
        Path folder = emptyFolder(location);
        var database = H2Database.create(folder, H2Database.NAME, fileSystem, schema, clock);
        try {
            schema.bringTo(schema.current(), database.ownerSource());
            return store(database, folder);
        } catch (SQLException e) {
            throw failed(database, folder, e);
        }
    }

    /** What is there without being a store was left by a creation that did not come to its end. */
    private Path emptyFolder(StoreLocation location) {
        Path folder = folder(location);
        switch (look(location)) {
            case NONE -> {
            }
            case HELD -> open(folder).close();
            default -> throw UserProblem.of("store.exists", folder.toString());
        }
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file(folder, H2Database.NAME));
            Files.deleteIfExists(file(folder, RESTORING));
            return folder;
        } catch (IOException e) {
            throw UserProblem.because(e, "store.notWritable", folder.toString());
        }
    }

    @Override
    public Store open(StoreLocation location) {
        Path folder = folder(location);
        if (!Files.exists(file(folder, H2Database.NAME))) {
            throw UserProblem.of("store.none", folder.toString());
        }
        var database = open(folder);
        try {
            int found = version(database, folder);
            if (found < schema.current()) {
                database.close();
                copyBeside(folder, found);
                database = open(folder);
                schema.bringTo(schema.current(), database.ownerSource());
            }
            return store(database, folder);
        } catch (SQLException e) {
            throw failed(database, folder, e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private int version(H2Database database, Path folder) throws SQLException {
        int found = schema.found(database.owner());
        if (found > schema.current()) {
            throw UserProblem.of("store.newer", folder.toString());
        }
        if (Looking.state(database.owner()) == StoreState.NONE) {
            throw UserProblem.of("store.none", folder.toString());
        }
        return found;
    }

    private void copyBeside(Path folder, int version) {
        Path copy = folder.resolve(H2Database.NAME + "-v" + version + "-" + TIME_OF_COPY.format(clock.instant()) + H2Database.SUFFIX);
        try {
            Files.copy(file(folder, H2Database.NAME), copy, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw UserProblem.because(e, "store.notWritable", folder.toString());
        }
    }

    private static UserProblem failed(H2Database database, Path folder, SQLException e) {
        UserProblem problem = database.explain(e);
        database.close();
        return problem == null ? UserProblem.because(e, "store.damaged", folder.toString(), e.getMessage()) : problem;
    }

    @Override
    public Copy restore(Path backup, StoreLocation location, Progress progress) {
        Path folder = emptyFolder(location);
        try (var target = new FolderTarget(folder)) {
            return Restoration.restore(backup, target, progress);
        } catch (SQLException e) {
            throw UserProblem.because(e, "store.restoreFailed", backup.toString(), e.getMessage());
        }
    }

    private H2Database open(Path folder) {
        return H2Database.open(folder, H2Database.NAME, fileSystem, schema, clock);
    }

    private Store store(H2Database database, Path folder) {
        return new SqlStore(database, files(folder), clock);
    }

    private static KeptFiles files(Path folder) {
        return new FolderFiles(folder.resolve(FILES));
    }

    private static Path folder(StoreLocation location) {
        return ((StoreLocation.Folder) location).folder();
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + H2Database.SUFFIX);
    }

    /** A database under another name, which gets its own when it is whole. */
    private final class FolderTarget implements Restoration.Target, AutoCloseable {

        private final Path folder;
        private final H2Database database;
        private Connection connection;

        private FolderTarget(Path folder) {
            this.folder = folder;
            this.database = H2Database.create(folder, RESTORING, fileSystem, schema, clock);
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
            schema.bringTo(schemaVersion, database.ownerSource());
            connection = database.ownerSource().getConnection();
            connection.setAutoCommit(false);
            return connection;
        }

        @Override
        public KeptFiles files() {
            return H2StoreProvider.files(folder);
        }

        @Override
        public void commit() throws SQLException {
            connection.commit();
            connection.close();
            if (schema.found(database.owner()) < schema.current()) {
                schema.bringTo(schema.current(), database.ownerSource());
            }
            database.sync();
            database.close();
            try {
                Files.move(file(folder, RESTORING), file(folder, H2Database.NAME), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw UserProblem.because(e, "store.notWritable", folder.toString());
            }
        }

        @Override
        public void close() throws SQLException {
            if (connection != null && !connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
            database.close();
            Remains.remove(file(folder, RESTORING));
        }
    }
}
