package org.lianshen.office.in;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceRow;
import org.lianshen.service.intake.SourceSheet;

/** A text file with separated values, as one sheet under the file's name without extension. */
final class CsvFile implements SourceFile, SourceSheet {

    private final Path path;
    private final String file;
    private final Limits limits;
    private final Progress progress;
    private final CsvEncoding encoding;
    private final char separator;

    CsvFile(Path path, CsvEncoding encoding, Limits limits, Progress progress) {
        this.path = path;
        this.file = path.getFileName().toString();
        this.limits = limits;
        this.progress = progress;
        this.encoding = encoding;
        this.separator = CsvParser.separator(head());
    }

    private String head() {
        char[] head = new char[1 << 16];
        int length = 0;
        try (Reader reader = encoding.open(path)) {
            for (int n = reader.read(head); n > 0; n = reader.read(head, length, head.length - length)) {
                length += n;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return new String(head, 0, length);
    }

    private UserProblem unreadable(IOException e) {
        return e instanceof CharacterCodingException ? UserProblem.because(e, "office.encoding", file)
                : UserProblem.because(e, "office.unreadable", file, String.valueOf(e.getMessage()));
    }

    @Override
    public List<SourceSheet> sheets() {
        return List.of(this);
    }

    @Override
    public List<Message> notices() {
        return List.of(Message.of("office.csv", encoding.shown(), separator == '\t' ? Message.of("office.tab") : String.valueOf(separator)));
    }

    @Override
    public String name() {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    @Override
    public boolean hidden() {
        return false;
    }

    @Override
    public List<Merge> merges() {
        return List.of();
    }

    @Override
    public void rows(Predicate<SourceRow> consumer) {
        try (Reader reader = encoding.open(path)) {
            var parser = new CsvParser(reader, separator, file, limits);
            long count = 0;
            for (List<SourceCell> cells = parser.next(); cells != null; cells = parser.next()) {
                if (parser.record() % 256 == 0) {
                    progress.check();
                }
                count += cells.size();
                if (parser.record() > limits.rows() || count > limits.cells()) {
                    throw UserProblem.of("office.tooManyCells", file, name(), limits.cells());
                }
                if (!cells.isEmpty() && !consumer.test(new SourceRow(parser.record(), cells, false))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        // nothing is held open between readings
    }
}
