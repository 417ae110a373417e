package org.lianshen.service.document;

import java.nio.file.Path;
import java.util.List;
import org.lianshen.model.Message;

/** Writes a paper in the layout of GB/T 9704-2012. Declarative services of the office bundle, one for each format; the file appears whole or not at all. */
public interface PaperWriter {

    enum Format {
        DOCX, PDF
    }

    Format format();

    /** @return notices: fonts that were replaced, and by which */
    List<Message> write(OfficialPaper paper, Path target);

    /** The writer of a format. */
    static PaperWriter of(List<PaperWriter> writers, Format format) {
        return writers.stream().filter(writer -> writer.format() == format).findFirst().orElseThrow(() -> new IllegalStateException("no writer for " + format));
    }
}
