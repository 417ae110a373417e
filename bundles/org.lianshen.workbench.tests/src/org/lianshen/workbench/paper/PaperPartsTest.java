package org.lianshen.workbench.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.DocumentService;
import org.lianshen.service.Session;
import org.lianshen.service.document.PagePictures;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.nav.Hub;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs.BoxAct;
import org.lianshen.workbench.testing.RecordedOpener;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;

/** The list of papers and the preview, on a display. */
class PaperPartsTest {

    @TempDir
    Path folder;
    private final Papers papers = new Papers();

    private static Session session(Actor actor) {
        return (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, args) -> {
            assertEquals("actor", method.getName());
            return actor;
        });
    }

    private UiTest ui(Language language, boolean dark, Actor actor) {
        var ui = new UiTest(folder, language, dark);
        return ui.with(Updates.class, new Updates(new Hub(), ui.display())).with(Session.class, session(actor)).with(DocumentService.class, OffUi.guard(DocumentService.class, papers))
                .with(PagePictures.class, OffUi.guard(PagePictures.class, papers));
    }

    private UiTest list(Actor actor) {
        UiTest ui = ui(Language.CHINESE, false, actor).input(Papers.MEETING.toString());
        ui.make(PapersPart.class);
        ui.settle();
        return ui;
    }

    private static final Actor ONE = Actor.oneself("wang");

    @Test
    void wordsAreThereInBothLanguages() {
        assertEquals(List.of(), MessageCheck.problems(PaperMessages.class));
    }

    @Test
    void theListSaysHowPapersStandAndOpensThePreview() {
        try (var ui = list(ONE)) {
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
            ui.press("预览");
            assertEquals(List.of(new RecordedOpener.Opened(Opener.PREVIEW, new PaperAddress(Papers.MINUTES).text(), "会议纪要 2026-03")), ui.opener().opened());
            assertNotNull(ui.button("比较各版").blocked(), "never signed");
        }
    }

    @Test
    void theWholeFileOfAProjectIsBound() {
        try (var ui = list(ONE)) {
            assertEquals("卷宗按项目装订，请从项目的联审页打开公文", ui.button("卷宗").blocked(), "a meeting has none");
        }
        papers.ofProject = true;
        try (var ui = list(ONE)) {
            ui.dialogs().answer(folder.resolve("卷宗.pdf"));
            ui.press("卷宗");
            assertTrue(ui.dialogs().said().contains("卷宗: 卷宗 LS-330500-2026-0042 智慧水务监测平台_二期.pdf"), ui.dialogs().said().toString());
            assertEquals(List.of("dossier 卷宗.pdf"), papers.acts);
            assertTrue(ui.shows("没有找到字体“仿宋_GB2312”，用“宋体”代替。"), ui.words().toString());
        }
    }

    @Test
    void aWorkingPaperIsNoDraftAndOffersNoSigning() {
        papers.ofProject = true;
        try (var ui = list(ONE)) {
            assertEquals("工作材料不签发，可以直接打印或导出。", ui.button("签发").blocked());
            assertEquals("工作材料不签发，可以直接打印或导出。", ui.button("比较各版").blocked());
        }
        try (var ui = ui(Language.CHINESE, false, ONE)) {
            PreviewPart part = preview(ui, new PaperAddress(new PaperKey(PaperKind.PROPOSAL, Papers.MEETING, "1")));
            assertTrue(ui.shows("工作材料"), ui.words().toString());
            assertFalse(part.canSubmit());
            assertTrue(ui.all(FlatButton.class).stream().noneMatch(button -> button.getText().equals("签发") && button.getVisible()));
        }
    }

    @Test
    void allLettersOfAMeetingAreOpenedPrintedAndExportedTogether() {
        try (var ui = list(ONE)) {
            ui.press("全部意见书");
            assertEquals(List.of(new RecordedOpener.Opened(Opener.PREVIEW, new PaperAddress(Papers.OPINION).text(), "联审意见书 LS-330500-2026-0042 同意")), ui.opener().opened());
        }
        try (var ui = ui(Language.CHINESE, false, ONE)) {
            preview(ui, new PaperAddress(Papers.OPINION), new PaperAddress(Papers.MINUTES));
            ui.dialogs().answer(folder.resolve("意见书.docx"));
            ui.press("DOCX");
            ui.settle();
            assertEquals(List.of("write 2 DOCX 意见书.docx"), papers.acts);
        }
    }

    @Test
    void signingAsksForWhatThePaperBearsAndComesBackWhereItIsRefused() {
        papers.numberTaken = true;
        try (var ui = list(ONE)) {
            ui.dialogs().answer((BoxAct) content -> true).answer((BoxAct) content -> true);
            ui.press("签发");
            ui.settle();
            assertEquals(List.of("sign MINUTES 湖联审〔2026〕7号 2026-11-21"), papers.acts);
            assertTrue(ui.dialogs().statuses().getLast().contains("9F3C-21D0-77AB"));
            assertEquals("已签发，事实没有变化，不必再签发。", ui.button("签发").blocked());
        }
    }

    @Test
    void aWrongDayOrNoNumberIsNotTaken() {
        var signing = new DocumentService.Signing("湖联审〔2026〕7号", true, Papers.DAY, 2);
        try (var ui = list(ONE)) {
            var box = new SignBox(kit(ui), new PaperMessages(Language.CHINESE), "联审意见书", signing);
            Control content = box.create(ui.shell(), () -> {
            });
            List<Text> fields = texts(content);
            assertEquals("", box.missing());
            fields.get(0).setText(" ");
            assertEquals("请填写文号。", box.missing());
            fields.get(0).setText("湖联审〔2026〕9号");
            fields.get(1).setText("2026年11月");
            assertTrue(box.missing().contains("2026-11-22"));
        }
    }

    private static org.lianshen.workbench.kit.Kit kit(UiTest ui) {
        return org.eclipse.e4.core.contexts.ContextInjectionFactory.make(org.lianshen.workbench.kit.Kit.class, ui.context());
    }

    private static List<Text> texts(Control content) {
        return java.util.Arrays.stream(((Composite) content).getChildren()).filter(Text.class::isInstance).map(Text.class::cast).toList();
    }

    @Test
    void whoMayNotSignIsTold() {
        try (var ui = list(new Actor("fen", "分析员", "DATA", "市数据局", Set.of(Role.ANALYST), false))) {
            assertEquals("您没有签发公文的权限。", ui.button("签发").blocked());
        }
    }

    @Test
    void versionsAreComparedWithWhatDiffersMarked() {
        papers.signed.add(Papers.version(1, "核定380.00万元。"));
        papers.signed.add(Papers.version(2, "核定360.00万元。"));
        try (var ui = list(ONE)) {
            ui.dialogs().answer((BoxAct) content -> {
                ui.until(() -> all((Composite) content, StyledText.class).size() == 2, "the comparison");
                List<StyledText> sides = all((Composite) content, StyledText.class);
                assertEquals("会议听取了申报单位汇报。核定360.00万元，分两年安排。", sides.get(1).getText());
                assertEquals(2, sides.get(1).getStyleRanges().length, "6, and what was added");
                return true;
            });
            ui.press("比较各版");
            ui.settle();
            assertEquals(List.of("compare 1 2"), papers.acts);
        }
    }

    @Test
    void aPaperIsVerifiedByWhatIsPrintedOnIt() {
        try (var ui = list(ONE)) {
            ui.dialogs().answer((BoxAct) content -> {
                List<Text> fields = all((Composite) content, Text.class);
                fields.get(0).setText("湖联审〔2026〕7号");
                fields.get(1).setText("9F3C-21D0-77AB");
                fields.get(1).notifyListeners(SWT.DefaultSelection, new org.eclipse.swt.widgets.Event());
                ui.settle();
                List<String> words = all((Composite) content, org.eclipse.swt.widgets.Label.class).stream().map(org.eclipse.swt.widgets.Label::getText).toList();
                assertTrue(words.contains("审计链到第 41 条完整。"), words::toString);
                assertTrue(words.stream().anyMatch(word -> word.contains("不一致")), words::toString);
                return true;
            });
            ui.press("核验");
            assertEquals(List.of("verify 湖联审〔2026〕7号 9F3C-21D0-77AB"), papers.acts);
        }
    }

    private static <C> List<C> all(Composite area, Class<C> type) {
        var found = new java.util.ArrayList<C>();
        for (Control child : area.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite inner) {
                found.addAll(all(inner, type));
            }
        }
        return found;
    }

    @Test
    void whereThereIsNothingItSaysWhatWouldBeThere() {
        papers.none = true;
        try (var ui = list(ONE)) {
            assertTrue(ui.shows("现在还没有可以生成的公文。"));
            assertEquals("请先选中公文。", ui.button("预览").blocked());
        }
    }

    private PreviewPart preview(UiTest ui, PaperAddress... addresses) {
        ui.input(PaperAddress.text(List.of(addresses)));
        PreviewPart part = ui.make(PreviewPart.class);
        ui.settle();
        return part;
    }

    private static Canvas pages(UiTest ui) {
        return ui.find(Canvas.class, canvas -> "页面".equals(UiTest.accessibleName(canvas)));
    }

    @Test
    void pagesTurnAndZoomByKeys() {
        try (var ui = ui(Language.CHINESE, false, ONE)) {
            preview(ui, new PaperAddress(Papers.MINUTES));
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
            assertTrue(ui.shows("第 1 页，共 5 页"), ui.words().toString());
            ui.key(pages(ui), 0, SWT.PAGE_DOWN, (char) 0);
            assertTrue(ui.shows("第 2 页，共 5 页"), ui.words().toString());
            ui.key(pages(ui), 0, SWT.END, (char) 0);
            assertTrue(ui.shows("第 5 页，共 5 页"), ui.words().toString());
            ui.key(pages(ui), 0, SWT.HOME, (char) 0);
            assertTrue(ui.shows("第 1 页，共 5 页"), ui.words().toString());
            ui.press("整页");
            ui.press("双页");
            ui.press("放大");
            ui.settle();
            assertTrue(ui.shows("草稿"));
        }
        assertEquals(0, papers.open, "pages are closed with the tab");
    }

    @Test
    void memoryStaysBoundedInALongPaper() {
        papers.count = 60;
        try (var ui = ui(Language.CHINESE, false, ONE)) {
            preview(ui, new PaperAddress(Papers.MINUTES));
            var store = new PageStore(pages(ui), ui.tasks(), "x");
            store.show(papers.open(List.of()));
            for (int page = 1; page <= 20; page++) {
                store.want(List.of(page), 400);
                ui.settle();
                assertNotNull(store.image(page));
                assertTrue(store.dots() <= PageStore.MOST_DOTS, "dots " + store.dots());
            }
            assertFalse(store.image(1) != null, "the longest unseen went");
        }
    }

    @Test
    void exportsAndSignsFromThePreview() {
        try (var ui = ui(Language.CHINESE, false, ONE)) {
            preview(ui, new PaperAddress(Papers.MINUTES));
            ui.dialogs().answer(folder.resolve("纪要.pdf"));
            ui.press("PDF");
            ui.settle();
            assertEquals(List.of("write [纪要.pdf]"), papers.acts);
            ui.dialogs().answer((BoxAct) content -> true);
            ui.press("签发");
            ui.settle();
            assertTrue(ui.shows("已签发 第 1 版"), ui.words().toString());
        }
    }

    @Test
    void changedFactsAreSaidAboveThePages() {
        papers.signed.add(Papers.version(1, "甲"));
        papers.signed.add(Papers.version(2, "乙"));
        try (var ui = ui(Language.CHINESE, false, ONE)) {
            preview(ui, new PaperAddress(Papers.MINUTES));
            assertTrue(ui.shows("事实已变"), ui.words().toString());
            assertTrue(ui.words().stream().anyMatch(word -> word.contains("签发第 2 版")), ui.words().toString());
        }
    }

    @Test
    void anOlderVersionAndTheNoteOfChangesAreNotSigned() {
        papers.signed.add(Papers.version(1, "甲"));
        papers.signed.add(Papers.version(2, "乙"));
        try (var ui = ui(Language.CHINESE, false, ONE)) {
            PreviewPart part = preview(ui, new PaperAddress(Papers.MINUTES, 2, 1));
            assertEquals(List.of("note 1 2"), papers.acts);
            assertFalse(part.canSubmit());
            assertTrue(ui.all(FlatButton.class).stream().noneMatch(button -> button.getText().equals("签发") && button.getVisible()));
        }
    }
}
