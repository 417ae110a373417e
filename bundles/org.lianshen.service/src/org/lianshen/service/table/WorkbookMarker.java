package org.lianshen.service.table;

import java.nio.file.Path;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.text.Texts;

/** Writes a copy of a workbook with notes at cells, all else untouched; a csv becomes an xlsx. A declarative service of the office bundle. */
public interface WorkbookMarker {

    default void mark(Path source, Path target, List<Note> notes) {
        mark(source, target, notes, List.of());
    }

    /**
     * A copy with a comment at every cell that could not be read.
     *
     * @return how many cells
     * @throws org.lianshen.model.UserProblem if all of them could be read
     */
    default int markErrors(Path source, Path target, List<CellError> errors, Texts texts) {
        if (errors.isEmpty()) {
            throw UserProblem.of("budget.nothingRejected", source.getFileName().toString());
        }
        mark(source, target, errors.stream().map(error -> new Note(error.sheet(), error.cell(), Severity.E, texts.format(error.message()))).toList());
        return errors.size();
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
