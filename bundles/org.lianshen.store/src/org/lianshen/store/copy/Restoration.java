package org.lianshen.store.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.store.files.KeptFiles;
import org.lianshen.store.files.Remains;
import org.lianshen.store.rows.Transactions;

/** Brings a backup into tables and compares them with what its manifest says. */
public final class Restoration {

    private final BackupFile backup;
    private final Transactions transactions;

    Restoration(BackupFile backup, Transactions transactions) {
        this.backup = backup;
        this.transactions = transactions;
    }

    /**
     * Reads the whole file, fills the tables and the files, and compares.
     *
     * @param target where to
     * @throws UserProblem if the file is no backup, damaged, or what arrives is not what was saved; the target decides that nothing is left then
     */
    public static Copy restore(Path file, Target target, Progress progress) throws SQLException {
        Path folder = null;
        try (var backup = BackupFile.open(file)) {
            if (backup.manifest().schemaVersion() > target.currentSchema()) {
                throw UserProblem.of("store.newer", file.toString());
            }
            checkFiles(backup, progress);
            folder = Files.createTempDirectory("lianshen-restore");
            Connection connection = target.begin(backup.manifest().schemaVersion());
            AuditVerdict audit = new Restoration(backup, target.transactions()).load(connection, progress);
            backup.keepFiles(target.files(), folder, progress);
            target.commit();
            return new Copy(file, Files.size(file), backup.counts(), audit);
        } catch (IOException e) {
            throw UserProblem.because(e, "store.restoreFailed", file.toString(), String.valueOf(e.getMessage()));
        } finally {
            Remains.remove(folder);
        }
    }

    private static void checkFiles(BackupFile backup, Progress progress) {
        try {
            backup.checkFiles(progress);
        } catch (IOException e) {
            throw backup.damaged(String.valueOf(e.getMessage()));
        }
    }

    AuditVerdict load(Connection connection, Progress progress) throws SQLException, IOException {
        backup.load(connection, progress);
        List<String> disagreeing = backup.disagreeing(connection);
        if (!disagreeing.isEmpty()) {
            throw UserProblem.of("store.backupDisagrees", backup.file().toString(), disagreeing);
        }
        AuditVerdict audit = transactions.reading(connection).audit().verify();
        if (!audit.ok() || audit.records() != backup.manifest().auditRecords() || !audit.anchor().equals(backup.manifest().anchor())) {
            throw UserProblem.of("store.backupDisagrees", backup.file().toString(), "audit_record");
        }
        return audit;
    }

    /** Where a backup is brought to. */
    public interface Target {

        int currentSchema();

        Transactions transactions();

        /** Makes the tables of this version; the connection commits nothing by itself. */
        Connection begin(int schemaVersion) throws SQLException;

        KeptFiles files();

        /** Makes it a store of the current schema. */
        void commit() throws SQLException;
    }
}
