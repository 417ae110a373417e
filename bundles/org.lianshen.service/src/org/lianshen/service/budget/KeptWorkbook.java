package org.lianshen.service.budget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceExcerpt;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.intake.SourceRow;
import org.lianshen.service.intake.SourceSheet;
import org.lianshen.service.store.Store;

/** The workbook of a batch as it was imported, opened again to look at a place in it. */
final class KeptWorkbook {

    private static final int AROUND = 40;

    private final Store.Files kept;
    private final SourceFiles files;

    KeptWorkbook(Store.Files kept, SourceFiles files) {
        this.kept = kept;
        this.files = files;
    }

    SourceExcerpt excerpt(BudgetBatch batch, String sheet, int row) {
        if (!kept.has(batch.sha256())) {
            throw UserProblem.of("budget.fileGone", batch.file());
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("lianshen-look");
            Path copy = folder.resolve(Path.of(batch.file()).getFileName().toString());
            try {
                kept.fetch(batch.sha256(), copy);
                return new SourceExcerpt(batch.file(), sheet, rows(batch, copy, sheet, row));
            } finally {
                Files.deleteIfExists(copy);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SourceRow> rows(BudgetBatch batch, Path copy, String sheet, int row) {
        List<Integer> heads = batch.reading(sheet, row).map(SheetReading::headerRows).orElse(List.of());
        try (SourceFile file = files.open(copy, Progress.NONE)) {
            SourceSheet found = file.sheets().stream().filter(each -> each.name().equals(sheet)).findFirst()
                    .orElseThrow(() -> UserProblem.of("budget.noSheet", batch.file(), sheet));
            var rows = new ArrayList<SourceRow>();
            found.rows(each -> {
                if (heads.contains(each.number()) || each.number() >= row - AROUND && each.number() <= row + AROUND) {
                    rows.add(each);
                }
                return each.number() <= row + AROUND;
            });
            return rows;
        }
    }
}
