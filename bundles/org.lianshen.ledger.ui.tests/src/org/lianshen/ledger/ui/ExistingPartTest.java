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
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.CatalogueEntry.Kind;
import org.lianshen.model.ledger.ListReading;
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.performance.UsageFigure;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.service.CatalogueService;
import org.lianshen.service.Progress;
import org.lianshen.service.UsageService;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.ModelCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs.BoxAct;
import org.lianshen.workbench.testing.UiTest;

class ExistingPartTest {

    private static final CellError ERROR = new CellError("系统", "D4", "去年", "date.text", Message.of("intake.dateText", "D4", "去年"));
    private final Lists lists = new Lists();

    @TempDir
    Path folder;

    private static CatalogueEntry entry(Kind kind, String name, String unit) {
        return new CatalogueEntry(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)), kind, "XT-" + kind, name, "", unit, "LS-330500-2024-0017", "", "某公司",
                Money.ofWan(120), LocalDate.of(2024, 3, 1), null, "在用", "全市共用", List.of("预警", "调度"), "");
    }

    private UiTest desk() {
        var ui = new UiTest(folder);
        ui.with(CatalogueService.class, OffUi.guard(CatalogueService.class, lists)).with(UsageService.class, OffUi.guard(UsageService.class, new Figures()))
                .with(Updates.class, new Updates(listener -> () -> {
                }, ui.display()));
        return ui;
    }

    private static void look(UiTest ui, int kind) {
        Combo combo = ui.all(Combo.class).getFirst();
        combo.select(kind);
        combo.notifyListeners(SWT.Selection, new Event());
        ui.settle();
    }

    @Test
    void entriesAreShownByKindAndFiltered() {
        lists.entries = List.of(entry(Kind.SYSTEM, "山东省防汛抗旱调度会商系统", "山东省水利厅"), entry(Kind.DATA_PURCHASE, "企业工商登记数据", "市财政局"), entry(Kind.SYSTEM, "智慧水务平台", "市水利局"));
        try (var ui = desk()) {
            ui.make(ExistingPart.class);
            ui.until(() -> ui.shows("3 条"), "all entries");
            look(ui, 1);
            assertTrue(ui.shows("2 条"));
            look(ui, 2);
            assertTrue(ui.shows("还没有导入目录"));
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void usageIsShownByMonth() {
        try (var ui = desk()) {
            ui.make(ExistingPart.class);
            look(ui, 7);
            ui.until(() -> ui.shows("1 个应用，1 个月次"), "usage");
        }
    }

    @Test
    void whatWasUnderstoodIsShownBeforeItIsStored() {
        lists.sheets = List.of(sheet(List.of(ERROR)));
        try (var ui = desk()) {
            ui.make(ExistingPart.class);
            ui.until(() -> ui.shows("还没有导入目录"), "the empty state");
            var said = new ArrayList<String>();
            ui.dialogs().answer(List.of(folder.resolve("系统.xlsx")));
            ui.dialogs().answer((BoxAct) content -> said.addAll(words(content)));
            ui.press("导入目录");
            ui.until(() -> lists.takes.equals(List.of("dry null", "store null")), "the storing");
            assertTrue(said.contains("有 1 个单元格不能识别，所在的行不会导入。可以改正原表后重新导入，也可以只导入其余各行。"), said.toString());
            assertTrue(said.contains("A 名称，B 单位，D 启用日期"), said.toString());
            assertTrue(said.contains("D4") && said.contains("去年"), said.toString());
            ui.settle();
            assertTrue(ui.dialogs().statuses().getLast().contains("已从 系统.xlsx 导入 2 行，其中新增 1 条，不能识别的单元格 1 个"), ui.dialogs().statuses().toString());
        }
    }

    @Test
    void whoTurnsAwayStoresNothing() {
        lists.sheets = List.of(sheet(List.of()));
        try (var ui = desk()) {
            ui.make(ExistingPart.class);
            ui.dialogs().answer(List.of(folder.resolve("系统.xlsx")));
            ui.dialogs().answer((BoxAct) content -> false);
            ui.press("导入目录");
            ui.until(() -> lists.takes.size() == 1, "the reading");
            ui.settle();
            assertEquals(List.of("dry null"), lists.takes);
        }
    }

    @Test
    void aFileThatDoesNotSayItsKindIsAskedAbout() {
        lists.kindless = true;
        lists.sheets = List.of(sheet(List.of()));
        try (var ui = desk()) {
            ui.make(ExistingPart.class);
            ui.dialogs().answer(List.of(folder.resolve("表.xlsx")));
            ui.dialogs().answer(1);
            ui.dialogs().answer((BoxAct) content -> true);
            ui.press("导入目录");
            ui.until(() -> lists.takes.equals(List.of("dry null", "dry COMPONENT", "store COMPONENT")), "the storing as components");
        }
    }

    @Test
    void theModelNamesWhatThereIs() {
        assertEquals(List.of(), ModelCheck.of(ExistingPart.class, "fragment.e4xmi").problems());
    }

    private static List<String> words(Control control) {
        var words = new ArrayList<String>();
        if (control instanceof Label label) {
            words.add(label.getText());
        } else if (control instanceof Table table) {
            for (var item : table.getItems()) {
                for (int column = 0; column < table.getColumnCount(); column++) {
                    words.add(item.getText(column));
                }
            }
        } else if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                words.addAll(words(child));
            }
        }
        return words;
    }

    private static CatalogueBatch.Sheet sheet(List<CellError> errors) {
        return new CatalogueBatch.Sheet("系统", List.of(2), Map.of("name", "A", "unit", "B", "since", "D"), 3, Map.of(Kind.SYSTEM, 2), List.of(), errors, List.of());
    }

    private static final class Lists implements CatalogueService {

        private List<CatalogueEntry> entries = List.of();
        private List<CatalogueBatch.Sheet> sheets = List.of();
        private boolean kindless;
        private final List<String> takes = java.util.Collections.synchronizedList(new ArrayList<>());

        @Override
        public List<CatalogueEntry> all() {
            return entries;
        }

        @Override
        public List<CatalogueBatch> batches() {
            return List.of();
        }

        @Override
        public Outcome take(Path file, Kind kind, boolean dryRun, boolean partial, Progress progress) {
            takes.add((dryRun ? "dry " : "store ") + kind);
            if (kindless && kind == null) {
                throw new UserProblem(List.of(Message.of("intake.noCatalogue", "表.xlsx"), Message.of("intake.catalogueKind", "表")));
            }
            return new Outcome(new CatalogueBatch(null, "系统.xlsx", "", sheets, Instant.EPOCH, ""), !dryRun, 1);
        }

        @Override
        public int rejected(Path file, List<? extends ListReading> readings, Path target) {
            throw new AssertionError("not asked for in these tests");
        }
    }

    private static final class Figures implements UsageService {

        @Override
        public List<UsageMonth> all() {
            return List.of(new UsageMonth(new UUID(0, 1), new UUID(0, 2), "2026", 3, "XT-1", "智慧水务平台", "市水利局", "", LocalDate.of(2026, 5, 1),
                    Map.of(UsageFigure.REGISTERED, new BigDecimal(1200), UsageFigure.ACTIVE, new BigDecimal(430), UsageFigure.UPTIME, new BigDecimal("99.95"))));
        }

        @Override
        public List<UsageBatch> batches() {
            return List.of();
        }

        @Override
        public Outcome take(Path file, boolean dryRun, boolean partial, Progress progress) {
            throw new AssertionError("not asked for in these tests");
        }
    }
}
