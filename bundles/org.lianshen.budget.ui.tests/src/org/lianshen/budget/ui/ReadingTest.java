package org.lianshen.budget.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Session;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs.BoxAct;
import org.lianshen.workbench.testing.UiTest;

/** The wizard beyond its three pages, and the way back from a value to its cell. */
class ReadingTest {

    private final FinanceDouble finance = new FinanceDouble();

    @TempDir
    Path folder;

    private UiTest desk() {
        var ui = new UiTest(folder);
        ui.with(BudgetService.class, OffUi.guard(BudgetService.class, finance));
        ui.with(Session.class, SessionDouble.on(LocalDate.of(2026, 11, 21), null));
        ui.with(Updates.class, new Updates(listener -> () -> {
        }, ui.display()));
        return ui;
    }

    private void choose(UiTest ui, String... names) {
        ui.make(ImportPart.class);
        ui.dialogs().answer(java.util.Arrays.stream(names).map(folder::resolve).toList());
        ui.button("选择文件").press();
    }

    @Test
    void valueOpensItsCellInTheOriginal() {
        var seen = new ArrayList<String>();
        try (var ui = desk()) {
            OriginOpener opener = ui.make(OriginOpener.class);
            ui.dialogs().answer((BoxAct) content -> seen.addAll(labels(content)));
            opener.open(ui.shell(), FinanceDouble.LINE, BudgetField.INITIAL);
            ui.until(() -> !seen.isEmpty(), "the box");
            assertEquals(List.of("原表中的位置"), ui.dialogs().said());
            assertTrue(seen.contains("卫健委2026.xlsx ▸ 项目!C3"), seen.toString());
            assertTrue(seen.contains("年初预算数：2,300,000.00　原文“230.00”，金额，单位万元"), seen.toString());
        }
    }

    @Test
    void columnOfAListOpensTheCellOfItsValue() {
        var seen = new ArrayList<String>();
        try (var ui = desk()) {
            OriginOpener opener = ui.make(OriginOpener.class);
            ui.dialogs().answer((BoxAct) content -> seen.addAll(labels(content)));
            opener.open(ui.shell(), FinanceDouble.LINE, "unit");
            ui.until(() -> !seen.isEmpty(), "the box");
            assertTrue(seen.contains("卫健委2026.xlsx ▸ 项目!B3"), seen.toString());
        }
    }

    private static List<String> labels(Control content) {
        var found = new ArrayList<String>();
        if (content instanceof Label label) {
            found.add(label.getText());
        }
        if (content instanceof Composite area && !(content instanceof NatTable)) {
            for (Control child : area.getChildren()) {
                found.addAll(labels(child));
            }
        }
        return found;
    }

    @Test
    void firstRowsAreOnTheScreenWhileTheRestIsRead() {
        finance.hold = new CountDownLatch(1);
        try (var ui = desk()) {
            choose(ui, "卫健委2026.xlsx");
            ui.until(() -> ui.shows("正在读其余的行，读完才能存入。"), "the first rows");
            assertEquals("正在读其余的行，读完才能存入。", ui.button("存入").blocked());
            finance.hold.countDown();
            ui.until(() -> ui.shows("表内合计 3,160,000.00，读出合计 3,160,000.00，一致"), "the whole");
            ui.settle();
            assertEquals(null, ui.button("存入").blocked());
        }
    }

    @Test
    void changesAgainstTheVersionBeforeAreShown() {
        var after = new BudgetLine(new UUID(2, 2), FinanceDouble.BATCH, 2027, SheetKind.ANNUAL, "项目", 3, Map.of(BudgetField.PROJECT_NAME, "区域影像云平台", BudgetField.INITIAL, "2400000.00"), Map.of());
        finance.diff = new VersionDiff(finance.batches().getFirst(), false, 1, 0, 1, 5, List.of(
                new VersionDiff.LineChange(finance.lines.getFirst(), after, List.of(new VersionDiff.CellChange(BudgetField.INITIAL, "2300000.00", "2400000.00"))),
                new VersionDiff.LineChange(null, after, List.of())));
        var seen = new ArrayList<String>();
        try (var ui = desk()) {
            choose(ui, "卫健委2026.xlsx");
            ui.until(() -> ui.shows("这份表 1970-01-01 导入过，与那一版相比：新增 1 行，减少 0 行，改动 1 行。存入后旧版本仍保留。"), "the comparison");
            ui.dialogs().answer((BoxAct) content -> {
                seen.addAll(labels(content));
                return seen.addAll(cells(content));
            });
            ui.find(org.eclipse.swt.widgets.Link.class, link -> link.getText().contains("查看改动")).notifyListeners(org.eclipse.swt.SWT.Selection, new org.eclipse.swt.widgets.Event());
            ui.until(() -> !seen.isEmpty(), "the box");
            assertTrue(seen.contains("新增 1 行，减少 0 行，改动 1 行，其余 5 行未变"), seen.toString());
            assertTrue(seen.contains("年初预算数：2,300,000.00 → 2,400,000.00"), seen.toString());
        }
    }

    private static List<String> cells(Control content) {
        var found = new ArrayList<String>();
        if (content instanceof NatTable table) {
            for (int row = 1; row < table.getRowCount(); row++) {
                for (int column = 0; column < table.getColumnCount(); column++) {
                    var cell = table.getCellByPosition(column, row);
                    found.add(cell == null || cell.getDataValue() == null ? "" : cell.getDataValue().toString());
                }
            }
        } else if (content instanceof Composite area) {
            for (Control child : area.getChildren()) {
                found.addAll(cells(child));
            }
        }
        return found;
    }

    @Test
    void rememberedCorrectionCanBeForgotten() {
        finance.remembered = new SheetLayout(UUID.randomUUID(), "k", "项目", Map.of(BudgetField.INITIAL, "C"), null, null, false, Instant.EPOCH, "王芳");
        try (var ui = desk()) {
            choose(ui, "卫健委2026.xlsx");
            ui.until(() -> ui.shows("表头第 2 行"), "the sheet");
            ui.find(org.eclipse.swt.widgets.Link.class, link -> link.getText().contains("不再照上次的更正读取")).notifyListeners(org.eclipse.swt.SWT.Selection,
                    new org.eclipse.swt.widgets.Event());
            ui.until(() -> finance.words.contains("forget k") && finance.requests.size() == 2, "read again without it");
        }
    }

    @Test
    void unreadableCellsGoBackMarked() {
        finance.error = new CellError("项目", "C4", "八十六万", "amount.text", Message.of("demo.budget"));
        try (var ui = desk()) {
            choose(ui, "卫健委2026.xls");
            ui.until(() -> ui.shows("拒绝 1 处"), "the reading");
            ui.dialogs().answer(folder.resolve("退回.xls"));
            ui.press("标注后退回");
            ui.until(() -> finance.words.equals(List.of("rejected 退回.xls")), "the marked copy");
            assertTrue(ui.dialogs().said().contains("标注后退回: 卫健委2026-读不出的单元格.xls"), ui.dialogs().said().toString());
        }
    }

    @Test
    void severalFilesComeOneAfterTheOther() {
        try (var ui = desk()) {
            choose(ui, "甲.xlsx", "乙.xlsx");
            ui.until(() -> ui.shows("表头第 2 行"), "the first");
            ui.settle();
            ui.press("存入");
            ui.until(() -> ui.shows("2 行预算已存入"), "the result");
            ui.press("下一份（还有 1 份）");
            ui.until(() -> finance.files.contains("乙.xlsx"), "the second");
            ui.settle();
        }
    }

    @Test
    void kindIsTakenFromTheHeadsUnlessChosen() {
        try (var ui = desk()) {
            choose(ui, "甲.xlsx");
            ui.until(() -> finance.requests.size() == 1, "read");
            assertEquals(null, finance.requests.getFirst().kind());
            ui.settle();
            Combo kind = ui.find(Combo.class, combo -> "种类".equals(UiTest.accessibleName(combo)));
            kind.select(3);
            kind.notifyListeners(org.eclipse.swt.SWT.Selection, null);
            ui.until(() -> finance.requests.size() == 2, "read again");
            assertEquals(SheetKind.PAYMENT, finance.requests.getLast().kind());
            ui.settle();
        }
    }
}
