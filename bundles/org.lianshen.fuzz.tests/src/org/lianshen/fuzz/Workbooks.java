package org.lianshen.fuzz;

import java.nio.file.Path;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceFile;

/** Takes all there is of a file: sheets, merged ranges, hidden columns, rows, notices. */
final class Workbooks {

    private static final OfficeSources SOURCES = new OfficeSources();

    private Workbooks() {
    }

    static void readAll(Path path) {
        try (SourceFile file = SOURCES.open(path, Progress.NONE)) {
            file.notices().forEach(Verdict::readable);
            file.sheets().forEach(sheet -> {
                sheet.merges();
                sheet.hiddenColumns();
                sheet.rows(row -> {
                    row.cells().forEach(cell -> {
                        if (cell != null && cell.text() == null) {
                            throw new IllegalStateException("a cell without text in row " + row.number());
                        }
                    });
                    return true;
                });
            });
        }
    }
}
