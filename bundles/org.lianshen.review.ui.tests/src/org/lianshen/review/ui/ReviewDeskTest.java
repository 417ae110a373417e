package org.lianshen.review.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.MeetingService;
import org.lianshen.service.ReviewService;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.Session;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.paper.PaperAddress;
import org.lianshen.workbench.kit.Pressable;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.ModelCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;

class ReviewDeskTest {

    private static final Actor POLICE = new Actor("zhao", "赵六", "PSB", "市公安局", Set.of(Role.BODY_SIGNER), false);
    private static final Actor SECRETARY = new Actor("qian", "钱七", "FIN", "市财政局", Set.of(Role.SECRETARY, Role.RECEIVER, Role.BODY_SIGNER), false);

    private final Office office = new Office();
    private final Room room = new Room();

    @TempDir
    Path folder;

    @Test
    void queueOpensTheReview() {
        try (var ui = desk(POLICE)) {
            QueuePart part = ui.make(QueuePart.class);
            ui.until(() -> ui.shows("1 个项目在办"), "the queue");
            part.focus();
            Control table = ui.display().getFocusControl();
            ui.key(table, SWT.NONE, SWT.CR, SWT.CR);
            assertTrue(ui.opener().opened().toString().contains(Opener.REVIEW), ui.opener().opened().toString());
            assertEquals("由会议秘书办理", ui.button("准备会议").blocked());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void emptyQueueSaysWhatWouldBeHere() {
        office.queue = List.of();
        try (var ui = desk(POLICE)) {
            ui.make(QueuePart.class);
            ui.until(() -> ui.shows("单位提交申报书后出现。"), "the empty state");
        }
    }

    @Test
    void failureIsSaidInThePartAndCanBeTriedAgain() {
        office.problem = UserProblem.of("review.noSigner");
        try (var ui = desk(POLICE)) {
            ui.make(QueuePart.class);
            ui.settle();
            office.problem = null;
            ui.press("重试");
            ui.until(() -> ui.shows("1 个项目在办"), "the queue after trying again");
        }
    }

    @Test
    void opinionIsGivenItemByItemAndSigned() {
        try (var ui = review(POLICE)) {
            assertTrue(ui.shows("市公安局　会签意见"), ui.words().toString());
            assertEquals("还没有结论：G1", ui.button("签署意见").blocked());
            choose(ui, "G1 不通过");
            assertEquals("G1 不通过或存疑，请写明问题", missingAfterPassing(ui));
            ui.type(field(ui, "G1 问题"), "三级系统按二级申报");
            radio(ui, "总体意见 修改后同意");
            ui.press("签署意见");
            assertTrue(office.acts.contains("sign PSB"), office.acts.toString());
            assertEquals(List.of(new CheckAnswer("G1", Verdict.FAIL, "三级系统按二级申报", "", ""), new CheckAnswer("G2", Verdict.PASS, "", "", "")), office.signed.answers());
            assertEquals(Overall.AGREE_WITH_CHANGES, office.signed.overall());
            assertEquals(List.of("市公安局 的意见已签署"), ui.dialogs().statuses());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    private static String missingAfterPassing(UiTest ui) {
        ui.press("其余都通过");
        return ui.button("签署意见").blocked();
    }

    @Test
    void verdictsAreReachedByKeys() {
        try (var ui = review(POLICE)) {
            Pressable pass = segment(ui, "G2 通过");
            ui.key(pass, SWT.NONE, '3', '3');
            ui.key(segment(ui, "G2 存疑"), SWT.NONE, SWT.ARROW_LEFT, '\0');
            ui.press("保存草稿");
            assertEquals(Verdict.FAIL, office.drafts.getLast().answers().getFirst().verdict());
        }
    }

    @Test
    void typingIsKeptAsADraftByItself() {
        try (var ui = review(POLICE)) {
            ui.type(field(ui, "备注"), "待补测评费");
            ui.until(() -> !office.drafts.isEmpty(), "the draft");
            assertEquals("待补测评费", office.drafts.getLast().remark());
        }
    }

    @Test
    void whatWasTypedLastIsKeptWhenTheTabGoes() {
        try (var ui = review(POLICE)) {
            choose(ui, "G2 存疑");
            for (Control child : ui.shell().getChildren()) {
                child.dispose();
            }
            ui.until(() -> !office.drafts.isEmpty(), "the draft of the closed part");
        }
    }

    @Test
    void anotherBodysPaperIsRecordedWithItsScanAndWithoutADraft() {
        Path scan = folder.resolve("公安局意见.pdf");
        try (var ui = review(SECRETARY)) {
            assertTrue(office.acts.contains("draft FIN"), "the own body first");
            var bodies = ui.find(org.eclipse.swt.widgets.Combo.class, combo -> "部门".equals(UiTest.accessibleName(combo)));
            bodies.select(List.of(bodies.getItems()).indexOf("市公安局"));
            bodies.notifyListeners(SWT.Selection, null);
            ui.until(() -> ui.shows("代录的意见不存草稿"), "the other body");
            assertFalse(office.acts.contains("draft PSB"), "a draft is the body's own");
            ui.press("其余都通过");
            radio(ui, "总体意见 同意");
            ui.dialogs().answer((org.lianshen.workbench.testing.RecordedDialogs.BoxAct) content -> {
                Text signer = all((Composite) content, Text.class).getFirst();
                signer.setText("孙八");
                ui.dialogs().answer(scan);
                all((Composite) content, org.lianshen.workbench.kit.FlatButton.class).getFirst().press();
                return true;
            });
            ui.press("代录意见");
            assertTrue(office.acts.contains("record PSB 孙八 " + scan), office.acts.toString());
            assertEquals(List.of(), office.drafts);
        }
    }

    @Test
    void receivingAcceptsOrSendsBackOnce() {
        office.review = Reviews.review(State.SUBMITTED);
        try (var ui = review(SECRETARY)) {
            assertEquals("至少写一条，每条写明哪里和问题", ui.button("退回补正").blocked());
            ui.type(field(ui, "第 1 条 哪里"), "概算");
            ui.type(field(ui, "第 1 条 问题"), "缺等保测评");
            ui.type(field(ui, "第 1 条 依据"), "管理办法第九条");
            ui.press("再加一条");
            ui.type(field(ui, "第 2 条 问题"), "未附密码应用方案");
            assertEquals("至少写一条，每条写明哪里和问题", ui.button("退回补正").blocked(), "a point without its place is not left out silently");
            ui.type(field(ui, "第 2 条 哪里"), "附件");
            ui.press("再加一条");
            ui.press("退回补正");
            assertEquals(List.of(new ReturnItem(1, "概算", "缺等保测评", "", "管理办法第九条"), new ReturnItem(2, "附件", "未附密码应用方案", "", "")), office.returned.items());
            ui.press("受理");
            assertEquals(List.of("return", "accept ANNUAL"), office.acts);
        }
    }

    @Test
    void whoReceivesAgainSeesEveryPointWithItsAnswer() {
        Review before = Reviews.review(State.SUBMITTED);
        var points = new ActDetail.Return(List.of(new ReturnItem(1, "概算", "缺等保测评", "补列", "管理办法第九条"), new ReturnItem(2, "附件", "未附密码应用方案", "补交", "")));
        var acts = List.of(new ReviewAct(new UUID(8, 1), Reviews.PROPOSAL, 1, 1, "FIN", "李四", "li", false, null, Instant.EPOCH, points),
                new ReviewAct(new UUID(8, 2), Reviews.PROPOSAL, 2, 2, null, "申报人", "shen", false, null, Instant.EPOCH, new ActDetail.Resubmission(2, Map.of(1, "已补列测评费 12 万元"))));
        office.review = new Review(before.proposal(), acts, before.state(), before.items());
        try (var ui = review(SECRETARY)) {
            assertTrue(ui.shows("第 1 条　概算") && ui.shows("管理办法第九条") && ui.shows("已补列测评费 12 万元"), ui.words().toString());
            assertTrue(ui.shows("第 2 条　附件") && ui.shows("尚未答复"), ui.words().toString());
        }
    }

    @Test
    void whatTheOthersSignedIsReadOnThePage() {
        Review before = Reviews.review(State.COUNTERSIGN);
        var opinion = new ActDetail.Opinion(1, List.of(new CheckAnswer("G1", Verdict.FAIL, "三级系统按二级申报", "按三级重新填报", "等级保护条例"), new CheckAnswer("G2", Verdict.PASS, "", "", "")),
                Overall.DISAGREE, List.of(new org.lianshen.model.review.Cut(2, Money.ofWan(4), "高于同类")), "上线前完成测评", "");
        var act = new ReviewAct(new UUID(8, 1), Reviews.PROPOSAL, 1, 1, "FIN", "赵六", "zhao", false, null, Instant.EPOCH, opinion);
        ReviewState state = before.state();
        var finance = new BodyStatus("FIN", BodyStatus.Standing.AGAINST, Reviews.TODAY, Overall.DISAGREE, act, Instant.EPOCH);
        office.review = new Review(before.proposal(), List.of(act), new ReviewState(State.COUNTERSIGN, 1, List.of(state.bodies().getFirst(), finance), List.of(), List.of(), state.applied(),
                Money.ofWan(4), null, null, null, List.of(), null, state.dueDate()), before.items());
        try (var ui = review(POLICE)) {
            assertTrue(ui.shows("市财政局") && ui.shows("不通过　G1 等保定级是否恰当") && ui.shows("三级系统按二级申报"), ui.words().toString());
            assertTrue(ui.shows("建议：按三级重新填报") && ui.shows("依据：等级保护条例") && ui.shows("建议核减 密评 4.00 万元　高于同类") && ui.shows("附加条件：上线前完成测评"), ui.words().toString());
            assertFalse(ui.shows("通过　G2 备案计划"), "what passed needs no words");
        }
    }

    @Test
    void conditionIsVerifiedWithItsEvidence() {
        var before = Reviews.review(State.CONDITIONAL);
        ReviewState state = before.state();
        var open = new ReviewState(State.CONDITIONAL, 1, state.bodies(), List.of(), List.of(), state.applied(), state.proposedCut(), null, null, null,
                List.of(new Condition(1, "补密评", "市水利局", LocalDate.of(2026, 12, 31))), null, null);
        office.review = new Review(before.proposal(), before.acts(), open, Map.of());
        try (var ui = review(SECRETARY)) {
            assertTrue(ui.shows("1. 补密评　责任单位 市水利局　期限 2026-12-31"));
            ui.dialogs().answer("密评报告已交");
            ui.press("已落实");
            assertEquals(List.of("verify 1 true 密评报告已交"), office.acts);
        }
    }

    @Test
    void aRefusedVerificationComesBackWithItsWords() {
        var before = Reviews.review(State.CONDITIONAL);
        ReviewState state = before.state();
        office.review = new Review(before.proposal(), before.acts(), new ReviewState(State.CONDITIONAL, 1, state.bodies(), List.of(), List.of(), state.applied(), state.proposedCut(), null, null, null,
                List.of(new Condition(1, "补密评", "市水利局", LocalDate.of(2026, 12, 31))), null, null), Map.of());
        office.refusals = 1;
        try (var ui = review(SECRETARY)) {
            ui.dialogs().answer("密评报告已交").answer("密评报告已交，编号 7");
            ui.press("已落实");
            assertEquals(List.of("已落实: 落实依据", "没有填写理由。请写明理由。", "已落实: 落实依据"), ui.dialogs().said());
            assertEquals(List.of("verify 1 true 密评报告已交，编号 7"), office.acts);
        }
    }

    @Test
    void aRefusedSignatureLosesNothingThatWasTyped() {
        try (var ui = review(POLICE)) {
            ui.press("其余都通过");
            radio(ui, "总体意见 同意");
            office.refusals = 1;
            ui.type(field(ui, "备注"), "待补测评费");
            ui.press("签署意见");
            assertEquals(List.of("没有填写理由。请写明理由。"), ui.dialogs().said());
            assertEquals("待补测评费", field(ui, "备注").getText());
            ui.until(() -> !office.drafts.isEmpty(), "the draft of what could not be signed");
            assertEquals("待补测评费", office.drafts.getLast().remark());
        }
    }

    /** 1280 points with the list of desks beside, at 125 %: as 880 would be at 100 %. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void theDeadlineIsReadInTheQueueWithoutScrolling(Language language) {
        ReviewState state = office.review.state();
        var late = new ReviewState(State.COUNTERSIGN, 1, state.bodies(), List.of(), List.of(), state.applied(), Money.ZERO, null, null, null, List.of(), null, LocalDate.of(2026, 9, 1));
        office.queue = List.of(new ReviewService.Queued(Reviews.PROPOSAL, "LS-330500-2026-0042", "湖州市南太湖新区城市运行一网统管指挥平台及物联感知体系建设项目", "市水利局", state.applied(), late));
        try (var ui = desk(POLICE, language)) {
            ui.shell().setSize(880, 720);
            ui.make(QueuePart.class);
            NatTable table = ui.all(NatTable.class).getFirst();
            String left = language == Language.CHINESE ? "已逾期 58 个工作日" : "58 workdays overdue";
            ui.until(() -> visible(ui, table, left) && visible(ui, table, "2026-09-01"), left + " in " + shownRow(table));
        }
    }

    private static List<String> shownRow(NatTable table) {
        return java.util.stream.IntStream.range(0, table.getColumnCount()).mapToObj(column -> String.valueOf(table.getCellByPosition(column, 1).getDataValue())).toList();
    }

    /** Whether a cell of the first row says it, whole and in sight. */
    private static boolean visible(UiTest ui, NatTable table, String text) {
        int column = shownRow(table).indexOf(text);
        if (column < 0) {
            return false;
        }
        var bounds = table.getBoundsByPosition(column, 1);
        return bounds.x + bounds.width <= table.getClientArea().width && ui.look().width(text) + ui.look().u(4) <= bounds.width;
    }

    /** As the right half of 1280 points at 125 % is. */
    @Test
    void whatIsAskedIsReadBesideItsVerdictsOrAboveThem() {
        try (var ui = desk(POLICE).input(Reviews.PROPOSAL.toString())) {
            ui.shell().setSize(890, 760);
            ui.make(ReviewPart.class);
            org.eclipse.swt.widgets.Label asked = ui.find(org.eclipse.swt.widgets.Label.class, label -> label.getText().equals("等保定级是否恰当"));
            ui.until(() -> asked.getSize().x >= ui.look().width("等保定级是否恰当"), "what is asked stands on one line: " + asked.getSize());
            Pressable last = segment(ui, "G1 不适用");
            Composite card = asked.getParent().getParent();
            ui.until(() -> ui.display().map(last, card, 0, 0).x + last.getSize().x <= card.getClientArea().width, "the last verdict is in sight");
        }
    }

    /** The text of a line that is too long for its column goes on below. */
    @Test
    void anEstimateLineIsReadWhole() {
        String item = "湖州市南太湖新区城市运行一网统管指挥平台及物联感知体系定制软件开发费";
        Review before = Reviews.review(State.COUNTERSIGN);
        var version = before.proposal().latest();
        var form = version.form().withEstimate(List.of(new EstimateLine(1, EstimateCode.E10, item, "", BigDecimal.ONE, "项", Money.ofWan(728), BigDecimal.ONE, Money.ofWan(728), "")));
        var changed = new ProposalVersion(1, form, "00", Instant.EPOCH, "x", List.of(), "huzhou@2026.1");
        office.review = new Review(new Proposal(Reviews.PROPOSAL, before.proposal().reviewNo(), form, List.of(), "x", Instant.EPOCH, "x", List.of(changed), 1), before.acts(), before.state(),
                before.items());
        try (var ui = review(POLICE)) {
            NatTable table = ui.all(NatTable.class).getFirst();
            String said = "E10  " + item;
            assertEquals(said, shownRow(table).getFirst());
            var bounds = table.getBoundsByPosition(0, 1);
            ui.look().lines(said, bounds.width - ui.look().u(4), lines -> assertTrue(lines.getBounds().height <= bounds.height, lines.getBounds() + " in " + bounds));
            assertTrue(bounds.y + bounds.height <= table.getClientArea().height, "without scrolling");
        }
    }

    @Test
    void meetingTakesSeatsDecisionsAndVotes() {
        try (var ui = meeting()) {
            ui.type(field(ui, "地点"), "303 会议室");
            LocalDate before = room.meeting.date();
            Text day = field(ui, "日期");
            ui.type(day, "2026-12-0");
            day.notifyListeners(SWT.DefaultSelection, null);
            assertEquals(before, room.meeting.date(), "no day is none");
            ui.type(day, "2026-12-08");
            day.notifyListeners(SWT.DefaultSelection, null);
            radio(ui, "结论 修改后通过");
            ui.press("增加条件");
            ui.type(field(ui, "条件"), "补密评");
            ui.type(field(ui, "期限"), "2026-12-31");
            ui.type(field(ui, "审议情况"), "核减后同意");
            var vote = ui.find(org.eclipse.swt.widgets.Combo.class, combo -> "表决 公安局".equals(UiTest.accessibleName(combo)));
            vote.select(2);
            vote.notifyListeners(SWT.Selection, null);
            assertEquals("正在保存", ui.button("结束会议").blocked());
            ui.until(() -> "303 会议室".equals(room.meeting.place()), "what was typed is kept by itself");
            AgendaItem item = room.meeting.agenda().getFirst();
            assertEquals("303 会议室", room.meeting.place());
            assertEquals(LocalDate.of(2026, 12, 8), room.meeting.date());
            assertEquals(DecisionKind.CONDITIONAL, item.kind());
            assertEquals(Money.ofWan(740), item.approved());
            assertEquals(List.of(new Condition(1, "补密评", "市水利局", LocalDate.of(2026, 12, 31))), item.conditions());
            assertEquals(Map.of("PSB", AgendaItem.Vote.AGAINST), item.votes());
            assertEquals("核减后同意", item.discussion());
            assertNull(item.overrule());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void obstaclesBlockClosingAndAreListed() {
        room.obstacles = java.util.Collections.nCopies(6, Message.of("review.noSigner"));
        try (var ui = meeting()) {
            assertTrue(ui.shows("结束会议前还缺 6 项"), ui.words().toString());
            assertFalse(ui.button("结束会议").blocked().isEmpty());
        }
    }

    @Test
    void closingAsksOnceAndMinutesFollow() {
        try (var ui = meeting()) {
            ui.dialogs().answer(false);
            ui.press("结束会议");
            assertEquals(List.of(), room.acts, "nothing without the word");
            ui.dialogs().answer(true);
            ui.press("结束会议");
            assertEquals(List.of("close"), room.acts);
            assertTrue(ui.dialogs().said().getLast().contains("1 个结论立即生效"), ui.dialogs().said().toString());
            ui.press("出纪要");
            assertEquals(Opener.PREVIEW, ui.opener().opened().getLast().part());
            assertEquals(new PaperAddress(new PaperKey(PaperKind.MINUTES, room.meeting.id())).text(), ui.opener().opened().getLast().objectId());
            ui.press("公文");
            assertEquals(Opener.PAPERS, ui.opener().opened().getLast().part());
        }
    }

    @Test
    void meetingIsPreparedFromTheQueue() {
        try (var ui = desk(SECRETARY)) {
            ui.make(MeetingsPart.class);
            ui.press("准备会议");
            assertEquals(List.of("prepare " + Reviews.TODAY), room.acts);
            assertTrue(ui.opener().opened().toString().contains(Opener.MEETING));
        }
    }

    @Test
    void descriptionsAndWordsAreWhole() {
        assertEquals(List.of(), ModelCheck.of(QueuePart.class, "fragment.e4xmi").problems());
        assertEquals(List.of(), MessageCheck.problems(ReviewMessages.class));
    }

    private UiTest desk(Actor actor) {
        return desk(actor, Language.CHINESE);
    }

    private UiTest desk(Actor actor, Language language) {
        var ui = new UiTest(folder, language, false);
        ui.with(ReviewService.class, OffUi.guard(ReviewService.class, office));
        ui.with(MeetingService.class, OffUi.guard(MeetingService.class, room));
        ui.with(Session.class, SessionDouble.of(actor));
        ui.with(Updates.class, new Updates(listener -> () -> {
        }, ui.display()));
        return ui;
    }

    private UiTest review(Actor actor) {
        UiTest ui = desk(actor).input(Reviews.PROPOSAL.toString());
        ui.make(ReviewPart.class);
        ui.until(() -> ui.shows("智慧水务监测平台二期"), "the review");
        return ui;
    }

    private UiTest meeting() {
        UiTest ui = desk(SECRETARY).input(room.meeting.id().toString());
        ui.make(MeetingPart.class);
        ui.until(() -> ui.shows("第 2026-03 次联席会议"), "the meeting");
        return ui;
    }

    private static void choose(UiTest ui, String name) {
        segment(ui, name).press();
        ui.settle();
    }

    private static Pressable segment(UiTest ui, String name) {
        return ui.find(Pressable.class, each -> name.equals(UiTest.accessibleName(each)));
    }

    private static Text field(UiTest ui, String name) {
        return ui.find(Text.class, each -> name.equals(UiTest.accessibleName(each)));
    }

    private static void radio(UiTest ui, String name) {
        Button button = ui.find(Button.class, each -> name.equals(UiTest.accessibleName(each)));
        button.setSelection(true);
        button.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
        ui.settle();
    }

    private static <C extends Control> List<C> all(Composite area, Class<C> type) {
        var found = new java.util.ArrayList<C>();
        for (Control child : area.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            } else if (child instanceof Composite inner) {
                found.addAll(all(inner, type));
            }
        }
        return found;
    }
}
