package org.lianshen.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jooq.SQLDialect;
import org.lianshen.model.UserProblem;
import org.lianshen.service.store.StoreLocation;
import org.slf4j.LoggerFactory;

/** What the stores of the two kinds do differently. */
public interface Database extends AutoCloseable {

    StoreLocation location();

    SQLDialect dialect();

    /** Version of the tables. */
    int schemaVersion();

    /** A connection that sees one state of the store until it is closed. */
    Connection reading() throws SQLException;

    /**
     * Waits until nobody else writes.
     *
     * @param actor who writes, for those who wait meanwhile
     * @throws UserProblem {@code store.busy} after a minute
     */
    Turn writing(String actor) throws SQLException;

    /** Who writes now; null where nobody does, or where it is not known. */
    Occupant occupant() throws SQLException;

    /** @param held since the turn was taken */
    record Occupant(String actor, Duration held) {
    }

    /** Returns when all that is committed is on disk. */
    void sync() throws SQLException;

    /** Whether the same work may be run again after this fault. */
    boolean passing(SQLException fault);

    /** The fault as something to say to a person; null if it is a fault of the program. */
    UserProblem explain(SQLException fault);

    @Override
    void close();

    /** The right to write, alone. Closing without {@link #commit} takes everything back. */
    interface Turn extends AutoCloseable {

        Connection connection();

        /** Returns when what was written is on disk. */
        void commit() throws SQLException;

        @Override
        void close();

        /** Takes back what is not committed and gives the connection up. It fails only where the connection is lost, which does the same. */
        static void end(Connection connection) {
            try (connection) {
                if (!connection.isClosed()) {
                    connection.rollback();
                }
            } catch (SQLException lost) {
                LoggerFactory.getLogger(Database.class).debug("connection lost", lost);
            }
        }
    }
}
