package org.lianshen.service.store;

import java.nio.file.Path;
import java.util.function.Function;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;

/**
 * An open store. One use case is one transaction: {@link #write} commits all or nothing together with its audit records, and what it has acknowledged is on disk.
 * Where the database reports a serialisation failure or deadlock, the work runs again; it must have no side effects of its own.
 */
public interface Store extends AutoCloseable {

    StoreLocation location();

    <T> T read(Function<Tx, T> work);

    /**
     * @param actor account named in the audit records
     * @param role  role named there, may be empty
     * @throws IllegalStateException if the work wrote no audit record
     */
    <T> T write(String actor, String role, Function<Tx, T> work);

    /** Files kept under their digest, beside the database. */
    Files files();

    Copy backup(Path file, Progress progress);

    @Override
    void close();

    /** Content-addressed files. A kept file is never changed. */
    interface Files {

        /** Copies the file in. @return its SHA-256 in lower-case hex */
        String keep(Path file);

        /** @throws org.lianshen.model.UserProblem if it is not there or damaged */
        void fetch(String sha256, Path target);

        boolean has(String sha256);
    }
}
