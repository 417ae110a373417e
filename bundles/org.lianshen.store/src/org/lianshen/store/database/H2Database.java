package org.lianshen.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.SQLDialect;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.service.store.StoreLocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2 in a folder, held by this program alone. A commit is followed by a synchronous checkpoint and returns when the disk has it. If writing fails, the database is
 * thrown away from memory at once, so that nothing refused can reach the disk later, and opened again from what is on disk.
 *
 * <p>The file is only ever appended to while it is open. Where H2 writes into space that has become free, it does not find its last commits again after a kill
 * (about three of a hundred kills, measured); see ADR 0012. Room is won back when the store is closed.
 */
public final class H2Database implements Database {

    public static final String NAME = "lianshen";
    public static final String SUFFIX = ".mv.db";
    private static final String OWNER = "sa";
    private static final String DESK = "desk";
    private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;COMPRESS=TRUE;REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0";
    private static final long PATIENCE_SECONDS = 60;
    /** A file smaller than this is not worth the wait. */
    private static final long COMPACT_FROM = 16 << 20;
    /** Nor one of which this part is in use. */
    private static final int COMPACT_BELOW_PERCENT = 50;
    private static final long LITTLE_SPACE = 4 << 20;
    /** What Linux and Windows (English, Chinese) say. */
    private static final List<String> NO_SPACE = List.of("No space left on device", "not enough space on the disk", "磁盘空间不足");
    private static final Logger LOG = LoggerFactory.getLogger(H2Database.class);

    private final Path folder;
    private final String url;
    private final Schema schema;
    private final Holder holder;
    private final ReentrantLock writer = new ReentrantLock(true);
    private volatile Writing writing;
    private Connection owner;
    private boolean closed;

    /** @param fileSystem H2's name of a file system before the path, empty for the plain one */
    private H2Database(Path folder, String name, String fileSystem, Schema schema) {
        String path = folder.toAbsolutePath().normalize().toString();
        if (path.indexOf(';') >= 0) {
            throw UserProblem.of("store.folderName", path);
        }
        this.folder = folder;
        this.schema = schema;
        this.holder = new Holder(folder);
        this.url = "jdbc:h2:" + fileSystem + path.replace('\\', '/') + "/" + name;
    }

    /** @throws UserProblem saying who holds it, or that it cannot be opened */
    public static H2Database open(Path folder, String name, String fileSystem, Schema schema, Clock clock) {
        return new H2Database(folder, name, fileSystem, schema).connect(false, clock);
    }

    /** An empty database. @throws UserProblem if it cannot be made there */
    public static H2Database create(Path folder, String name, String fileSystem, Schema schema, Clock clock) {
        return new H2Database(folder, name, fileSystem, schema).connect(true, clock);
    }

    private H2Database connect(boolean create, Clock clock) {
        if (holder.isThisProcess()) {
            throw holder.problem(folder, null);
        }
        try {
            owner = connectAsOwner(create);
            holder.take(clock);
            return this;
        } catch (SQLException e) {
            throw cannotOpen(e);
        } catch (IOException e) {
            close();
            throw UserProblem.because(e, "store.notWritable", folder.toString());
        }
    }

    private UserProblem cannotOpen(SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> holder.problem(folder, e);
            case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 -> UserProblem.because(e, "store.none", folder.toString());
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 -> noSpace(e) ? UserProblem.because(e, "store.diskFull", folder.toString())
                    : UserProblem.because(e, "store.damaged", folder.toString(), e.getMessage());
            default -> UserProblem.because(e, "store.damaged", folder.toString(), e.getMessage());
        };
    }

    private Connection connectAsOwner(boolean create) throws SQLException {
        return source(SETTINGS + (create ? "" : ";IFEXISTS=TRUE"), OWNER, "").getConnection();
    }

    private JdbcDataSource source(String settings, String user, String password) {
        var source = new JdbcDataSource();
        source.setURL(url + settings);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** For the schema's steps. */
    public javax.sql.DataSource ownerSource() {
        return source("", OWNER, "");
    }

    public synchronized Connection owner() throws SQLException {
        if (closed) {
            throw new IllegalStateException("the store is closed: " + folder);
        }
        if (owner.isClosed()) {
            owner = connectAsOwner(false);
        }
        return owner;
    }

    private Connection desk() throws SQLException {
        owner();
        var connection = source("", DESK, DESK).getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public StoreLocation location() {
        return new StoreLocation.Folder(folder);
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.H2;
    }

    @Override
    public int schemaVersion() {
        return schema.current();
    }

    @Override
    public Connection reading() throws SQLException {
        var connection = desk();
        // H2's "repeatable read" takes its picture table by table; only from this level on all tables are of one moment.
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        return connection;
    }

    @Override
    public Turn writing(String actor) throws SQLException {
        if (writer.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction inside a transaction");
        }
        try {
            if (!writer.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw UserProblem.of("store.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
        try {
            var turn = new H2Turn(desk(), owner());
            writing = new Writing(actor, System.nanoTime());
            return turn;
        } catch (SQLException | RuntimeException e) {
            writer.unlock();
            throw e;
        }
    }

    private record Writing(String actor, long since) {
    }

    /** Only this process has the file open. */
    @Override
    public Occupant occupant() {
        Writing now = writing;
        return now == null ? null : new Occupant(now.actor(), Duration.ofNanos(System.nanoTime() - now.since()));
    }

    @Override
    public void sync() throws SQLException {
        sync(owner());
    }

    private static void sync(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    /** Also where another thread's fault has closed the database under this one: nothing was committed, and the next attempt opens it again. */
    @Override
    public boolean passing(SQLException fault) {
        return switch (fault.getErrorCode()) {
            case ErrorCode.CONCURRENT_UPDATE_1, ErrorCode.DEADLOCK_1 -> true;
            case ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN -> true;
            default -> false;
        };
    }

    @Override
    public UserProblem explain(SQLException fault) {
        return switch (fault.getErrorCode()) {
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.GENERAL_ERROR_1, ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN, ErrorCode.FILE_CORRUPTED_1 -> {
                forget(fault);
                yield noSpace(fault) ? UserProblem.because(fault, "store.diskFull", folder.toString())
                        : UserProblem.because(fault, "store.writeFailed", folder.toString(), fault.getMessage());
            }
            default -> null;
        };
    }

    /** Drops everything in memory without writing; the next use opens what is on disk. */
    private synchronized void forget(SQLException fault) {
        LOG.warn("database in {} dropped from memory after a failure", folder, fault);
        try (var connection = owner; var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException alreadyShutDown) {
            LOG.debug("already shut down", alreadyShutDown);
        }
    }

    private boolean noSpace(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            if (NO_SPACE.stream().anyMatch(said::contains)) {
                return true;
            }
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < LITTLE_SPACE;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (owner != null && !owner.isClosed()) {
                shutDown();
            }
        } catch (SQLException e) {
            UserProblem problem = explain(e);
            throw problem == null ? new IllegalStateException(e) : problem;
        } finally {
            holder.release();
        }
    }

    private void shutDown() throws SQLException {
        boolean wasteful = setting("info.FILE_SIZE") > COMPACT_FROM && setting("info.CHUNKS_FILL_RATE") < COMPACT_BELOW_PERCENT;
        try (var connection = owner; var statement = connection.createStatement()) {
            statement.execute(wasteful ? "SHUTDOWN COMPACT" : "SHUTDOWN");
        }
    }

    private long setting(String name) throws SQLException {
        try (var select = owner.prepareStatement("SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = ?")) {
            select.setString(1, name);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private final class H2Turn implements Turn {

        private final Connection connection;
        /** Of the database that was written to: one that was opened again in between may hold nothing of it. */
        private final Connection sameOwner;

        private H2Turn(Connection connection, Connection sameOwner) {
            this.connection = connection;
            this.sameOwner = sameOwner;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public void commit() throws SQLException {
            connection.commit();
            sync(sameOwner);
        }

        @Override
        public void close() {
            try {
                Turn.end(connection);
            } finally {
                writing = null;
                writer.unlock();
            }
        }
    }
}
