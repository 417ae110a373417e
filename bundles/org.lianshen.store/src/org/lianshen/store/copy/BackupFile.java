package org.lianshen.store.copy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.store.copy.Manifest.FileEntry;
import org.lianshen.store.copy.Manifest.TableEntry;
import org.lianshen.store.database.Tables;
import org.lianshen.store.files.Digests;
import org.lianshen.store.files.KeptFiles;

/**
 * A backup opened for reading. It may come from anywhere: only entries that its manifest names, under the names that we give them, are accepted; nothing is ever
 * written to a place that an entry names.
 */
final class BackupFile implements AutoCloseable {

    private static final int MOST_MANIFEST_BYTES = 64 << 20;
    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws UserProblem if it is no backup of ours, or damaged */
    static BackupFile open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw UserProblem.because(e, "store.notABackup", file.toString());
        }
        try {
            var backup = new BackupFile(file, zip, manifest(file, zip));
            backup.checkNames();
            return backup;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw UserProblem.of("store.notABackup", file.toString());
        }
        Manifest manifest;
        try (var in = zip.getInputStream(entry)) {
            manifest = new JsonMapper().readValue(in.readNBytes(MOST_MANIFEST_BYTES), Manifest.class);
        } catch (JsonProcessingException e) {
            throw UserProblem.because(e, "store.backupDamaged", file.toString(), Manifest.ENTRY);
        }
        if (!Manifest.FORMAT.equals(manifest.format())) {
            throw UserProblem.of("store.notABackup", file.toString());
        }
        if (manifest.formatVersion() > Manifest.FORMAT_VERSION) {
            throw UserProblem.of("store.newer", file.toString());
        }
        return manifest;
    }

    private void checkNames() {
        var expected = new HashSet<String>(Set.of(Manifest.ENTRY));
        for (TableEntry table : manifest.tables()) {
            if (table.name() == null || !table.name().matches("[a-z_]{1,60}") || !table.columns().stream().allMatch(column -> column.matches("[a-z0-9_]{1,60}"))) {
                throw damaged(Manifest.ENTRY);
            }
            expected.add(table.entry());
        }
        for (FileEntry kept : manifest.files()) {
            if (!Digests.isSha256(kept.sha256())) {
                throw damaged(Manifest.ENTRY);
            }
            expected.add(kept.entry());
        }
        if (expected.size() != 1 + manifest.tables().size() + manifest.files().size()) {
            throw damaged(Manifest.ENTRY);
        }
        var found = new HashSet<String>();
        zip.stream().forEach(entry -> {
            if (!expected.contains(entry.getName()) || !found.add(entry.getName())) {
                throw damaged(entry.getName());
            }
        });
        expected.stream().filter(name -> !found.contains(name)).findFirst().ifPresent(missing -> {
            throw damaged(missing);
        });
    }

    UserProblem damaged(String where) {
        return UserProblem.of("store.backupDamaged", file.toString(), where);
    }

    Path file() {
        return file;
    }

    Manifest manifest() {
        return manifest;
    }

    /** Puts all rows into the tables of a fresh schema of the backup's version. */
    void load(Connection connection, Progress progress) throws SQLException, IOException {
        if (!manifest.tables().stream().map(TableEntry::name).toList().containsAll(Tables.of(manifest.schemaVersion()))) {
            throw damaged(Manifest.ENTRY);
        }
        try (var statement = connection.createStatement()) {
            // The one row that a fresh schema has.
            statement.executeUpdate("DELETE FROM audit_head");
        }
        var steps = new Steps(progress, manifest.tables().stream().mapToLong(TableEntry::rows).sum());
        for (TableEntry table : manifest.tables()) {
            TableRows rows;
            try {
                rows = new TableRows(connection, table.name());
            } catch (SQLException noSuchTable) {
                throw UserProblem.because(noSuchTable, "store.backupDamaged", file.toString(), table.entry());
            }
            if (!rows.columns().containsAll(table.columns())) {
                throw damaged(table.entry());
            }
            try (var in = zip.getInputStream(zip.getEntry(table.entry())); JsonParser parser = new JsonFactory().createParser(in)) {
                rows.insert(parser, table.columns(), steps::done);
            } catch (IOException | IllegalArgumentException e) {
                throw UserProblem.because(e, "store.backupDamaged", file.toString(), table.entry());
            }
        }
    }

    /** Tables of the database whose rows are not those of the manifest. */
    List<String> disagreeing(Connection connection) throws SQLException, IOException {
        var disagreeing = new ArrayList<String>();
        for (TableEntry table : manifest.tables()) {
            var digest = new RowsDigest();
            new TableRows(connection, table.name()).each(digest::add);
            if (digest.count() != table.rows() || !digest.hex().equals(table.digest())) {
                disagreeing.add(table.name());
            }
        }
        return disagreeing;
    }

    /** @throws UserProblem naming the first kept file that is not what its name says */
    void checkFiles(Progress progress) throws IOException {
        for (FileEntry kept : manifest.files()) {
            progress.check();
            try (var in = new DigestInputStream(content(kept), Digests.newSha256())) {
                long bytes = in.transferTo(OutputStream.nullOutputStream());
                if (bytes != kept.bytes() || !Digests.hex(in.getMessageDigest().digest()).equals(kept.sha256())) {
                    throw damaged(kept.entry());
                }
            }
        }
    }

    void keepFiles(KeptFiles files, Path temporaryFolder, Progress progress) throws IOException {
        Path extracted = Files.createTempFile(temporaryFolder, "restoring", ".part");
        try {
            for (FileEntry kept : manifest.files()) {
                progress.check();
                try (var in = content(kept)) {
                    Files.copy(in, extracted, StandardCopyOption.REPLACE_EXISTING);
                }
                files.keep(extracted);
            }
        } finally {
            Files.deleteIfExists(extracted);
        }
    }

    private InputStream content(FileEntry kept) throws IOException {
        return zip.getInputStream(zip.getEntry(kept.entry()));
    }

    /** By table, with the kept files at the end. */
    Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        manifest.tables().forEach(table -> counts.put(table.name(), table.rows()));
        counts.put("kept_file", (long) manifest.files().size());
        return counts;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
