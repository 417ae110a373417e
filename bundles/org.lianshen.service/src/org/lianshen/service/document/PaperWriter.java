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
        DOCX, PDF, OFD;

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

    /**
     * One file of papers and of the pages of PDF files. Only the writer of PDF can.
     *
     * @return notices: fonts that were replaced, and by which
     * @throws UserProblem where a file cannot be taken in
     */
    default List<Message> bind(List<Leaf> leaves, Path target) {
        throw new UnsupportedOperationException(format() + " takes no pages in");
    }

    /** How many pages a PDF file has that is to be taken in. @throws UserProblem where it cannot be: too large, locked, damaged */
    default int pages(Path file) {
        throw new UnsupportedOperationException(format() + " takes no pages in");
    }

    /** What a bound volume consists of. */
    sealed interface Leaf {

        /** A paper; its page numbers are those that it says itself. */
        record Paper(OfficialPaper paper) implements Leaf {
        }

        /** All pages of a PDF file. @param first number stamped on its first page; {@code total} pages of the volume */
        record Pages(Path file, int first, int total) implements Leaf {
        }
    }

    /** The writer of a format. */
    static PaperWriter of(List<PaperWriter> writers, Format format) {
        return writers.stream().filter(writer -> writer.format() == format).findFirst().orElseThrow(() -> new IllegalStateException("no writer for " + format));
    }
}
