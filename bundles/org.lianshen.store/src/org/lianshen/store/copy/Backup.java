package org.lianshen.store.copy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.jooq.SQLDialect;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.store.database.Database;
import org.lianshen.store.database.H2Database;
import org.lianshen.store.database.Schema;
import org.lianshen.store.files.KeptFiles;
import org.lianshen.store.files.Remains;
import org.lianshen.store.rows.Transactions;

/**
 * Makes a backup in one file and believes it only when it has been opened again: its rows are loaded into a store of its own, counted and compared by digest, the
 * audit chain is verified there, every kept file is hashed. The file has its name only after that.
 */
public final class Backup {

    private final Database source;
    private final KeptFiles files;
    private final Clock clock;

    public Backup(Database source, KeptFiles files, Clock clock) {
        this.source = source;
        this.files = files;
        this.clock = clock;
    }

    /** @throws UserProblem if it cannot be written, or does not agree with the store; then no file is left */
    public Copy write(Path target, Progress progress) throws SQLException {
        Path written = target.resolveSibling(target.getFileName() + ".part");
        Path folder = null;
        try {
            AuditVerdict audit = write(written, target, progress);
            folder = Files.createTempDirectory("lianshen-backup");
            Copy copy = check(written, target, folder, audit, progress);
            toDisk(written);
            move(written, target);
            return copy;
        } catch (IOException e) {
            throw UserProblem.because(e, "store.backupNotWritten", target.toString(), String.valueOf(e.getMessage()));
        } finally {
            Remains.remove(written);
            Remains.remove(folder);
        }
    }

    private AuditVerdict write(Path written, Path target, Progress progress) throws SQLException, IOException {
        try (Connection connection = source.reading()) {
            AuditVerdict audit = new Transactions(source.dialect(), clock).reading(connection).audit().verify();
            if (!audit.ok()) {
                throw UserProblem.of("store.auditBroken", source.location().toString(), audit.firstBroken());
            }
            new BackupWriter(connection, source.schemaVersion(), files, progress).write(written, clock.instant().toString(), source.location().getClass().getSimpleName(),
                    audit);
            connection.rollback();
            return audit;
        }
    }

    private Copy check(Path written, Path target, Path folder, AuditVerdict audit, Progress progress) throws IOException {
        var schema = Schema.ofH2();
        try (var backup = BackupFile.open(written); var database = H2Database.create(folder, H2Database.NAME, "", schema, clock)) {
            schema.bringTo(schema.current(), database.ownerSource());
            try (Connection connection = database.ownerSource().getConnection()) {
                connection.setAutoCommit(false);
                AuditVerdict copied = new Restoration(backup, new Transactions(SQLDialect.H2, clock)).load(connection, progress);
                backup.checkFiles(progress);
                if (!copied.equals(audit)) {
                    throw UserProblem.of("store.backupDisagrees", target.toString(), "audit_record");
                }
            }
            return new Copy(target, Files.size(written), backup.counts(), audit);
        } catch (SQLException e) {
            throw UserProblem.because(e, "store.backupNotWritten", target.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static void toDisk(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
