package org.lianshen.workbench.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;
import org.lianshen.service.PackService;
import org.lianshen.service.Session;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.nav.Hub;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

class PackPartTest {

    private static final Actor ADMINISTRATOR = new Actor("admin", "admin", null, null, Set.of(Role.ADMINISTRATOR), false);
    private static final Actor OFFICER = new Actor("li", "李", "FIN", null, Set.of(Role.BUDGET_OFFICER), false);
    private static final PackValue YES = PackValue.flag(true);

    private final PackOffice office = new PackOffice();

    @TempDir
    Path folder;

    private UiTest desk(Actor actor) {
        Session session = (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, args) -> switch (method.getName()) {
            case "actor" -> actor;
            case "today" -> LocalDate.of(2026, 11, 21);
            case "year" -> 2026;
            default -> throw new AssertionError(method + " was not expected");
        });
        var ui = new UiTest(folder);
        ui.with(PackService.class, OffUi.guard(PackService.class, office));
        return ui.with(Session.class, session).with(Updates.class, new Updates(new Hub(), ui.display()));
    }

    @Test
    void wordsAreWhole() {
        assertEquals(List.of(), MessageCheck.problems(PackMessages.class));
    }

    @Test
    void thePackIsShownWithWhatIsNotVerified() {
        try (var ui = desk(ADMINISTRATOR)) {
            ui.make(PackPart.class);
            ui.until(() -> ui.shows("湖州市规则包"), "the pack");
            assertTrue(ui.shows("现行 huzhou@2026.1"), "what is in force");
            assertEquals("草稿与最近发布的没有区别", ui.button("发布…").blocked());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void aRuleThatDoesNotJudgeSaysWhatIsMissing() {
        try (var ui = desk(ADMINISTRATOR)) {
            PackPart part = ui.make(PackPart.class);
            ui.until(() -> ui.shows("1 条规则全部或部分没有判"), "the banner");
            ui.press("看规则");
            part.go(PackPath.parse("/rules/B01"));
            ui.until(() -> ui.shows("B01 未经联审，不得纳入预算：只判了一部分，简易流程限额未配置。"), "what is missing");
            office.edit("/params/limit.small/value", PackValue.text("300000"));
            part.refresh();
            ui.until(() -> !ui.shows("只判了一部分"), "set, it judges");
        }
    }

    @Test
    void onlyAdministratorsChangeIt() {
        office.edit("/lists/it.keywords/大模型", YES);
        try (var ui = desk(OFFICER)) {
            ui.make(PackPart.class);
            ui.until(() -> ui.shows("湖州市规则包"), "the pack");
            for (String verb : List.of("发布…", "导入…", "新增", "放弃草稿")) {
                assertEquals("修改规则包由系统管理员办理。", ui.button(verb).blocked(), verb);
            }
        }
    }

    private Text field(UiTest ui, String name) {
        return ui.all(Text.class).stream().filter(each -> each.isVisible() && UiTest.accessibleName(each).startsWith(name)).findFirst().orElseThrow();
    }

    private static Stream<Text> texts(Control control) {
        return control instanceof Text text ? Stream.of(text) : control instanceof Composite holder ? Arrays.stream(holder.getChildren()).flatMap(PackPartTest::texts) : Stream.empty();
    }

    @Test
    void thePublicationNeedsADayFromTodayAndAReason() {
        try (var ui = desk(ADMINISTRATOR)) {
            var form = new PublishForm(new Kit(ui.look(), new WorkbenchMessages(Language.CHINESE)), new PackMessages(Language.CHINESE), office.book(), LocalDate.of(2026, 11, 21));
            assertEquals("请填写“发布理由”", form.missing());
            form.form().field("reason").type("按通知");
            assertEquals("", form.missing());
            form.form().field("day").type("2026-11-20");
            assertEquals("施行日不能早于今天（2026-11-21）", form.missing());
        }
    }

    private PackPart at(UiTest ui, String path) {
        PackPart part = ui.make(PackPart.class);
        ui.until(() -> ui.shows("湖州市规则包"), "the pack");
        part.go(PackPath.parse(path));
        ui.until(() -> ui.all(Text.class).stream().anyMatch(each -> each.isVisible() && UiTest.accessibleName(each).startsWith("改动理由")), "the entry");
        return part;
    }

    @Test
    void anEntryIsChangedWithAReasonAndPublished() {
        try (var ui = desk(ADMINISTRATOR)) {
            PackPart part = at(ui, "/params/limit.small");
            ui.type(field(ui, "值"), "三十万");
            assertEquals("“三十万”不是这里能用的数：不为负，至多 2 位小数", ui.button("存入草稿").blocked());
            ui.type(field(ui, "值"), "300000");
            assertEquals("请填写“改动理由”", ui.button("存入草稿").blocked());
            assertTrue(part.canSave());
            ui.type(field(ui, "改动理由"), "市财政局通知");
            part.save();
            ui.until(() -> ui.shows("草稿 1 处改动未发布"), "the draft");
            assertEquals(List.of("/params/limit.small/value 300000 市财政局通知"), office.asked);
            assertTrue(ui.shows("草稿改动"), "the entry is marked");
            ui.dialogs().answer((RecordedDialogs.BoxAct) content -> {
                texts(content).filter(each -> UiTest.accessibleName(each).startsWith("发布理由")).forEach(each -> each.setText("按通知"));
                return true;
            });
            ui.press("发布…");
            ui.until(() -> ui.shows("现行 huzhou@2026.1+1"), "the version");
            assertEquals("publish 2026-11-21 按通知", office.asked.getLast());
            assertEquals("草稿与最近发布的没有区别", ui.button("发布…").blocked());
        }
    }

    @Test
    void aRefusalIsSaidAtTheEntryAndKeepsWhatWasTyped() {
        try (var ui = desk(ADMINISTRATOR)) {
            PackPart part = at(ui, "/params/limit.small");
            ui.type(field(ui, "值"), "300000");
            ui.type(field(ui, "改动理由"), "市财政局通知");
            office.refusal = "pack.wrongValue";
            part.save();
            ui.until(() -> ui.shows("不符合单位"), "the refusal");
            assertEquals("300000", field(ui, "值").getText());
            assertTrue(part.canSave());
        }
    }

    @Test
    void whatWasTypedIsNotLostByGoingElsewhere() {
        try (var ui = desk(ADMINISTRATOR)) {
            PackPart part = at(ui, "/params/limit.small");
            ui.type(field(ui, "值"), "300000");
            ui.dialogs().answer(DialogService.SaveAnswer.STAY);
            ui.press("导入…");
            assertTrue(ui.dialogs().said().getLast().contains("简易流程限额"), ui.dialogs().said().toString());
            assertEquals("300000", field(ui, "值").getText());
            assertTrue(part.canSave());
        }
    }

    @Test
    void aBodyIsRemovedWithAReasonAndBroughtBack() {
        try (var ui = desk(ADMINISTRATOR)) {
            PackPart part = at(ui, "/bodies/FIN");
            ui.dialogs().answer(true).answer("机构改革");
            ui.press("删除");
            ui.until(() -> ui.shows("草稿 1 处改动未发布"), "the draft");
            assertEquals(List.of("/bodies/FIN null 机构改革"), office.asked);
            part.view("changes");
            ui.settle();
            assertEquals("请先选一处改动", ui.button("撤销这处改动").blocked());
            ui.dialogs().answer(true);
            ui.press("放弃草稿");
            ui.until(() -> !ui.shows("改动未发布"), "the draft given up");
            assertEquals("discard", office.asked.getLast());
        }
    }

    @Test
    void bodiesAreMovedWithAReason() {
        try (var ui = desk(ADMINISTRATOR)) {
            at(ui, "/bodies/FIN");
            ui.dialogs().answer("牵头部门调整");
            ui.press("上移");
            ui.until(() -> ui.shows("草稿 1 处改动未发布"), "the draft");
            assertEquals(List.of("/bodyOrder FIN, DATA 牵头部门调整"), office.asked);
        }
    }

    @Test
    void theDryRunAndTheVersionsAreShown() {
        office.edit("/lists/it.keywords/大模型", YES);
        try (var ui = desk(ADMINISTRATOR)) {
            PackPart part = ui.make(PackPart.class);
            ui.until(() -> ui.shows("湖州市规则包"), "the pack");
            part.view("trial");
            ui.press("试算");
            ui.until(() -> ui.shows("疑点新增 1 条"), "what would change");
            assertEquals("try 2026", office.asked.getLast());
            assertTrue(ui.all(Table.class).stream().flatMap(table -> Arrays.stream(table.getItems())).anyMatch(item -> item.getText(1).equals("未经联审，不得纳入预算")), "the rule's name");
            part.view("changes");
            ui.settle();
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
            part.view("versions");
            ui.until(() -> ui.shows("程序附带"), "the versions");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void aFileReplacesTheDraftAfterAsking() {
        office.edit("/lists/it.keywords/区块链", YES);
        try (var ui = desk(ADMINISTRATOR)) {
            ui.make(PackPart.class);
            ui.until(() -> ui.shows("湖州市规则包"), "the pack");
            ui.dialogs().answer(folder.resolve("出.json"));
            ui.press("导出…");
            ui.until(() -> office.asked.contains("export draft 出.json"), "the export");
            ui.dialogs().answer(List.of(folder.resolve("来.json"))).answer(true);
            ui.press("导入…");
            ui.until(() -> office.asked.contains("import 来.json"), "the import");
            ui.until(() -> ui.dialogs().statuses().stream().anyMatch(each -> each.contains("已导入为草稿")), "the word of it");
        }
    }

    @Test
    void theHolidaysOfAYearAreImportedIntoTheDraft() {
        try (var ui = desk(ADMINISTRATOR)) {
            ui.make(PackPart.class);
            ui.until(() -> ui.shows("湖州市规则包"), "the pack");
            ui.dialogs().answer(List.of(folder.resolve("2027年节假日.xlsx")));
            ui.press("导入…");
            ui.until(() -> ui.dialogs().statuses().stream().anyMatch(each -> each.contains("2027 年节假日已存为草稿")), "the word of it");
            assertEquals(List.of("calendar 2027年节假日.xlsx 导入节假日安排 2027年节假日.xlsx"), office.asked);
            ui.until(() -> ui.shows("草稿 1 处改动未发布"), "the draft");
            office.misread = 14;
            ui.dialogs().answer(List.of(folder.resolve("2028年节假日.csv")));
            ui.press("导入…");
            ui.until(() -> ui.dialogs().said().stream().anyMatch(each -> each.contains("B5 的“也许”看不出是休还是班") && each.contains("B16") && !each.contains("B17")
                    && each.contains("另有 2 处错误没有逐一列出")), "the cells that could not be read");
            assertEquals(1, office.asked.size(), "nothing was stored");
        }
    }

    @Test
    void whatANewProgramShipsOtherwiseIsSaid() {
        office.edit("/params/limit.small/value", PackValue.text("300000"));
        var newer = new PackChange(PackPath.parse("/params/limit.small/value"), null, PackValue.text("500000")).in(office.shipped.content()).orElseThrow();
        office.shipped = new PackBase("huzhou", "2026.2", "ef".repeat(32), newer, Instant.EPOCH);
        try (var ui = desk(ADMINISTRATOR)) {
            ui.make(PackPart.class);
            ui.until(() -> ui.shows("参数 · 简易流程限额 · 值"), "what the edit overrides");
        }
    }
}
