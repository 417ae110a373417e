package org.lianshen.service.document;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;

/** Writes a paper in the layout of GB/T 9704-2012. Declarative services of the office bundle, one for each format; the file appears whole or not at all. */
public interface PaperWriter {

    enum Format {
        DOCX, PDF;

        /** As the file's name ends. @throws UserProblem for another ending, naming those that there are */
        public static Format of(Path file) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return Arrays.stream(values()).filter(format -> name.endsWith(format.ending())).findFirst()
                    .orElseThrow(() -> UserProblem.of("paper.unknownFormat", file.getFileName().toString(), Arrays.stream(values()).map(Format::ending).toList()));
        }

        /** {@code .pdf} */
        public String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    Format format();

    /**
     * One file of several papers, one after another, each from a page of its own; their page numbers are those that they say themselves
     * ({@link OfficialPaper#numbered(int, int)}).
     *
     * @return notices: fonts that were replaced, and by which
     */
    List<Message> write(List<OfficialPaper> papers, Path target);

    /** How many pages a paper takes in this format, on this machine. */
    int pages(OfficialPaper paper);

    /** A file of one paper. */
    default List<Message> write(OfficialPaper paper, Path target) {
        return write(List.of(paper), target);
    }

    /** The writer of a format. */
    static PaperWriter of(List<PaperWriter> writers, Format format) {
        return writers.stream().filter(writer -> writer.format() == format).findFirst().orElseThrow(() -> new IllegalStateException("no writer for " + format));
    }
}
