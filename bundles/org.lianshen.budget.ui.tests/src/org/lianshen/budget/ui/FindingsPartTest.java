package org.lianshen.budget.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.UUID;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Money;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.service.Changes;
import org.lianshen.service.LetterService;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.ModelCheck;
import org.lianshen.workbench.testing.RecordedDialogs;
import org.lianshen.workbench.testing.UiTest;

/** The findings view: what stands in it and how it comes to be there. */
class FindingsPartTest {

    @TempDir
    Path folder;

    private BudgetWorld world;

    @BeforeEach
    void begin() {
        world = new BudgetWorld(folder);
    }

    @Test
    void findingShowsBothSidesAndItsBasis() {
        world.checks.checked = true;
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("B01  未经联审的信息化项目"), "the finding");
            assertTrue(ui.shows("未联审 1，疑似 0；1 行中信息化 1"), ui.words().toString());
            assertTrue(ui.shows("卫健委2026.xlsx ▸ 项目!A3"), ui.words().toString());
            assertTrue(ui.shows("未经联审的信息化项目不得纳入预算"));
            assertTrue(ui.shows("条款已核实"));
            assertTrue(ui.shows("0.81"));
            StyledText name = ui.find(StyledText.class, text -> text.getText().equals("区域医学影像云平台"));
            assertEquals(1, name.getStyleRanges().length);
            assertEquals("医学", name.getText(name.getStyleRanges()[0].start, name.getStyleRanges()[0].start + name.getStyleRanges()[0].length - 1), "what the other side lacks is marked");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void lineOfTheFindingOpensInTheOriginal() {
        world.checks.checked = true;
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("卫健委2026.xlsx ▸ 项目!A3"), "the finding");
            ui.dialogs().answer((RecordedDialogs.BoxAct) content -> true);
            ui.find(Link.class, link -> link.getText().contains("打开原处")).notifyListeners(SWT.Selection, new Event());
            ui.until(() -> ui.dialogs().said().equals(List.of("原表中的位置")), "the place");
        }
    }

    @Test
    void findingsAreGatheredByRuleOrUnit() {
        world.checks.checked = true;
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the finding");
            NatTable groups = ui.find(NatTable.class, table -> table.getColumnCount() == 3);
            assertEquals(List.of("全部疑点 1 230.00", "B01  未经联审的信息化项目 1 230.00"), BudgetWorld.rows(groups, ui.context().get(Texts.class)));
            Combo by = ui.find(Combo.class, combo -> "分组".equals(UiTest.accessibleName(combo)));
            by.select(1);
            by.notifyListeners(SWT.Selection, null);
            assertEquals(List.of("全部疑点 1 230.00", "市卫生健康委员会 1 230.00"), BudgetWorld.rows(groups, ui.context().get(Texts.class)));
        }
        try (var ui = world.desk().input("suspects-2027")) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the finding");
            NatTable groups = ui.find(NatTable.class, table -> table.getColumnCount() == 3);
            assertEquals(List.of("全部疑点 1 230.00", "未联审 1 230.00"), BudgetWorld.rows(groups, ui.context().get(Texts.class)), "by link");
        }
    }

    @Test
    void yearWithoutLinesSaysToImport() {
        world.finance.lines = List.of();
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("先导入 2027 年度的预算表。"), "the empty state");
            assertEquals("先导入 2027 年度的预算表。", ui.button("校验").blocked());
        }
    }

    @Test
    void linesNotCheckedOfferTheCheck() {
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("2027 年度已导入 1 行预算，还没有校验"), "the hint");
        }
    }

    @Test
    void aFindingSaysHowItStandsAndWhatComesNext() {
        world.checks.checked = true;
        try (var ui = world.desk()) {
            ui.input("2027");
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("下一步：在下面的项目中确认"), "the next step");
            assertTrue(ui.shows("不得纳入预算"));
            world.life.acts.add(new FindingAct(new UUID(8, 99), 2027, new FindingId("B01", "B01|x"), null, null, "王敏", "wang", false, null, Instant.EPOCH,
                    new FindingStep.WaiverRequest("应急建设", BudgetWorld.TODAY.plusMonths(2), Severity.E, Money.ofWan(230), List.of())));
            world.life.acts.add(new FindingAct(new UUID(8, 100), 2027, new FindingId("B01", "B01|x"), null, "FIN", "李局", "wang", true, null,
                    Instant.EPOCH.plusSeconds(1), new FindingStep.WaiverSignature(new UUID(8, 99), true, "")));
        }
        try (var ui = world.desk()) {
            ui.input("2027");
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("还缺市数据局签署"), "what is missing");
            assertTrue(ui.shows("签署豁免"));
            assertTrue(ui.shows("市财政局同意：李局"));
            assertTrue(ui.shows("申请豁免至"), "the history");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
            if (System.getProperty("life.shots") != null) {
                ui.screenshot(Path.of(System.getProperty("life.shots"), "waiver.png"));
            }
        }
    }

    @Test
    void lettersAreWrittenFromTheFindingsToTheUnitThatIsChosen() {
        world.checks.checked = true;
        world.letters.units.add(new LetterService.UnitFindings("市卫生健康委员会", 1, 0, Money.ofWan(230), 1, null));
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("B01  未经联审的信息化项目"), "the finding");
            ui.dialogs().answer((RecordedDialogs.BoxAct) content -> true);
            ui.dialogs().answer(folder);
            ui.press("告知函…");
            ui.until(() -> !world.letters.written.isEmpty(), "the letter");
            assertEquals(List.of("市卫生健康委员会"), world.letters.to);
            assertEquals("湖财信函〔2026〕15号", world.letters.written.getFirst().number());
        }
    }

    @Test
    void wordsAreWhole() {
        assertEquals(List.of(), MessageCheck.problems(BudgetMessages.class));
        assertEquals(List.of(), ModelCheck.of(FindingsPart.class, "fragment.e4xmi").problems());
    }

    @Test
    void severityNarrowsGroupsAndListAndIsRemembered() {
        world.checks.checked = true;
        world.checks.findings = List.of(CheckDouble.finding("B01", Severity.E, "B01|x", "区域影像云平台"), CheckDouble.finding("B19", Severity.W, "B19|x", "健康大脑运维"));
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("预警 1"), "the severities");
            assertEquals("没有等级为“提示”的疑点", ui.button("提示 0").blocked());
            NatTable groups = ui.find(NatTable.class, table -> table.getColumnCount() == 3);
            assertEquals(3, groups.getRowCount() - 1, "all and two rules");
            ui.press("预警 1");
            assertEquals(List.of("全部疑点 1 230.00", "B19  年度运维费超上限 1 230.00"), BudgetWorld.rows(groups, ui.context().get(Texts.class)));
            assertTrue(ui.shows("B19  年度运维费超上限"), "the finding that is left is the one beside the list");
            assertEquals("预警 1，正在显示", UiTest.accessibleName(ui.button("预警 1")));
        }
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("B19  年度运维费超上限"), "the severity of the last time");
        }
        try (var ui = world.desk().input("suspects-2027")) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("B01  未经联审的信息化项目"), "all severities for who comes with something in mind");
        }
    }

    @Test
    void whatIsWaivedBarsNothing() {
        world.checks.checked = true;
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("不得纳入预算 1 行，"), "one line is barred");
            world.life.waived(new FindingId("B01", "B01|x"));
        }
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("不得纳入预算 0 行，"), "none is");
            ui.press("校验");
            assertEquals("已校验 1 行，疑点 1 条，其中禁止 0 条", ui.dialogs().statuses().getLast());
        }
    }

    @Test
    void changedFactsAreCheckedAgainWhenAsked() {
        world.checks.checked = true;
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the finding");
            world.changed(Changes.Kind.LEDGER);
            ui.until(() -> ui.shows("预算表、一本账或规则有变动"), "the banner");
            world.checks.findings = List.of(CheckDouble.finding("B19", Severity.W, "B19|x", "健康大脑运维"));
            ui.press("重新核对");
            ui.until(() -> ui.shows("B19  年度运维费超上限"), "what the changed facts give");
            assertEquals(1, world.checks.renewals);
            assertEquals(0, world.checks.checks, "no whole check");
            assertEquals("已重新核对：新增 1 条，消除 1 条，变化 0 条，其余 0 条不变", ui.dialogs().statuses().getLast());
            world.changed(Changes.Kind.LINKAGE);
            ui.until(() -> ui.shows("已有更新"), "another's word needs no check, only a look");
        }
    }

    @Test
    void factsThatChangedWhileNobodyLookedAreSaidAtOnce() {
        world.checks.checked = true;
        world.checks.outdated = true;
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("下列疑点可能已经过时"), "the banner");
        }
    }

    @Test
    void afterAnImportTheYearIsChecked() {
        try (var ui = world.desk().input("check-2027")) {
            ui.make(FindingsPart.class);
            ui.until(() -> world.checks.checks == 1 && ui.shows("B01  未经联审的信息化项目"), "the first check");
        }
        try (var ui = world.desk().input("check-2027")) {
            ui.make(FindingsPart.class);
            ui.until(() -> world.checks.renewals == 1 && world.checks.checks == 1, "brought to the facts");
        }
    }

    @Test
    void aBudgetLineOpensItsFinding() {
        world.checks.checked = true;
        try (var ui = world.desk().input("line-" + FinanceDouble.LINE)) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("B01  未经联审的信息化项目"), "its finding");
            assertEquals(List.of(), ui.opener().opened());
        }
        world.checks.findings = List.of();
        try (var ui = world.desk().input("line-" + FinanceDouble.LINE)) {
            ui.make(FindingsPart.class);
            ui.until(() -> !ui.opener().opened().isEmpty(), "another place");
            assertEquals(FindingsPart.LINES, ui.opener().opened().getFirst().part());
            assertEquals("这一行没有疑点，已在预算行中选中", ui.dialogs().statuses().getLast());
        }
    }

    @Test
    void ofAYearThatWasNeverCheckedNothingIsSaidAboutALine() {
        try (var ui = world.desk().input("line-" + FinanceDouble.LINE)) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("还没有校验"), "the year as it is");
            ui.settle();
            assertEquals(List.of(), ui.opener().opened());
            assertEquals(List.of(), ui.dialogs().statuses());
            ui.press("校验");
            ui.until(() -> ui.shows("B01  未经联审的信息化项目"), "the line's finding");
        }
    }

    @Test
    void aCheckOfAYearThatWasLeftDoesNotTakeItsPlace() {
        world.checks.done = new CountDownLatch(1);
        try (var ui = world.desk().input("2027")) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("2027 年度"), "the year");
            ui.find(FlatButton.class, button -> "校验".equals(button.getText())).press();
            Spinner year = ui.find(Spinner.class, each -> true);
            year.setSelection(2026);
            year.notifyListeners(SWT.Selection, new Event());
            ui.until(() -> ui.shows("2026 年度"), "the other year");
            world.checks.done.countDown();
            ui.until(() -> !ui.dialogs().statuses().isEmpty(), "what the check gave");
            assertTrue(ui.shows("2026 年度"));
        }
    }

    @Test
    void anotherYearIsShownInTheSameTab() {
        world.checks.checked = true;
        try (var ui = world.desk().input("2027")) {
            FindingsPart part = ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("核定 230.00 万元"), "the finding");
            part.show(new PartInput("2026"));
            ui.until(() -> ui.find(Spinner.class, year -> true).getSelection() == 2026, "the other year");
            ui.settle();
        }
    }

    @Test
    void filesOfAReplyAreSaved() {
        world.checks.checked = true;
        world.life.done(new FindingId("B01", "B01|x"), null, "王敏", new FindingStep.Reply("已补报", List.of(new Attachment("", "联审意见书.pdf", "ab", 2048))));
        try (var ui = world.desk()) {
            ui.make(FindingsPart.class);
            ui.until(() -> ui.shows("联审意见书.pdf"), "the file");
            NatTable grid = ui.find(NatTable.class, table -> table.getColumnCount() != 3);
            assertTrue(BudgetWorld.rows(grid, ui.context().get(Texts.class)).getFirst().contains("B01"));
            ui.dialogs().answer(folder.resolve("意见书.pdf"));
            ui.find(Link.class, link -> "另存附件“联审意见书.pdf”".equals(UiTest.accessibleName(link))).notifyListeners(SWT.Selection, new Event());
            ui.until(() -> world.life.fetched.equals(List.of("联审意见书.pdf → 意见书.pdf")), "the copy");
            ui.settle();
            assertTrue(ui.dialogs().statuses().getLast().contains("意见书.pdf"));
        }
    }
}
