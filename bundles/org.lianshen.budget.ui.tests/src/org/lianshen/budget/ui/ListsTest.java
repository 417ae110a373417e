package org.lianshen.budget.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.UserProblem;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.ModelCheck;

/** The lists beside the findings: budget lines, imports, words that are remembered. */
class ListsTest {

    @TempDir
    Path folder;

    private BudgetWorld world;

    @BeforeEach
    void begin() {
        world = new BudgetWorld(folder);
    }

    @Test
    void linesShowWhatBecameOfThem() {
        world.checks.checked = true;
        try (var ui = world.desk()) {
            ui.input("2027");
            ui.make(LinesPart.class);
            ui.until(() -> ui.shows("2027 年度 1 行"), "the lines");
            assertTrue(ui.shows("全部 1 行 · 230.00 万元"));
            ui.press("未联审 1 行 · 230.00 万元");
            assertEquals("没有这样的行", ui.button("已联审 0 行 · 0.00 万元").blocked());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void importsCanBeTakenBack() {
        try (var ui = world.desk()) {
            BatchesPart part = ui.make(BatchesPart.class);
            ui.until(() -> ui.shows("1 次导入"), "the list");
            assertEquals("先选一次导入", ui.button("撤回导入").blocked());
            part.refresh();
            ui.settle();
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void failureIsSaidInThePart() {
        world.finance.problem = UserProblem.of("demo.budget");
        try (var ui = world.desk()) {
            ui.make(BatchesPart.class);
            ui.settle();
            world.finance.problem = null;
            ui.press("重试");
            ui.until(() -> ui.shows("1 次导入"), "the list after trying again");
        }
    }

    @Test
    void whatIsRememberedIsListed() {
        try (var ui = world.desk()) {
            ui.make(WordsPart.class);
            ui.until(() -> ui.shows("还没有记住的判断"), "an empty list that says what to do");
            assertEquals(List.of(), ModelCheck.of(WordsPart.class, "fragment.e4xmi").problems());
        }
    }

    @Test
    void aLineThatIsAskedForIsSelected() {
        world.checks.checked = true;
        try (var ui = world.desk().input("line-" + FinanceDouble.LINE)) {
            ui.make(LinesPart.class);
            ui.until(() -> ui.shows("2027 年度 1 行"), "the year of the line");
            assertEquals(1, ui.find(NatTable.class, table -> true).getRowCount() - 1);
        }
    }
}
