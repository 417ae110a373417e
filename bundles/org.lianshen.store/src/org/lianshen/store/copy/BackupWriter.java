package org.lianshen.store.copy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.service.Progress;
import org.lianshen.store.copy.Manifest.FileEntry;
import org.lianshen.store.copy.Manifest.TableEntry;
import org.lianshen.store.database.Tables;
import org.lianshen.store.files.KeptFiles;

/** Writes one zip of a store as one transaction sees it: each table as lines of JSON, the kept files, and a manifest with counts and digests at the end. */
final class BackupWriter {

    private final Connection connection;
    private final KeptFiles files;
    private final List<String> tables;
    private final int schemaVersion;
    private final Steps steps;

    /** @param connection in a transaction that sees one state throughout */
    BackupWriter(Connection connection, int schemaVersion, KeptFiles files, Progress progress) throws SQLException {
        this.tables = Tables.of(schemaVersion);
        this.schemaVersion = schemaVersion;
        this.connection = connection;
        this.files = files;
        long rows = 0;
        for (String table : tables) {
            rows += new TableRows(connection, table).count();
        }
        this.steps = new Steps(progress, rows);
    }

    void write(Path target, String createdAt, String source, AuditVerdict audit) throws IOException, SQLException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target), 1 << 16), StandardCharsets.UTF_8)) {
            var entries = new ArrayList<TableEntry>();
            for (String table : tables) {
                entries.add(table(table, zip));
            }
            var manifest = new Manifest(Manifest.FORMAT, Manifest.FORMAT_VERSION, schemaVersion, createdAt, source, audit.records(), audit.anchor(), entries,
                    files(zip, target));
            zip.putNextEntry(entry(Manifest.ENTRY));
            zip.write(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
        }
    }

    private TableEntry table(String name, ZipOutputStream zip) throws SQLException, IOException {
        var rows = new TableRows(connection, name);
        var digest = new RowsDigest();
        var empty = new TableEntry(name, rows.columns(), 0, "");
        zip.putNextEntry(entry(empty.entry()));
        rows.each(row -> {
            zip.write(row.getBytes(StandardCharsets.UTF_8));
            zip.write('\n');
            digest.add(row);
            steps.done();
        });
        zip.closeEntry();
        return new TableEntry(name, rows.columns(), digest.count(), digest.hex());
    }

    /** Files are kept before the transaction that names them, so all that the rows name are there by now. */
    private List<FileEntry> files(ZipOutputStream zip, Path target) throws IOException {
        var entries = new ArrayList<FileEntry>();
        Path fetched = target.resolveSibling(target.getFileName() + ".file");
        try {
            for (String sha256 : files.all()) {
                files.fetch(sha256, fetched);
                var file = new FileEntry(sha256, Files.size(fetched));
                zip.putNextEntry(entry(file.entry()));
                copy(fetched, zip);
                zip.closeEntry();
                entries.add(file);
                steps.check();
            }
        } finally {
            Files.deleteIfExists(fetched);
        }
        return entries;
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.transferTo(out);
        }
    }

    /** Without a time of its own, so that the same store gives the same bytes. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }
}
