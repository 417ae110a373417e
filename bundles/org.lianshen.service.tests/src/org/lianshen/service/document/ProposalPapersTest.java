package org.lianshen.service.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.identity.Role;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.DocumentService.Listed;
import org.lianshen.service.DocumentService.Standing;
import org.lianshen.service.meeting.MeetingDesk;
import org.lianshen.service.proposal.ProposalDesk;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.session.Desk;

/** 补正通知 and 联审意见书, in every state. */
class ProposalPapersTest {

    private final World world = new World();
    private final Desk me = world.oneself();
    private final ReviewDesk reviews = new ReviewDesk(me, null, null);
    private final MeetingDesk meetings = new MeetingDesk(me);
    private final DocumentDesk papers = new DocumentDesk(me, List.of(), List.of());

    private String text(PaperKind kind, UUID subject) {
        List<PaperKey> keys = papers.papers(subject).stream().map(listed -> listed.key()).filter(key -> key.kind() == kind).toList();
        assertFalse(keys.isEmpty(), kind + " of " + papers.papers(subject));
        return PaperText.of(papers.compose(keys.getLast()).paper());
    }

    private Proposal returned() {
        Proposal proposal = world.submit(me, FormFixture.form());
        reviews.sendBack(proposal.id(), new ActDetail.Return(List.of(new ReturnItem(1, "附件：申报函", "没有加盖公章", "补盖公章后重新上传", "管理办法第十条"),
                new ReturnItem(2, "概算第1行", "单价没有询价依据", "附三家报价", ""), new ReturnItem(3, "信创", "没有填写中间件版本", "", ""))));
        return proposal;
    }

    @Test
    void theNoticeListsEverythingOnceWithDateAndSlip() {
        Golden.same("return-notice.txt", text(PaperKind.RETURN_NOTICE, returned().id()));
    }

    @Test
    void eachReturnHasItsNotice() {
        Proposal proposal = returned();
        world.workdays(2);
        var proposals = new ProposalDesk(me, null);
        proposals.submit(proposal.id(), World.reasons(me, FormFixture.form()), Map.of(1, "已盖章", 2, "已附", 3, "已填"));
        reviews.sendBack(proposal.id(), new ActDetail.Return(List.of(new ReturnItem(1, "附件", "仍缺报价", "补报价", ""))));
        assertEquals(List.of("1", "2"), papers.papers(proposal.id()).stream().filter(listed -> listed.key().kind() == PaperKind.RETURN_NOTICE).map(listed -> listed.key().part()).toList());
        String second = text(PaperKind.RETURN_NOTICE, proposal.id());
        assertTrue(second.contains("-补2\n") && second.contains("第2轮") && second.contains("共1项"), second);
        assertEquals("official.noReturn", assertThrows(UserProblem.class, () -> papers.compose(new PaperKey(PaperKind.RETURN_NOTICE, proposal.id(), "3"))).messages().getFirst().key());
    }

    private Proposal decided(DecisionKind kind, Money approved, List<LineApproval> lines, List<Condition> conditions, UUID into, String discussion) {
        return decided(FormFixture.form(), kind, approved, lines, conditions, into, discussion);
    }

    /** Decided by a meeting of its own. */
    private Proposal decided(ProposalForm form, DecisionKind kind, Money approved, List<LineApproval> lines, List<Condition> conditions, UUID into, String discussion) {
        Proposal proposal = world.ready(me, form);
        Meeting meeting = meetings.prepare(world.today(), "14:30", "一号会议室");
        List<AgendaItem> agenda = meeting.agenda().stream().filter(item -> item.proposal().equals(proposal.id()))
                .map(item -> new AgendaItem(proposal.id(), "", discussion, Map.of(), kind, approved, lines, conditions, into, null)).toList();
        List<Attendance> people = meeting.attendance().stream().map(seat -> new Attendance(seat.body(), seat.unit(), seat.body() + "代表", "", Presence.PRESENT)).toList();
        Meeting saved = meetings.save(new Meeting(meeting.id(), meeting.no(), meeting.title(), meeting.date(), meeting.time(), meeting.place(), "张三", "李四", people, agenda, "", null,
                meeting.rowVersion()));
        meetings.close(saved.id());
        return proposal;
    }

    @Test
    void anApprovalIsADraftUntilItIsIssued() {
        Proposal proposal = decided(DecisionKind.CONDITIONAL, Money.ofWan(95), List.of(new LineApproval(1, Money.ofWan(85), "复用统一用户组件")),
                List.of(new Condition(1, "补充数据目录。", "市教育局", world.today().plusDays(30))), null, "经费从紧");
        Golden.same("opinion-conditional-draft.txt", text(PaperKind.OPINION, proposal.id()));
        world.workdays(1);
        Listed letter = papers.papers(proposal.id()).getLast();
        assertEquals("湖联审〔2026〕1号", papers.signing(letter.key()).number());
        assertEquals("review.refuse.documentDate", assertThrows(UserProblem.class, () -> papers.sign(letter.key(), "湖数联审〔2026〕7号", world.today().minusDays(2))).messages().getFirst().key());
        assertEquals(List.of(), papers.versions(letter.key()), "the letter and what it enters are stored together or not at all");
        papers.sign(letter.key(), "湖数联审〔2026〕7号", world.today());
        var stranger = new DocumentDesk(world.desk(World.person("x", "FIN", "市财政局", Role.BODY_CLERK)), List.of(), List.of());
        assertThrows(PermissionDenied.class, () -> stranger.versions(letter.key()));
        assertThrows(PermissionDenied.class, () -> stranger.compare(letter.key(), 1, 0));
        assertThrows(PermissionDenied.class, () -> stranger.changeNote(letter.key(), 1, 0));
        var issuance = (ActDetail.Issuance) reviews.get(proposal.id()).state().steps().issuance().detail();
        assertEquals(new ActDetail.Issuance("湖数联审〔2026〕7号", world.today()), issuance);
        assertEquals(Standing.SIGNED, papers.papers(proposal.id()).getLast().standing());
        assertTrue(papers.verify("湖数联审〔2026〕7号", "").holds());
        String issued = text(PaperKind.OPINION, proposal.id());
        assertTrue(issued.contains("湖数联审〔2026〕7号\n") && !issued.contains("讨论稿") && !issued.contains("文号待编"), issued);
    }

    @Test
    void whatIsNotApprovedMayNotBeBudgeted() {
        Golden.same("opinion-rejected.txt", text(PaperKind.OPINION, decided(DecisionKind.REJECTED, null, List.of(), List.of(), null, "与已建系统重复。").id()));
        assertTrue(text(PaperKind.OPINION, deferred()).contains("该项目暂缓，转入下一批次审议"), "deferred");
        String returned = text(PaperKind.OPINION, sentBack());
        assertTrue(returned.contains("该项目退回补正") && returned.contains("1．重报概算。"), returned);
        Proposal other = world.submit(me, FormFixture.form("另一平台", "市教育局"));
        Proposal merged = decided(FormFixture.form("第四平台", "市教育局"), DecisionKind.MERGED, null, List.of(), List.of(), other.id(), "统一建设");
        String text = text(PaperKind.OPINION, merged.id());
        assertTrue(text.contains("并入“另一平台”（联审编号：" + other.reviewNo() + "）"), text);
    }

    private UUID deferred() {
        return decided(FormFixture.form("第二平台", "市教育局"), DecisionKind.DEFERRED, null, List.of(), List.of(), null, "前期项目尚未验收").id();
    }

    private UUID sentBack() {
        return decided(FormFixture.form("第三平台", "市教育局"), DecisionKind.RETURNED, null, List.of(), List.of(new Condition(1, "重报概算", "", null)), null, "").id();
    }

    @Test
    void withoutADecisionThereIsNoLetter() {
        Proposal proposal = world.submit(me, FormFixture.form());
        assertEquals(List.of(PaperKind.PROPOSAL), papers.papers(proposal.id()).stream().map(listed -> listed.key().kind()).toList());
        assertEquals("official.noDecision", assertThrows(UserProblem.class, () -> papers.compose(new PaperKey(PaperKind.OPINION, proposal.id(), "4"))).messages().getFirst().key());
        assertEquals(List.of(), new DocumentDesk(world.desk(Actor.oneself("x")), List.of(), List.of()).papers(UUID.randomUUID()));
    }
}
