package org.lianshen.service.table;

import java.nio.file.Path;
import java.util.List;
import org.lianshen.model.pack.Severity;

/** Writes a copy of a workbook with notes at cells, all else untouched; a csv becomes an xlsx. A declarative service of the office bundle. */
public interface WorkbookMarker {

    default void mark(Path source, Path target, List<Note> notes) {
        mark(source, target, notes, List.of());
    }

    /** @param words in a column of their own behind the last one used */
    void mark(Path source, Path target, List<Note> notes, List<RowWord> words);

    /** @param cell A1 reference; {@code text} the comment, several notes at one cell become one comment */
    record Note(String sheet, String cell, Severity severity, String text) {
    }

    /** A word in the row itself. @param row from 1; {@code severity} null for the head of the column */
    record RowWord(String sheet, int row, Severity severity, String text) {
    }
}
