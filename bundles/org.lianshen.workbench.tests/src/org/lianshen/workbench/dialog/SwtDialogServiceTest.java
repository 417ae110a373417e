package org.lianshen.workbench.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.form.FormView;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

class SwtDialogServiceTest {

    @TempDir
    Path folder;

    private final List<String> statuses = new ArrayList<>();

    @Test
    void asksBeforeSomethingIsLostAndNamesTheVerb() {
        try (var ui = open()) {
            later(ui, box -> press(box, "删除附件"));
            assertTrue(dialogs(ui).confirm("删除附件", "“立项批复.pdf”将被删除。", "删除附件"));
            later(ui, box -> press(box, "取消"));
            assertFalse(dialogs(ui).confirm("删除附件", "“立项批复.pdf”将被删除。", "删除附件"));
            later(ui, Shell::close);
            assertFalse(dialogs(ui).confirm("删除附件", "“立项批复.pdf”将被删除。", "删除附件"));
        }
    }

    @Test
    void unsavedChangesHaveThreeAnswers() {
        try (var ui = open()) {
            later(ui, box -> press(box, "保存"));
            assertEquals(DialogService.SaveAnswer.SAVE, dialogs(ui).askSave("智慧水务"));
            later(ui, box -> press(box, "不保存"));
            assertEquals(DialogService.SaveAnswer.DISCARD, dialogs(ui).askSave("智慧水务"));
            later(ui, Shell::close);
            assertEquals(DialogService.SaveAnswer.STAY, dialogs(ui).askSave("智慧水务"));
        }
    }

    @Test
    void aLineIsCheckedWhileItIsTyped() {
        try (var ui = open()) {
            later(ui, box -> {
                Text text = find(box, Text.class).getFirst();
                assertEquals("请输入名称", button(box, "确定").blocked());
                text.setText("常用");
                press(box, "确定");
            });
            assertEquals(Optional.of("常用"), dialogs(ui).ask("存为视图", "名称", "", name -> name.isBlank() ? "请输入名称" : null));
        }
    }

    @Test
    void aBoxStaysOpenWhileItsContentRefuses() {
        try (var ui = open()) {
            List<String> accepted = new ArrayList<>();
            later(ui, box -> {
                press(box, "登记");
                assertFalse(box.isDisposed(), "refused once");
                press(box, "登记");
            });
            assertTrue(dialogs(ui).open(new DialogService.Box() {
                @Override
                public String title() {
                    return "登记";
                }

                @Override
                public String verb() {
                    return "登记";
                }

                @Override
                public Control create(Composite parent, Runnable state) {
                    return new Text(parent, SWT.BORDER);
                }

                @Override
                public String missing() {
                    return "";
                }

                @Override
                public boolean accept() {
                    accepted.add("asked");
                    return accepted.size() > 1;
                }
            }));
            assertEquals(2, accepted.size());
        }
    }

    /** What is typed lives in a form, which outlives the windows it was shown in. */
    private static final class FormBox implements DialogService.Box {

        private final FormModel form;
        private final Field<String> reason;
        private final Kit kit;

        FormBox(Kit kit, WorkbenchMessages messages) {
            this.kit = kit;
            form = new FormModel(messages);
            reason = form.section("one", "").add(Field.text("reason", "理由").required());
        }

        @Override
        public String title() {
            return "撤回意见";
        }

        @Override
        public String verb() {
            return "撤回";
        }

        @Override
        public Control create(Composite parent, Runnable state) {
            Control area = new FormView(kit, parent, form, 0, 0).control();
            form.onChange(state);
            return area;
        }

        @Override
        public String missing() {
            return form.missing();
        }
    }

    @Test
    void aRefusedBoxComesBackWithWhatWasTypedAndTheReason() {
        try (var ui = open()) {
            var messages = new WorkbenchMessages(Language.CHINESE);
            var box = new FormBox(new Kit(ui.look(), messages), messages);
            List<String> tried = new ArrayList<>();
            later(ui, shell -> {
                find(shell, Text.class).getFirst().setText("写错了部门");
                later(ui, again -> {
                    assertTrue(find(again, Label.class).stream().anyMatch(label -> label.getText().equals("会议已经结束。")), "the reason");
                    Text text = find(again, Text.class).getFirst();
                    assertEquals("写错了部门", text.getText());
                    text.setText("写错了部门和金额");
                    press(again, "撤回");
                }, shell);
                press(shell, "撤回");
            });
            dialogs(ui).open(box, refused -> {
                tried.add(box.reason.value());
                if (tried.size() == 1) {
                    refused.accept(new Tasks.Failure("会议已经结束。", false, null));
                }
            });
            assertEquals(List.of("写错了部门", "写错了部门和金额"), tried);
        }
    }

    @Test
    void aRefusedLineComesBackToo() {
        try (var ui = open()) {
            List<String> tried = new ArrayList<>();
            later(ui, shell -> {
                find(shell, Text.class).getFirst().setText("已落实");
                later(ui, again -> {
                    assertTrue(find(again, Label.class).stream().anyMatch(label -> label.getText().equals("条件 1 已复核。")), "the reason");
                    assertEquals("已落实", find(again, Text.class).getFirst().getText());
                    press(again, "取消");
                }, shell);
                press(shell, "确定");
            });
            dialogs(ui).ask("复核", "落实依据", text -> null, (words, refused) -> {
                tried.add(words);
                refused.accept(new Tasks.Failure("条件 1 已复核。", false, null));
            });
            assertEquals(List.of("已落实"), tried, "whoever turns away is not asked again");
        }
    }

    @Test
    void aFaultOfTheProgramIsNotAskedAboutAgain() {
        try (var ui = open()) {
            later(ui, shell -> {
                later(ui, said -> press(said, "关闭"), shell);
                press(shell, "确定");
            });
            List<String> tried = new ArrayList<>();
            dialogs(ui).ask("复核", "落实依据", text -> null, (words, refused) -> {
                tried.add(words);
                refused.accept(new Tasks.Failure("程序出错", true, new IllegalStateException()));
            });
            assertEquals(1, tried.size());
        }
    }

    @Test
    void severalLinesOfTextDoNotKeepTheKeyOfTheVerb() {
        try (var ui = open()) {
            later(ui, box -> {
                Text text = find(box, Text.class).getFirst();
                assertEquals(text, ui.display().getFocusControl(), "what one types into has the focus");
                text.setText("已核实");
                ctrlEnter(text);
            });
            assertTrue(dialogs(ui).open(new DialogService.Box() {
                @Override
                public String title() {
                    return "登记回复";
                }

                @Override
                public String verb() {
                    return "登记回复";
                }

                @Override
                public Control create(Composite parent, Runnable state) {
                    Composite area = new Composite(parent, SWT.NONE);
                    area.setLayout(new org.eclipse.swt.layout.RowLayout());
                    new Text(area, SWT.MULTI);
                    new org.eclipse.swt.widgets.Button(area, SWT.PUSH);
                    return area;
                }

                @Override
                public String missing() {
                    return "";
                }
            }));
        }
    }

    @Test
    void whatIsOnlyReadHasOneButtonAndEscapeClosesIt() {
        try (var ui = open()) {
            var view = new DialogService.View() {
                @Override
                public String title() {
                    return "原表中的位置";
                }

                @Override
                public Control create(Composite parent) {
                    return new Text(parent, SWT.MULTI);
                }
            };
            later(ui, box -> {
                assertEquals(List.of("关闭"), find(box, FlatButton.class).stream().map(FlatButton::getText).toList());
                press(box, "关闭");
            });
            dialogs(ui).show(view);
            later(ui, Shell::close);
            dialogs(ui).show(view);
        }
    }

    @Test
    void choosesAmongVerbs() {
        try (var ui = open()) {
            later(ui, box -> press(box, "合并"));
            assertEquals(1, dialogs(ui).choose("同名项目", "已有同名项目。", List.of("另建", "合并")));
            later(ui, box -> press(box, "取消"));
            assertEquals(-1, dialogs(ui).choose("同名项目", "已有同名项目。", List.of("另建", "合并")));
        }
    }

    @Test
    void aProblemIsReadAndClosedByKeys() {
        try (var ui = open()) {
            later(ui, box -> {
                ctrlEnter(find(box, FlatButton.class).getFirst());
            });
            dialogs(ui).problem(new Tasks.Failure("文件“a.xlsx”不是工作簿；请选择 .xlsx、.xls 或 .csv。", false, null));
            dialogs(ui).status("已导出 58 行");
            assertEquals(List.of("已导出 58 行"), statuses);
        }
    }

    private UiTest open() {
        UiTest ui = new UiTest(folder);
        ui.shell().open();
        return ui;
    }

    private SwtDialogService dialogs(UiTest ui) {
        WorkbenchMessages messages = new WorkbenchMessages(Language.CHINESE);
        return new SwtDialogService(ui::shell, new Kit(ui.look(), messages), messages, statuses::add);
    }

    /** Acts in the next box as soon as its own loop runs. */
    private static void later(UiTest ui, java.util.function.Consumer<Shell> act) {
        later(ui, act, null);
    }

    /** @param before a box that goes first; the next one is meant */
    private static void later(UiTest ui, java.util.function.Consumer<Shell> act, Shell before) {
        ui.display().asyncExec(new Runnable() {
            @Override
            public void run() {
                Shell[] boxes = ui.shell().getShells();
                if (boxes.length == 0 || boxes[0] == before) {
                    ui.display().asyncExec(this);
                } else {
                    act.accept(boxes[0]);
                }
            }
        });
    }

    private static void ctrlEnter(Control control) {
        Event event = new Event();
        event.keyCode = SWT.CR;
        event.stateMask = SWT.MOD1;
        control.notifyListeners(SWT.KeyDown, event);
    }

    private static void press(Shell box, String verb) {
        button(box, verb).press();
    }

    private static FlatButton button(Shell box, String verb) {
        return find(box, FlatButton.class).stream().filter(button -> button.getText().equals(verb)).findFirst().orElseThrow();
    }

    private static <C extends Control> List<C> find(Composite area, Class<C> type) {
        List<C> found = new ArrayList<>();
        for (Control child : area.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            } else if (child instanceof Composite composite) {
                found.addAll(find(composite, type));
            }
        }
        return found;
    }
}
