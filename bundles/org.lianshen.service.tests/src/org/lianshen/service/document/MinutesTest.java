package org.lianshen.service.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Ids;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.AgendaItem.Vote;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.meeting.MeetingAct;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.DocumentService.Listed;
import org.lianshen.service.DocumentService.Standing;
import org.lianshen.service.memory.MemoryStore;
import org.lianshen.service.memory.PackFixture;
import org.lianshen.service.session.ChangeHub;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.wording.WordingDesk;
import org.lianshen.service.wording.WordingParts;

class MinutesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final LocalDate MET = LocalDate.of(2026, 11, 20);

    private final MemoryStore store = new MemoryStore(CLOCK);
    private final Ids ids = new Ids(CLOCK);
    private final Kept kept = new Kept();

    /** Keeps the paper instead of writing it. */
    private static final class Kept implements PaperWriter {
        private OfficialPaper paper;

        @Override
        public Format format() {
            return Format.PDF;
        }

        @Override
        public List<Message> write(List<OfficialPaper> written, Path target) {
            paper = written.getFirst();
            return List.of(Message.of("paper.fontReplaced", "仿宋_GB2312", "宋体"));
        }

        @Override
        public int pages(OfficialPaper of) {
            return 1;
        }
    }

    private DocumentDesk desk(Actor actor) {
        var pack = PackFixture.pack();
        return new DocumentDesk(new Desk(actor, day -> pack, store, CLOCK, ids, new ChangeHub()), List.of(kept), List.of());
    }

    private List<Message> write(Actor actor, UUID meeting, String file) {
        return desk(actor).write(new PaperKey(PaperKind.MINUTES, meeting), List.of(Path.of(file)));
    }

    private String minutes(UUID meeting) {
        write(Actor.oneself("wang"), meeting, "unused.pdf");
        return PaperText.of(kept.paper);
    }

    private static ProposalForm form(String name, String unit, long wan) {
        return ProposalForm.EMPTY.with(ProposalField.PROJECT_NAME, name).with(ProposalField.UNIT_NAME, unit).with(ProposalField.TOTAL_INVESTMENT, Money.ofWan(wan).toString())
                .withEstimate(List.of(line(1, "应用软件开发", wan - 100), line(2, "第三方测评", 100)));
    }

    private static EstimateLine line(int no, String item, long wan) {
        return new EstimateLine(no, EstimateCode.values()[0], item, "", null, "", null, null, Money.ofWan(wan), "");
    }

    private Proposal submitted(Tx tx, int no, ProposalForm form) {
        var version = new ProposalVersion(1, form, "00", CLOCK.instant(), "li", List.of(), "huzhou@2026.1");
        return tx.proposals().save(new Proposal(ids.next(), "LS-330500-2026-000" + no, form, List.of(), "li", CLOCK.instant(), "li", List.of(version), 0));
    }

    private record Decided(Proposal proposal, AgendaItem item) {
    }

    private static Decided decided(Proposal proposal, DecisionKind kind, Money approved, List<LineApproval> lines, List<Condition> conditions, UUID merged, String discussion,
            String overrule, Map<String, Vote> votes) {
        return new Decided(proposal, new AgendaItem(proposal.id(), "", discussion, votes, kind, approved, lines, conditions, merged, overrule));
    }

    private static List<Attendance> people() {
        return List.of(new Attendance("DATA", "市数据局", "张三", "局长", Presence.PRESENT), new Attendance("DATA", "市数据局", "李四", "", Presence.PRESENT),
                new Attendance("FIN", "市财政局", "王五", "", Presence.SUBSTITUTE), new Attendance("PSB", "市公安局", "", "", Presence.PRESENT),
                new Attendance("CAC", "市委网信办", "赵六", "", Presence.LEAVE), new Attendance(null, "市教育局", "孙七", "", Presence.GUEST));
    }

    private Meeting meeting(List<AgendaItem> agenda, boolean closed) {
        return new Meeting(ids.next(), "2026-03", "湖州市政务信息化项目联审联席会议（第3次）", MET, "14:30", "市行政中心301会议室", "张三", "李四", people(), agenda,
                "各单位按核定内容和金额编报2027年部门预算。\n\n未经联审的项目不得纳入预算。", closed ? CLOCK.instant() : null, 0);
    }

    /** A closed meeting with one project of each kind. */
    private UUID closedMeeting() {
        return store.write("wang", "", tx -> {
            Proposal city = submitted(tx, 1, form("城市运行一网统管平台（二期）", "市综合行政执法局", 1300));
            Proposal own = submitted(tx, 2, form("公共数据授权运营平台", "市数据局", 800));
            Proposal health = submitted(tx, 3, form("医共体数据共享交换", "市卫生健康委", 600));
            Proposal water = submitted(tx, 4, form("数字孪生水网", "市水利局", 900));
            Proposal visitors = submitted(tx, 5, form("景区人流预警", "市文广旅游局", 320));
            var decided = List.of(
                    decided(city, DecisionKind.APPROVED, Money.parseYuan("12345000.00"), List.of(new LineApproval(1, Money.parseYuan("11345000.00"), "复用统一用户和消息组件。"),
                            new LineApproval(2, Money.ofWan(100), "")), List.of(), null, "", null, Map.of()),
                    decided(own, DecisionKind.APPROVED, Money.ofWan(800), List.of(), List.of(), null, "由市发展改革委牵头复核", "密码应用方案已于会前通过评估", Map.of("DATA", Vote.RECUSED)),
                    decided(health, DecisionKind.CONDITIONAL, Money.ofWan(550), List.of(), List.of(new Condition(1, "补充密码应用方案并通过评估。", "市卫生健康委", LocalDate.of(2026, 12, 31)),
                            new Condition(2, "与省一体化数字资源系统完成目录挂接", "市卫生健康委", LocalDate.of(2027, 1, 5))), null, "", null, Map.of()),
                    decided(water, DecisionKind.MERGED, null, List.of(), List.of(), city.id(), "底座统一建设", null, Map.of()),
                    decided(visitors, DecisionKind.DEFERRED, null, List.of(), List.of(), null, "前期项目绩效尚未评价", null, Map.of()));
            Meeting meeting = tx.meetings().save(meeting(decided.stream().map(Decided::item).toList(), true));
            for (Decided each : decided) {
                AgendaItem item = each.item();
                boolean approves = item.kind() == DecisionKind.APPROVED || item.kind() == DecisionKind.CONDITIONAL;
                Money applied = each.proposal().form().estimateTotal();
                tx.acts().add(new ReviewAct(ids.next(), item.proposal(), 1, 1, null, "张三", "wang", false, null, CLOCK.instant(), new ActDetail.Decision(meeting.id(), 1, item.kind(),
                        applied, item.approved() == null ? Money.ZERO : item.approved(), item.lines(), item.conditions(), approves ? MET.plusMonths(24) : null,
                        item.mergedInto(), item.overrule(), item.discussion(), "huzhou@2026.1")));
            }
            tx.audit().append(AuditEntry.of("meeting.close", "meeting 2026-03"));
            return meeting.id();
        });
    }

    private UUID openMeeting(AgendaItem... agenda) {
        return store.write("wang", "", tx -> {
            tx.audit().append(AuditEntry.of("meeting.prepare", "meeting 2026-03"));
            return tx.meetings().save(meeting(List.of(agenda), false)).id();
        });
    }

    private Proposal one() {
        return store.write("wang", "", tx -> {
            tx.audit().append(AuditEntry.of("proposal.submit", "proposal"));
            return submitted(tx, 1, form("教育大脑2.0", "市教育局", 500));
        });
    }

    @Test
    void wordsOfAClosedMeeting() throws IOException {
        String text = minutes(closedMeeting());
        try (var in = MinutesTest.class.getResourceAsStream("minutes.txt")) {
            String golden = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(golden, text.replaceAll("(?m)^校验码 [0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$", "校验码 ****-****-****"));
        }
    }

    @Test
    void theListOfAMeetingHasTheLettersOfWhatItDecided() {
        List<Listed> listed = desk(Actor.oneself("wang")).papers(closedMeeting());
        assertEquals(List.of(PaperKind.SUMMARY, PaperKind.MINUTES, PaperKind.OPINION, PaperKind.OPINION, PaperKind.OPINION, PaperKind.OPINION, PaperKind.OPINION),
                listed.stream().map(each -> each.key().kind()).toList());
        assertEquals(5, listed.stream().filter(each -> each.standing() == Standing.DRAFT && each.key().kind() == PaperKind.OPINION).map(each -> each.key().subject()).distinct().count());
    }

    @Test
    void aMeetingThatDecidedNothingHasNoLetters() {
        assertTrue(desk(Actor.oneself("wang")).papers(openMeeting(AgendaItem.of(one().id()))).stream().noneMatch(each -> each.key().kind() == PaperKind.OPINION));
    }

    @Test
    void timesInTheRoomAreThoseOfThePlaceAndNotOfTheMachine() {
        UUID id = openMeeting(AgendaItem.of(one().id()));
        store.write("wang", "", tx -> {
            UUID proposal = tx.meetings().find(id).orElseThrow().agenda().getFirst().proposal();
            tx.meetingActs().add(new MeetingAct(ids.next(), id, 1, "wang", Instant.parse("2026-11-20T06:41:00Z"), new MeetingAct.Left(proposal, "张三", "市教育局", "")));
            tx.audit().append(AuditEntry.of("meeting.leave", "meeting 2026-03"));
            return null;
        });
        assertFalse(minutes(id).contains("离场"), "said once it is decided");
        store.write("wang", "", tx -> {
            Meeting meeting = tx.meetings().find(id).orElseThrow();
            AgendaItem item = meeting.agenda().getFirst();
            tx.audit().append(AuditEntry.of("meeting.save", "meeting 2026-03"));
            return tx.meetings().save(meeting.withItem(new AgendaItem(item.proposal(), "", "", Map.of(), DecisionKind.DEFERRED, null, List.of(), List.of(), null, null)));
        });
        assertTrue(minutes(id).contains("审议“教育大脑2.0”时，市教育局张三于14:41离场回避。"), minutes(id));
    }

    @Test
    void theOfficesWordingCountsForMeetingsThatAreNotClosed() {
        UUID open = openMeeting(AgendaItem.of(one().id()));
        new WordingDesk(new Desk(Actor.oneself("wang"), day -> PackFixture.pack(), store, CLOCK, ids, new ChangeHub())).save(PaperKind.MINUTES,
                WordingParts.of(PaperKind.MINUTES).shipped().replace("会议议定如下：", "会议经研究，议定以下事项："), 0);
        assertTrue(minutes(open).contains("会议经研究，议定以下事项："));
        UUID closed = store.write("wang", "", tx -> {
            Meeting meeting = tx.meetings().find(open).orElseThrow();
            tx.audit().append(AuditEntry.of("meeting.close", "meeting 2026-03"));
            return tx.meetings().save(meeting.stored(meeting.no(), CLOCK.instant().minusSeconds(60), meeting.rowVersion())).id();
        });
        assertTrue(minutes(closed).contains("会议议定如下："), "closed before the change");
    }

    @Test
    void aWordingIsSeenOnTheLastMeetingBeforeItIsKept() {
        String typed = WordingParts.of(PaperKind.MINUTES).shipped().replace("会议议定如下：", "会议经研究，议定以下事项：");
        String example = PaperText.of(desk(Actor.oneself("wang")).sample(PaperKind.MINUTES, typed));
        assertTrue(example.contains("张三在市行政中心301会议室主持召开"), example);
        UUID closed = closedMeeting();
        OfficialPaper real = desk(Actor.oneself("wang")).sample(PaperKind.MINUTES, typed);
        assertTrue(real.draft());
        assertTrue(PaperText.of(real).contains("会议经研究，议定以下事项：") && PaperText.of(real).contains("数字孪生水网"), PaperText.of(real));
        assertFalse(minutes(closed).contains("会议经研究"), "nothing was kept");
        var keeper = new Actor("admin", "管理员", null, null, Set.of(Role.ADMINISTRATOR), false);
        assertFalse(PaperText.of(desk(keeper).sample(PaperKind.MINUTES, typed)).contains("数字孪生水网"), "who may not print sees an example");
        assertThrows(PermissionDenied.class, () -> desk(new Actor("li", "李", "FIN", "市财政局", Set.of(Role.ANALYST), false)).sample(PaperKind.MINUTES, typed));
    }

    @Test
    void anOpenMeetingIsADraftAndSaysWhatIsNotDecided() {
        Proposal proposal = one();
        String text = minutes(openMeeting(AgendaItem.of(proposal.id())));
        assertTrue(kept.paper.draft());
        assertTrue(text.contains("# 一、下列项目待议定\n"), text);
        assertTrue(text.contains("审议了“教育大脑2.0”项目，申报金额500.00万元。"), text);
        assertFalse(text.contains("核定额"), text);
    }

    @Test
    void anAmountNotYetTypedStaysBlankInADraft() {
        Proposal proposal = one();
        String text = minutes(openMeeting(new AgendaItem(proposal.id(), "", "", Map.of(), DecisionKind.APPROVED, null, List.of(), List.of(), null, null)));
        assertTrue(text.contains("| 1 | 教育大脑2.0 | 市教育局 | 500.00 |  |  | 通过 |"), text);
    }

    @Test
    void anOwnTitleIsPrintedAndTheGivenOneIsNot() {
        UUID id = openMeeting(AgendaItem.of(one().id()));
        minutes(id);
        assertEquals("", kept.paper.title());
        store.write("wang", "", tx -> {
            Meeting m = tx.meetings().find(id).orElseThrow();
            tx.audit().append(AuditEntry.of("meeting.save", "meeting 2026-03"));
            return tx.meetings().save(new Meeting(m.id(), m.no(), "关于审议2026年第四季度增补项目的会议纪要", null, "", "", "", "", List.of(), m.agenda(), "", null, m.rowVersion()));
        });
        String text = minutes(id);
        assertEquals("关于审议2026年第四季度增补项目的会议纪要", kept.paper.title());
        assertTrue(text.contains("×××，×××在×××主持召开2026年第3次"), text);
        assertEquals(List.of(), kept.paper.attendance());
    }

    @Test
    void noticesOfTheWriterComeBack() {
        UUID id = openMeeting(AgendaItem.of(one().id()));
        assertEquals(List.of("paper.fontReplaced"), write(Actor.oneself("wang"), id, "x.pdf").stream().map(Message::key).toList());
        assertEquals("paper.unknownFormat", assertThrows(UserProblem.class, () -> write(Actor.oneself("wang"), id, "x.txt")).messages().getFirst().key());
    }

    @Test
    void anEmptyAgendaGivesNoPaper() {
        UUID id = openMeeting();
        assertEquals("paper.emptyAgenda", assertThrows(UserProblem.class, () -> minutes(id)).messages().getFirst().key());
    }

    @Test
    void printingNeedsThePermission() {
        UUID id = openMeeting(AgendaItem.of(one().id()));
        var clerk = new Actor("li", "李", "FIN", "市财政局", Set.of(Role.BODY_CLERK), false);
        assertThrows(PermissionDenied.class, () -> write(clerk, id, "x.pdf"));
    }

    @Test
    void chineseNumbers() {
        var numbers = new ArrayList<String>();
        for (int number : new int[] {1, 9, 10, 11, 19, 20, 21, 99, 100}) {
            numbers.add(ChineseNumber.of(number));
        }
        assertEquals(List.of("一", "九", "十", "十一", "十九", "二十", "二十一", "九十九", "100"), numbers);
    }
}
