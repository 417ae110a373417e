package org.lianshen.service.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lianshen.model.UserProblem;
import org.lianshen.service.store.Store;

/** Kept files in memory. */
final class MemoryFiles implements Store.Files {

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public String keep(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String digest = sha256(bytes);
            kept.put(digest, bytes);
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void fetch(String sha256, Path target) {
        if (!has(sha256)) {
            throw UserProblem.of("store.fileMissing", sha256);
        }
        try {
            Files.write(target, kept.get(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean has(String sha256) {
        return kept.containsKey(sha256);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
