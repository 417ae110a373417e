package org.lianshen.review.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.exchange.PackageFact.Outcome;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.service.ExchangeService;
import org.lianshen.service.Session;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.ModelCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;

/** The screens of packages without a network and of their keys. */
class PackageScreensTest {

    private static final Actor SECRETARY = new Actor("qian", "钱七", "DATA", "市数据局", Set.of(Role.SECRETARY, Role.ADMINISTRATOR), false);

    private final Parcels parcels = new Parcels();

    @TempDir
    Path folder;

    private UiTest desk(Actor actor, Language language, boolean dark) {
        var ui = new UiTest(folder, language, dark);
        ui.with(ExchangeService.class, OffUi.guard(ExchangeService.class, parcels.service()));
        ui.with(Session.class, SessionDouble.of(actor));
        ui.with(Updates.class, new Updates(listener -> () -> {
        }, ui.display()));
        return ui;
    }

    private UiTest packages(Language language, boolean dark) {
        UiTest ui = desk(SECRETARY, language, dark);
        ui.make(PackagesPart.class);
        ui.settle();
        return ui;
    }

    /** The boxes as they look, in a shell of their own. */
    private void pictures(UiTest ui, Language language) {
        var kit = org.eclipse.e4.core.contexts.ContextInjectionFactory.make(org.lianshen.workbench.kit.Kit.class, ui.context());
        var texts = ui.context().get(org.lianshen.service.text.Texts.class);
        var messages = org.eclipse.e4.core.contexts.ContextInjectionFactory.make(PackageMessages.class, ui.context());
        var projects = java.util.Map.of("FIN", parcels.service().sendable("FIN"));
        picture(ui, "merge-" + language, new MergeBox(kit, texts, messages, new MergeModel(Parcels.incoming())));
        picture(ui, "send-" + language, new SendBox(kit, messages, messages.exportPackage, List.of(new SendBox.Receiver("x", "FIN", "财政局　王芳")), projects, Reviews.TODAY));
        picture(ui, "key-" + language, new KeyBox(kit, messages, Reviews.pack().bodies(), "", false));
        picture(ui, "sheet-" + language, new MergeBox(kit, texts, messages, new MergeModel(Parcels.sheets())));
        picture(ui, "form-" + language, new FormBox(kit, texts, messages, Path.of("意见表.xlsx"), List.of(Parcels.page(null), Parcels.page(Message.of("exchange.refuse.superseded", "LS-330500-2026-0042", 1, 2)))));
    }

    private static void picture(UiTest ui, String name, org.lianshen.workbench.dialog.DialogService.Box box) {
        for (Control child : ui.shell().getChildren()) {
            child.dispose();
        }
        var area = new Composite(ui.shell(), SWT.NONE);
        area.setBackground(ui.look().surface());
        org.eclipse.jface.layout.GridLayoutFactory.swtDefaults().margins(16, 16).applyTo(area);
        box.create(area, () -> {
        });
        ui.shell().layout(true, true);
        ui.settle();
        picture(ui, name);
    }

    private static void box(UiTest ui, java.util.function.Consumer<Composite> fill) {
        ui.dialogs().answer((RecordedDialogs.BoxAct) content -> {
            fill.accept((Composite) content);
            assertEquals(List.of(), AccessibleNames.missing(content.getShell()));
            return true;
        });
    }

    private void someFacts() {
        parcels.facts = List.of(Parcels.fact(PackageHeader.Kind.RETURN, false, "财政回传 20261120.lspkg", Outcome.TAKEN, Outcome.TAKEN, Outcome.REFUSED),
                Parcels.fact(PackageHeader.Kind.REVIEW, true, "财政评审 20261118.lspkg", Outcome.SENT, Outcome.SENT, Outcome.SENT),
                Parcels.fact(PackageHeader.Kind.FORM, true, "公安评审 20261118.xlsx", Outcome.SENT));
    }

    @Test
    void aPackageIsExportedToAKeyThatIsTrusted() {
        someFacts();
        try (var ui = packages(Language.CHINESE, false)) {
            ui.until(() -> ui.shows("联审办"), "the key");
            box(ui, content -> assertEquals(1, in(content, Combo.class, "收件方").getItemCount(), "only who is trusted"));
            ui.dialogs().answer(folder.resolve("out.lspkg"));
            ui.press("导出评审包");
            ui.until(() -> parcels.asked.stream().anyMatch(asked -> asked.startsWith("export ")), "the export");
            String asked = parcels.asked.stream().filter(each -> each.startsWith("export ")).findFirst().orElseThrow();
            assertTrue(asked.contains(Reviews.PROPOSAL.toString()) && asked.contains("out.lspkg"), asked);
            assertTrue(ui.dialogs().said().stream().anyMatch(said -> said.contains("财政局评审 ")), ui.dialogs().said().toString());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void aFormIsExportedForABody() {
        try (var ui = packages(Language.CHINESE, false)) {
            ui.until(() -> ui.shows("联审办"), "the key");
            box(ui, content -> {
            });
            ui.dialogs().answer(folder.resolve("out.xlsx"));
            ui.press("导出意见表");
            ui.until(() -> parcels.asked.stream().anyMatch(asked -> asked.startsWith("exportForm [FIN")), "the form");
        }
    }

    @Test
    void aReturnIsComparedAndMerged() {
        try (var ui = packages(Language.CHINESE, false)) {
            ui.until(() -> ui.shows("联审办"), "the key");
            ui.dialogs().answer(folder.resolve("back.lspkg"));
            box(ui, content -> {
                Combo way = in(content, Combo.class, "请选择 LS-330500-2026-0042 采用哪一方");
                way.select(1);
                way.notifyListeners(SWT.Selection, null);
            });
            box(ui, content -> {
            });
            ui.press("读入文件");
            ui.until(() -> parcels.asked.stream().anyMatch(asked -> asked.startsWith("merge ")), "the merge");
            assertTrue(parcels.asked.stream().anyMatch(asked -> asked.contains("Whole[side=MINE]")), parcels.asked.toString());
            ui.until(() -> !ui.dialogs().statuses().isEmpty(), "what was merged");
            assertEquals("已合并：经比较保留原意见 1，已采纳 1，拒绝 1", ui.dialogs().statuses().getFirst());
        }
    }

    /** Half of two sheets is nobody's judgement: there is nothing to choose but the whole. */
    @Test
    void anExpertsSheetIsKeptOrTakenWholeAndStaysHidden() {
        parcels.sheet = true;
        try (var ui = packages(Language.CHINESE, false)) {
            ui.until(() -> ui.shows("联审办"), "the key");
            ui.dialogs().answer(folder.resolve("back.lspkg"));
            box(ui, content -> {
                Combo way = in(content, Combo.class, "请选择 LS-330500-2026-0042 采用哪一方");
                assertEquals(List.of("请选择", "保留本机评分表", "采用回传评分表"), List.of(way.getItems()));
                way.select(2);
                way.notifyListeners(SWT.Selection, null);
            });
            box(ui, content -> {
            });
            ui.press("读入文件");
            ui.until(() -> parcels.asked.stream().anyMatch(asked -> asked.contains("Whole[side=THEIRS]")), "the merge");
        }
    }

    @Test
    void anExpertsDeskReturnsScoreSheets() {
        parcels.own = Parcels.own("expert:ZJ0007");
        parcels.facts = List.of(Parcels.fact(PackageHeader.Kind.REVIEW, false, "专家评审 20261118.lspkg", Outcome.TAKEN));
        try (var ui = packages(Language.CHINESE, false)) {
            ui.until(() -> ui.shows("专家 ZJ0007离线工作台"), "the desk");
            ui.dialogs().answer(folder.resolve("back.lspkg"));
            ui.press("回传评分表");
            ui.until(() -> parcels.asked.stream().anyMatch(asked -> asked.startsWith("answer ")), "the answer");
            ui.dialogs().answer(folder.resolve("in.lspkg"));
            ui.press("读入文件");
            ui.until(() -> ui.opener().opened().toString().contains(Opener.TODO), "the sheets that wait");
        }
    }

    @Test
    void anExpertMakesAKeyWithTheNumberOfThePool() {
        parcels.own = null;
        try (var ui = desk(Actor.oneself("zhao"), Language.CHINESE, false)) {
            ui.make(KeysPart.class);
            ui.until(() -> ui.shows("本机还没有密钥"), "the page");
            box(ui, content -> {
                in(content, Text.class, "持有人").setText("赵教授");
                Combo use = in(content, Combo.class, "用途");
                use.select(use.getItemCount() - 1);
                assertEquals("专家的离线工作台", use.getText());
                use.notifyListeners(SWT.Selection, null);
                in(content, Text.class, "专家编号").setText(" ZJ0007 ");
            });
            parcels.own = Parcels.own("expert:ZJ0007");
            ui.press("生成密钥");
            ui.until(() -> parcels.asked.contains("makeKey [赵教授, expert:ZJ0007]"), "the key");
        }
    }

    @Test
    void whatChangedWhileOneComparedIsComparedAgain() {
        try (var ui = packages(Language.CHINESE, false)) {
            ui.until(() -> ui.shows("联审办"), "the key");
            ui.dialogs().answer(folder.resolve("back.lspkg"));
            box(ui, content -> {
                Combo way = in(content, Combo.class, "请选择 LS-330500-2026-0042 采用哪一方");
                way.select(2);
                way.notifyListeners(SWT.Selection, null);
                parcels.mine = new java.util.UUID(7, 7);
            });
            ui.dialogs().answer((RecordedDialogs.BoxAct) content -> false);
            ui.press("读入文件");
            ui.until(() -> ui.dialogs().said().stream().anyMatch(said -> said.contains("请重新比较")), "what happened");
            ui.settle();
            assertTrue(parcels.asked.stream().noneMatch(asked -> asked.startsWith("merge ")), parcels.asked.toString());
        }
    }

    @Test
    void aFilledFormIsRecordedUnlessSomethingStandsAgainstIt() {
        parcels.pages = List.of(Parcels.page(null));
        try (var ui = packages(Language.CHINESE, false)) {
            ui.until(() -> ui.shows("联审办"), "the key");
            ui.dialogs().answer(folder.resolve("意见.xlsx"));
            box(ui, content -> {
            });
            ui.press("读入文件");
            ui.until(() -> parcels.asked.stream().anyMatch(asked -> asked.startsWith("takeForm")), "the form");
        }
        try (var ui = desk(SECRETARY, Language.CHINESE, false)) {
            var box = new FormBox(org.eclipse.e4.core.contexts.ContextInjectionFactory.make(org.lianshen.workbench.kit.Kit.class, ui.context()), ui.context().get(org.lianshen.service.text.Texts.class),
                    org.eclipse.e4.core.contexts.ContextInjectionFactory.make(PackageMessages.class, ui.context()), folder.resolve("x.xlsx"),
                    List.of(Parcels.page(null), Parcels.page(Message.of("exchange.refuse.superseded", "LS-330500-2026-0042", 1, 2))));
            assertEquals("有的页不能录入", box.missing());
        }
    }

    @Test
    void aDeskReturnsWhatItSigned() {
        parcels.own = Parcels.own("FIN");
        parcels.facts = List.of(Parcels.fact(PackageHeader.Kind.REVIEW, false, "财政评审 20261118.lspkg", Outcome.TAKEN));
        try (var ui = packages(Language.CHINESE, false)) {
            ui.until(() -> ui.shows("离线工作台"), "the desk");
            assertEquals("只有联审办导出意见表", ui.button("导出意见表").blocked());
            ui.dialogs().answer(folder.resolve("back.lspkg"));
            ui.press("回传意见");
            ui.until(() -> parcels.asked.stream().anyMatch(asked -> asked.startsWith("answer ")), "the answer");
            ui.dialogs().answer(folder.resolve("in.lspkg"));
            ui.press("读入文件");
            ui.until(() -> parcels.asked.stream().anyMatch(asked -> asked.startsWith("open ")), "the package");
            ui.until(() -> ui.opener().opened().toString().contains(Opener.QUEUE), "the queue");
        }
    }

    @Test
    void whoMayNotSendOrTakeIsToldWhoMay() {
        try (var ui = desk(new Actor("fin", "王芳", "FIN", "市财政局", Set.of(Role.BODY_SIGNER), false), Language.CHINESE, false)) {
            ui.make(PackagesPart.class);
            ui.until(() -> ui.shows("联审办"), "the key");
            for (String button : List.of("导出评审包", "导出意见表", "读入文件")) {
                assertEquals("收发评审包由受理员和会议秘书办理", ui.button(button).blocked());
            }
        }
    }

    @Test
    void withoutAKeyThePageSaysWhatToDo() {
        parcels.own = null;
        try (var ui = packages(Language.CHINESE, false)) {
            ui.until(() -> ui.shows("还没有密钥"), "the empty page");
            assertEquals("还没有密钥", ui.button("导出评审包").blocked());
        }
    }

    /** Before a form is filled in, not after. */
    @Test
    void whoDoesNotKeepTheKeysIsToldWhoDoes() {
        try (var ui = desk(new Actor("wu", "吴秘书", "DATA", "市数据局", Set.of(Role.SECRETARY), false), Language.CHINESE, false)) {
            ui.make(KeysPart.class);
            ui.until(() -> ui.shows(Parcels.own("").card().code()), "the keys");
            for (String verb : List.of("生成密钥", "导出公钥名片", "导入公钥名片", "停用", "核对校验码")) {
                assertEquals("密钥由系统管理员管理", ui.button(verb).blocked(), verb);
            }
        }
    }

    @Test
    void keysAreMadeComparedAndWithdrawn() {
        parcels.own = null;
        try (var ui = desk(Actor.oneself("li"), Language.CHINESE, false)) {
            ui.make(KeysPart.class);
            ui.until(() -> ui.shows("本机还没有密钥"), "the page");
            assertEquals("还没有密钥", ui.button("导出公钥名片").blocked());
            box(ui, content -> {
                in(content, Text.class, "持有人").setText("王芳");
                Combo use = in(content, Combo.class, "用途");
                assertEquals(-1, use.getSelectionIndex(), "what a store is for is chosen, not left as it was");
                use.select(1);
                use.notifyListeners(SWT.Selection, null);
            });
            parcels.own = Parcels.own("FIN");
            ui.press("生成密钥");
            ui.until(() -> ui.dialogs().said().stream().anyMatch(said -> said.contains("重新打开程序")), "what happens next");
            assertTrue(parcels.asked.stream().anyMatch(asked -> asked.startsWith("makeKey [王芳, ")), parcels.asked.toString());
            ui.dialogs().answer("1234 5678 9012 3456 7890 1234");
            ui.press("核对校验码");
            ui.until(() -> parcels.asked.contains("trust [1234 5678 9012 3456 7890 1234]"), "trust");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void wordsAndModelsAreWhole() {
        assertEquals(List.of(), ModelCheck.of(PackagesPart.class, "fragment.e4xmi").problems());
        assertEquals(List.of(), MessageCheck.problems(PackageMessages.class));
        for (Language language : Language.values()) {
            someFacts();
            try (var ui = packages(language, language == Language.ENGLISH)) {
                ui.until(() -> ui.shows(language == Language.ENGLISH ? "Office" : "联审办"), "the page");
                picture(ui, "packages-" + language);
            }
            try (var ui = desk(SECRETARY, language, language == Language.ENGLISH)) {
                ui.make(KeysPart.class);
                ui.settle();
                ui.until(() -> ui.shows(Parcels.own("").card().code()), "the keys");
                picture(ui, "keys-" + language);
                pictures(ui, language);
            }
        }
    }

    private static void picture(UiTest ui, String name) {
        String pictures = System.getProperty("lianshen.pictures");
        if (pictures != null) {
            ui.screenshot(Path.of(pictures, name + ".png"));
        }
    }

    private static <C extends Control> C in(Composite area, Class<C> type, String name) {
        for (Control child : area.getChildren()) {
            if (type.isInstance(child) && name.equals(UiTest.accessibleName(child))) {
                return type.cast(child);
            }
            if (child instanceof Composite inner) {
                C found = in(inner, type, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
