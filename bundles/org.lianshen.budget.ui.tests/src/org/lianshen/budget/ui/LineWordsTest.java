package org.lianshen.budget.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Money;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.SumMatch;

/** What an officer says of a line, from the findings and from the lines. */
class LineWordsTest {

    @TempDir
    Path folder;

    private BudgetWorld world;

    @BeforeEach
    void begin() {
        world = new BudgetWorld(folder);
    }

    @Test
    void officersWordIsKeptAndCheckedAgain() {
        world.checks.checked = true;
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the candidate");
            ui.press("就是它  Enter");
            ui.until(() -> world.checks.words.equals(List.of("confirm " + CheckDouble.NEAR)) && world.checks.checks == 0, "the word, and no whole check after it");
            ui.press("都不是  Del");
            ui.until(() -> world.checks.words.equals(List.of("confirm " + CheckDouble.NEAR, "reject " + CheckDouble.NEAR, "reject " + CheckDouble.FAR)), "all rejected");
        }
    }

    @Test
    void keysDecideAndOpeningDoesNot() {
        world.checks.checked = true;
        try (var ui = world.desk()) {
            FindingsPart part = ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the candidate");
            part.focus();
            Control table = ui.display().getFocusControl();
            ui.key(table, SWT.NONE, SWT.DEL, SWT.DEL);
            assertEquals(List.of("reject " + CheckDouble.NEAR, "reject " + CheckDouble.FAR), world.checks.words);
            ui.key(table, SWT.NONE, SWT.CR, SWT.CR);
            assertEquals("confirm " + CheckDouble.NEAR, world.checks.words.getLast());
            assertEquals(3, world.checks.words.size(), "once");
        }
    }

    private void merged(Candidate... parts) {
        world.checks.checked = true;
        world.checks.candidates = List.of(parts);
    }

    private static Candidate part(UUID project, String name, String yuan) {
        var sum = new SumMatch(SumMatch.Kind.MERGED, Money.parseYuan("2300000.00"), List.of(Money.parseYuan("1499999.99"), Money.parseYuan("800000.01")), List.of(FinanceDouble.LINE));
        return new Candidate(project, "LS-330500-2025-0031", name, "市卫生健康委员会", Money.parseYuan(yuan), new BigDecimal("0.8100"), List.of(), true, false, sum);
    }

    @Test
    void aLineOfSeveralApprovalsIsDividedToTheFenAfterItsPartsWereSeen() {
        merged(part(CheckDouble.NEAR, "区域医学影像云平台", "1499999.99"), part(CheckDouble.FAR, "影像数据归集服务", "800000.01"));
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("影像数据归集服务"), "the parts");
            ui.dialogs().answer(false);
            ui.press("就是它  Enter");
            assertEquals(List.of(), world.checks.words, "turned away");
            ui.dialogs().answer(true);
            ui.press("就是它  Enter");
            ui.until(() -> world.checks.words.size() == 2, "both parts");
            assertEquals(List.of("share 1499999.99 of " + FinanceDouble.LINE + " " + CheckDouble.NEAR, "share 800000.01 of " + FinanceDouble.LINE + " " + CheckDouble.FAR), world.checks.words);
            assertEquals("这一行含有几个项目: “区域影像云平台”2,300,000.00 元，正好是下列项目之和：\n区域医学影像云平台：1,499,999.99 元\n影像数据归集服务：800,000.01 元\n"
                    + "确认后按此分摊，各项目只计自己的部分。", ui.dialogs().said().getLast());
            assertEquals("已记住：“区域影像云平台”由 2 个项目分摊", ui.dialogs().statuses().getLast());
        }
    }

    @Test
    void aLineWhosePartsAreNotAllKnownIsNotDivided() {
        merged(part(CheckDouble.NEAR, "区域医学影像云平台", "1499999.99"));
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("区域医学影像云平台"), "the part");
            ui.press("就是它  Enter");
            assertEquals(List.of(), world.checks.words);
            assertEquals("“区域影像云平台”所含的项目没有全部找到，没有分摊；请核对一本账中的金额后重新校验", ui.dialogs().statuses().getLast());
        }
    }

    @Test
    void twoNamesOfOneUnitAreAskedFor() {
        world.checks.checked = true;
        world.checks.candidates = List.of(new Candidate(CheckDouble.NEAR, "LS-330500-2025-0031", "区域医学影像云平台", "市卫健委", Money.ofWan(230), new BigDecimal("0.8100"), List.of(), false, true));
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the candidate");
            ui.dialogs().answer(true);
            ui.press("就是它  Enter");
            ui.until(() -> world.checks.words.size() == 2, "both words");
            assertEquals(List.of("unit 市卫生健康委员会 = 市卫健委", "confirm " + CheckDouble.NEAR), world.checks.words);
            ui.dialogs().answer(false);
            ui.press("就是它  Enter");
            ui.until(() -> world.checks.words.size() == 3, "this line alone");
            assertEquals("confirm " + CheckDouble.NEAR, world.checks.words.getLast());
        }
    }

    @Test
    void keysSayWhetherALineIsAnItLineInBothLists() {
        world.checks.checked = true;
        try (var ui = world.desk()) {
            FindingsPart part = ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the finding");
            part.focus();
            ui.key(ui.display().getFocusControl(), SWT.NONE, 'i', 'i');
            assertEquals(List.of("it IT"), world.checks.words);
        }
        try (var ui = world.desk().input("2027")) {
            ui.make(LinesPart.class);
            ui.until(() -> ui.shows("2027 年度 1 行"), "the lines");
            NatTable table = ui.find(NatTable.class, each -> true);
            ui.press("未联审 1 行 · 230.00 万元");
            ui.key(table, SWT.NONE, 'n', 'n');
            assertEquals(List.of("it IT", "it NOT_IT"), world.checks.words);
            assertEquals("已记住：“区域影像云平台”不是信息化项目", ui.dialogs().statuses().getLast());
        }
    }
}
