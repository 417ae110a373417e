package org.lianshen.service.expert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.Expert.FormerUnit;
import org.lianshen.model.expert.Expert.Interests;
import org.lianshen.model.expert.ExpertStep.Exclusion;
import org.lianshen.model.expert.Expertise;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.Panel.Standing;
import org.lianshen.model.expert.Tie;
import org.lianshen.model.identity.Role;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.ExpertService.Board;
import org.lianshen.service.TodoService;
import org.lianshen.service.memory.World;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.todo.TodoDesk;

class ExpertDeskTest {

    private static String key(Executable act) {
        return assertThrows(UserProblem.class, act).messages().getFirst().key();
    }

    private static List<String> why(List<Exclusion> excluded, String name) {
        return excluded.stream().filter(each -> each.name().equals(name)).map(Exclusion::why).findFirst().orElse(List.of()).stream().map(Message::key).toList();
    }

    @Test
    void fromThePoolToTheReviewsAct() {
        var it = new ExpertWorld(false);
        Board board = it.accepted();
        assertEquals(3, board.panel().in().size());
        List<Member> members = board.panel().in();
        String[] totals = {"80", "85.5", "76"};
        for (int i = 0; i < 3; i++) {
            it.of(members.get(i)).sign(it.proposal.id(), ExpertWorld.sheet(totals[i], "意见" + i, Overall.AGREE));
        }
        it.desk().lead(it.proposal.id(), members.get(1).id());
        Board done = it.of(members.get(1)).conclude(it.proposal.id(), Overall.AGREE_WITH_CHANGES, "总体可行", List.of("补充等保测评费用", " "), null);
        assertEquals(new BigDecimal("80.50"), done.panel().opinion().average());
        assertEquals(List.of("补充等保测评费用"), done.panel().opinion().changes());
        assertEquals(List.of(), it.desk().verify(it.proposal.id()));
        ReviewState state = new ReviewDesk(it.lead, null, null).get(it.proposal.id()).state();
        var act = (ActDetail.ExpertReview) state.steps().experts().detail();
        assertEquals(new BigDecimal("80.50"), act.score());
        assertEquals(members.get(1).expert().name(), state.steps().experts().signedBy());
        assertFalse(state.steps().experts().onBehalf());
        assertEquals(3, it.desk().pool().stream().mapToInt(row -> row.served()).sum());
        assertEquals(0, it.desk().pool().stream().mapToInt(row -> row.load()).sum());
    }

    @Test
    void whereAPanelWasDrawnNoScoreIsTyped() {
        var it = new ExpertWorld(false);
        it.drawn();
        assertEquals("expert.refuse.panelSigns", key(() -> new ReviewDesk(it.lead, null, null).enterExperts(it.proposal.id(), Overall.AGREE, BigDecimal.TEN, "很好")));
    }

    @Test
    void everyExclusionHasItsReasons() {
        var it = new ExpertWorld(false);
        it.add("在申报单位", "湖州市教育局", "", Interests.NONE, Expertise.DATA);
        it.add("有利害", "大学A", "", new Interests(List.of("某某软件公司"), List.of(), List.of()), Expertise.DATA);
        it.add("写过方案", "大学B", "", new Interests(List.of(), List.of(), List.of(it.proposal.form().name())), Expertise.DATA);
        Expert off = it.add("停用的", "大学C", "", Interests.NONE, Expertise.DATA);
        it.desk().suspend(off.id(), "本人申请");
        it.desk().state(it.proposal.id(), List.of(new Tie(Tie.Kind.QUOTING_VENDOR, "某某软件公司")));
        Board board = it.desk().publish(it.proposal.id(), "种子", "现场", null, null);
        assertEquals(List.of("expert.conflict.employer"), why(board.excluded(), "在申报单位"));
        assertEquals(List.of("expert.conflict.vendor"), why(board.excluded(), "有利害"));
        assertEquals(List.of("expert.conflict.authored"), why(board.excluded(), "写过方案"));
        assertEquals(List.of("expert.conflict.suspended"), why(board.excluded(), "停用的"));
        it.add("后来的", "大学D", "", Interests.NONE, Expertise.DATA);
        Board drawn = it.desk().draw(it.proposal.id());
        assertEquals(List.of("expert.conflict.afterSeed"), why(drawn.panel().drawn().draw().excluded(), "后来的"));
        assertEquals(5, drawn.panel().drawn().draw().excluded().size());
        assertEquals(10, drawn.panel().drawn().draw().order().size());
        assertEquals(List.of(), drawn.proof());
    }

    @Test
    void whoIsOutIsReplacedInTheSameOrder() {
        var it = new ExpertWorld(false);
        Board board = it.drawn();
        Member out = board.panel().in().getFirst();
        assertEquals("expert.refuse.notOut", key(() -> it.desk().replace(it.proposal.id(), out.id())));
        it.desk().invite(it.proposal.id(), List.of(out.id()), "");
        it.of(out).answer(it.proposal.id(), out.id(), false, "出差");
        assertEquals(out.id(), it.desk().board(it.proposal.id()).vacant());
        assertEquals("expert.refuse.replaceFirst", key(() -> it.desk().publish(it.proposal.id(), "另一个种子", "现场", null, null)));
        Board replaced = it.desk().replace(it.proposal.id(), out.id());
        assertTrue(replaced.panel().complete());
        assertNull(replaced.vacant());
        assertEquals(out.id(), replaced.panel().members().getLast().replaces());
        assertEquals(List.of(), it.desk().verify(it.proposal.id()));
    }

    @Test
    void aConflictFoundAfterTheDrawStopsTheInvitation() {
        var it = new ExpertWorld(false);
        Member member = it.drawn().panel().in().getFirst();
        Expert known = it.desk().pool().stream().map(row -> row.expert()).filter(each -> each.id().equals(member.id())).findFirst().orElseThrow();
        it.desk().save(new Expert(known.id(), known.no(), known.name(), known.unit(), List.of(new FormerUnit("市教育局", it.world.today().minusYears(1))), known.title(), known.fields(),
                known.phone(), known.idTail(), known.bank(), true, "", known.interests(), known.account(), known.version()));
        assertEquals("expert.refuse.bound", key(() -> it.desk().invite(it.proposal.id(), List.of(member.id()), "")));
    }

    @Test
    void tooSmallAPoolIsToldBeforeTheSeedIsPublished() {
        var it = new ExpertWorld(false);
        it.desk().pool().stream().filter(row -> row.expert().fields().contains(Expertise.COST)).forEach(row -> it.desk().suspend(row.expert().id(), "暂停"));
        assertEquals("expert.pool.lacks", it.desk().board(it.proposal.id()).obstacle().key());
        assertEquals("expert.pool.lacks", key(() -> it.desk().publish(it.proposal.id(), "种子", "现场", null, null)));
        assertFalse(it.desk().board(it.proposal.id()).panel().begun(), "nothing stored");
    }

    /** A seed that can no longer be drawn with gives way to a new one, and stays in the records. */
    @Test
    void aSeedThatBecameUselessIsAnnulled() {
        var it = new ExpertWorld(false);
        it.desk().publish(it.proposal.id(), "种子一", "现场", null, null);
        assertEquals("expert.refuse.seedThere", key(() -> it.desk().publish(it.proposal.id(), "种子二", "现场", null, null)));
        it.desk().pool().stream().filter(row -> row.expert().fields().contains(Expertise.COST)).forEach(row -> it.desk().suspend(row.expert().id(), "暂停"));
        assertEquals("expert.pool.lacks", key(() -> it.desk().draw(it.proposal.id())));
        it.add("新来的", "大学Z", "", Interests.NONE, Expertise.COST);
        Board board = it.desk().publish(it.proposal.id(), "种子二", "现场", null, null);
        assertEquals("种子二", board.panel().announced().seed());
        assertTrue(it.audit().stream().anyMatch(line -> line.contains("expert.Annulment") && line.contains("种子一")));
        assertTrue(it.desk().draw(it.proposal.id()).panel().complete());
    }

    @Test
    void aSeedIsMadeWhereNoneIsGiven() {
        var it = new ExpertWorld(false);
        Board board = it.desk().publish(it.proposal.id(), null, null, 5, true);
        assertEquals(32, board.panel().announced().seed().length());
        assertEquals("系统随机生成", board.panel().announced().source());
        assertEquals(6, it.desk().draw(it.proposal.id()).panel().in().size());
    }

    @Test
    void eachDoesOnlyWhatIsTheirs() {
        var it = new ExpertWorld(false);
        Board board = it.accepted();
        Member one = board.panel().in().getFirst();
        Member other = board.panel().in().get(1);
        var finance = it.desk(it.world.desk(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER)), null);
        UUID id = it.proposal.id();
        assertThrows(PermissionDenied.class, () -> finance.publish(id, "x", "y", null, null));
        assertThrows(PermissionDenied.class, () -> finance.sign(id, ExpertWorld.sheet("80", "", Overall.AGREE)));
        assertThrows(PermissionDenied.class, () -> it.of(one).avoid(id, other.id(), "替别人"));
        assertThrows(PermissionDenied.class, () -> it.of(one).draw(id));
        assertThrows(PermissionDenied.class, () -> it.of(one).record(id, other.id(), ExpertWorld.sheet("80", "代", Overall.AGREE), null));
        assertThrows(PermissionDenied.class, () -> it.of(one).conclude(id, Overall.AGREE, "越权", List.of(), null));
        var outside = it.desk(it.world.desk(World.person("nobody", null, null, Role.EXPERT)), null);
        assertThrows(PermissionDenied.class, () -> outside.sign(id, ExpertWorld.sheet("80", "意见", Overall.AGREE)));
        assertThrows(PermissionDenied.class, () -> outside.sheet(id));
    }

    @Test
    void whatIsPersonalIsSeenByTheSecretaryAlone() {
        var it = new ExpertWorld(false);
        assertTrue(it.desk().pool().stream().allMatch(row -> row.expert().phone().equals("13800000000")));
        for (var reader : List.of(it.lead, it.world.desk(World.person("e1", null, null, Role.EXPERT)), it.world.desk(World.person("a", null, null, Role.ANALYST)))) {
            String said = it.desk(reader, null).pool().toString() + it.desk(reader, null).board(it.proposal.id());
            assertFalse(said.contains("13800000000") || said.contains("123X") || said.contains("6222000011112222"));
        }
        Expert seen = it.desk(it.lead, null).pool().getFirst().expert();
        it.desk(it.lead, null).save(seen.standing(true, "备注"));
        assertEquals("13800000000", it.desk().pool().getFirst().expert().phone(), "who does not see it does not wipe it");
        assertFalse(it.audit().stream().anyMatch(line -> line.contains("13800000000")));
    }

    @Test
    void sheetsFromPaperNeedTheScan(@TempDir Path folder) throws Exception {
        var it = new ExpertWorld(false);
        Board board = it.accepted();
        Member member = board.panel().in().getFirst();
        var sheet = ExpertWorld.sheet("80", "意见", Overall.AGREE);
        assertEquals("expert.refuse.noScan", key(() -> it.desk().record(it.proposal.id(), member.id(), sheet, null)));
        Board recorded = it.desk().record(it.proposal.id(), member.id(), sheet, Files.writeString(folder.resolve("s.pdf"), "纸"));
        var signature = recorded.panel().member(member.id()).orElseThrow().scoring().signature();
        assertTrue(signature.onBehalf());
        assertTrue(it.world.store().files().has(signature.scan()));
        assertNull(recorded.me());
    }

    @Test
    void anExpertsTodoHoldsOnlyTheOwnTasks() {
        var it = new ExpertWorld(false);
        Board board = it.drawn();
        Member one = board.panel().in().getFirst();
        var todo = new TodoDesk(it.person(one));
        assertEquals(List.of(), todo.items());
        it.desk().invite(it.proposal.id(), List.of(one.id()), "11月5日");
        assertEquals(List.of(TodoService.Kind.ANSWER_INVITATION), todo.items().stream().map(TodoService.Item::kind).toList());
        it.of(one).answer(it.proposal.id(), one.id(), true, "");
        assertEquals(List.of(TodoService.Kind.ASSESS), todo.items().stream().map(TodoService.Item::kind).toList());
        it.of(one).sign(it.proposal.id(), ExpertWorld.sheet("80", "意见", Overall.AGREE));
        assertEquals(List.of(), todo.items());
        assertTrue(new TodoDesk(it.secretary).items().stream().noneMatch(item -> item.kind() == TodoService.Kind.ASSESS));
    }

    @Test
    void draftsAreTheExpertsOwn() {
        var it = new ExpertWorld(false);
        Board board = it.accepted();
        Member one = board.panel().in().getFirst();
        Member other = board.panel().in().get(1);
        var draft = ExpertWorld.sheet("41", "草稿", null);
        it.of(one).saveSheet(it.proposal.id(), draft);
        assertEquals(draft, it.of(one).sheet(it.proposal.id()));
        assertNotEquals(draft, it.of(other).sheet(it.proposal.id()));
        assertEquals(Standing.ACCEPTED, it.desk().board(it.proposal.id()).panel().member(one.id()).orElseThrow().standing());
    }

    @Test
    void nothingIsEnteredWhenTheRoundIsOver() {
        var it = new ExpertWorld(false);
        it.accepted();
        new org.lianshen.service.proposal.ProposalDesk(it.world.oneself(), null).withdraw(it.proposal.id(), "不建了");
        assertEquals("expert.refuse.state", key(() -> it.desk().draw(it.proposal.id())));
        assertEquals("expert.refuse.state", it.desk().board(it.proposal.id()).accepting().key());
    }

    @Test
    void anEntryMustBeWholeAndItsNumberFree() {
        var it = new ExpertWorld(false);
        assertEquals("expert.bad.fields", key(() -> it.add("甲", "乙", "", Interests.NONE)));
        var twin = new Expert(null, "ZJ0001", "甲", "乙", List.of(), "", Set.of(Expertise.DATA), "", "", "", true, "", Interests.NONE, "", 0);
        assertEquals("expert.numberTaken", key(() -> it.desk().save(twin)));
        assertEquals("ZJ0011", it.add("甲", "乙", "", Interests.NONE, Expertise.DATA).no());
    }
}
