package org.lianshen.store.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lianshen.model.UserProblem;

/** Kept files in a folder beside the database: {@code files/ab/cdef…} by SHA-256. A file appears under its name whole and on disk, or not at all. */
public final class FolderFiles implements KeptFiles {

    private static final int PIECE = 1 << 16;
    private final Path folder;

    /** @param folder need not exist yet */
    public FolderFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public String keep(Path file) {
        Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, "keeping", ".part");
            String sha256 = copy(file, temporary, true);
            Path kept = place(sha256);
            if (!Files.exists(kept)) {
                Files.createDirectories(kept.getParent());
                Files.move(temporary, kept, StandardCopyOption.ATOMIC_MOVE);
                syncFolder(kept.getParent());
            }
            return sha256;
        } catch (IOException e) {
            throw UserProblem.because(e, "store.fileNotKept", file.toString(), String.valueOf(e.getMessage()));
        } finally {
            Remains.remove(temporary);
        }
    }

    @Override
    public void fetch(String sha256, Path target) {
        if (!has(sha256)) {
            throw UserProblem.of("store.fileMissing", String.valueOf(sha256));
        }
        Path temporary = null;
        try {
            temporary = Files.createTempFile(target.toAbsolutePath().getParent(), "fetching", ".part");
            if (!copy(place(sha256), temporary, false).equals(sha256)) {
                throw UserProblem.of("store.fileDamaged", sha256);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw UserProblem.because(e, "store.fileNotWritten", target.toString(), String.valueOf(e.getMessage()));
        } finally {
            Remains.remove(temporary);
        }
    }

    @Override
    public boolean has(String sha256) {
        return Digests.isSha256(sha256) && Files.exists(place(sha256));
    }

    @Override
    public List<String> all() {
        var all = new ArrayList<String>();
        if (!Files.exists(folder)) {
            return all;
        }
        try (Stream<Path> found = Files.walk(folder, 2)) {
            found.filter(Files::isRegularFile).map(file -> file.getParent().getFileName().toString() + file.getFileName()).filter(Digests::isSha256).sorted()
                    .forEach(all::add);
            return all;
        } catch (IOException e) {
            throw UserProblem.because(e, "store.fileMissing", folder.toString());
        }
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private static String copy(Path from, Path to, boolean toDisk) throws IOException {
        MessageDigest digest = Digests.newSha256();
        try (var in = FileChannel.open(from, StandardOpenOption.READ); var out = FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var piece = ByteBuffer.allocate(PIECE);
            while (in.read(piece) >= 0) {
                piece.flip();
                digest.update(piece.duplicate());
                while (piece.hasRemaining()) {
                    out.write(piece);
                }
                piece.clear();
            }
            if (toDisk) {
                out.force(true);
            }
        }
        return Digests.hex(digest.digest());
    }

    /** Makes the new name survive a power cut. Windows keeps names safe by itself and does not let a folder be opened. */
    private static void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
