package org.lianshen.service.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Ids;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Role;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.DocumentService.Listed;
import org.lianshen.service.meeting.MeetingDesk;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.proposal.ProposalDesk;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.session.Desk;

/** 会签意见表, 评审意见汇总, 申报书 and 补正答复. */
class ReviewPapersTest {

    private final World world = new World();
    private final Desk me = world.oneself();
    private final ReviewDesk reviews = new ReviewDesk(me, null, null);
    private final DocumentDesk papers = new DocumentDesk(me, List.of(), List.of());
    private final Desk finance = world.desk(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER));
    private final Desk police = world.desk(World.person("psb", "PSB", "市公安局", Role.BODY_CLERK));

    private static PaperKey sheet(Proposal proposal, String part) {
        return new PaperKey(PaperKind.COUNTERSIGN, proposal.id(), part);
    }

    private String text(PaperKey key) {
        return PaperText.of(papers.compose(key).paper());
    }

    private Proposal accepted() {
        Proposal proposal = world.submit(me, FormFixture.form());
        reviews.accept(proposal.id());
        return proposal;
    }

    private ActDetail.Opinion finance(Overall overall, long cutWan) {
        return new ActDetail.Opinion(1, List.of(new CheckAnswer("C2", Verdict.PASS, "", "", ""), new CheckAnswer("C3", Verdict.DOUBT, "单价高于同类合同", "按中位数重报", "长财评综〔2023〕12号")), overall,
                List.of(new Cut(1, Money.ofWan(cutWan), "人月数偏高")), "概算重报后再下达", "按功能点复核");
    }

    @Test
    void aSignedSheetHasEveryField() {
        Proposal proposal = accepted();
        world.minutes(90);
        new ReviewDesk(finance, null, null).sign(proposal.id(), "FIN", finance(Overall.AGREE_WITH_CHANGES, 5));
        Golden.same("countersign-signed.txt", text(sheet(proposal, "1/FIN")));
    }

    @Test
    void anEmptySheetIsToBeFilledByHand() {
        Golden.same("countersign-empty.txt", text(sheet(accepted(), "1/FIN")));
    }

    @Test
    void aDraftIsSeenByItsBodyAlone() {
        Proposal proposal = accepted();
        new ReviewDesk(finance, null, null).saveDraft(proposal.id(), "FIN", finance(Overall.DISAGREE, 7));
        PaperKey key = sheet(proposal, "1/FIN");
        OfficialPaper own = new DocumentDesk(finance, List.of(), List.of()).compose(key).paper();
        assertTrue(own.draft() && PaperText.of(own).contains("市财政局内部草稿") && PaperText.of(own).contains("人月数偏高"), PaperText.of(own));
        var secretary = new DocumentDesk(world.desk(World.person("sec", "DATA", "市数据局", Role.SECRETARY)), List.of(), List.of());
        String seen = PaperText.of(secretary.compose(key).paper());
        assertTrue(seen.contains("空表，供手工填写") && !seen.contains("人月数偏高") && !seen.contains("7.00"), seen);
        assertFalse(PaperText.of(secretary.compose(new PaperKey(PaperKind.SUMMARY, proposal.id(), "1")).paper()).contains("人月数偏高"));
    }

    @Test
    void aBodyHasItsOwnSheetAndAUnitItsOwnPapers() {
        Proposal proposal = accepted();
        var own = new DocumentDesk(police, List.of(), List.of());
        assertEquals(List.of("1/PSB"), own.papers(proposal.id()).stream().map(listed -> listed.key().part()).toList());
        own.compose(sheet(proposal, "1/PSB"));
        assertThrows(PermissionDenied.class, () -> own.compose(sheet(proposal, "1/FIN")));
        assertThrows(PermissionDenied.class, () -> own.compose(new PaperKey(PaperKind.SUMMARY, proposal.id(), "1")));
        var unit = new DocumentDesk(world.desk(World.person("edu", null, "市教育局", Role.APPLICANT)), List.of(), List.of());
        assertEquals(List.of(PaperKind.PROPOSAL), unit.papers(proposal.id()).stream().map(listed -> listed.key().kind()).toList());
        var stranger = new DocumentDesk(world.desk(World.person("x", null, "市水利局", Role.APPLICANT)), List.of(), List.of());
        assertEquals(List.of(), stranger.papers(proposal.id()));
    }

    @Test
    void asksForWhatThereIsNot() {
        Proposal proposal = world.submit(me, FormFixture.form());
        for (String part : List.of("1/FIN", "", "x", "2/FIN", "1/", "99999999999/FIN")) {
            assertEquals("official.noSheet", assertThrows(UserProblem.class, () -> text(sheet(proposal, part)), part).messages().getFirst().key());
        }
        assertEquals("official.noSummary", assertThrows(UserProblem.class, () -> text(new PaperKey(PaperKind.SUMMARY, proposal.id(), "1"))).messages().getFirst().key());
        assertEquals("official.noVersion", assertThrows(UserProblem.class, () -> text(new PaperKey(PaperKind.PROPOSAL, proposal.id(), "2"))).messages().getFirst().key());
        assertEquals("official.noAnswer", assertThrows(UserProblem.class, () -> text(new PaperKey(PaperKind.RETURN_ANSWER, proposal.id(), "2"))).messages().getFirst().key());
    }

    /** One against on a veto item, one with changes, one overdue, two different cuts, experts in favour. */
    private Proposal disputed() {
        Proposal proposal = accepted();
        new ReviewDesk(finance, null, null).sign(proposal.id(), "FIN", finance(Overall.AGREE_WITH_CHANGES, 5));
        reviews.sign(proposal.id(), "DATA", world.opinion("DATA", 1, Overall.DISAGREE, List.of(new Cut(1, Money.ofWan(8), "复用组件")), "D5"));
        for (String body : List.of("DRC", "CAC", "CRYPTO")) {
            reviews.sign(proposal.id(), body, world.opinion(body, 1, Overall.AGREE, List.of()));
        }
        reviews.enterExperts(proposal.id(), Overall.AGREE, new BigDecimal("82.5"), "方案可行，预算偏高。");
        world.workdays(7);
        return proposal;
    }

    @Test
    void theSummaryNamesEverythingThatIsNotPlainConsent() {
        Golden.same("summary.txt", text(new PaperKey(PaperKind.SUMMARY, disputed().id(), "1")));
    }

    @Test
    void theSummaryOfAMeetingHoldsItsTwelveProjects() {
        var ids = new ArrayList<Proposal>();
        ids.add(disputed());
        for (int i = 2; i <= 12; i++) {
            ids.add(world.ready(me, FormFixture.form("第" + ChineseNumber.of(i) + "平台", "市教育局")));
        }
        Meeting meeting = new MeetingDesk(me).prepare(world.today(), "14:30", "");
        assertEquals(12, meeting.agenda().size());
        OfficialPaper paper = papers.compose(new PaperKey(PaperKind.SUMMARY, meeting.id())).paper();
        assertTrue(paper.landscape());
        var overview = (OfficialPaper.Block.Table) paper.blocks().stream().filter(OfficialPaper.Block.Table.class::isInstance).findFirst().orElseThrow();
        assertEquals(12, overview.rows().size());
        assertTrue(overview.rows().stream().allMatch(row -> row.size() == overview.head().size() && overview.head().size() == 13), overview.toString());
        int first = overview.rows().stream().map(row -> row.get(1)).toList().indexOf("教育数据共享平台");
        assertEquals("否决项：D5\n不通过1项\n存疑1项\n意见分歧3处\n逾期1家", overview.rows().get(first).getLast());
        assertEquals("无", overview.rows().get((first + 1) % 12).getLast());
    }

    @Test
    void everyVersionIsPrintedWithTheAnswersBetween() {
        Proposal proposal = world.submit(me, FormFixture.form());
        reviews.sendBack(proposal.id(), new ActDetail.Return(List.of(new ReturnItem(1, "概算第1行", "没有询价", "附报价", "办法"))));
        world.workdays(1);
        new ProposalDesk(me, null).submit(proposal.id(), World.reasons(me, FormFixture.form()), Map.of(1, "已附三家报价"));
        reviews.accept(proposal.id());
        Golden.same("proposal.txt", text(new PaperKey(PaperKind.PROPOSAL, proposal.id(), "1")).replaceAll("[0-9a-f]{64}", "<摘要>"));
        Golden.same("return-answer.txt", text(new PaperKey(PaperKind.RETURN_ANSWER, proposal.id(), "2")));
        assertEquals(List.of("PROPOSAL 1", "PROPOSAL 2", "RETURN_NOTICE 1", "RETURN_ANSWER 2", "COUNTERSIGN 2/DATA", "COUNTERSIGN 2/DRC", "COUNTERSIGN 2/FIN", "COUNTERSIGN 2/CAC",
                "COUNTERSIGN 2/PSB", "COUNTERSIGN 2/CRYPTO", "SUMMARY 2"), papers.papers(proposal.id()).stream().map(listed -> listed.key().kind() + " " + listed.key().part()).toList());
    }

    @Test
    void anEarlierRoundStaysAsItEnded() {
        Proposal proposal = accepted();
        for (String body : List.of("DATA", "DRC", "FIN", "CAC", "PSB", "CRYPTO")) {
            reviews.sign(proposal.id(), body, world.opinion(body, 1, Overall.AGREE, List.of()));
        }
        String before = text(sheet(proposal, "1/FIN"));
        var meetings = new MeetingDesk(me);
        Meeting meeting = meetings.prepare(world.today(), "14:30", "");
        var item = new AgendaItem(proposal.id(), "", "", Map.of(), DecisionKind.RETURNED, null, List.of(),
                List.of(new Condition(1, "重报", "", null)), null, null);
        var seats = meeting.attendance().stream().map(seat -> new Attendance(seat.body(), seat.unit(), seat.body() + "代表", "", Presence.PRESENT)).toList();
        meetings.close(meetings.save(new Meeting(meeting.id(), meeting.no(), meeting.title(), meeting.date(), "14:30", "", "张三", "", seats, List.of(item), "", null, meeting.rowVersion())).id());
        world.workdays(1);
        new ProposalDesk(me, null).submit(proposal.id(), World.reasons(me, FormFixture.form()), Map.of(1, "已重报"));
        reviews.accept(proposal.id());
        assertEquals(before, text(sheet(proposal, "1/FIN")));
        assertTrue(text(sheet(proposal, "2/FIN")).contains("空表"), "the new round is open");
        assertTrue(text(new PaperKey(PaperKind.RETURN_ANSWER, proposal.id(), "2")).contains("已重报"), "a meeting's return is answered too");
    }

    @Test
    void hostileNamesComeThroughWhole() {
        String name = "𠮷㐀龘" + "超长名称".repeat(19) + "{项目名称}<b>&$1\\";
        ProposalForm form = FormFixture.form(name, "市教育局").with(ProposalField.SITUATION, "第一行\n第二行\t制表").withFunctions(List.of()).withData(List.of()).withGoals(List.of());
        Proposal proposal = world.store().write("a", "", tx -> {
            tx.audit().append(AuditEntry.of("proposal.submit", "proposal"));
            return tx.proposals().save(new Proposal(new Ids(world.clock()).next(), "LS-330500-2026-0009", form, List.of(), "a", world.clock().instant(), "a",
                    List.of(new ProposalVersion(1, form, "00", world.clock().instant(), "a", List.of(), world.pack().id())), 0));
        });
        reviews.accept(proposal.id());
        for (Listed listed : papers.papers(proposal.id())) {
            assertTrue(text(listed.key()).contains(name), listed.key().toString());
        }
    }
}
