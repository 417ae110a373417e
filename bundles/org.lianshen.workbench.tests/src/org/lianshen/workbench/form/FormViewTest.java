package org.lianshen.workbench.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Money;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.StepItem;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.UiTest;

class FormViewTest {

    @TempDir
    Path folder;

    static final class Screen {
        final FormModel form;
        final Field<String> name;
        final Field<Money> amount;
        final Field<String> kind;
        final Field<LocalDate> from;
        final Field<Boolean> domestic;
        final Field<BigDecimal> users;
        final FormView view;

        @Inject
        Screen(Composite parent, Kit kit) {
            form = new FormModel(kit.messages());
            FormModel.Section basics = form.section("basics", "基本信息");
            name = basics.add(Field.text("name", "项目名称").required().help("与立项文件一致", "智慧水务"));
            amount = basics.add(Field.money("amount", "申报金额"));
            kind = basics.add(Field.choice("kind", "类别", List.of(new Field.Choice("A", "新建"), new Field.Choice("B", "运维"))));
            from = basics.add(Field.date("from", "计划开工"));
            domestic = basics.add(Field.check("domestic", "信创"));
            FormModel.Section more = form.section("more", "其他");
            users = more.add(Field.number("users", "用户数"));
            more.add(Field.longText("why", "必要性"));
            Composite page = kit.page(parent);
            view = new FormView(kit, page, form);
            view.sectionList(page);
        }
    }

    @Test
    void whatIsTypedReachesTheModelAndWhatTheModelSaysIsShown() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            ui.type((Text) screen.view.widget(screen.name), "智慧水务二期");
            assertEquals("智慧水务二期", screen.name.value());
            ui.type((Text) screen.view.widget(screen.amount), "1280");
            assertEquals(Money.ofWan(1280), screen.amount.value());
            assertEquals("12,800,000.00 元", screen.view.widget(screen.amount).getToolTipText());
            Combo combo = (Combo) screen.view.widget(screen.kind);
            combo.select(1);
            combo.notifyListeners(SWT.Selection, new Event());
            assertEquals("B", screen.kind.value());
            Button check = (Button) screen.view.widget(screen.domestic);
            check.setSelection(true);
            check.notifyListeners(SWT.Selection, new Event());
            assertTrue(screen.domestic.value());
            screen.from.set(LocalDate.of(2027, 3, 1));
            assertEquals("2027-03-01", ((Text) screen.view.widget(screen.from)).getText());
        }
    }

    @Test
    void anUntouchedFormDoesNotShout() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            assertFalse(ui.shows("请填写“项目名称”"));
            assertTrue(screen.view.revealProblem());
            assertTrue(ui.shows("请填写“项目名称”"));
            screen.name.set("智慧水务");
            assertFalse(ui.shows("请填写“项目名称”"));
            assertFalse(screen.view.revealProblem());
        }
    }

    @Test
    void whatIsWrongIsSaidToThoseWhoCannotSee() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
            assertEquals("项目名称，必填", UiTest.accessibleName(screen.view.widget(screen.name)));
            screen.form.touchAll();
            assertEquals("项目名称，必填：请填写“项目名称”", UiTest.accessibleName(screen.view.widget(screen.name)));
        }
    }

    @Test
    void aLockedFieldSaysWhy() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            screen.name.lock("提交后不能改名");
            Text text = (Text) screen.view.widget(screen.name);
            assertFalse(text.getEditable());
            assertEquals("提交后不能改名", text.getToolTipText());
            screen.name.lock(null);
            assertTrue(text.getEditable());
        }
    }

    @Test
    void sectionsAreMarkedAndLeadToTheirFields() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            List<StepItem> items = ui.all(StepItem.class);
            assertEquals(Tone.BLOCK, items.get(0).tone());
            assertEquals("基本信息 有缺项或错误", UiTest.accessibleName(items.get(0)));
            screen.name.set("智慧水务");
            assertEquals(Tone.OK, items.get(0).tone());
            items.get(1).press();
            assertTrue(screen.view.widget(screen.users).isFocusControl());
        }
    }

    @Test
    void twoColumnsBecomeOneWhereThereIsNoRoom() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            int wide = ui.display().map(screen.view.widget(screen.amount), ui.shell(), 0, 0).x;
            int first = ui.display().map(screen.view.widget(screen.name), ui.shell(), 0, 0).x;
            assertTrue(wide > first, "side by side");
            ui.shell().setSize(500, 700);
            ui.settle();
            assertEquals(first, ui.display().map(screen.view.widget(screen.amount), ui.shell(), 0, 0).x, "one below the other");
        }
    }

    @Test
    void theWheelOverAChoiceMovesThePageAndNotTheChoice() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            ui.shell().setSize(500, 300);
            ui.settle();
            screen.view.fit();
            Combo combo = (Combo) screen.view.widget(screen.kind);
            combo.select(0);
            Event wheel = new Event();
            wheel.count = -3;
            combo.notifyListeners(SWT.MouseWheel, wheel);
            assertEquals(0, combo.getSelectionIndex());
            assertFalse(wheel.doit);
            assertTrue(((ScrolledComposite) screen.view.control()).getOrigin().y > 0);
        }
    }

    @Test
    void theFieldOneTabsToComesIntoView() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            ui.shell().setSize(500, 300);
            ui.settle();
            screen.view.fit();
            ScrolledComposite scroll = (ScrolledComposite) screen.view.control();
            Control last = screen.view.widget(screen.users);
            last.notifyListeners(SWT.FocusIn, new Event());
            var seen = ui.display().map(last.getParent(), scroll, last.getBounds());
            assertTrue(seen.y >= 0 && seen.y + seen.height <= scroll.getClientArea().height, seen + " in " + scroll.getClientArea());
            assertTrue(scroll.getOrigin().y > 0);
        }
    }
}
