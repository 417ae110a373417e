package org.lianshen.review.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Batch;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewClock;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.ReviewSteps;
import org.lianshen.model.review.Route;
import org.lianshen.model.review.Seat;
import org.lianshen.model.review.State;
import org.lianshen.model.review.TimeLimit;
import org.lianshen.service.MeetingService;
import org.lianshen.service.ProposalService.Difference;
import org.lianshen.service.ReviewService;
import org.lianshen.service.ReviewService.Held;
import org.lianshen.service.ReviewService.News;
import org.lianshen.service.ReviewService.Reminded;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.ReviewService.Sight;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;

/** The screens of a round beside the opinion: asked besides, passed on, reminded, experts, closed, concluded, told to the unit; the overdue board; news. */
class RoundScreensTest {

    private static final Actor POLICE = new Actor("zhao", "赵六", "PSB", "市公安局", Set.of(Role.BODY_SIGNER), false);
    private static final Actor LEAD = new Actor("qian", "钱七", "FIN", "市财政局", Set.of(Role.RECEIVER, Role.BODY_SIGNER, Role.CHAIR), false);
    private static final Instant MORNING = Instant.parse("2026-11-20T01:30:00Z");

    private final Office office = new Office();
    private final Room room = new Room();

    @TempDir
    Path folder;

    @Test
    void theLeadBodyAsksAnotherUnit() {
        office.review = round(State.COUNTERSIGN, null);
        try (var ui = review(LEAD)) {
            box(ui, content -> {
                combo(content, "单位", "市卫生健康委");
                text(content, "理由", "涉及健康数据");
            });
            ui.press("加签");
            assertTrue(office.acts.contains("ask 330500-HEALTH null 涉及健康数据"), office.acts.toString());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void theLeadBodyRemindsWhoIsWaitedFor() {
        office.review = round(State.COUNTERSIGN, null);
        try (var ui = review(LEAD)) {
            box(ui, content -> {
                combo(content, "催谁", "市公安局");
                text(content, "说明（可不写）", "请今天反馈");
            });
            ui.press("催办");
            assertTrue(office.acts.contains("remind PSB 请今天反馈"), office.acts.toString());
            assertEquals("已催办 市公安局", ui.dialogs().statuses().getLast());
            assertEquals("意见尚未齐全，期限也未届满", ui.button("汇总").blocked());
        }
    }

    @Test
    void aBodyPassesItsTaskOn() {
        office.review = round(State.COUNTERSIGN, null);
        try (var ui = review(POLICE)) {
            box(ui, content -> {
                combo(content, "转给", "财政局　钱七");
                text(content, "理由", "出差");
            });
            ui.press("转办");
            ui.until(() -> office.acts.stream().anyMatch(done -> done.startsWith("transfer")), "the act");
            assertTrue(office.acts.contains("transfer PSB FIN qian 出差"), office.acts.toString());
            assertEquals("由牵头部门办理", ui.button("加签").blocked());
        }
    }

    /** Whoever has the task now keeps the draft of it: to those who passed it on the review opens without. */
    @Test
    void aBodyTakesBackWhatItPassedOn() {
        Review asked = round(State.COUNTERSIGN, null);
        var passed = asked.state().bodies().stream().map(status -> !status.body().equals("PSB") ? status : new BodyStatus("PSB", status.standing(), status.due(), null, null, null,
                new Seat(status.seat().body(), true, status.seat().since(), status.due(), "FIN", "qian", false))).toList();
        var state = new ReviewState(State.COUNTERSIGN, 1, passed, List.of(), List.of(), Money.ofWan(740), Money.ZERO, null, null, null, List.of(), null, asked.state().dueDate(), asked.state().steps());
        office.review = new Review(asked.proposal(), List.of(), state, asked.items());
        try (var ui = review(POLICE)) {
            assertTrue(office.acts.stream().noneMatch(done -> done.startsWith("draft")), office.acts.toString());
            box(ui, content -> {
                combo(content, "转给", "公安局");
                text(content, "理由", "承办人员休假，收回");
            });
            ui.press("转办");
            ui.until(() -> office.acts.stream().anyMatch(done -> done.startsWith("transfer")), "the act");
            assertTrue(office.acts.contains("transfer PSB PSB null 承办人员休假，收回"), office.acts.toString());
        }
    }

    @Test
    void expertsAreEnteredAndTheRoundIsClosed() {
        office.review = round(State.READY_FOR_MEETING, null);
        try (var ui = review(LEAD)) {
            box(ui, content -> {
                combo(content, "总体意见", "修改后同意");
                text(content, "平均分（可不填）", "86.5");
                text(content, "综合意见", "压缩硬件");
            });
            ui.press("登记专家意见");
            assertTrue(office.acts.contains("experts AGREE_WITH_CHANGES 86.5 压缩硬件"), office.acts.toString());
            box(ui, content -> text(content, "汇总意见（可不写）", "意见齐全"));
            ui.press("汇总");
            assertTrue(office.acts.contains("summary 意见齐全"), office.acts.toString());
        }
    }

    @Test
    void aClosedRoundSaysSoAndTakesNoOpinion() {
        office.review = round(State.READY_FOR_MEETING, act(9, "FIN", new ActDetail.Summary("意见齐全")));
        try (var ui = review(POLICE)) {
            assertTrue(ui.shows("会签已由 钱七 汇总"), ui.words().toString());
            assertTrue(ui.all(org.lianshen.workbench.kit.FlatButton.class).stream().noneMatch(button -> "签署意见".equals(UiTest.accessibleName(button))));
        }
    }

    @Test
    void aSmallProjectIsConcludedWithoutAMeeting() {
        office.review = round(State.READY_TO_CONCLUDE, null);
        try (var ui = review(LEAD)) {
            box(ui, content -> text(content, "备注", "同意"));
            ui.press("登记结论");
            assertTrue(office.acts.contains("conclude APPROVED 7400000.00 0 0 同意"), office.acts.toString());
            box(ui, content -> {
                combo(content, "结论", "退回补正");
                text(content, "备注", "补充密评方案");
            });
            ui.press("登记结论");
            assertTrue(office.acts.contains("conclude RETURNED null 0 0 补充密评方案"), office.acts.toString());
        }
    }

    @Test
    void aConclusionCutsOnTheLinesAsTheBodiesProposed() {
        Review plain = round(State.READY_TO_CONCLUDE, null);
        var cut = new ActDetail.Opinion(1, List.of(), Overall.AGREE_WITH_CHANGES, List.of(new Cut(1, Money.ofWan(28), "单价偏高")), "", "核减");
        var bodies = new ArrayList<>(plain.state().bodies());
        BodyStatus finance = bodies.getLast();
        bodies.set(bodies.size() - 1, new BodyStatus(finance.body(), Standing.WITH_CHANGES, finance.due(), Overall.AGREE_WITH_CHANGES, act(2, "FIN", cut), MORNING, finance.seat()));
        ReviewState state = plain.state();
        office.review = new Review(plain.proposal(), List.of(), new ReviewState(state.state(), 1, bodies, List.of(), List.of(), state.applied(), Money.ofWan(28), null, null, null, List.of(),
                null, state.dueDate(), state.steps()), plain.items());
        try (var ui = review(LEAD)) {
            box(ui, content -> {
                assertTrue(said(content).contains("申报 740.00 万元　核减 28.00 万元　核定 712.00 万元"), said(content).toString());
                press(content, "不核减");
                assertTrue(said(content).contains("申报 740.00 万元　核减 0.00 万元　核定 740.00 万元"), said(content).toString());
                press(content, "按会签核减");
            });
            ui.press("登记结论");
            assertTrue(office.acts.contains("conclude APPROVED 7120000.00 1 0 "), office.acts.toString());
        }
    }

    static final class Amounts {

        @jakarta.inject.Inject
        Amounts(Composite parent, Kit kit, Grids grids, ReviewMessages messages, Texts texts, Review review) {
            new AmountSheet(kit.page(parent), kit, grids, messages, texts, review, List.of(new LineApproval(1, Money.ofWan(999), "")), false, () -> {
            });
        }
    }

    @Test
    void anAmountAboveWhatWasAppliedForIsSaidWhereItIsTyped() {
        office.review = round(State.READY_TO_CONCLUDE, null);
        var line = office.review.proposal().form().estimate().getFirst();
        try (var ui = desk(LEAD, Language.CHINESE, false)) {
            ui.with(Review.class, office.review).make(Amounts.class);
            assertTrue(ui.words().stream().anyMatch(said -> said.contains(line.item() + "：核定 999.00 万元超过申报 " + line.amount().wanText() + " 万元，请改正")), ui.words().toString());
        }
    }

    @Test
    void whatIsRefusedComesBackWithWhatWasTypedAndWhy() {
        office.review = round(State.COUNTERSIGN, null);
        office.refusals = 1;
        try (var ui = review(LEAD)) {
            box(ui, content -> {
                combo(content, "单位", "市卫生健康委");
                text(content, "理由", "涉及健康数据");
            });
            box(ui, content -> {
                assertEquals("没有填写理由。请写明理由。", ui.dialogs().said().get(1));
                assertEquals("涉及健康数据", in(content, Text.class, "理由").getText());
                assertEquals("市卫生健康委", in(content, Combo.class, "单位").getText());
                text(content, "理由", "涉及健康数据共享");
            });
            ui.press("加签");
            ui.until(() -> office.acts.contains("ask 330500-HEALTH null 涉及健康数据共享"), "the act");
        }
    }

    @Test
    void whatWasShownIsSeenAndTheScanOfAPaperCanBeOpened() {
        Review plain = round(State.COUNTERSIGN, null);
        var paper = new ReviewAct(new UUID(7, 1), Reviews.PROPOSAL, 1, 1, "FIN", "张处长", "qian", true, "ab12", MORNING, Reviews.opinion());
        office.review = new Review(plain.proposal(), List.of(paper), plain.state(), plain.items());
        try (var ui = review(LEAD)) {
            ui.until(() -> !office.seen.isEmpty(), "the look");
            assertEquals("1 1", office.seen.getFirst());
            ui.dialogs().answer(folder.resolve("扫描件.pdf"));
            ui.all(Link.class).stream().filter(link -> link.getText().contains("另存扫描件")).findFirst().orElseThrow().notifyListeners(SWT.Selection, null);
            ui.until(() -> office.acts.contains("scan ab12 扫描件.pdf"), "the scan");
        }
    }

    @Test
    void lateOpinionsAreStillAcceptedAndTheScreenSaysSo() {
        Review plain = round(State.READY_FOR_MEETING, null);
        ReviewState state = plain.state();
        var bodies = state.bodies().stream().map(status -> new BodyStatus(status.body(), Standing.OVERDUE, status.due(), null, null, null, status.seat())).toList();
        office.review = new Review(plain.proposal(), List.of(), new ReviewState(state.state(), 1, bodies, List.of(), List.of(), state.applied(), Money.ZERO, null, null, null, List.of(), null,
                state.dueDate(), state.steps()), plain.items());
        try (var ui = review(LEAD)) {
            assertTrue(ui.shows("期限已过，汇总之前仍可签署。"), ui.words().toString());
        }
    }

    @Test
    void theBatchIsChosenAtAcceptanceAndRejectionCanBeSuggested() {
        office.review = Reviews.review(State.SUBMITTED);
        try (var ui = review(LEAD)) {
            combo(ui.shell(), "申报批次", "应急");
            ui.press("受理");
            assertEquals("accept URGENT", office.acts.getLast());
            box(ui, content -> text(content, "理由", "与市级平台重复"));
            ui.press("建议不予立项");
            assertEquals("reject 与市级平台重复", office.acts.getLast());
        }
    }

    @Test
    void newsSayWhatOthersDidAndWhatTheUnitChanged() {
        office.review = round(State.COUNTERSIGN, null);
        office.news = new News(MORNING, List.of(act(3, "FIN", Reviews.opinion())), 1,
                List.of(new Difference("TOTAL_INVESTMENT", Message.of("proposal.field.TOTAL_INVESTMENT"), "7400000.00", "6900000.00")));
        try (var ui = review(POLICE)) {
            assertTrue(ui.words().stream().anyMatch(word -> word.startsWith("自你上次查看（")), ui.words().toString());
            assertTrue(ui.shows("第 1 版之后有 1 处改动"));
            assertTrue(ui.words().stream().anyMatch(word -> word.endsWith("740.00 万元 → 690.00 万元")), ui.words().toString());
        }
    }

    @Test
    void theBoardRemindsByKeyAndExports() {
        office.held = List.of(held("PSB", "公安局", -2, TimeLimit.Level.OVER), held("FIN", "财政局", 1, TimeLimit.Level.WARNING), held("secretary", "会议秘书", 4, TimeLimit.Level.IN_TIME));
        try (var ui = desk(LEAD, Language.CHINESE, false)) {
            var part = ui.make(OverduePart.class);
            ui.until(() -> ui.shows("3 项在办，逾期 1 项，临期 1 项"), "the board");
            assertEquals("选中的事项中没有可催办的部门或单位", ui.button("催办所选").blocked());
            part.focus();
            Control table = ui.display().getFocusControl();
            ui.key(table, SWT.NONE, SWT.HOME, '\0');
            ui.key(table, SWT.NONE, SWT.ARROW_DOWN, '\0');
            assertNull(ui.button("催办所选").blocked());
            box(ui, content -> text(content, "说明（可不写）", "请今天反馈"));
            ui.key(table, SWT.NONE, 'r', 'r');
            ui.until(() -> !office.acts.isEmpty(), "the reminder");
            assertTrue(office.acts.getFirst().startsWith("remind "), office.acts.toString());
            ui.press("只看临期和逾期");
            ui.dialogs().answer(folder.resolve("看板.xlsx"));
            ui.press("导出");
            assertEquals("export 2 看板.xlsx", office.acts.getLast());
            ui.press("全部");
            ui.dialogs().answer(folder.resolve("看板.xlsx"));
            ui.press("导出");
            assertEquals("export 3 看板.xlsx", office.acts.getLast());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void anEmptyBoardSaysWhatWouldBeHere() {
        try (var ui = desk(LEAD, Language.CHINESE, false)) {
            ui.make(OverduePart.class);
            ui.until(() -> ui.shows("这里是各部门手中有期限的事项"), "the empty state");
            assertNotNull(ui.opener());
        }
    }

    private Held held(String who, String holder, int left, TimeLimit.Level level) {
        var seen = left < 0 ? List.of(new Reminded(MORNING, "钱七", "请尽快", List.of(new Sight("赵六", MORNING.plusSeconds(3600))))) : List.<Reminded>of();
        return new Held(new UUID(4, who.hashCode()), "LS-330500-2026-0042", "湖州市水旱灾害防御会商与调度一体化平台升级改造项目（二期）", "市水利局", State.COUNTERSIGN, who,
                Message.of("review.bodyName", holder, who), Message.of(who.equals("secretary") ? "review.open.meeting" : "review.open.opinion"),
                new TimeLimit(Reviews.TODAY.minusDays(7), Reviews.TODAY.plusDays(left), 5, left, level), seen);
    }

    private static ReviewAct act(int seq, String body, ActDetail detail) {
        return new ReviewAct(new UUID(7, seq), Reviews.PROPOSAL, seq, 1, body, "钱七", "qian", false, null, MORNING, detail);
    }

    /** A round with one body that signed, one that waits and a unit that was asked besides. */
    private Review round(State state, ReviewAct summary) {
        LocalDate due = Reviews.TODAY.plusDays(3);
        var bodies = new ArrayList<BodyStatus>();
        Reviews.pack().bodies().forEach(body -> bodies.add(new BodyStatus(body.code(), Standing.WAITING, due, null, null, null,
                new Seat(body, true, Reviews.TODAY, due, body.code(), null, false))));
        var route = new Route(Batch.SUPPLEMENT, state == State.READY_TO_CONCLUDE, state == State.READY_FOR_MEETING, false, 5,
                List.of(Message.of("review.route.days", Message.of("review.batch.SUPPLEMENT"), 5)));
        var steps = new ReviewSteps(route, null, null, summary, null, List.of(), new ReviewClock(6, 4));
        Review plain = Reviews.review(State.COUNTERSIGN);
        var computed = new ReviewState(state, 1, bodies, List.of(), List.of(), Money.ofWan(740), Money.ZERO, null, null, null, List.of(), null, due, steps);
        return new Review(plain.proposal(), List.of(), computed, plain.items());
    }

    private UiTest desk(Actor actor, Language language, boolean dark) {
        var ui = new UiTest(folder, language, dark);
        ui.with(ReviewService.class, OffUi.guard(ReviewService.class, office));
        ui.with(MeetingService.class, OffUi.guard(MeetingService.class, room));
        ui.with(Session.class, SessionDouble.of(actor));
        ui.with(Updates.class, new Updates(listener -> () -> {
        }, ui.display()));
        return ui;
    }

    private UiTest review(Actor actor) {
        UiTest ui = desk(actor, Language.CHINESE, false).input(Reviews.PROPOSAL.toString());
        ui.make(ReviewPart.class);
        ui.until(() -> ui.shows("智慧水务监测平台二期"), "the review");
        return ui;
    }

    private static void box(UiTest ui, java.util.function.Consumer<Composite> fill) {
        ui.dialogs().answer((RecordedDialogs.BoxAct) content -> {
            fill.accept((Composite) content);
            return true;
        });
    }

    private static List<String> said(Composite area) {
        var said = new ArrayList<String>();
        for (Control child : area.getChildren()) {
            if (child instanceof Label label) {
                said.add(label.getText());
            } else if (child instanceof Composite inner) {
                said.addAll(said(inner));
            }
        }
        return said;
    }

    private static void press(Composite area, String verb) {
        in(area, FlatButton.class, verb).press();
    }

    private static void combo(Composite area, String name, String word) {
        Combo combo = in(area, Combo.class, name);
        combo.select(List.of(combo.getItems()).indexOf(word));
        combo.notifyListeners(SWT.Selection, null);
    }

    private static void text(Composite area, String name, String words) {
        in(area, Text.class, name).setText(words);
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
