package org.lianshen.service.table;

import java.nio.file.Path;
import java.util.List;
import org.lianshen.model.pack.Severity;

/** Writes a copy of a workbook with notes at cells, all else untouched; a csv becomes an xlsx. A declarative service of the office bundle. */
public interface WorkbookMarker {

    void mark(Path source, Path target, List<Note> notes);

    /** @param cell A1 reference; {@code text} the comment, several notes at one cell become one comment */
    record Note(String sheet, String cell, Severity severity, String text) {
    }
}
