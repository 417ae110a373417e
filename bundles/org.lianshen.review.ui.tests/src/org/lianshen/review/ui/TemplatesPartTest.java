package org.lianshen.review.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.paper.PaperTemplate;
import org.lianshen.service.DocumentService;
import org.lianshen.service.TemplateService;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.PagePictures;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.ModelCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.UiTest;

/** 公文模板: what is typed is checked, marked and kept. */
class TemplatesPartTest {

    private static final String SHIPPED = "【版头】\n{牵头单位}\n【开头】\n你单位申报的“{项目名称}”收悉。\n";

    @TempDir
    Path folder;

    /** Refuses the word 错. */
    private static final class Kept implements TemplateService {
        private final List<String> saved = new ArrayList<>();
        /** Where there is one, keeping waits for it. */
        private CountDownLatch hold;
        private Template template = new Template(PaperKind.OPINION, SHIPPED, SHIPPED, List.of(), Map.of("项目名称", "城市运行一网统管平台（二期）"));

        @Override
        public List<PaperKind> kinds() {
            return List.of(PaperKind.RETURN_NOTICE, PaperKind.OPINION);
        }

        @Override
        public Template get(PaperKind kind) {
            return new Template(kind, template.text(), SHIPPED, template.versions(), template.fields());
        }

        @Override
        public List<Problem> check(PaperKind kind, String text) {
            int wrong = text.indexOf('错');
            return wrong < 0 ? List.of() : List.of(new Problem(2, 1, wrong, 1, Message.of("template.unknownField", "错", "项目名称")));
        }

        @Override
        public Template save(PaperKind kind, String text, int basedOn) {
            if (hold != null) {
                try {
                    hold.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            saved.add(kind + " " + basedOn);
            template = new Template(kind, text, SHIPPED, List.of(new PaperTemplate(kind, basedOn + 1, text, Instant.parse("2026-11-22T02:00:00Z"), "李秘书")), template.fields());
            return template;
        }

        @Override
        public Template reset(PaperKind kind, int basedOn) {
            return save(kind, SHIPPED, basedOn);
        }
    }

    /** One page of whatever was laid out last. */
    private static final class Laid implements PagePictures {
        private final List<String> said = new ArrayList<>();
        private int open;

        @Override
        public Pages open(List<OfficialPaper> papers) {
            said.add(papers.getFirst().addressee());
            open++;
            return new Pages() {
                @Override
                public int count() {
                    return 1;
                }

                @Override
                public Size size(int page) {
                    return new Size(210, 297);
                }

                @Override
                public Picture picture(int page, int dpi, int top, int rows) {
                    int width = size(page).columns(dpi);
                    int[] white = new int[width * rows];
                    java.util.Arrays.fill(white, 0xFFFFFF);
                    return new Picture(width, rows, white);
                }

                @Override
                public List<Message> notices() {
                    return List.of();
                }

                @Override
                public void close() {
                    open--;
                }
            };
        }
    }

    private final Laid laid = new Laid();

    private TemplatesPart part(UiTest ui, Kept kept) {
        ui.with(TemplateService.class, OffUi.guard(TemplateService.class, kept));
        var documents = (DocumentService) Proxy.newProxyInstance(DocumentService.class.getClassLoader(), new Class<?>[] {DocumentService.class}, (proxy, method, args) -> {
            assertEquals("sample", method.getName());
            return OfficialPaper.letter("市数据局", "", args[0].toString(), (String) args[1], List.of(), List.of(), "", LocalDate.of(2026, 11, 22), "", true);
        });
        ui.with(DocumentService.class, OffUi.guard(DocumentService.class, documents)).with(PagePictures.class, OffUi.guard(PagePictures.class, laid));
        ui.with(Updates.class, new Updates(listener -> () -> {
        }, ui.display()));
        return ui.make(TemplatesPart.class);
    }

    private static <T extends Control> T named(Composite parent, Class<T> type, int nth) {
        var found = new ArrayList<T>();
        collect(parent, type, found);
        return found.get(nth);
    }

    private static <T extends Control> void collect(Composite parent, Class<T> type, List<T> found) {
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            } else if (child instanceof Composite composite) {
                collect(composite, type, found);
            }
        }
    }

    @Test
    void aWordingIsCheckedMarkedAndKept() {
        var kept = new Kept();
        try (var ui = new UiTest(folder)) {
            TemplatesPart part = part(ui, kept);
            StyledText wording = named(ui.shell(), StyledText.class, 0);
            ui.until(() -> wording.getText().equals(SHIPPED), "the wording is shown");
            assertFalse(part.canSave());
            wording.setText(SHIPPED + "错");
            ui.until(() -> wording.getStyleRanges().length == 1, "the place is marked");
            assertEquals(List.of(SHIPPED), laid.said, "what is wrong is not laid out");
            assertEquals(SHIPPED.length(), wording.getStyleRanges()[0].start);
            assertTrue(named(ui.shell(), org.eclipse.swt.widgets.List.class, 2).getSize().y > 0, "what is wrong is seen beside the pages");
            assertFalse(part.canSave());
            wording.setText(SHIPPED + "请知悉。");
            ui.until(part::canSave, "nothing is against it");
            ui.until(() -> laid.said.equals(List.of(SHIPPED, SHIPPED + "请知悉。")), "the pages are those of the text as typed");
            ui.until(() -> laid.open == 1, "the pages before are closed");
            part.save();
            ui.until(() -> kept.saved.equals(List.of("RETURN_NOTICE 0")), "it is kept");
            ui.until(() -> !part.canSave(), "nothing is left to keep");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
            ui.settle();
        }
        assertEquals(0, laid.open, "pages are closed with the tab");
    }

    @Test
    void unsavedWordsAreNotLostByChoosingAnother() {
        var kept = new Kept();
        try (var ui = new UiTest(folder)) {
            part(ui, kept);
            StyledText wording = named(ui.shell(), StyledText.class, 0);
            ui.until(() -> wording.getText().equals(SHIPPED), "the wording is shown");
            wording.setText("改了");
            ui.dialogs().answer(false);
            org.eclipse.swt.widgets.List kinds = named(ui.shell(), org.eclipse.swt.widgets.List.class, 0);
            kinds.setSelection(1);
            kinds.notifyListeners(SWT.Selection, new Event());
            assertEquals("改了", wording.getText());
            assertEquals(0, kinds.getSelectionIndex());
            assertTrue(kept.saved.isEmpty());
        }
    }

    @Test
    void readingAgainAsksBeforeWordsAreGivenUp() {
        try (var ui = new UiTest(folder)) {
            TemplatesPart part = part(ui, new Kept());
            StyledText wording = named(ui.shell(), StyledText.class, 0);
            ui.until(() -> wording.getText().equals(SHIPPED), "the wording is shown");
            wording.setText("改了");
            ui.dialogs().answer(false);
            part.refresh();
            ui.settle();
            assertEquals("改了", wording.getText());
        }
    }

    @Test
    void whatIsTypedWhileItIsBeingKeptStays() throws Exception {
        var kept = new Kept();
        kept.hold = new CountDownLatch(1);
        try (var ui = new UiTest(folder)) {
            TemplatesPart part = part(ui, kept);
            StyledText wording = named(ui.shell(), StyledText.class, 0);
            ui.until(() -> wording.getText().equals(SHIPPED), "the wording is shown");
            wording.setText("第一稿");
            ui.until(part::canSave, "nothing is against it");
            part.save();
            wording.setText("第二稿");
            kept.hold.countDown();
            ui.until(() -> kept.saved.size() == 1, "it is kept");
            ui.until(part::canSave, "the second is a change of the first");
            assertEquals("第二稿", wording.getText());
            part.persist();
            assertEquals(List.of("RETURN_NOTICE 0", "RETURN_NOTICE 1"), kept.saved);
            assertFalse(part.canSave());
        }
    }

    @Test
    void aWordingThatCannotBeKeptSaysWhyBeforeTheTabCloses() {
        var kept = new Kept();
        try (var ui = new UiTest(folder)) {
            TemplatesPart part = part(ui, kept);
            StyledText wording = named(ui.shell(), StyledText.class, 0);
            ui.until(() -> wording.getText().equals(SHIPPED), "the wording is shown");
            wording.setText("错");
            ui.until(() -> wording.getStyleRanges().length == 1, "the place is marked");
            part.persist();
            assertTrue(ui.dialogs().said().toString().contains(ui.button("保存").blocked()), ui.dialogs().said().toString());
            assertEquals(List.of(), kept.saved);
        }
    }

    @Test
    void everythingNamedIsThere() {
        assertEquals(List.of(), ModelCheck.of(TemplatesPart.class, "fragment.e4xmi").problems());
        assertEquals(List.of(), MessageCheck.problems(TemplateMessages.class));
    }
}
