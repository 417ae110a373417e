package org.lianshen.budget.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.UiTest;

/** The wizard's three pages. */
class ImportPartTest {

    @TempDir
    Path folder;

    private BudgetWorld world;

    @BeforeEach
    void begin() {
        world = new BudgetWorld(folder);
    }

    @Test
    void wizardShowsTheSheetAndTakesCorrections() {
        try (var ui = world.desk()) {
            ui.make(ImportPart.class);
            ui.dialogs().answer(List.of(folder.resolve("卫健委2026.xlsx")));
            ui.press("选择文件");
            ui.until(() -> ui.shows("读出 3 行，可导入 2 行，忽略 0 行，拒绝 0 处"), "the reading");
            ui.settle();
            assertTrue(ui.shows("表内合计 3,160,000.00，读出合计 3,160,000.00，一致"));
            Combo third = ui.find(Combo.class, combo -> "列 C".equals(UiTest.accessibleName(combo)));
            third.select(BudgetField.FINAL.ordinal() + 1);
            third.notifyListeners(org.eclipse.swt.SWT.Selection, null);
            ui.until(() -> world.finance.requests.size() == 2, "read again");
            assertEquals("C", world.finance.requests.getLast().columns().get("项目").get(BudgetField.FINAL));
            ui.settle();
            ui.press("存入");
            ui.until(() -> ui.shows("2 行预算已存入 2027 年度"), "the result");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void unreadableCellsBlockStoring() {
        world.finance.error = new CellError("项目", "C4", "八十六万", "amount.text", Message.of("demo.budget"));
        try (var ui = world.desk()) {
            ui.make(ImportPart.class);
            ui.dialogs().answer(List.of(folder.resolve("卫健委2026.xlsx")));
            ui.press("选择文件");
            ui.until(() -> ui.shows("拒绝 1 处"), "the reading");
            assertTrue(ui.button("存入").blocked().contains("1 个单元格不能识别"));
            assertTrue(ui.button("只存可读的行").getVisible());
        }
    }
}
