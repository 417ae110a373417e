package org.lianshen.store.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.lianshen.model.UserProblem;

/** Kept files of a PostgreSQL store, in tables of the database: several desktops share no folder. A file is in pieces of a megabyte. */
public final class ServerFiles implements KeptFiles {

    private static final int PIECE = 1 << 20;
    private final DataSource source;

    /** @param source gives connections without auto-commit */
    public ServerFiles(DataSource source) {
        this.source = source;
    }

    @Override
    public String keep(Path file) {
        try {
            String sha256 = digest(file);
            if (!has(sha256)) {
                try (var connection = source.getConnection(); var in = Files.newInputStream(file)) {
                    insert(connection, sha256, Files.size(file), in);
                    connection.commit();
                }
            }
            return sha256;
        } catch (IOException | SQLException e) {
            throw UserProblem.because(e, "store.fileNotKept", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Digests.newSha256();
        try (var in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return Digests.hex(digest.digest());
    }

    private static void insert(Connection connection, String sha256, long size, InputStream in) throws SQLException, IOException {
        try (var file = connection.prepareStatement("INSERT INTO kept_file (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING");
                var part = connection.prepareStatement("INSERT INTO kept_file_part (sha256, part_no, content) VALUES (?, ?, ?)")) {
            file.setString(1, sha256);
            file.setLong(2, size);
            if (file.executeUpdate() == 0) {
                return;
            }
            int number = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                part.setString(1, sha256);
                part.setInt(2, number);
                part.setBytes(3, piece);
                part.executeUpdate();
                number++;
            }
        }
    }

    @Override
    public void fetch(String sha256, Path target) {
        Path temporary = null;
        try (var connection = source.getConnection()) {
            temporary = Files.createTempFile(target.toAbsolutePath().getParent(), "fetching", ".part");
            if (!has(sha256)) {
                throw UserProblem.of("store.fileMissing", String.valueOf(sha256));
            }
            if (!write(connection, sha256, temporary).equals(sha256)) {
                throw UserProblem.of("store.fileDamaged", sha256);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | SQLException e) {
            throw UserProblem.because(e, "store.fileNotWritten", target.toString(), String.valueOf(e.getMessage()));
        } finally {
            Remains.remove(temporary);
        }
    }

    private static String write(Connection connection, String sha256, Path target) throws SQLException, IOException {
        MessageDigest digest = Digests.newSha256();
        try (var select = connection.prepareStatement("SELECT content FROM kept_file_part WHERE sha256 = ? ORDER BY part_no");
                var out = Files.newOutputStream(target)) {
            select.setFetchSize(4);
            select.setString(1, sha256);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    byte[] piece = rows.getBytes(1);
                    digest.update(piece);
                    out.write(piece);
                }
            }
        }
        return Digests.hex(digest.digest());
    }

    @Override
    public boolean has(String sha256) {
        return Digests.isSha256(sha256) && list("SELECT sha256 FROM kept_file WHERE sha256 = '" + sha256 + "'").size() == 1;
    }

    @Override
    public List<String> all() {
        return list("SELECT sha256 FROM kept_file ORDER BY sha256");
    }

    private List<String> list(String select) {
        var found = new ArrayList<String>();
        try (var connection = source.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(select)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw UserProblem.because(e, "store.serverLost", "kept_file", String.valueOf(e.getMessage()));
        }
    }
}
