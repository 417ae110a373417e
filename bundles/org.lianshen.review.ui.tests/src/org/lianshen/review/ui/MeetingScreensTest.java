package org.lianshen.review.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.ProposedDecision;
import org.lianshen.model.review.State;
import org.lianshen.service.MeetingService;
import org.lianshen.service.MeetingService.FollowUp;
import org.lianshen.service.MeetingService.Silent;
import org.lianshen.service.MeetingService.Status;
import org.lianshen.service.ReviewService;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.Session;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;

/** The meeting desk as the secretary uses it, the room view as the room sees it, and what follows from a meeting. */
class MeetingScreensTest {

    private static final Actor SECRETARY = new Actor("wang", "王五", "FIN", "市财政局", Set.of(Role.SECRETARY, Role.CHAIR, Role.RECEIVER), false);
    private static final List<String> NAMES = List.of("湖州市水旱灾害防御会商与调度一体化平台升级改造项目（二期）", "市公共数据平台扩容", "城市运行中心改造", "智慧教育云平台", "基层治理四平台贯通",
            "医保基金智能监管", "应急指挥融合通信", "政务服务一网通办", "自然资源一张图", "数字档案馆", "交通综合监测", "农业农村大数据");

    private final Office office = new Office();
    private final Room room = new Room();
    private int keys;

    @TempDir
    Path folder;

    /** Twelve items, all agreed: one button for who came, one key for each item, one for closing and one for the question. No name and no amount is typed. */
    @Test
    void aMeetingOfTwelveItemsIsClosedWithoutTypingANameOrAnAmount() {
        List<UUID> items = items(12);
        items.forEach(item -> room.proposed.put(item, approve()));
        try (var ui = meeting(Language.CHINESE, false)) {
            press(ui, "全部到会");
            Control agenda = agenda(ui);
            ui.key(agenda, SWT.NONE, SWT.HOME, '\0');
            for (int i = 0; i < 12; i++) {
                key(ui, agenda, SWT.CR);
            }
            ui.until(() -> room.meeting.agenda().stream().allMatch(item -> item.kind() == DecisionKind.APPROVED), "the decisions are kept");
            ui.until(() -> ui.button("结束会议").blocked() == null, "the meeting can be closed");
            ui.dialogs().answer(true);
            press(ui, "结束会议");
            keys++;
            ui.until(() -> room.acts.contains("close"), "the meeting is closed");
            assertEquals(15, keys, "everybody came, twelve decisions, closing and its question");
            assertEquals(List.of("赵六", "钱七"), room.meeting.attendance().stream().map(Attendance::person).toList());
            assertTrue(room.meeting.agenda().stream().allMatch(item -> item.approved().equals(Money.ofWan(700)) && item.lines().size() == 1));
        }
    }

    @Test
    void allProposalsAreTakenOverWithOneKeyAndThoseWithoutOneStay() {
        List<UUID> items = items(3);
        room.proposed.put(items.get(0), approve());
        room.proposed.put(items.get(2), new ProposedDecision(DecisionKind.CONDITIONAL, Money.ofWan(740), List.of(),
                List.of(new Condition(1, "补充密评方案", "市水利局", LocalDate.of(2026, 12, 18))), Message.of("meeting.proposed.conditional", 1, Money.ZERO)));
        try (var ui = meeting(Language.CHINESE, false)) {
            ui.press("全部采纳建议");
            ui.until(() -> room.meeting.agenda().getFirst().kind() != null, "the decisions are kept");
            assertEquals(java.util.Arrays.asList(DecisionKind.APPROVED, null, DecisionKind.CONDITIONAL), room.meeting.agenda().stream().map(AgendaItem::kind).toList());
            assertEquals("已按会签意见记录 2 个结论", ui.dialogs().statuses().stream().filter(line -> line.startsWith("已按会签")).findFirst().orElse(""));
        }
    }

    @Test
    void theOrderIsChangedByKeysAndADecisionByItsDigit() {
        List<UUID> items = items(3);
        try (var ui = meeting(Language.CHINESE, false)) {
            Control agenda = agenda(ui);
            ui.key(agenda, SWT.NONE, SWT.HOME, '\0');
            ui.key(agenda, SWT.ALT, SWT.ARROW_DOWN, '\0');
            ui.key(agenda, SWT.NONE, '5', '5');
            ui.until(() -> room.meeting.agenda().get(1).kind() == DecisionKind.DEFERRED, "put off");
            assertEquals(List.of(items.get(1), items.get(0), items.get(2)), room.meeting.agenda().stream().map(AgendaItem::proposal).toList());
            ui.key(agenda, SWT.NONE, SWT.DEL, '\0');
            ui.until(() -> room.meeting.agenda().size() == 2, "taken off");
        }
    }

    @Test
    void theOrderIsChangedByDragging() {
        List<UUID> items = items(3);
        try (var ui = meeting(Language.CHINESE, false)) {
            var agenda = (NatTable) agenda(ui);
            var first = agenda.getBoundsByPosition(0, 1);
            var last = agenda.getBoundsByPosition(0, 3);
            mouse(agenda, SWT.MouseDown, first.y + first.height / 2);
            mouse(agenda, SWT.MouseMove, last.y + last.height - 2);
            mouse(agenda, SWT.MouseMove, last.y + last.height - 2);
            mouse(agenda, SWT.MouseUp, last.y + last.height - 2);
            ui.until(() -> room.meeting.agenda().getLast().proposal().equals(items.getFirst()), "the new order is kept");
            assertEquals(List.of(items.get(1), items.get(2), items.get(0)), room.meeting.agenda().stream().map(AgendaItem::proposal).toList());
        }
    }

    private static void mouse(NatTable table, int type, int y) {
        var event = new Event();
        event.x = 20;
        event.y = y;
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.stateMask = type == SWT.MouseDown ? SWT.NONE : SWT.BUTTON1;
        event.count = 1;
        table.notifyListeners(type, event);
    }

    @Test
    void theRoomViewOpensByItsKeyWhereverOneTypes() {
        items(1);
        try (var ui = meeting(Language.CHINESE, false)) {
            int windows = ui.display().getShells().length;
            ui.key(place(ui), SWT.NONE, SWT.F11, '\0');
            assertEquals(windows + 1, ui.display().getShells().length);
        }
    }

    /** Each write builds on the version that the one before has made. */
    @Test
    void whoLeavesWhileTheMeetingIsBeingSavedIsEnteredAfterwards() {
        List<UUID> items = items(1);
        room.recused.put(items.getFirst(), List.of("赵六"));
        room.hold = new CountDownLatch(1);
        try (var ui = meeting(Language.CHINESE, false)) {
            place(ui).setText("303 会议室");
            ui.until(() -> room.acts.contains("saving"), "saving");
            place(ui).setText("305 会议室");
            ui.button("登记离场").press();
            room.hold.countDown();
            ui.until(() -> room.acts.contains("leave 赵六 "), "the leaving");
            ui.settle();
            assertEquals("305 会议室", room.meeting.place());
            assertEquals(List.of("saving", "save", "saving", "save", "leave 赵六 "), room.acts);
            assertEquals(List.of(), ui.dialogs().said());
        }
    }

    @Test
    void whatIsTypedWhileTheMeetingIsBeingSavedIsStoredThoughThePageIsClosed() {
        items(1);
        room.hold = new CountDownLatch(1);
        try (var ui = meeting(Language.CHINESE, false)) {
            place(ui).setText("303 会议室");
            ui.until(() -> room.acts.contains("saving"), "saving");
            place(ui).setText("305 会议室");
            Arrays.stream(ui.shell().getChildren()).forEach(Control::dispose);
            room.hold.countDown();
            ui.until(() -> room.acts.equals(List.of("saving", "save", "saving", "save")), "both writes, one after the other");
            ui.settle();
            assertEquals("305 会议室", room.meeting.place());
            assertEquals(List.of(), ui.dialogs().said());
        }
    }

    @Test
    void aRefusedLeavingComesBackAndWhatWasTypedBeforeStaysStored() {
        List<UUID> items = items(1);
        room.meeting = room.meeting.withAttendance(room.meeting.attendance().stream()
                .map(seat -> new Attendance(seat.body(), seat.unit(), seat.person(), seat.role(), Attendance.Presence.PRESENT)).toList());
        room.refusals = 1;
        try (var ui = meeting(Language.CHINESE, false)) {
            place(ui).setText("303 会议室");
            box(ui, content -> {
                choose(content, "姓名", "赵六");
                in(content, Text.class, "理由").setText("亲属任职");
            });
            box(ui, content -> assertEquals("亲属任职", in(content, Text.class, "理由").getText()));
            ui.press("有人回避");
            ui.until(() -> room.acts.stream().anyMatch(act -> act.startsWith("leave") && act.endsWith("亲属任职")), "the leaving");
            place(ui).setText("305 会议室");
            ui.until(() -> "305 会议室".equals(room.meeting.place()), "the next save builds on the stored version");
            assertEquals(1, ui.dialogs().said().stream().filter("这项督办已经办结。"::equals).count(), ui.dialogs().said().toString());
        }
    }

    private static Text place(UiTest ui) {
        return ui.find(Text.class, text -> "地点".equals(UiTest.accessibleName(text)));
    }

    private static void choose(Composite content, String name, String word) {
        Combo combo = in(content, Combo.class, name);
        combo.select(combo.indexOf(word));
        combo.notifyListeners(SWT.Selection, null);
    }

    @Test
    void aQuorumIsSaidWithItsFacts() {
        items(1);
        try (var ui = meeting(Language.CHINESE, false)) {
            assertTrue(ui.shows("到会 0 家，有表决权 2 家，法定 2 家：未达到法定人数"), ui.words().toString());
            assertTrue(ui.shows("未到会：公安局、财政局"));
            ui.press("全部到会");
            ui.until(() -> ui.shows("到会 2 家，有表决权 2 家，法定 2 家：达到法定人数"), "the quorum");
            assertTrue(ui.shows("成员单位全部到会"));
        }
    }

    @Test
    void whoMustLeaveIsRecordedWithItsTimeAndTheDeputyTakesTheChair() {
        List<UUID> items = items(1);
        room.recused.put(items.getFirst(), List.of("赵六"));
        room.meeting = room.meeting.withChair("李副市长", "钱七");
        try (var ui = meeting(Language.CHINESE, false)) {
            assertTrue(ui.shows("赵六 应当离场回避（市水利局是申报单位）"), ui.words().toString());
            assertTrue(ui.shows("本项目由副主持 钱七 主持"));
            ui.press("登记离场");
            ui.until(() -> room.acts.contains("leave 赵六 "), "the leaving");
            ui.until(() -> ui.words().stream().anyMatch(word -> word.startsWith("赵六 已离场回避（市水利局是申报单位）")), "it is said");
            ui.press("登记返场");
            ui.until(() -> room.acts.contains("back 赵六"), "the return");
            ui.until(() -> ui.words().stream().anyMatch(word -> word.matches("赵六 于 .* 至 .* 离场回避")), "it is said");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void aUnitAskedBesidesThatStayedSilentIsNoted() {
        List<UUID> items = items(1);
        room.silent.put(items.getFirst(), List.of(new Silent("330500-HEALTH", Message.of("review.bodyName", "市卫生健康委", "Health"), true, "")));
        try (var ui = meeting(Language.CHINESE, false)) {
            assertTrue(ui.shows("加签单位 市卫生健康委 逾期未反馈且未到会"), ui.words().toString());
            ui.type(ui.find(Text.class, text -> "主持人注明（如：会后补送，不影响审议）".equals(UiTest.accessibleName(text))), "会后补送");
            ui.until(() -> Map.of("330500-HEALTH", "会后补送").equals(room.meeting.agenda().getFirst().noted()), "the note is kept");
        }
    }

    @Test
    void theRoomSeesTheItemFollowsTheSecretaryAndTurnsItByKey() {
        items(3);
        room.meeting = room.meeting.withItem(room.meeting.agenda().getFirst().decided(DecisionKind.APPROVED, Money.ofWan(700), List.of(new LineApproval(1, Money.ofWan(688), "单价偏高")),
                List.of(), null, null).voted("PSB", AgendaItem.Vote.FOR));
        try (var ui = meeting(Language.CHINESE, false)) {
            Shell view = view(ui);
            assertTrue(said(view).containsAll(List.of(NAMES.getFirst(), "740.00 万元", "40.00 万元", "700.00 万元", "通过", "公安局 同意")), said(view).toString());
            assertTrue(said(view).contains("1. " + NAMES.getFirst() + "　通过"), said(view).toString());
            ui.key(page(view), SWT.NONE, SWT.ARROW_RIGHT, '\0');
            ui.until(() -> said(view).contains(NAMES.get(1)) && !said(view).contains("700.00 万元"), "the next item");
            assertTrue(ui.shows(NAMES.get(1)), "the secretary's selection moves along");
            ui.key(page(view), SWT.NONE, SWT.ARROW_LEFT, '\0');
            ui.until(() -> said(view).contains("700.00 万元"), "the item before");
            assertEquals(NAMES.getFirst(), UiTest.accessibleName(page(view)));
            ui.key(page(view), SWT.NONE, SWT.ESC, SWT.ESC);
            assertTrue(view.isDisposed());
        }
    }

    @Test
    void nothingOfAnItemIsOnTheScreenWhileSomebodyIsThereWhoMustNotSeeIt() {
        List<UUID> items = items(2);
        room.recused.put(items.getFirst(), List.of("赵六"));
        room.meeting = room.meeting.withItem(room.meeting.agenda().getFirst().decided(DecisionKind.APPROVED, Money.ofWan(700), List.of(), List.of(), null, null).said("孙工", "核减后同意"));
        try (var ui = meeting(Language.CHINESE, false)) {
            Shell view = view(ui);
            assertTrue(said(view).contains("请回避人员离场"), said(view).toString());
            assertTrue(said(view).contains("赵六：市水利局是申报单位"), said(view).toString());
            assertEquals("请回避人员离场", UiTest.accessibleName(page(view)));
            String all = String.join("|", said(view));
            assertFalse(all.contains("700.00") || all.contains("740.00") || all.contains("通过") || all.contains("核减后同意") || all.contains("孙工"), all);
            ui.press("登记离场");
            ui.until(() -> said(view).contains("700.00 万元"), "the item once they left");
            assertTrue(said(view).stream().anyMatch(word -> word.matches("赵六 于 .* 离场回避")), said(view).toString());
            ui.press("登记返场");
            ui.until(() -> said(view).contains("请回避人员离场"), "hidden again when they are back");
        }
    }

    @Test
    void whatIsToBeDoneIsClosedWithEvidenceAndARefusalComesBack() {
        room.followUps = List.of(followUp("统筹云资源", Status.OVERDUE, 0), followUp("补充共享清单", Status.OPEN, 1), followUp("旧事", Status.DONE, 0));
        room.refusals = 1;
        try (var ui = desk(Language.CHINESE, false)) {
            var part = ui.make(ActionsPart.class);
            ui.until(() -> ui.shows("在办 2 项，其中逾期 1 项；已办结 1 项"), "the list");
            assertEquals("请选择一项", ui.button("办结").blocked());
            part.focus();
            ui.until(() -> ui.button("办结").blocked() == null, "the first is at hand");
            box(ui, content -> in(content, Text.class, "落实依据").setText("已统筹"));
            box(ui, content -> {
                assertTrue(ui.dialogs().said().contains("这项督办已经办结。"), ui.dialogs().said().toString());
                assertEquals("已统筹", in(content, Text.class, "落实依据").getText());
            });
            ui.press("办结");
            ui.until(() -> room.acts.contains("finish 已统筹"), "the closure");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void anEmptyListSaysWhatWouldBeHere() {
        try (var ui = desk(Language.ENGLISH, true)) {
            ui.make(ActionsPart.class);
            ui.until(() -> ui.shows("Action items of meetings and conditions of decisions appear here"), "the empty state");
        }
    }

    private static FollowUp followUp(String what, Status status, int condition) {
        return new FollowUp(new UUID(6, 1), "2026-03", condition == 0 ? UUID.nameUUIDFromBytes(what.getBytes(java.nio.charset.StandardCharsets.UTF_8)) : null, Reviews.PROPOSAL,
                "LS-330500-2026-0042", NAMES.getFirst(), condition, what, "市数据局", "王五", Reviews.TODAY.minusDays(9), status == Status.OVERDUE ? Reviews.TODAY.minusDays(1) : Reviews.TODAY.plusDays(9),
                status, status == Status.DONE ? "已办" : "", null, null, "");
    }

    private static ProposedDecision approve() {
        return new ProposedDecision(DecisionKind.APPROVED, Money.ofWan(700), List.of(new LineApproval(1, Money.ofWan(688), "单价偏高")), List.of(), Message.of("meeting.proposed.cut", Money.ofWan(40)));
    }

    /** Ready projects of long names on the agenda, and two bodies known by name, expected. */
    private List<UUID> items(int number) {
        List<UUID> ids = IntStream.range(0, number).mapToObj(i -> new UUID(40, i)).toList();
        var reviews = new HashMap<UUID, Review>();
        Review plain = Reviews.review(State.READY_FOR_MEETING);
        for (int i = 0; i < number; i++) {
            Proposal proposal = plain.proposal();
            var form = Reviews.form().with(org.lianshen.model.proposal.ProposalField.PROJECT_NAME, NAMES.get(i));
            var version = new org.lianshen.model.proposal.ProposalVersion(1, form, "00", java.time.Instant.EPOCH, "x", List.of(), "huzhou@2026.1");
            reviews.put(ids.get(i), new Review(new Proposal(ids.get(i), "LS-330500-2026-00" + (10 + i), form, List.of(), "x", proposal.editedAt(), "x", List.of(version), 1), List.of(),
                    plain.state(), plain.items()));
        }
        office.reviews = reviews;
        room.meeting = Reviews.meeting(ids.toArray(UUID[]::new)).withAttendance(List.of(new Attendance("PSB", "市公安局", "赵六", "", Presence.EXPECTED),
                new Attendance("FIN", "市财政局", "钱七", "", Presence.EXPECTED)));
        return ids;
    }

    private void press(UiTest ui, String verb) {
        keys++;
        ui.press(verb);
    }

    private void key(UiTest ui, Control control, int code) {
        keys++;
        ui.key(control, SWT.NONE, code, (char) code);
    }

    private static Control agenda(UiTest ui) {
        return ui.all(org.eclipse.nebula.widgets.nattable.NatTable.class).getFirst();
    }

    private static Shell view(UiTest ui) {
        ui.press("投影");
        ui.until(() -> shown(ui) != null && !said(shown(ui)).isEmpty(), "the room view");
        return shown(ui);
    }

    private static Shell shown(UiTest ui) {
        for (Shell each : ui.display().getShells()) {
            if ("会议投影".equals(each.getText())) {
                return each;
            }
        }
        return null;
    }

    private static Control page(Shell view) {
        return view.getChildren()[1];
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

    private UiTest desk(Language language, boolean dark) {
        var ui = new UiTest(folder, language, dark);
        ui.with(ReviewService.class, OffUi.guard(ReviewService.class, office));
        ui.with(MeetingService.class, OffUi.guard(MeetingService.class, room));
        ui.with(Session.class, SessionDouble.of(SECRETARY));
        ui.with(Updates.class, new Updates(listener -> () -> {
        }, ui.display()));
        return ui;
    }

    private UiTest meeting(Language language, boolean dark) {
        UiTest ui = desk(language, dark).input(room.meeting.id().toString());
        ui.make(MeetingPart.class);
        ui.until(() -> ui.shows(language == Language.CHINESE ? "第 2026-03 次联席会议" : "Joint meeting 2026-03"), "the meeting");
        return ui;
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
}
