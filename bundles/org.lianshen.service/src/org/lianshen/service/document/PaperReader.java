package org.lianshen.service.document;

import java.nio.file.Path;
import java.util.List;

/** Reads back the text of a file that a {@link PaperWriter} of its format wrote. Declarative services of the office bundle, one for each format; files are hostile until read. */
public interface PaperReader {

    PaperWriter.Format format();

    /** All text in the order of the file, with heads, page numbers and watermark. @throws org.lianshen.model.UserProblem where it cannot be read, saying why */
    String text(Path file);

    /** The reader of a format. */
    static PaperReader of(List<PaperReader> readers, PaperWriter.Format format) {
        return readers.stream().filter(reader -> reader.format() == format).findFirst().orElseThrow(() -> new IllegalStateException("no reader for " + format));
    }
}
