package org.lianshen.budget.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.finding.RunHead.Cause;
import org.lianshen.model.finding.RunHead.Counts;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.ModelCheck;
import org.lianshen.workbench.testing.RecordedDialogs.BoxAct;
import org.lianshen.workbench.testing.UiTest;

class RunsPartTest {

    private static final Finding OLD = CheckDouble.finding("B01", Severity.E, "B01|gone", "健康大脑运维");
    private static final Finding STAYS = CheckDouble.finding("B19", Severity.W, "B19|stays", "智慧水务运维");
    private static final Finding GROWS = CheckDouble.finding("B15", Severity.I, "B15|grows", "门户网站升级");

    @TempDir
    Path folder;

    private BudgetWorld world;

    @BeforeEach
    void begin() {
        world = new BudgetWorld(folder);
        world.checks.checked = true;
    }

    private static Finding grown() {
        return new Finding(GROWS.rule(), Severity.W, GROWS.key(), GROWS.lines(), GROWS.unit(), GROWS.projectName(), null, null, Money.ofWan(250), null, null, Message.of("demo.budget"),
                GROWS.matchedBy(), GROWS.score(), GROWS.evidence());
    }

    /** Newest first, the first of the lists is the newest. */
    @SafeVarargs
    private void runs(List<Finding>... found) {
        var heads = new ArrayList<RunHead>();
        for (int i = 0; i < found.length; i++) {
            var id = new UUID(7, i);
            world.checks.kept.put(id, world.checks.run(id, 2027, found[i]));
            heads.add(new RunHead(id, 2027, BudgetWorld.TODAY, "huzhou@2026.1", Instant.EPOCH.plusSeconds(60L * (found.length - i)), "王敏", i == 0 ? Cause.CHANGE : Cause.CHECK, null,
                    new Counts(1, 1, 2, 0, 1, 1), true));
        }
        world.checks.heads = heads;
        world.checks.findings = found[0];
    }

    private static NatTable lower(UiTest ui) {
        return ui.find(NatTable.class, table -> table.getColumnCount() == 7);
    }

    private static List<String> lines(UiTest ui) {
        return BudgetWorld.rows(lower(ui), ui.context().get(Texts.class)).stream().map(row -> String.join(" ", List.of(row.split(" ")).subList(0, 4))).toList();
    }

    @Test
    void theNewestCheckIsComparedWithTheOneBefore() {
        Finding fresh = CheckDouble.finding("B01", Severity.E, "B01|new", "区域影像云平台");
        runs(List.of(fresh, STAYS, grown()), List.of(OLD, STAYS, GROWS));
        try (var ui = world.desk().input("2027")) {
            ui.make(RunsPart.class);
            ui.until(() -> ui.shows("有变化 3"), "the difference");
            assertTrue(ui.shows("2027 年度 2 次校验"));
            assertEquals(List.of("新增 禁止 B01 区域影像云平台", "消除 禁止 B01 健康大脑运维", "变化 预警 B15 门户网站升级"), lines(ui));
            assertTrue(BudgetWorld.rows(lower(ui), ui.context().get(Texts.class)).getLast().endsWith("等级：提示 → 预警；金额（元）：2,300,000.00 → 2,500,000.00"));
            ui.press("不变 1");
            assertEquals(List.of("不变 预警 B19 智慧水务运维"), lines(ui));
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
            assertEquals(List.of(), ModelCheck.of(RunsPart.class, "fragment.e4xmi").problems());
        }
    }

    @Test
    void whatStandsIsOpenedWhereItStandsAndWhatIsGoneSaysWhatItWas() {
        Finding fresh = CheckDouble.finding("B01", Severity.E, "B01|new-1", "区域影像云平台");
        runs(List.of(fresh), List.of(OLD));
        var seen = new ArrayList<String>();
        try (var ui = world.desk().input("2027")) {
            ui.make(RunsPart.class);
            ui.until(() -> ui.shows("有变化 2"), "the difference");
            ui.press("新增 1");
            ui.key(lower(ui), SWT.NONE, SWT.CR, SWT.CR);
            assertEquals(Opener.FINDINGS, ui.opener().opened().getLast().part());
            assertEquals("finding-2027-B01-B01|new-1", ui.opener().opened().getLast().objectId());
            ui.press("消除 1");
            ui.dialogs().answer((BoxAct) content -> seen.addAll(texts(content)));
            ui.key(lower(ui), SWT.NONE, SWT.CR, SWT.CR);
            assertEquals("已消除的疑点", ui.dialogs().said().getLast());
            assertTrue(seen.contains("0.81"), seen.toString());
            assertEquals(1, ui.opener().opened().size());
        }
    }

    private static List<String> texts(Control content) {
        var found = new ArrayList<String>();
        if (content instanceof StyledText text) {
            found.add(text.getText());
        }
        if (content instanceof Composite area) {
            for (Control child : area.getChildren()) {
                found.addAll(texts(child));
            }
        }
        return found;
    }

    @Test
    void anyTwoAreCompared() {
        runs(List.of(STAYS), List.of(STAYS), List.of(STAYS, OLD));
        var model = new RunsModel(2027, world.checks.heads, java.util.Set.of());
        RunHead newest = world.checks.heads.getFirst();
        RunHead first = world.checks.heads.getLast();
        assertEquals(new RunsModel.Pair(first, newest), model.pair(List.of(newest, first)));
        assertEquals(new RunsModel.Pair(first, newest), model.pair(List.of(first, newest)), "whichever was chosen first");
        assertEquals(new RunsModel.Pair(null, first), model.pair(List.of(first)));
        try (var ui = world.desk().input("2027")) {
            ui.make(RunsPart.class);
            ui.until(() -> ui.shows("有变化 0"), "nothing changed");
            NatTable upper = ui.find(NatTable.class, table -> table.getColumnCount() > 7);
            ui.key(upper, SWT.MOD1, 'a', 'a');
            assertTrue(ui.shows("按住 Ctrl 再选一次"), ui.words().toString());
        }
    }

    @Test
    void aSingleCheckAndOneThatIsNotKeptAreSaid() {
        runs(List.of(STAYS));
        try (var ui = world.desk().input("2027")) {
            ui.make(RunsPart.class);
            ui.until(() -> ui.shows("这是本年第一次校验"), "the hint");
        }
        runs(List.of(STAYS), List.of(OLD));
        RunHead thin = world.checks.heads.getLast();
        world.checks.heads = List.of(world.checks.heads.getFirst(), new RunHead(thin.id(), 2027, thin.asOf(), thin.pack(), thin.at(), thin.by(), thin.cause(), null, null, false));
        try (var ui = world.desk().input("2027")) {
            ui.make(RunsPart.class);
            ui.until(() -> ui.shows("有一次只保留了计数"), "the hint");
        }
    }

    @Test
    void noneAndAFailureAreSaid() {
        try (var ui = world.desk().input("2027")) {
            ui.make(RunsPart.class);
            ui.until(() -> ui.shows("先到疑点页校验一次。"), "what to do");
            world.checks.problem = UserProblem.of("linkage.busy");
            ui.find(org.eclipse.swt.widgets.Spinner.class, each -> true).notifyListeners(SWT.Selection, null);
            ui.until(() -> ui.shows("校验结果未能保存"), "the failure");
            world.checks.problem = null;
            runs(List.of(STAYS));
            ui.press("重试");
            ui.until(() -> ui.shows("2027 年度 1 次校验"), "after trying again");
        }
    }
}
