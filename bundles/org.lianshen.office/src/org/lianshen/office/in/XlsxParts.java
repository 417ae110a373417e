package org.lianshen.office.in;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;

/** The parts of an Office package. Only parts that are asked for are inflated; names are never used as paths. */
final class XlsxParts implements AutoCloseable {

    /** A relationship of a part: type by its last word, such as {@code worksheet}. */
    record Relation(String type, String target, boolean external) {
    }

    private static final Charset GB18030 = Charset.forName("GB18030");
    private final String file;
    private final ZipFile zip;
    private final Limits limits;
    private final Progress progress;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    XlsxParts(Path path, Limits limits, Progress progress) {
        this.file = path.getFileName().toString();
        this.limits = limits;
        this.progress = progress;
        try {
            ZipEnd.check(path, file, limits);
            zip = opened(path);
        } catch (ZipException e) {
            boolean locked = String.valueOf(e.getMessage()).contains("encrypted");
            throw UserProblem.because(e, locked ? "office.protected" : "office.truncated", file);
        } catch (IOException e) {
            throw UserProblem.because(e, "office.unreadable", file, String.valueOf(e.getMessage()));
        }
        try {
            list();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Names that are not UTF-8 were written by an archiver of this country. */
    private static ZipFile opened(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException otherNames) {
            try {
                return new ZipFile(path.toFile(), GB18030);
            } catch (ZipException damaged) {
                throw otherNames;
            }
        }
    }

    private void list() {
        if (zip.size() > limits.entries()) {
            throw UserProblem.of("office.tooManyParts", file, zip.size(), limits.entries());
        }
        zip.stream().forEach(entry -> {
            String name = key(entry.getName());
            if (!entry.isDirectory() && entries.putIfAbsent(name, entry) != null) {
                throw UserProblem.of("office.duplicatePart", file, PlainText.quoted(entry.getName()));
            }
        });
    }

    /** As parts are told apart: without regard to case, as Office does. */
    private static String key(String name) {
        String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    /** Names of all parts, in lower case. */
    Set<String> names() {
        return entries.keySet();
    }

    /** The name as the package has it. */
    String written(String name) {
        return entries.get(name).getName();
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    String file() {
        return file;
    }

    Limits limits() {
        return limits;
    }

    /** @param budget shared by the parts of one reading */
    InputStream open(String part, PartStream.Budget budget) {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            throw UserProblem.of("office.partMissing", file, PlainText.quoted(part));
        }
        try {
            return new PartStream(zip.getInputStream(entry), file, part, entry.getCompressedSize(), limits, budget, progress);
        } catch (IOException e) {
            throw UserProblem.because(e, "office.partDamaged", file, part, String.valueOf(e.getMessage()));
        }
    }

    Xml xml(String part, PartStream.Budget budget) {
        return new Xml(open(part, budget), file, part, limits);
    }

    /** Relationships of a part by id; empty where it has none. Pass an empty name for the package. */
    Map<String, Relation> relations(String part) {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String rels = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        var relations = new LinkedHashMap<String, Relation>();
        if (has(rels)) {
            try (var xml = xml(rels, new PartStream.Budget())) {
                while (xml.next()) {
                    if (xml.starts("Relationship")) {
                        String type = xml.attribute("Type");
                        boolean external = "External".equals(xml.attribute("TargetMode"));
                        String target = xml.attribute("Target");
                        if (type != null && target != null) {
                            relations.put(xml.attribute("Id"), new Relation(type.substring(type.lastIndexOf('/') + 1), external ? target : resolve(folder, target), external));
                        }
                    }
                }
            }
        }
        return relations;
    }

    private static String resolve(String folder, String target) {
        try {
            String path = URI.create("/").resolve(new URI(null, null, "/" + folder, null)).resolve(new URI(null, null, target, null)).getPath();
            return path.startsWith("/") ? path.substring(1) : path;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return target;
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw UserProblem.because(e, "office.unreadable", file, String.valueOf(e.getMessage()));
        }
    }
}
