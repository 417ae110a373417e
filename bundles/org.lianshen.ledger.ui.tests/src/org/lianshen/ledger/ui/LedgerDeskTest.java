package org.lianshen.ledger.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swtchart.Chart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerRow;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.review.State;
import org.lianshen.service.LedgerService;
import org.lianshen.service.Session;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.UiTest;

class LedgerDeskTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final UUID WATER = new UUID(7, 1);
    private final List<LocalDate> asked = new ArrayList<>();
    private final Books books = new Books();
    private volatile Exported exported;

    private record Exported(List<String> columns, List<String> names) {
    }

    @TempDir
    Path folder;

    @Test
    void ledgerShowsTheDayAskedForAndOpensTheProject() {
        try (var ui = desk()) {
            ui.make(LedgerPart.class);
            ui.until(() -> ui.shows("2 个项目，核定 456.00 万元，截至 2026-11-21"), "rows of today");
            Text day = ui.find(Text.class, field -> "截至".equals(UiTest.accessibleName(field)));
            assertEquals("2026-11-21", day.getText());
            day.setText("2026年3月31日");
            day.notifyListeners(SWT.DefaultSelection, new Event());
            ui.until(() -> asked.contains(LocalDate.of(2026, 3, 31)), "rows of the day");
            assertEquals("2026-03-31", day.getText());
            day.setText("三月底");
            day.notifyListeners(SWT.DefaultSelection, new Event());
            ui.settle();
            assertEquals(LocalDate.of(2026, 3, 31), asked.getLast());
            assertTrue(UiTest.accessibleName(day).contains("“三月底”不是日期"), UiTest.accessibleName(day));
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void emptyLedgerSaysWhatToDo() {
        books.rows = List.of();
        try (var ui = desk()) {
            ui.make(LedgerPart.class);
            ui.until(() -> ui.shows("这里是每个项目从申报到退出的一本账"), "the empty state");
        }
    }

    @Test
    void showsTheChainOfAmountsAndExportsWhatIsShown() {
        try (var ui = desk()) {
            ui.make(LedgerPart.class);
            ui.until(() -> ui.shows("2 行"), "the rows");
            ui.type(ui.find(Text.class, field -> "筛选".equals(UiTest.accessibleName(field))), "防汛");
            ui.until(() -> ui.shows("显示 1 行，共 2 行"), "the filtered rows");
            Path target = folder.resolve("一本账.xlsx");
            ui.dialogs().answer(target);
            ui.press("导出所示");
            ui.until(() -> exported != null, "the export");
            assertEquals(List.of("REVIEW_NO", "NAME", "UNIT", "STATE", "APPLIED", "APPROVED", "FINAL_BUDGET", "PAID", "PERFORMANCE", "FINDINGS"), exported.columns());
            assertEquals(List.of("山东省防汛抗旱调度会商系统新建项目"), exported.names());
            ui.settle();
            assertTrue(ui.dialogs().statuses().getLast().contains("已导出 1 行到"), ui.dialogs().statuses().toString());
        }
    }

    @Test
    void whatCannotBeReadIsSaidWithAWayToTryAgain() {
        books.broken = true;
        try (var ui = desk()) {
            ui.make(LedgerPart.class);
            ui.until(() -> ui.shows("重试"), "the banner");
            books.broken = false;
            ui.press("重试");
            ui.until(() -> ui.shows("2 个项目，核定 456.00 万元，截至 2026-11-21"), "the rows");
        }
    }

    @Test
    void refusedImportNamesTheCells() {
        var error = new CellError("项目", "F7", "壹佰万", "amount.text", Message.of("demo.ledger"));
        books.outcome = new LedgerService.Outcome(new LedgerBatch(null, "清单.xlsx", "", "项目", List.of(1), 3, 0, List.of(), List.of(error), Instant.EPOCH, "x"), false);
        try (var ui = desk()) {
            ui.make(LedgerPart.class);
            ui.dialogs().answer(List.of(folder.resolve("清单.xlsx")));
            ui.press("导入已联审项目");
            ui.until(() -> !ui.dialogs().said().isEmpty(), "the refusal");
            assertTrue(ui.dialogs().said().toString().contains("清单.xlsx 没有导入"), ui.dialogs().said().toString());
        }
    }

    @Test
    void projectPageShowsChainFactsAndTimeline() {
        try (var ui = desk()) {
            ui.input(WATER.toString());
            ui.make(ProjectPart.class);
            ui.until(() -> ui.shows("294.00 万元"), "approved amount");
            assertTrue(ui.shows("为上一环节的 110.20%"), "budget above approval is said");
            assertTrue(ui.shows("受理"));
            ui.press("打开申报书");
            assertTrue(ui.opener().opened().toString().contains(Opener.PROPOSAL), ui.opener().opened().toString());
            ui.press("打开联审");
            assertTrue(ui.opener().opened().toString().contains(Opener.REVIEW), ui.opener().opened().toString());
            ui.press("公文");
            assertTrue(ui.opener().opened().toString().contains(Opener.PAPERS), ui.opener().opened().toString());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void dashboardDrawsTheYear() {
        try (var ui = desk()) {
            ui.make(DashboardPart.class);
            ui.until(() -> ui.shows("87.50%"), "ratio");
            List<Chart> charts = ui.all(Chart.class);
            assertEquals(4, charts.size());
            assertEquals(3, charts.getFirst().getSeriesSet().getSeries().length);
            assertTrue(UiTest.accessibleName(charts.getFirst()).contains("山东省水利厅 402.00 390.00 48.00"), UiTest.accessibleName(charts.getFirst()));
        }
    }

    @Test
    void wordsAreWhole() {
        assertEquals(List.of(), MessageCheck.problems(LedgerMessages.class));
    }

    private UiTest desk() {
        var ui = new UiTest(folder);
        ui.with(LedgerService.class, OffUi.guard(LedgerService.class, books));
        ui.with(Session.class, SessionDouble.on(TODAY));
        ui.with(Updates.class, new Updates(listener -> () -> {
        }, ui.display()));
        return ui;
    }

    private final class Books implements LedgerService {

        private List<LedgerRow> rows = List.of(row(WATER, "山东省防汛抗旱调度会商系统新建项目", 294, 324, 0), row(new UUID(7, 2), "水利信息业务应用系统运行维护", 162, 120, 60));
        private Outcome outcome;
        private volatile boolean broken;

        @Override
        public List<LedgerProject> projects(LocalDate asOf) {
            return rows.stream().map(LedgerRow::project).toList();
        }

        @Override
        public List<LedgerRow> rows(LocalDate asOf) {
            if (broken) {
                throw new IllegalStateException("the store is gone");
            }
            asked.add(asOf);
            return rows;
        }

        @Override
        public LedgerRow row(UUID project, LocalDate asOf) {
            return rows.stream().filter(row -> row.project().id().equals(project)).findFirst().orElseThrow();
        }

        @Override
        public Outcome take(Path file, boolean dryRun, boolean partial, org.lianshen.service.Progress progress) {
            return outcome;
        }

        @Override
        public void export(LocalDate asOf, Path target) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public void export(LocalDate asOf, TableSpec<LedgerRow> columns, List<LedgerRow> shown, Path target) {
            exported = new Exported(columns.columns().stream().map(column -> column.id()).toList(), shown.stream().map(row -> row.project().name()).toList());
        }

        @Override
        public List<LedgerService.Event> timeline(UUID project) {
            return List.of(new LedgerService.Event(Instant.parse("2026-05-06T02:00:00Z"), Message.of("common.wan", "受理"), "数据局"));
        }

        @Override
        public Dashboard dashboard(int year, LocalDate asOf) {
            return new Dashboard(year, 2, Money.ofWan(500), Money.ofWan(456), Money.ofWan(444), Money.ofWan(60), Money.ofWan(48),
                    List.of(new Slice("山东省水利厅", Money.ofWan(402), Money.ofWan(390), Money.ofWan(48)), new Slice("山东省国土空间规划院（山东省自然资源和不动产登记中心）", Money.ofWan(54), Money.ofWan(54), Money.ZERO)),
                    List.of(new Slice("APP", Money.ofWan(456), Money.ofWan(444), Money.ofWan(48))), List.of(new Ratio("demo.ledger", 7, 8, List.of("水情监测系统"))),
                    List.of(new Count("B01", 3), new Count("B06", 1)), List.of(new Count("优", 1), new Count("差", 1)));
        }

        private static LedgerRow row(UUID id, String name, int approved, int budgeted, int paid) {
            var project = new LedgerProject(id, false, "LS-330500-2026-0001", name, "126009", "山东省水利综合事业服务中心", "山东省水利厅", "APP", "NEW", "CITY", 2026,
                    Money.ofWan(approved), Money.ofWan(approved), State.APPROVED, LocalDate.of(2026, 5, 20), LocalDate.of(2028, 12, 31), List.of(), "330500262T000000001018", false,
                    List.of(), "通过", List.of(), Map.of(LedgerColumn.ON_CLOUD, "是"));
            return new LedgerRow(project, Money.ofWan(budgeted), Money.ofWan(budgeted), paid == 0 ? null : Money.ofWan(paid), new BigDecimal("91.50"), Grade.EXCELLENT,
                    budgeted > approved ? 1 : 0, 0);
        }
    }
}
