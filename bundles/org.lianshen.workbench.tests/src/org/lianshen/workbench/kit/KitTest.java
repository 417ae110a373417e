package org.lianshen.workbench.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.testing.UiTest;

class KitTest {

    @TempDir
    Path folder;

    static final class Screen {
        final Kit kit;
        final Composite page;

        @jakarta.inject.Inject
        Screen(Composite parent, Kit kit) {
            this.kit = kit;
            page = kit.page(parent);
        }
    }

    @Test
    void aYearIsNeverOutsideItsCentury() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            var year = screen.kit.year(screen.page, "年度");
            year.setSelection(0);
            assertEquals(2000, year.getSelection());
            year.setSelection(2199);
            assertEquals(2100, year.getSelection());
        }
    }

    @Test
    void theBannerIsHiddenUntilItHasSomethingToTell() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            Banner banner = screen.kit.banner(screen.page);
            assertFalse(banner.getVisible());
            AtomicInteger refreshed = new AtomicInteger();
            banner.showOutdated(refreshed::incrementAndGet);
            assertTrue(banner.getVisible());
            assertTrue(ui.shows("已有更新"));
            ui.press("刷新");
            assertEquals(1, refreshed.get());
            assertFalse(banner.getVisible());
        }
    }

    @Test
    void aListThatWasOutOfSightIsReadAgainWhenItIsShown() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            Banner banner = screen.kit.banner(screen.page);
            AtomicInteger refreshed = new AtomicInteger();
            screen.page.setVisible(false);
            banner.showOutdatedList(refreshed::incrementAndGet);
            banner.showOutdatedList(refreshed::incrementAndGet);
            ui.settle();
            assertEquals(0, refreshed.get(), "out of sight");
            screen.page.setVisible(true);
            ui.until(() -> refreshed.get() == 1, "the list comes into sight");
            assertFalse(banner.getVisible());
            banner.showOutdatedList(refreshed::incrementAndGet);
            assertTrue(banner.getVisible(), "in sight nothing moves by itself");
            assertEquals(1, refreshed.get());
        }
    }

    @Test
    void anEmptyPlaceSaysWhatWouldBeThereAndWhatToDo() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            AtomicInteger acts = new AtomicInteger();
            screen.kit.empty(screen.page, Icon.INBOX, "还没有导入预算表", "导入后，没有联审过的支出列在这里", "导入预算表", acts::incrementAndGet);
            assertTrue(ui.shows("还没有导入预算表") && ui.shows("导入后，没有联审过的支出列在这里"));
            ui.press("导入预算表");
            assertEquals(1, acts.get());
        }
    }

    @Test
    void anErrorCanBeTriedAgain() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            AtomicInteger tries = new AtomicInteger();
            screen.kit.error(screen.page, "名单未能读出", "请稍后再试", tries::incrementAndGet);
            ui.press("重试");
            assertEquals(1, tries.get());
        }
    }

    @Test
    void whyOpensTheRuleItsClauseAndTheValues() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            Link link = screen.kit.why(screen.page, () -> new Why("预算行未经联审", Tone.BLOCK, "B01 未经联审，不得纳入预算",
                    List.of(new Why.Clause("湖政办发〔2025〕15号", "二（五）1", "未经联审的信息化项目不得纳入预算", true), new Why.Clause("某通知", "", "", false)),
                    List.of(new Why.Value("名称", "区域影像云平台", "D5"), new Why.Value("金额", "230.00", ""))));
            ui.shell().layout(true, true);
            link.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
            Shell popup = ui.shell().getShells()[0];
            String words = words(popup);
            assertTrue(words.contains("湖政办发〔2025〕15号 二（五）1"), words);
            assertTrue(words.contains("“未经联审的信息化项目不得纳入预算”"), words);
            assertTrue(words.contains("条款已核实") && words.contains("待核实"), words);
            assertTrue(words.contains("区域影像云平台　（D5）"), words);
            popup.close();
        }
    }

    @Test
    void aPairCanBeCopiedAndHasAName() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            StyledText value = screen.kit.pair(screen.kit.pairs(screen.page), "预算行", "区域影像云平台 & 其他");
            assertEquals("区域影像云平台 & 其他", value.getText());
            assertEquals("预算行", UiTest.accessibleName(value));
        }
    }

    @Test
    void ampersandsInNamesAreShown() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            Label label = screen.kit.text(screen.page, "网络 & 安全");
            assertEquals("网络 && 安全", label.getText());
        }
    }

    @Test
    void theListOfDesksIsWalkedWithArrows() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            DeskItem first = new DeskItem(screen.page, ui.look(), "platform:/plugin/org.lianshen.workbench/icons/inbox.svg", "我的待办");
            DeskItem second = new DeskItem(screen.page, ui.look(), "platform:/plugin/org.lianshen.workbench/icons/people.svg", "联审");
            second.setCount(41, true, "41 件待办");
            ui.shell().layout(true, true);
            ui.settle();
            first.setFocus();
            ui.key(first, SWT.NONE, SWT.ARROW_DOWN, '\0');
            assertTrue(second.isFocusControl());
            assertEquals("联审 41 件待办", UiTest.accessibleName(second));
            assertEquals("我的待办", UiTest.accessibleName(first));
        }
    }

    private static String words(Composite area) {
        StringBuilder words = new StringBuilder();
        for (Control child : area.getChildren()) {
            switch (child) {
                case Label label -> words.append(label.getText()).append('\n');
                case Text text -> words.append(text.getText()).append('\n');
                case StyledText text -> words.append(text.getText()).append('\n');
                case StateTag tag -> words.append(tag.getText()).append('\n');
                case Composite composite -> words.append(words(composite));
                default -> {
                }
            }
        }
        return words.toString();
    }
}
