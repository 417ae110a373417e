package org.lianshen.budget.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.LineOrigin;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SheetPreview;
import org.lianshen.service.intake.SourceExcerpt;

/** Budget sheets as finance has them: one workbook with one sheet, as {@link Sheets} has it, and its lines. */
final class FinanceDouble implements BudgetService {

    static final UUID BATCH = new UUID(1, 1);
    static final UUID LINE = new UUID(2, 1);
    private static final String FILE = "卫健委2026.xlsx";

    /** What it was asked to do, in order. */
    final List<String> words = new ArrayList<>();
    final List<String> files = new ArrayList<>();
    final List<Request> requests = new ArrayList<>();
    List<BudgetLine> lines = List.of(line(LINE, "区域影像云平台"));
    /** While it is up the rest of a sheet is not read. */
    CountDownLatch hold;
    CellError error;
    VersionDiff diff;
    SheetLayout remembered;
    UserProblem problem;

    static BudgetLine line(UUID id, String project) {
        return new BudgetLine(id, BATCH, 2027, SheetKind.ANNUAL, "项目", 3, Map.of(BudgetField.PROJECT_NAME, project, BudgetField.AGENCY_NAME, "市卫生健康委员会", BudgetField.INITIAL,
                "2300000.00"), Map.of(BudgetField.INITIAL, "230.00"));
    }

    @Override
    public List<BudgetBatch> batches() {
        if (problem != null) {
            throw problem;
        }
        return List.of(batch(FILE, 2027, SheetKind.ANNUAL, 1));
    }

    private static BudgetBatch batch(String file, int year, SheetKind kind, int lines) {
        return new BudgetBatch(BATCH, file, "00", year, kind, List.of(Sheets.understood().reading()), lines, null, Instant.EPOCH, "x", null);
    }

    @Override
    public List<BudgetLine> lines(int year) {
        return lines;
    }

    private SheetPreview sheet(boolean whole) {
        SheetPreview sheet = error == null ? Sheets.understood() : Sheets.understood(error);
        return new SheetPreview(sheet.name(), sheet.reading(), null, sheet.rows(), sheet.roles(), sheet.columns(), "k", "项目", remembered, whole);
    }

    @Override
    public List<SheetPreview> preview(Path file, Request request, Consumer<List<SheetPreview>> early, Progress progress) {
        requests.add(request);
        files.add(file.getFileName().toString());
        if (hold != null) {
            early.accept(List.of(sheet(false)));
            try {
                hold.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new Progress.Cancelled();
            }
        }
        return List.of(sheet(true));
    }

    @Override
    public Outcome take(Path file, Request request, Progress progress) {
        return new Outcome(batch(file.getFileName().toString(), request.year(), SheetKind.ANNUAL, 2), true);
    }

    @Override
    public Optional<VersionDiff> compare(Path file, Request request, Progress progress) {
        return Optional.ofNullable(diff);
    }

    @Override
    public Optional<VersionDiff> changes(UUID batch) {
        return Optional.ofNullable(diff);
    }

    @Override
    public LineOrigin origin(UUID id) {
        return LineOrigin.of(lines.stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow(), batches().getFirst());
    }

    @Override
    public SourceExcerpt excerpt(UUID batch, String sheet, int row) {
        return new SourceExcerpt(FILE, sheet, Sheets.understood().rows());
    }

    @Override
    public int rejected(Path file, List<SheetReading> readings, Path target) {
        words.add("rejected " + target.getFileName());
        return 1;
    }

    @Override
    public List<SheetLayout> layouts() {
        return List.of();
    }

    @Override
    public void forget(String layoutKey) {
        words.add("forget " + layoutKey);
    }

    @Override
    public void undo(UUID batch) {
        words.add("undo " + batch);
    }

    @Override
    public void fetch(UUID batch, Path target) {
        throw new AssertionError("not asked for in these tests");
    }
}
