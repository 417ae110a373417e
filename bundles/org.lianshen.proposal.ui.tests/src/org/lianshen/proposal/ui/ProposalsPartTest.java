package org.lianshen.proposal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.proposal.Nature;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.review.State;
import org.lianshen.service.ProposalService;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.ModelCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs.BoxAct;
import org.lianshen.workbench.testing.RecordedOpener.Opened;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

class ProposalsPartTest {

    @TempDir
    private Path folder;
    private final KeptProposals proposals = new KeptProposals();

    private ProposalsPart open(UiTest ui) {
        ui.with(ProposalService.class, OffUi.guard(ProposalService.class, proposals)).with(Session.class, TestSession.make())
                .with(Updates.class, new Updates(new Listeners(), ui.display()));
        return ui.make(ProposalsPart.class);
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        try (var ui = new UiTest(folder)) {
            open(ui);
            assertTrue(ui.shows("新建一份申报书，或导入填好的 Excel 申报表"));
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void countsDraftsAndReturns() {
        proposals.keep(KeptProposals.draft(Forms.form()), State.DRAFT);
        proposals.keep(Forms.submitted(Forms.form()), State.RETURNED);
        try (var ui = new UiTest(folder)) {
            open(ui);
            assertTrue(ui.shows("共 2 个，草稿 1 个，待补正 1 个"));
        }
    }

    @Test
    void aFilledWorkbookBecomesADraftAndOpens() {
        proposals.reader = file -> Forms.form();
        try (var ui = new UiTest(folder)) {
            open(ui);
            ui.dialogs().answer(folder.resolve("水利局.xlsx"));
            ui.press("导入申报表");
            var made = proposals.list().getFirst();
            assertEquals(List.of(new Opened(Opener.PROPOSAL, made.id().toString(), Forms.NAME)), ui.opener().opened());
        }
    }

    @Test
    void aWorkbookThatCannotBeReadIsNamedAndNothingIsKept() {
        proposals.reader = file -> {
            throw UserProblem.of("form.noFile", "水利局.xlsx");
        };
        try (var ui = new UiTest(folder)) {
            open(ui);
            ui.dialogs().answer(folder.resolve("水利局.xlsx"));
            ui.press("导入申报表");
            assertTrue(ui.dialogs().said().getFirst().contains("水利局.xlsx"));
            assertEquals(List.of(), proposals.list());
        }
    }

    @Test
    void aBlankFormIsWritten() {
        try (var ui = new UiTest(folder)) {
            open(ui);
            ui.dialogs().answer(folder.resolve("空白.xlsx"));
            ui.press("下载空白表");
            assertEquals(List.of(folder.resolve("空白.xlsx")), proposals.written);
        }
    }

    @Test
    void onlyDraftsAreDeletedAndOnlyWhenAsked() {
        var draft = proposals.keep(KeptProposals.draft(Forms.form()), State.DRAFT);
        try (var ui = new UiTest(folder)) {
            ProposalsPart part = open(ui);
            assertEquals("请先选择一个项目", ui.button("删除草稿").blocked());
            part.focus();
            ui.settle();
            ui.dialogs().answer(false);
            ui.press("删除草稿");
            assertTrue(proposals.kept.containsKey(draft.id()));
            ui.dialogs().answer(true);
            ui.press("删除草稿");
            assertEquals(List.of(), proposals.list());
        }
    }

    @Test
    void aNewProposalAsksForWhatTheFormDependsOn() {
        try (var ui = new UiTest(folder)) {
            open(ui);
            ui.dialogs().answer((BoxAct) this::fillIn);
            ui.press("新建申报");
            var made = proposals.kept.values().iterator().next().draft();
            assertEquals("健康大脑运维", made.name());
            assertEquals("OPS", made.text(ProposalField.PROJECT_CLASS));
            assertEquals(Nature.OPERATION.name(), made.text(ProposalField.NATURE));
            assertEquals("N", made.text(ProposalField.SECRET));
            assertEquals(1, ui.opener().opened().size());
        }
    }

    private boolean fillIn(Control content) {
        typed(content, "项目名称").setText("健康大脑运维");
        typed(content, "申报单位").setText("湖州市卫生健康委员会");
        chosen(content, "项目类别", "信息化运维");
        chosen(content, "是否涉密", "否");
        return true;
    }

    private static Text typed(Control area, String name) {
        return find(area, Text.class, name);
    }

    private static void chosen(Control area, String name, String word) {
        Combo combo = find(area, Combo.class, name);
        combo.select(combo.indexOf(word));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    private static <C extends Control> C find(Control area, Class<C> type, String name) {
        if (type.isInstance(area) && UiTest.accessibleName(area) != null && UiTest.accessibleName(area).startsWith(name)) {
            return type.cast(area);
        }
        if (area instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                C found = find(child, type, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Test
    void whatIsSecretIsTurnedAwayBeforeAnythingIsKept() {
        try (var ui = new UiTest(folder)) {
            var messages = new WorkbenchMessages(Language.CHINESE);
            var box = new NewProposalBox(new Kit(ui.look(), messages), new Texts(Language.CHINESE.locale()), new ProposalMessages(Language.CHINESE), Actor.oneself("chen"));
            box.model().field("name").type("机要网改造");
            box.model().field("unit").type("市委办公室");
            box.model().field("PROJECT_CLASS").type("INFRA");
            box.model().field("NATURE").type("UPGRADE");
            assertTrue(box.missing().contains("是否涉密"));
            box.model().field("secret").type("Y");
            assertEquals("涉密项目不在本系统填报，请走保密渠道", box.missing());
        }
    }

    @Test
    void theModelNamesWhatThereIs() {
        assertEquals(List.of(), ModelCheck.of(ProposalsPart.class, "fragment.e4xmi").problems());
    }

    @Test
    void everyWordStandsInBothLanguages() {
        assertEquals(List.of(), MessageCheck.problems(ProposalMessages.class));
    }
}
