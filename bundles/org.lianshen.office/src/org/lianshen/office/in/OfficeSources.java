package org.lianshen.office.in;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.intake.SourceSheet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Opens files from outside. What a file is, its first bytes say; a name that says otherwise is mentioned and not believed. */
@Component(service = SourceFiles.class)
public final class OfficeSources implements SourceFiles {

    private static final int HEAD = 4096;
    private final Limits limits;

    @Activate
    public OfficeSources() {
        this(Limits.STANDARD);
    }

    /** With limits of one's own, for tests. */
    public OfficeSources(Limits limits) {
        this.limits = limits;
    }

    @Override
    public SourceFile open(Path file, Progress progress) {
        String name = String.valueOf(file.getFileName());
        try {
            if (!Files.isRegularFile(file)) {
                throw UserProblem.of(Files.isDirectory(file) ? "office.folder" : "office.noFile", file.toString());
            }
            long size = Files.size(file);
            if (size == 0) {
                throw UserProblem.of("office.empty", name);
            }
            if (size > limits.fileBytes()) {
                throw UserProblem.of("office.tooLarge", name, size >> 20, limits.fileBytes() >> 20);
            }
            return open(file, name, head(file), progress);
        } catch (IOException e) {
            throw UserProblem.because(e, "office.unreadable", name, String.valueOf(e.getMessage()));
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private SourceFile open(Path file, String name, byte[] head, Progress progress) throws IOException {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String start = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK")) {
            return named(new XlsxFile(file, limits, progress), extension, "xlsx", "xlsm", "xltx");
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return named(new XlsFile(file, limits, progress), extension, "xls", "et");
        }
        if (start.startsWith("%PDF")) {
            throw UserProblem.of("office.otherFormat", name, "pdf");
        }
        String lower = start.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (lower.startsWith("<?xml") || lower.startsWith("<html") || lower.startsWith("<!doctype") || lower.startsWith("<table") || lower.startsWith("<meta")) {
            throw UserProblem.of("office.webPage", name);
        }
        CsvEncoding encoding = CsvEncoding.of(file, head, progress);
        if (encoding == null) {
            throw ControlCharacters.refusal(file, name, progress);
        }
        return named(new CsvFile(file, encoding, limits, progress), extension, "csv", "txt", "tsv");
    }

    private static SourceFile named(SourceFile file, String extension, String kind, String... more) {
        if (extension.equals(kind) || List.of(more).contains(extension)) {
            return file;
        }
        return new WrongName(file, Message.of("office.wrongExtension", extension, kind));
    }

    /** A file that is not what its name says, with that said. */
    private record WrongName(SourceFile file, Message notice) implements SourceFile {
        @Override
        public List<SourceSheet> sheets() {
            return file.sheets();
        }

        @Override
        public List<Message> notices() {
            var all = new ArrayList<Message>();
            all.add(notice);
            all.addAll(file.notices());
            return all;
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
