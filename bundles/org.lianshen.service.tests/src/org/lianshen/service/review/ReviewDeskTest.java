package org.lianshen.service.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Role;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.proposal.ProposalDesk;
import org.lianshen.service.session.Desk;

class ReviewDeskTest {

    private final World world = new World();
    private final Desk applicant = world.desk(World.person("edu", null, "市教育局", Role.UNIT_REVIEWER));
    private final Desk lead = world.desk(World.person("data", "DATA", "市数据局", Role.RECEIVER, Role.BODY_SIGNER));
    private final Desk finance = world.desk(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER));
    private final Desk secretary = world.desk(World.person("sec", "DATA", "市数据局", Role.SECRETARY));

    @BeforeEach
    void workThatRunsTwiceDoesTheSame() {
        world.store().runEverythingTwice();
    }

    @Test
    void bodiesSignInParallelUntilAllAreIn() {
        Proposal proposal = accepted();
        ReviewDesk me = new ReviewDesk(world.oneself(), null, null);
        for (String body : List.of("DATA", "DRC", "CAC", "PSB", "CRYPTO")) {
            me.sign(proposal.id(), body, world.opinion(body, 1, Overall.AGREE, List.of()));
            assertEquals(State.COUNTERSIGN, me.get(proposal.id()).state().state());
        }
        ReviewState state = new ReviewDesk(finance, null, null).sign(proposal.id(), "FIN",
                world.opinion("FIN", 1, Overall.AGREE_WITH_CHANGES, List.of(new Cut(1, Money.ofWan(5), "单价偏高")))).state();
        assertEquals(State.READY_FOR_MEETING, state.state());
        assertEquals(Money.ofWan(5), state.proposedCut());
        assertTrue(state.blockedBy().isEmpty());
    }

    @Test
    void whatOnePersonEntersForABodyIsMarkedAsRecordedOnItsBehalf() {
        Proposal proposal = accepted();
        new ReviewDesk(world.oneself(), null, null).sign(proposal.id(), "DRC", world.opinion("DRC", 1, Overall.AGREE, List.of()));
        new ReviewDesk(finance, null, null).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()));
        List<ReviewAct> acts = new ReviewDesk(lead, null, null).get(proposal.id()).acts();
        assertTrue(acts.get(1).onBehalf());
        assertEquals("somebody", acts.get(1).recordedBy());
        assertFalse(acts.get(2).onBehalf());
        assertEquals("fin的姓名", acts.get(2).signedBy());
    }

    @Test
    void aPaperOpinionNeedsItsSignerAndItsScan(@TempDir Path folder) throws IOException {
        Proposal proposal = accepted();
        ReviewDesk desk = new ReviewDesk(secretary, null, null);
        var opinion = world.opinion("PSB", 1, Overall.AGREE, List.of());
        assertEquals("review.noSigner", key(() -> desk.record(proposal.id(), "PSB", opinion, "", null)));
        assertEquals("review.noScan", key(() -> desk.record(proposal.id(), "PSB", opinion, "警官甲", null)));
        Path scan = Files.writeString(folder.resolve("scan.pdf"), "签字页");
        ReviewAct act = desk.record(proposal.id(), "PSB", opinion, "警官甲", scan).acts().getLast();
        assertEquals("警官甲", act.signedBy());
        assertEquals("sec", act.recordedBy());
        assertTrue(act.onBehalf());
        assertTrue(world.store().files().has(act.scan()));
        assertThrows(PermissionDenied.class, () -> new ReviewDesk(finance, null, null).record(proposal.id(), "PSB", opinion, "警官甲", scan));
    }

    @Test
    void nobodySignsForAnotherBodyOrForAProjectOfHisOwn() {
        Proposal proposal = accepted();
        assertThrows(PermissionDenied.class, () -> new ReviewDesk(finance, null, null).sign(proposal.id(), "PSB", world.opinion("PSB", 1, Overall.AGREE, List.of())));
        var both = world.desk(World.person("edu", "FIN", "市财政局", Role.BODY_SIGNER));
        PermissionDenied denied = assertThrows(PermissionDenied.class,
                () -> new ReviewDesk(both, null, null).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of())));
        assertEquals("review.refuse.author", denied.messages().getFirst().key());
        assertThrows(PermissionDenied.class, () -> new ReviewDesk(both, null, null).saveDraft(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of())));
    }

    @Test
    void onlyTheLeadBodyAccepts() {
        Proposal proposal = world.submit(applicant, FormFixture.form());
        var otherReceiver = world.desk(World.person("x", "FIN", "市财政局", Role.RECEIVER));
        assertThrows(PermissionDenied.class, () -> new ReviewDesk(otherReceiver, null, null).accept(proposal.id()));
        assertThrows(PermissionDenied.class, () -> new ReviewDesk(finance, null, null).accept(proposal.id()));
        assertEquals(State.COUNTERSIGN, new ReviewDesk(lead, null, null).accept(proposal.id()).state().state());
    }

    @Test
    void draftsAreTheBodysOwnAndGoWhenItSigns() {
        Proposal proposal = accepted();
        ReviewDesk desk = new ReviewDesk(finance, null, null);
        ActDetail.Opinion blank = desk.draft(proposal.id(), "FIN");
        assertEquals(List.of("C2", "C3"), blank.answers().stream().map(answer -> answer.item()).toList());
        assertNull(blank.overall());
        var begun = world.opinion("FIN", 1, Overall.DISAGREE, List.of(), "C2");
        desk.saveDraft(proposal.id(), "FIN", begun);
        assertEquals(begun, desk.draft(proposal.id(), "FIN"));
        assertEquals(Standing.WAITING, standing(proposal, "FIN"));
        assertThrows(PermissionDenied.class, () -> new ReviewDesk(lead, null, null).draft(proposal.id(), "FIN"));
        desk.sign(proposal.id(), "FIN", begun);
        assertEquals(Standing.AGAINST, standing(proposal, "FIN"));
        assertEquals(begun, desk.draft(proposal.id(), "FIN"), "what it signed is what it goes on with");
        desk.withdrawOpinion(proposal.id(), "FIN", "有误");
        assertNull(desk.draft(proposal.id(), "FIN").overall());
    }

    @Test
    void anOpinionIsReplacedAndTakenBack() {
        Proposal proposal = accepted();
        ReviewDesk desk = new ReviewDesk(finance, null, null);
        desk.sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.DISAGREE, List.of(), "C2"));
        assertFalse(desk.get(proposal.id()).state().blockedBy().isEmpty());
        desk.sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()));
        assertEquals(Standing.AGREED, standing(proposal, "FIN"));
        desk.withdrawOpinion(proposal.id(), "FIN", "重新测算");
        assertEquals(Standing.WAITING, standing(proposal, "FIN"));
        assertEquals("review.refuse.nothingToWithdraw", key(() -> desk.withdrawOpinion(proposal.id(), "FIN", "再撤")));
    }

    @Test
    void overdueIsNoConsentAndStaysVisible() {
        Proposal proposal = accepted();
        world.workdays(6);
        ReviewState state = new ReviewDesk(lead, null, null).get(proposal.id()).state();
        assertEquals(State.READY_FOR_MEETING, state.state());
        assertTrue(state.bodies().stream().allMatch(body -> body.standing() == Standing.OVERDUE));
        assertEquals(6, state.blockedBy().size());
        assertEquals(6, state.open().stream().filter(item -> item.overdue() && item.what().key().equals("review.open.opinion")).count());
    }

    @Test
    void aBodyAbstainsOnItsOwnProject() {
        Proposal proposal = world.submit(world.oneself(), FormFixture.form("预算一体化升级", "湖州市财政局"));
        new ReviewDesk(lead, null, null).accept(proposal.id());
        assertEquals(Standing.RECUSED, standing(proposal, "FIN"));
        assertEquals("review.refuse.recused", key(() -> new ReviewDesk(finance, null, null).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of()))));
    }

    @Test
    void refusedActsStoreNothing() {
        Proposal proposal = accepted();
        int before = new ReviewDesk(lead, null, null).get(proposal.id()).acts().size();
        assertEquals("review.refuse.openItems",
                key(() -> new ReviewDesk(finance, null, null).sign(proposal.id(), "FIN", new ActDetail.Opinion(1, List.of(), Overall.AGREE, List.of(), "", ""))));
        assertEquals("review.refuse.agreeDespiteVeto", key(() -> new ReviewDesk(finance, null, null).sign(proposal.id(), "FIN", world.opinion("FIN", 1, Overall.AGREE, List.of(), "C2"))));
        assertEquals("review.refuse.cutAmount", key(() -> new ReviewDesk(finance, null, null).sign(proposal.id(), "FIN",
                world.opinion("FIN", 1, Overall.AGREE_WITH_CHANGES, List.of(new Cut(2, Money.ofWan(11), "多"))))));
        assertEquals("review.refuse.opinionVersion", key(() -> new ReviewDesk(finance, null, null).sign(proposal.id(), "FIN", world.opinion("FIN", 2, Overall.AGREE, List.of()))));
        assertEquals(before, new ReviewDesk(lead, null, null).get(proposal.id()).acts().size());
    }

    @Test
    void theQueueIsInTheOrderOfDueDates() {
        Proposal late = world.submit(applicant, FormFixture.form("甲", "市教育局").with(org.lianshen.model.proposal.ProposalField.PROJECT_NAME, "甲平台"));
        world.workdays(1);
        Proposal early = world.submit(applicant, FormFixture.form("乙平台", "市教育局"));
        new ReviewDesk(lead, null, null).accept(late.id());
        var queue = new ReviewDesk(lead, null, null).queue();
        assertEquals(List.of(early.id(), late.id()), queue.stream().map(queued -> queued.proposal()).toList());
        new ProposalDesk(applicant, null).withdraw(early.id(), "不建了");
        assertEquals(1, new ReviewDesk(lead, null, null).queue().size());
    }

    @Test
    void everyActIsInTheAuditLogFromStateToState() {
        accepted();
        var last = world.store().read(tx -> tx.audit().from(1, 100)).getLast();
        assertEquals("review.Acceptance", last.action());
        assertEquals("SUBMITTED", last.from());
        assertEquals("COUNTERSIGN", last.to());
        assertEquals("data", last.actor());
        assertEquals("RECEIVER", last.role());
    }

    private Proposal accepted() {
        Proposal proposal = world.submit(applicant, FormFixture.form());
        new ReviewDesk(lead, null, null).accept(proposal.id());
        return proposal;
    }

    private Standing standing(Proposal proposal, String body) {
        return new ReviewDesk(lead, null, null).get(proposal.id()).state().bodies().stream().filter(status -> status.body().equals(body)).map(BodyStatus::standing).findFirst()
                .orElseThrow();
    }

    private static String key(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(UserProblem.class, work).messages().getFirst().key();
    }
}
