package org.lianshen.service.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.service.Progress;

/** Seals by remembering: what is in a file is known by the name written in it. The real one is tried in its own bundle. */
final class PlainSeal implements PackageSeal {

    /** @param sound whether the signature holds */
    private record Sealed(PackageHeader header, PackageContent content, Map<String, byte[]> files, boolean sound) {
    }

    private final Map<String, Sealed> sealed = new HashMap<>();
    /** What was opened last. */
    Path opened;
    private final Map<String, KeyCard> cards = new HashMap<>();

    @Override
    public OwnKey newKey(String place, UUID store, String body, String holder, Instant at, char[] password) {
        String fingerprint = hex(UUID.randomUUID().toString().getBytes());
        return new OwnKey(new KeyCard(fingerprint, "04", place, store, body, holder, at), password == null ? OwnKey.Protection.ACCOUNT : OwnKey.Protection.PASSWORD, "");
    }

    @Override
    public void writeCard(OwnKey key, char[] password, Path target) {
        write(key.card(), target);
    }

    void write(KeyCard card, Path target) {
        cards.put(card.fingerprint(), card);
        write(target, card.fingerprint());
    }

    @Override
    public KeyCard readCard(Path file) {
        return cards.get(read(file));
    }

    @Override
    public String seal(PackageHeader header, PackageContent content, Map<String, Path> files, Key own, KeyCard receiver, Path target, Progress progress) {
        var bytes = new HashMap<String, byte[]>();
        files.forEach((digest, file) -> bytes.put(digest, read(file).getBytes()));
        return put(header, content, bytes, target);
    }

    /** Writes a package that no honest program writes. */
    String put(PackageHeader header, PackageContent content, Map<String, byte[]> files, Path target) {
        return put(new Sealed(header, content, files, true), target);
    }

    private String put(Sealed whole, Path target) {
        String token = UUID.randomUUID().toString();
        sealed.put(token, whole);
        write(target, token);
        return hex(token.getBytes());
    }

    /** Somebody without the sender's key wrote something else on the outside. */
    void edit(Path file, PackageHeader header, Path target) {
        Sealed whole = sealed.get(read(file));
        put(new Sealed(header, whole.content(), whole.files(), false), target);
    }

    PackageContent content(Path file) {
        return sealed.get(read(file)).content();
    }

    @Override
    public PackageHeader look(Path file) {
        return sealed.get(read(file)).header();
    }

    @Override
    public Opened open(Path file, KeyCard sender, Function<PackageHeader, Key> admitted, Path folder, Progress progress) {
        opened = file;
        Sealed found = sealed.get(read(file));
        if (!found.sound() || !found.header().sender().equals(sender.fingerprint())) {
            throw UserProblem.of("exchange.edited", file.toString());
        }
        admitted.apply(found.header());
        var files = new HashMap<String, Path>();
        found.files().forEach((digest, bytes) -> {
            write(folder.resolve(digest), new String(bytes));
            files.put(digest, folder.resolve(digest));
        });
        return new Opened(found.header(), found.content(), files, hex(read(file).getBytes()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
