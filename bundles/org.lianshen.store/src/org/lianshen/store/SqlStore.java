package org.lianshen.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.lianshen.model.UserProblem;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.Tx;
import org.lianshen.store.copy.Backup;
import org.lianshen.store.database.Database;
import org.lianshen.store.files.KeptFiles;
import org.lianshen.store.json.Json;
import org.lianshen.store.rows.RowsTx;
import org.lianshen.store.rows.Transactions;

/** A store in a database: runs a piece of work in one transaction, again where the database asks for it, and says in words what went wrong. */
final class SqlStore implements Store {

    private static final int ATTEMPTS = 8;
    private static final long PAUSE_MILLIS = 10;

    private final Transactions transactions;
    private final Database database;
    private final KeptFiles files;
    private final Clock clock;

    SqlStore(Database database, KeptFiles files, Clock clock) {
        this.transactions = new Transactions(database.dialect(), clock);
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public StoreLocation location() {
        return database.location();
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
        return again(() -> {
            try (Connection connection = database.reading()) {
                T result = work.apply(transactions.reading(connection));
                connection.rollback();
                return result;
            }
        });
    }

    @Override
    public <T> T write(String actor, String role, Function<Tx, T> work) {
        return again(() -> {
            try (Database.Turn turn = turn(actor)) {
                var tx = transactions.writing(turn.connection(), actor, role);
                T result = work.apply(tx);
                if (!tx.audited()) {
                    throw new IllegalStateException("a transaction that writes says in the audit log what it did");
                }
                commit(turn, tx);
                return result;
            }
        });
    }

    /** Whoever waited in vain hears who writes, and for how long. */
    private Database.Turn turn(String actor) throws SQLException {
        try {
            return database.writing(actor);
        } catch (SQLException fault) {
            UserProblem problem = database.passing(fault) ? null : database.explain(fault);
            if (problem == null) {
                throw fault;
            }
            throw named(problem);
        } catch (UserProblem problem) {
            throw named(problem);
        }
    }

    private UserProblem named(UserProblem problem) throws SQLException {
        Database.Occupant occupant = problem.messages().getFirst().key().equals("store.busy") ? database.occupant() : null;
        return occupant == null ? problem : UserProblem.because(problem, "store.busyWith", occupant.actor(), Math.max(1, occupant.held().toMinutes()));
    }

    /** Where a commit failed on the way, what counts is what the database has afterwards: then it is acknowledged after all, or refused. */
    private void commit(Database.Turn turn, RowsTx tx) throws SQLException {
        try {
            turn.commit();
        } catch (SQLException fault) {
            UserProblem problem = database.explain(fault);
            if (problem == null) {
                throw fault;
            }
            if (!arrived(tx, problem)) {
                throw problem;
            }
        }
    }

    private boolean arrived(RowsTx tx, UserProblem problem) {
        try (Connection connection = database.reading()) {
            boolean arrived = transactions.reading(connection).sees(tx);
            connection.rollback();
            if (arrived) {
                database.sync();
            }
            return arrived;
        } catch (SQLException | DataAccessException e) {
            problem.addSuppressed(e);
            return false;
        }
    }

    /** An interrupt would close the file under the database; it waits until the work is done. */
    private <T> T again(Attempt<T> attempt) {
        boolean interrupted = Thread.interrupted();
        try {
            return repeated(attempt);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T repeated(Attempt<T> attempt) {
        for (int tries = 1;; tries++) {
            try {
                return attempt.run();
            } catch (SQLException | DataAccessException e) {
                SQLException fault = e instanceof SQLException direct ? direct : ((DataAccessException) e).getCause(SQLException.class);
                if (fault == null) {
                    throw new IllegalStateException(e);
                }
                if (!database.passing(fault)) {
                    UserProblem problem = database.explain(fault);
                    throw problem == null ? new IllegalStateException(e) : problem;
                }
                if (tries == ATTEMPTS) {
                    throw UserProblem.because(e, "store.busy");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS << tries)));
            } catch (Json.UnreadableContent e) {
                throw UserProblem.because(e, "store.damaged", database.location().toString(), String.valueOf(e.getCause().getMessage()));
            }
        }
    }

    @Override
    public Files files() {
        return files;
    }

    @Override
    public Copy backup(Path file, Progress progress) {
        return again(() -> new Backup(database, files, clock).write(file, progress));
    }

    @Override
    public void close() {
        again(() -> {
            database.close();
            return null;
        });
    }

    private interface Attempt<T> {
        T run() throws SQLException;
    }
}
