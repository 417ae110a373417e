package org.lianshen.performance.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.performance.Appraisal.Evaluator;
import org.lianshen.model.performance.UsageEvidence;
import org.lianshen.model.performance.UsageFigure;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.model.pack.UsageMeasure;
import org.lianshen.model.review.State;
import org.lianshen.service.AppraisalService;
import org.lianshen.service.LedgerService;
import org.lianshen.service.Session;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.ModelCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs.BoxAct;
import org.lianshen.workbench.testing.RecordedOpener.Opened;
import org.lianshen.workbench.testing.UiTest;

/** The list and the scoring editor on a real display. */
class AppraisalPartTest {

    @TempDir
    private Path folder;
    private final KeptAppraisals appraisals = new KeptAppraisals();
    private Appraisal own;

    @BeforeEach
    void keepOne() {
        own = appraisals.keep(KeptAppraisals.appraisal(Evaluator.SELF, KeptAppraisals.PROJECT));
    }

    private static LedgerProject project(UUID id, String name) {
        return new LedgerProject(id, true, "LS-330500-2025-0017", name, "330500-DATA", "湖州市数据局", "湖州市数据局", "APP", "NEW", "CITY", 2025, Money.ZERO, Money.ZERO, State.APPROVED,
                null, null, List.of(), "", true, List.of(), "", List.of(), Map.of());
    }

    private <P> P open(UiTest ui, Class<P> part) {
        LedgerService ledger = (LedgerService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {LedgerService.class},
                (proxy, method, args) -> List.of(project(KeptAppraisals.PROJECT, "政务服务一体化平台"), project(UUID.nameUUIDFromBytes(new byte[] {7}), "区域影像云")));
        Session session = (Session) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, args) -> switch (method.getName()) {
            case "today" -> LocalDate.of(2026, 11, 21);
            case "year" -> 2026;
            default -> throw new AssertionError(method.getName() + " was not expected");
        });
        ui.with(AppraisalService.class, OffUi.guard(AppraisalService.class, appraisals)).with(LedgerService.class, OffUi.guard(LedgerService.class, ledger))
                .with(Session.class, OffUi.guard(Session.class, session)).with(Updates.class, new Updates(listener -> () -> {
                }, ui.display())).input(own.id().toString());
        return ui.make(part);
    }

    private static Text field(UiTest ui, String label) {
        return ui.find(Text.class, text -> {
            String name = UiTest.accessibleName(text);
            return name != null && name.startsWith(label);
        });
    }

    private static boolean visible(UiTest ui, String words) {
        return ui.all(Label.class).stream().anyMatch(label -> label.isVisible() && label.getText().contains(words));
    }

    @Test
    void totalGradeAndBandStandBelowTheSheet() {
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalPart.class);
            assertTrue(visible(ui, "总分 89.50　良（80 ≤ 得分 < 90）"));
            assertTrue(visible(ui, "权重合计 100 ✓"));
            assertNull(ui.button("删除所选指标").blocked(), "the first indicator is selected");
            assertTrue(visible(ui, "下一年度：维持经费"));
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void moneyTypedBesideTheSheetIsScoredAndStoresItself() {
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalPart.class);
            ui.type(field(ui, "全年执行数"), "300");
            ui.until(() -> appraisals.saves == 1, "the appraisal to be stored");
            ui.settle();
            assertEquals(Money.ofWan(300), appraisals.get(own.id()).execution().executed());
            assertTrue(visible(ui, "总分 84.50"));
            assertTrue(ui.shows("红色预警"));
        }
    }

    @Test
    void aTrialStoresNothing() {
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalPart.class);
            ui.press("试算");
            ui.type(field(ui, "全年执行数"), "300");
            ui.until(() -> visible(ui, "总分 84.50"), "the trial's total");
            assertEquals("试算中不能定为正式结果，请先结束试算", ui.button("定为正式结果").blocked());
            ui.press("结束试算");
            ui.until(() -> visible(ui, "总分 89.50"), "the total as before");
            assertEquals(0, appraisals.saves);
        }
    }

    @Test
    void settlingTakesAReason() {
        try (var ui = new UiTest(folder)) {
            AppraisalPart part = open(ui, AppraisalPart.class);
            ui.dialogs().answer("第三方尚未评价，以自评为准");
            part.submit();
            ui.settle();
            assertEquals("第三方尚未评价，以自评为准", appraisals.reason);
            assertEquals("已经是正式结果", ui.button("定为正式结果").blocked());
            assertTrue(ui.shows("良　采用单位自评"));
        }
    }

    @Test
    void aResultIsNotTypedOverUntilItIsReopened() {
        try (var ui = new UiTest(folder)) {
            AppraisalPart part = open(ui, AppraisalPart.class);
            ui.dialogs().answer("以自评为准");
            part.submit();
            ui.settle();
            assertTrue(ui.shows("已定为正式结果，理由：以自评为准。内容不能修改；要修改请先撤回。"));
            assertFalse(field(ui, "全年执行数").getEditable());
            assertEquals("已是正式结果，修改前请先撤回", ui.button("增加指标").blocked());
            ui.dialogs().answer("漏计一项支出");
            ui.press("撤回正式结果");
            ui.until(() -> field(ui, "全年执行数").getEditable(), "the sheet to be open");
            assertFalse(appraisals.get(own.id()).settled());
            assertNull(ui.button("定为正式结果").blocked());
            assertTrue(ui.dialogs().statuses().getLast().contains("正式结果已撤回"), ui.dialogs().statuses().toString());
        }
    }

    @Test
    void whatNobodyHasFilledInIsNoResult() {
        var rows = new ArrayList<>(own.rows());
        IndicatorValue first = rows.getFirst();
        rows.set(0, new IndicatorValue(first.level1(), first.level2(), first.level3(), first.formula(), first.target(), "", first.unit(), first.weight(), null, ""));
        appraisals.keep(new Appraisal(own.id(), own.project(), own.projectName(), own.unit(), own.year(), own.template(), own.evaluator(), own.execution(), "", "", rows, "", false,
                null, "", own.editedAt(), 0));
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalPart.class);
            assertEquals("还有 1 项没有填实际值；没有完成的请填 0", ui.button("定为正式结果").blocked());
        }
    }

    @Test
    void weightsThatDoNotAddUpBlockSettlingInWords() {
        appraisals.keep(new Appraisal(own.id(), own.project(), own.projectName(), own.unit(), own.year(), own.template(), own.evaluator(), own.execution(), "", "",
                own.rows().subList(0, 1), "", false, null, "chen", KeptAppraisals.NOW, 1));
        try (var ui = new UiTest(folder)) {
            AppraisalPart part = open(ui, AppraisalPart.class);
            assertTrue(visible(ui, "权重合计 70，应为 100"));
            assertEquals("权重合计 70，应为 100，请先调整", ui.button("定为正式结果").blocked());
            assertFalse(part.canSubmit());
        }
    }

    @Test
    void otherEvaluatorsStandBesideAndOpen() {
        Appraisal third = appraisals.keep(KeptAppraisals.appraisal(Evaluator.THIRD_PARTY, KeptAppraisals.PROJECT));
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalPart.class);
            assertTrue(ui.shows("单位自评（本表）"));
            ui.find(Link.class, link -> link.getText().contains("打开")).notifyListeners(SWT.Selection, new Event());
            assertEquals(List.of(new Opened(Opener.APPRAISAL, third.id().toString(), "政务服务一体化平台 2025 年度绩效")), ui.opener().opened());
        }
    }

    @Test
    void anAppraisalWithoutProjectIsTiedToOne() {
        appraisals.keep(new Appraisal(own.id(), null, "政务一体化", "", own.year(), own.template(), own.evaluator(), own.execution(), "", "", own.rows(), "", false, null, "chen",
                KeptAppraisals.NOW, 1));
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalPart.class);
            assertTrue(visible(ui, "“政务一体化”还没有关联一本账项目"));
            ui.dialogs().answer((BoxAct) content -> choose(content, 0));
            ui.press("关联项目");
            ui.until(() -> appraisals.saves == 1, "the tie to be stored");
            assertEquals(KeptAppraisals.PROJECT, appraisals.get(own.id()).project());
        }
    }

    private static boolean choose(Control area, int row) {
        if (area instanceof Table table) {
            table.setSelection(row);
            table.notifyListeners(SWT.Selection, new Event());
            return true;
        }
        if (area instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                if (choose(child, row)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void anotherPersonsVersionIsAskedAbout() {
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalPart.class);
            appraisals.keep(new Appraisal(own.id(), own.project(), own.projectName(), own.unit(), own.year(), own.template(), own.evaluator(), own.execution(), "目标", "", own.rows(),
                    "", false, null, "li", KeptAppraisals.NOW, 8));
            ui.dialogs().answer(0);
            ui.type(field(ui, "全年执行数"), "500");
            ui.until(() -> appraisals.saves == 1, "mine to be stored on top of theirs");
            ui.settle();
            assertEquals(9, appraisals.get(own.id()).rowVersion());
            assertEquals(Money.ofWan(500), appraisals.get(own.id()).execution().executed());
        }
    }

    @Test
    void theFormIsExported() {
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalPart.class);
            Path target = folder.resolve("自评表.xlsx");
            ui.dialogs().answer(target);
            ui.press("导出");
            assertEquals(List.of(target), appraisals.written);
        }
    }

    @Test
    void usageFiguresAreShownWithTheirSourceAndFilledIn() {
        var month = new UsageMonth(UUID.nameUUIDFromBytes(new byte[] {3}), null, "一季度", 7, "", "政务服务一体化平台", "湖州市数据局", "", LocalDate.of(2025, 1, 1),
                Map.of(UsageFigure.REGISTERED, new BigDecimal(1000), UsageFigure.ACTIVE, new BigDecimal(425)));
        appraisals.usage = new UsageEvidence(List.of(month), Map.of(UsageMeasure.ACTIVE_SHARE, new UsageEvidence.Given(new BigDecimal("42.5"),
                Message.of("usage.how.ACTIVE_SHARE", new BigDecimal(425), new BigDecimal(1000), 1))), Message.of("usage.idle.noLogin", 3));
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalPart.class);
            var said = new ArrayList<String>();
            ui.dialogs().answer((BoxAct) content -> said.addAll(words(content)));
            ui.press("使用数据");
            ui.until(() -> appraisals.saves == 1, "the sheet to be stored");
            assertEquals("42.5", appraisals.get(own.id()).rows().get(1).actual());
            assertEquals("95", appraisals.get(own.id()).rows().getFirst().actual(), "rests on no usage");
            assertTrue(said.stream().anyMatch(word -> word.contains("疑似僵尸应用")), said.toString());
            assertTrue(said.stream().anyMatch(word -> word.contains("月活用户 425 ÷ 注册用户 1,000，共 1 个月")), said.toString());
            assertTrue(said.stream().anyMatch(word -> word.contains("一季度 第 7 行")), said.toString());
        }
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

    @Test
    void theListShowsHowManyAreOpen() {
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalsPart.class);
            assertTrue(ui.shows("共 1 份，未定为正式结果 1 份"));
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        appraisals.kept.clear();
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalsPart.class);
            assertTrue(ui.shows("新建一份评价，或导入单位填好的自评表"));
        }
    }

    @Test
    void anImportedFormFindsItsProjectByName() {
        appraisals.reader = path -> KeptAppraisals.appraisal(Evaluator.DEPARTMENT, null);
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalsPart.class);
            ui.dialogs().answer(folder.resolve("自评表.xlsx"));
            ui.press("导入自评表");
            Appraisal made = appraisals.list().getLast();
            assertEquals(KeptAppraisals.PROJECT, made.project());
            assertEquals(1, ui.opener().opened().size());
        }
    }

    @Test
    void aNewAppraisalNeedsAProject() {
        try (var ui = new UiTest(folder)) {
            open(ui, AppraisalsPart.class);
            ui.dialogs().answer((BoxAct) content -> choose(content, 0));
            ui.press("新建评价");
            Appraisal made = appraisals.list().getLast();
            assertEquals(2026, made.year());
            assertEquals(KeptAppraisals.PROJECT, made.project());
            assertEquals(Evaluator.SELF, made.evaluator());
        }
    }

    @Test
    void theModelNamesWhatThereIs() {
        assertEquals(List.of(), ModelCheck.of(AppraisalsPart.class, "fragment.e4xmi").problems());
    }

    @Test
    void everyWordStandsInBothLanguages() {
        assertEquals(List.of(), MessageCheck.problems(PerformanceMessages.class));
    }
}
