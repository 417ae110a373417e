package org.lianshen.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.lianshen.model.UserProblem;
import org.lianshen.service.store.StoreLocation;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL, shared by several desktops. Writers take turns by a lock on the end of the audit chain, taken before the transaction sees anything: so they neither
 * fork the chain nor decide on facts that somebody else is changing, and readers never wait.
 */
public final class PostgresDatabase implements Database {

    private static final int CONNECTIONS = 4;
    private static final int PATIENCE_SECONDS = 60;
    /** serialization_failure, deadlock_detected */
    private static final Set<String> PASSING = Set.of("40001", "40P01");
    /** What a connection that writes calls itself, before the name of who does. */
    private static final String WRITER = "lianshen:";
    private static final int LONGEST_ACTOR = 10;
    private static final String HOLDER = "SELECT a.application_name, EXTRACT(EPOCH FROM clock_timestamp() - a.xact_start)::BIGINT FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
            + " WHERE l.relation = 'audit_head'::regclass AND l.mode = 'ExclusiveLock' AND l.granted AND a.application_name LIKE ? AND a.xact_start IS NOT NULL";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DISK_FULL = "53100";
    private static final String NO_PRIVILEGE = "42501";

    private final StoreLocation.Server location;
    private final HikariDataSource pool;
    private final Schema schema;

    /**
     * @param environment  where {@code PGUSER} and {@code PGPASSWORD} are looked for; a {@code .pgpass} file is read by the driver
     * @throws UserProblem if the server cannot be reached
     */
    public PostgresDatabase(StoreLocation.Server location, Map<String, String> environment, Schema schema) {
        this.location = location;
        this.schema = schema;
        var config = new HikariConfig();
        config.setDataSource(source(location.url(), environment));
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setPoolName("lianshen");
        try {
            pool = new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw UserProblem.because(e, "store.serverUnreachable", location.url(), String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
    }

    private static DataSource source(String url, Map<String, String> environment) {
        var source = new PGSimpleDataSource();
        try {
            source.setURL(url);
        } catch (IllegalArgumentException e) {
            throw UserProblem.because(e, "store.serverUrl", url);
        }
        if (source.getUser() == null && environment.containsKey("PGUSER")) {
            source.setUser(environment.get("PGUSER"));
        }
        if (source.getPassword() == null && environment.containsKey("PGPASSWORD")) {
            source.setPassword(environment.get("PGPASSWORD"));
        }
        source.setApplicationName("lianshen");
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        return source;
    }

    public DataSource source() {
        return pool;
    }

    @Override
    public StoreLocation location() {
        return location;
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public int schemaVersion() {
        return schema.current();
    }

    @Override
    public Connection reading() throws SQLException {
        var connection = pool.getConnection();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    @Override
    public Turn writing(String actor) throws SQLException {
        var connection = pool.getConnection();
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL lock_timeout = '" + PATIENCE_SECONDS + "s'");
                statement.execute("LOCK TABLE audit_head IN EXCLUSIVE MODE");
            }
            try (var naming = connection.prepareStatement("SELECT set_config('application_name', ?, TRUE)")) {
                naming.setString(1, WRITER + written(actor));
                naming.execute();
            }
            if (schema.found(connection) > schema.current()) {
                throw UserProblem.of("store.newer", location.url());
            }
            return new PostgresTurn(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** As the server's list of connections says; it hides when another role's transaction began, and then nothing is said. */
    @Override
    public Occupant occupant() throws SQLException {
        try (var connection = reading(); var statement = connection.prepareStatement(HOLDER)) {
            statement.setString(1, WRITER + "%");
            try (var rows = statement.executeQuery()) {
                return rows.next() ? new Occupant(actor(rows.getString(1)), Duration.ofSeconds(rows.getLong(2))) : null;
            } finally {
                connection.rollback();
            }
        }
    }

    /** The server keeps 63 characters of ASCII. */
    private static String written(String actor) {
        String first = actor.codePoints().limit(LONGEST_ACTOR).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(first.getBytes(StandardCharsets.UTF_8));
    }

    private static String actor(String applicationName) {
        return new String(Base64.getUrlDecoder().decode(applicationName.substring(WRITER.length())), StandardCharsets.UTF_8);
    }

    /** PostgreSQL's commit says so itself. */
    @Override
    public void sync() {
        // Nothing is left to do.
    }

    @Override
    public boolean passing(SQLException fault) {
        return PASSING.contains(fault.getSQLState());
    }

    @Override
    public UserProblem explain(SQLException fault) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        return switch (state) {
            case LOCK_NOT_AVAILABLE -> UserProblem.because(fault, "store.busy");
            case DISK_FULL -> UserProblem.because(fault, "store.diskFull", location.url());
            case NO_PRIVILEGE -> UserProblem.because(fault, "store.noPrivilege", location.url(), fault.getMessage());
            default -> state.startsWith("08") || state.startsWith("57P") ? UserProblem.because(fault, "store.serverLost", location.url(), fault.getMessage()) : null;
        };
    }

    @Override
    public void close() {
        pool.close();
    }

    private record PostgresTurn(Connection connection) implements Turn {

        @Override
        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() {
            Turn.end(connection);
        }
    }
}
