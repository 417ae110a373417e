package org.lianshen.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.service.Progress;

/**
 * What is encrypted: a zip with a list of its entries and their digests first, then the content, then the attachments. No entry has a path: an attachment is named by
 * its SHA-256. What is not on the list, is on it and missing, or is another than the list says, makes the whole unreadable.
 */
final class Payload {

    private static final String LIST = "list.json";
    private static final String CONTENT = "content.json";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 1 << 16;

    /** @param name {@code content.json} or a SHA-256 */
    record Entry(String name, long bytes, String sha256) {
        Entry {
            Objects.requireNonNull(name);
            Objects.requireNonNull(sha256);
        }
    }

    record Listed(int format, List<Entry> entries) {
        Listed {
            entries = List.copyOf(entries);
        }
    }

    private Payload() {
    }

    static void write(PackageContent content, Map<String, Path> files, OutputStream out, Progress progress) throws IOException {
        byte[] json = ContentJson.write(content);
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(CONTENT, json.length, hex(sha256().digest(json))));
        for (var file : files.entrySet()) {
            entries.add(new Entry(file.getKey(), Files.size(file.getValue()), file.getKey()));
        }
        var zip = new ZipOutputStream(out);
        put(zip, LIST, ContentJson.write(new Listed(1, entries)));
        put(zip, CONTENT, json);
        for (var file : files.entrySet()) {
            progress.check();
            zip.putNextEntry(new ZipEntry(file.getKey()));
            Files.copy(file.getValue(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** What was read. */
    record Read(PackageContent content, Map<String, Path> files) {
    }

    /** Reads to the very end of {@code in}. @throws IOException if anything is not as it should be */
    static Read read(InputStream in, Path folder, Limits limits, Progress progress) throws IOException {
        var zip = new ZipInputStream(in);
        Listed listed = ContentJson.read(bytes(next(zip, LIST), limits.content()), Listed.class);
        List<Entry> entries = listed.entries();
        check(listed, limits);
        PackageContent content = null;
        var files = new HashMap<String, Path>();
        for (Entry entry : entries) {
            progress.check();
            InputStream body = next(zip, entry.name());
            if (entry.name().equals(CONTENT)) {
                byte[] json = bytes(body, (int) entry.bytes());
                requireSame(entry, json.length, hex(sha256().digest(json)));
                content = ContentJson.read(json, PackageContent.class);
            } else {
                files.put(entry.name(), copied(entry, body, folder.resolve(entry.name())));
            }
        }
        if (zip.getNextEntry() != null) {
            throw new IOException("more than is on the list");
        }
        drain(in, limits);
        return new Read(content, Map.copyOf(files));
    }

    private static void check(Listed listed, Limits limits) throws IOException {
        Set<String> names = new HashSet<>();
        long all = 0;
        if (listed.format() != 1 || listed.entries().isEmpty() || listed.entries().size() > limits.entries() || !listed.entries().getFirst().name().equals(CONTENT)) {
            throw new IOException("the list is not one of this format");
        }
        for (Entry entry : listed.entries()) {
            boolean content = CONTENT.equals(entry.name());
            boolean named = content || SHA256.matcher(entry.name()).matches() && entry.name().equals(entry.sha256());
            boolean small = entry.bytes() >= 0 && entry.bytes() <= (content ? limits.content() : limits.file());
            all += Math.max(0, entry.bytes());
            if (!named || !small || !names.add(entry.name()) || all > limits.payload()) {
                throw new IOException("an entry of the list is not allowed: " + entry.name());
            }
        }
    }

    private static InputStream next(ZipInputStream zip, String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("expected " + name);
        }
        return zip;
    }

    private static byte[] bytes(InputStream in, int most) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (out.size() > most) {
                throw new IOException("more than " + most + " bytes");
            }
        }
        return out.toByteArray();
    }

    private static Path copied(Entry entry, InputStream in, Path target) throws IOException {
        long copied = 0;
        var digest = sha256();
        try (OutputStream out = Files.newOutputStream(target, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            var digesting = new DigestInputStream(in, digest);
            byte[] buffer = new byte[BUFFER];
            for (int read = digesting.read(buffer); read >= 0; read = digesting.read(buffer)) {
                copied += read;
                if (copied > entry.bytes()) {
                    throw new IOException("longer than the list says: " + entry.name());
                }
                out.write(buffer, 0, read);
            }
        }
        requireSame(entry, copied, hex(digest.digest()));
        return target;
    }

    private static void requireSame(Entry entry, long bytes, String sha256) throws IOException {
        if (bytes != entry.bytes() || !sha256.equals(entry.sha256())) {
            throw new IOException("not what the list says: " + entry.name());
        }
    }

    /** The directory at the end of the zip is not needed; what comes with it is authenticated by its end. */
    private static void drain(InputStream in, Limits limits) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long drained = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            drained += read;
            if (drained > limits.content()) {
                throw new IOException("too much behind the last entry");
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
