package org.lianshen.office.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceRow;
import org.lianshen.service.intake.SourceSheet;
import org.lianshen.service.text.Texts;

/** Reads files as the program does and says what came of it. */
final class Reading {

    private Reading() {
    }

    static SourceFile open(Path file) {
        return new OfficeSources().open(file, Progress.NONE);
    }

    static List<SourceRow> rows(Path file) {
        try (SourceFile source = open(file)) {
            return rows(source.sheets().getFirst());
        }
    }

    static List<SourceRow> rows(SourceSheet sheet) {
        var rows = new ArrayList<SourceRow>();
        sheet.rows(rows::add);
        return rows;
    }

    static SourceCell cell(Path file, int row, int column) {
        return rows(file).stream().filter(one -> one.number() == row).findFirst().orElseThrow().cell(column);
    }

    /** Texts of the cells, null for none. */
    static List<List<String>> texts(Path file) {
        return rows(file).stream().map(row -> {
            var texts = new ArrayList<String>();
            row.cells().forEach(cell -> texts.add(cell == null ? null : cell.text()));
            return (List<String>) texts;
        }).toList();
    }

    /** Reads everything and expects a refusal with this message in both languages. */
    static void refused(OfficeSources sources, Path file, String key, String zh, String en) {
        var problem = assertThrows(UserProblem.class, () -> {
            try (SourceFile source = sources.open(file, Progress.NONE)) {
                for (SourceSheet sheet : source.sheets()) {
                    sheet.merges();
                    sheet.rows(row -> true);
                }
            }
        });
        assertEquals(key, problem.messages().getFirst().key());
        assertEquals(zh, new Texts(Locale.CHINESE).format(problem));
        assertEquals(en, new Texts(Locale.ENGLISH).format(problem));
        assertNotEquals(zh, en);
    }

    static void refused(Path file, String key, String zh, String en) {
        refused(new OfficeSources(), file, key, zh, en);
    }
}
