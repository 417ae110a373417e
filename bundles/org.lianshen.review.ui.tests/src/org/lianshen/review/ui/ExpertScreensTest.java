package org.lianshen.review.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.Panel.Standing;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.State;
import org.lianshen.service.ExpertService;
import org.lianshen.service.ReviewService;
import org.lianshen.service.Session;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;

/** The experts' screens: the pool, the draw and the panel, the score sheet. */
class ExpertScreensTest {

    private static final Actor SECRETARY = new Actor("sun", "孙八", "FIN", "市财政局", Set.of(Role.SECRETARY), false);
    private static final Actor EXPERT = new Actor("e1", "示例专家", null, null, Set.of(Role.EXPERT), false);
    private static final Actor CLERK = new Actor("zhao", "赵六", "PSB", "市公安局", Set.of(Role.BODY_CLERK), false);

    private final ExpertOffice experts = new ExpertOffice();

    @TempDir
    Path folder;

    private UiTest desk(Actor actor, Language language, boolean dark) {
        var office = new Office();
        office.review = Reviews.review(State.COUNTERSIGN);
        var ui = new UiTest(folder, language, dark);
        ui.with(ExpertService.class, OffUi.guard(ExpertService.class, experts));
        ui.with(ReviewService.class, OffUi.guard(ReviewService.class, office));
        ui.with(Session.class, SessionDouble.of(actor));
        ui.with(Updates.class, new Updates(listener -> () -> {
        }, ui.display()));
        return ui.input(Reviews.PROPOSAL.toString());
    }

    private PanelPart panel(UiTest ui) {
        PanelPart part = ui.make(PanelPart.class);
        ui.until(() -> ui.shows("LS-330500-2026-0042"), "the panel");
        return part;
    }

    private static void box(UiTest ui, java.util.function.Consumer<Composite> fill) {
        ui.dialogs().answer((RecordedDialogs.BoxAct) content -> {
            fill.accept((Composite) content);
            return true;
        });
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

    private static void text(Composite area, String name, String words) {
        in(area, Text.class, name).setText(words);
    }

    private static void chooseIn(Composite area, String name, int index) {
        Combo combo = in(area, Combo.class, name);
        combo.select(index);
        combo.notifyListeners(SWT.Selection, null);
    }

    @Test
    void theSeedIsPublishedThenDrawnWith() {
        try (var ui = desk(SECRETARY, Language.CHINESE, false)) {
            panel(ui);
            assertTrue(ui.shows("可抽 6 人，排除 1 人"));
            assertEquals("请先公布种子", ui.button("抽取").blocked());
            box(ui, content -> {
                text(content, "种子（留空由系统生成）", "2026-11-20 摸号 3-17");
                text(content, "来源与见证人", "现场摸号，监督人王某");
            });
            ui.press("公布种子");
            ui.until(() -> ui.shows("种子“2026-11-20 摸号 3-17”已公布"), "the seed");
            assertEquals("种子已公布，请抽取", ui.button("公布种子").blocked());
            ui.press("抽取");
            ui.until(() -> ui.shows("重算，结果一致"), "the draw");
            assertEquals(3, experts.panel().in().size());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void whoIsDrawnIsInvitedGoesOutAndIsReplaced() {
        experts.publish(Reviews.PROPOSAL, "种子", "现场", 3, false);
        experts.draw(Reviews.PROPOSAL);
        Member second = experts.panel().members().get(1);
        try (var ui = desk(SECRETARY, Language.CHINESE, false)) {
            PanelPart part = panel(ui);
            ui.dialogs().answer("11月25日 9:00");
            ui.press("邀请");
            ui.until(() -> experts.panel().in().stream().allMatch(member -> member.standing() == Standing.INVITED), "the invitations");
            part.seats().selectRow(1);
            ui.settle();
            assertEquals("此人在组，或席位已递补", ui.button("递补").blocked());
            box(ui, content -> text(content, "理由", "出差"));
            ui.press("登记退出");
            ui.until(() -> part.seats().selection().stream().anyMatch(seat -> seat.member().standing() == Standing.DECLINED), "the answer, with the row still chosen");
            assertEquals(second.expert().name() + " 的席位可以按原种子递补。请先递补。", ui.button("公布种子").blocked());
            part.seats().selectRow(0);
            ui.settle();
            ui.press("递补");
            ui.until(() -> experts.panel().complete(), "the replacement, whichever row is chosen");
            Member in = experts.panel().members().getLast();
            assertEquals(second.id(), in.replaces());
            List<PanelRows.Candidate> listed = PanelRows.candidates(experts.board(Reviews.PROPOSAL));
            int taken = listed.stream().map(PanelRows.Candidate::no).toList().indexOf(in.expert().no());
            assertTrue(listed.subList(0, taken).stream().noneMatch(row -> row.result() == PanelRows.Result.FREE), "who stood before the replacement was taken, passed or excluded");
        }
    }

    @Test
    void sheetsFromPaperAndTheGroupsOpinion() {
        experts.accepted(false).scored(30, 36);
        experts.lead(Reviews.PROPOSAL, experts.panel().in().getFirst().id());
        Actor oneself = Actor.oneself("somebody");
        try (var ui = desk(oneself, Language.CHINESE, false)) {
            PanelPart part = panel(ui);
            assertEquals("还有评分表没有提交", ui.button("专家组意见").blocked());
            part.seats().selectRow(2);
            ui.settle();
            box(ui, content -> {
                text(content, "必要性", "35");
                text(content, "方案先进与可行", "30.5");
                text(content, "预算合理", "15");
                text(content, "方案意见", "可行");
                pick(content, "结论 同意");
                pick(content, "本人与本项目申报单位、编制单位和供应商没有利害关系，没有参与本项目编制");
            });
            ui.press("代录评分");
            ui.until(() -> experts.panel().open(), "the last sheet");
            ui.until(() -> ui.shows("平均分 80.83，极差 6"), "the scores");
            box(ui, content -> {
                chooseIn(content, "结论", 1);
                text(content, "综合意见", "总体可行");
                text(content, "修改清单（每行一项）", "补充等保测评\n压缩硬件");
            });
            ui.press("专家组意见");
            ui.until(() -> experts.panel().opinion() != null, "the opinion");
            assertEquals(List.of("补充等保测评", "压缩硬件"), experts.panel().opinion().changes());
            assertTrue(ui.shows("专家组意见：修改后同意，平均分 80.83"), ui.words().toString());
        }
    }

    private static void pick(Composite content, String name) {
        Button button = in(content, Button.class, name);
        button.setSelection(true);
        button.notifyListeners(SWT.Selection, null);
    }

    /** What the panel shows where not all sheets are in: who is in, and nothing of what was written. */
    @Test
    void hiddenSheetsAreNotOnTheScreen() {
        experts.accepted(true).scored(31, 29);
        try (var ui = desk(SECRETARY, Language.CHINESE, false)) {
            panel(ui);
            assertTrue(ui.shows("背靠背评审：已提交评分 2 份，共 4 份"));
            var said = ui.words().toString();
            assertFalse(said.contains("平均分") || said.contains("79") || said.contains("77") || said.contains("城市大脑"), said);
            assertTrue(PanelRows.seats(experts.board(Reviews.PROPOSAL)).stream().allMatch(seat -> seat.total() == null && !seat.outlier()));
        }
    }

    @Test
    void whoMayNotArrangeSeesWhy() {
        try (var ui = desk(CLERK, Language.CHINESE, false)) {
            panel(ui);
            assertEquals("由受理员或会议秘书办理", ui.button("公布种子").blocked());
            ui.make(PoolPart.class);
            ui.until(() -> ui.shows("共 7 人"), "the pool");
            assertEquals("由受理员或会议秘书办理", ui.button("新增专家").blocked());
        }
    }

    /** From the to-do list: open, points, words, conclusion, declaration, sign. Fields are typed; what is pressed is counted. */
    @Test
    void anExpertSignsWithFewClicks() {
        experts.publish(Reviews.PROPOSAL, "种子", "现场", 3, false);
        experts.draw(Reviews.PROPOSAL);
        experts.me = experts.panel().in().getFirst().id();
        experts.invite(Reviews.PROPOSAL, List.of(experts.me), "11月25日 9:00");
        try (var ui = desk(EXPERT, Language.CHINESE, false)) {
            ScorePart part = ui.make(ScorePart.class);
            ui.until(() -> ui.shows("评审邀请"), "the invitation");
            ui.press("接受邀请");
            ui.until(() -> ui.shows("评分表"), "the sheet");
            part.submit();
            assertEquals("“必要性”没有评分。", ui.dialogs().statuses().getLast(), "the key says what is missing, as the button does");
            type(ui, "必要性", "35");
            type(ui, "方案先进与可行", "45");
            assertTrue(ui.button("签署评分").blocked().contains("45"), ui.button("签署评分").blocked());
            type(ui, "方案先进与可行", "31.5");
            type(ui, "预算合理", "15");
            type(ui, "方案意见", "方案可行");
            assertTrue(ui.shows("81.5"));
            pick((Composite) ui.shell(), "结论 同意");
            assertEquals("没有作出无利害关系声明。有利害关系的请申明回避。", ui.button("签署评分").blocked());
            pick((Composite) ui.shell(), "本人与本项目申报单位、编制单位和供应商没有利害关系，没有参与本项目编制");
            ui.press("签署评分");
            ui.until(() -> experts.panel().member(experts.me).orElseThrow().standing() == Standing.SCORED, "the sheet");
            assertEquals(Overall.AGREE, experts.panel().member(experts.me).orElseThrow().scoring().sheet().conclusion());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    private static void type(UiTest ui, String name, String words) {
        in(ui.shell(), Text.class, name).setText(words);
        ui.settle();
    }

    @Test
    void thePoolIsKept() {
        try (var ui = desk(SECRETARY, Language.CHINESE, false)) {
            PoolPart part = ui.make(PoolPart.class);
            ui.until(() -> ui.shows("共 7 人，在库 7 人"), "the pool");
            assertEquals("请先选择一位专家", ui.button("修改").blocked());
            box(ui, content -> {
                text(content, "姓名", "示例专家辛");
                text(content, "工作单位", "示例大学");
                text(content, "曾任职单位", "甲公司 2025-06-30、乙公司");
                pick(content, "专业 密码");
            });
            ui.press("新增专家");
            ui.until(() -> ui.shows("共 8 人，在库 8 人"), "the new entry");
            var kept = experts.pool.getLast();
            assertEquals(java.time.LocalDate.of(2025, 6, 30), kept.former().getFirst().until());
            assertEquals("乙公司", kept.former().get(1).name());
            ui.dialogs().answer(folder.resolve("专家库.xlsx"));
            ui.press("导出");
            ui.until(() -> experts.said.contains("export 8"), "the export");
            part.grid().selectRow(0);
            ui.settle();
            ui.dialogs().answer("本人申请");
            ui.press("停用");
            ui.until(() -> ui.shows("共 8 人，在库 7 人"), "the suspension");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void everyWordIsThere() {
        assertEquals(List.of(), MessageCheck.problems(ExpertMessages.class));
    }

    /** Waits until the rows were painted once more after all events. */
    private static void drawnOnScreen(UiTest ui) {
        boolean[] painted = new boolean[1];
        ui.settle();
        NatTable table = ui.all(NatTable.class).getFirst();
        table.addListener(SWT.Paint, event -> painted[0] = true);
        table.redraw();
        ui.until(() -> painted[0], "the rows on the screen");
    }

    /** Pictures for the eye, where a folder for them is given. */
    @ParameterizedTest
    @CsvSource({"CHINESE, false", "CHINESE, true", "ENGLISH, false"})
    void screensComeUpInBothLanguagesAndThemes(Language language, boolean dark) throws Exception {
        experts.accepted(false).scored(10, 36, 38);
        experts.lead(Reviews.PROPOSAL, experts.panel().in().getFirst().id());
        String name = language + (dark ? "-dark" : "");
        Path pictures = System.getProperty("pictures") == null ? folder : Files.createDirectories(Path.of(System.getProperty("pictures")));
        try (var ui = desk(SECRETARY, language, dark)) {
            panel(ui);
            ui.screenshot(pictures.resolve("panel-" + name + ".png"));
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
        try (var ui = desk(SECRETARY, language, dark)) {
            ui.make(PoolPart.class);
            ui.until(() -> ui.shows("7"), "the pool");
            drawnOnScreen(ui);
            ui.screenshot(pictures.resolve("pool-" + name + ".png"));
        }
        experts.acts.clear();
        experts.accepted(true);
        experts.me = experts.panel().in().getFirst().id();
        try (var ui = desk(EXPERT, language, dark)) {
            ui.make(ScorePart.class);
            ui.until(() -> ui.shows("100"), "the sheet");
            ui.screenshot(pictures.resolve("score-" + name + ".png"));
            assertTrue(Files.size(pictures.resolve("score-" + name + ".png")) > 0);
        }
    }
}
