package org.lianshen.service.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Role;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.FormDigest;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.State;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.session.Desk;

class ProposalDeskTest {

    private final World world = new World();
    private final Desk me = world.oneself();
    private final ProposalDesk proposals = new ProposalDesk(me, null);

    @BeforeEach
    void workThatRunsTwiceDoesTheSame() {
        world.store().runEverythingTwice();
    }

    @Test
    void submissionFreezesAVersionWithItsDigestAndGivesANumber() {
        Proposal first = world.submit(me, FormFixture.form());
        Proposal second = world.submit(me, FormFixture.form("学校安防平台", "市教育局"));
        assertEquals("LS-330500-2026-0001", first.reviewNo());
        assertEquals("LS-330500-2026-0002", second.reviewNo());
        assertEquals(FormDigest.of(FormFixture.form()), first.latest().digest());
        assertEquals("huzhou@2026.1", first.latest().packVersion());
        assertEquals(State.SUBMITTED, proposals.list().stream().filter(row -> row.id().equals(first.id())).findFirst().orElseThrow().state().state());
        assertEquals(first, proposals.byReviewNo("LS-330500-2026-0001"));
    }

    @Test
    void everyErrorAndEveryUnexplainedWarningIsNamedAndNothingIsStored() {
        Proposal draft = proposals.create(FormFixture.form().with(ProposalField.PHONE, "12").with(ProposalField.POINT_TO_POINT, "Y"));
        UserProblem refused = assertThrows(UserProblem.class, () -> proposals.submit(draft.id(), List.of(), Map.of()));
        var keys = refused.messages().stream().map(message -> message.key()).toList();
        assertTrue(keys.contains("form.phone"));
        assertEquals(5, keys.stream().filter("form.unexplained"::equals).count());
        assertEquals(draft, proposals.get(draft.id()));
    }

    @Test
    void aSecretFormIsNeverStored() {
        ProposalForm secret = FormFixture.form().with(ProposalField.SECRET, "Y");
        assertThrows(UserProblem.class, () -> proposals.create(secret));
        Proposal draft = proposals.create(FormFixture.form());
        assertThrows(UserProblem.class, () -> proposals.save(with(draft, secret)));
        assertEquals(1, proposals.list().size());
    }

    @Test
    void aStaleSaveIsRefusedWithBothVersions() {
        Proposal read = proposals.create(FormFixture.form());
        proposals.save(with(read, read.draft().with(ProposalField.CONTACT, "甲")));
        StaleWrite stale = assertThrows(StaleWrite.class, () -> proposals.save(with(read, read.draft().with(ProposalField.CONTACT, "乙"))));
        assertEquals("甲", ((Proposal) stale.stored()).draft().text(ProposalField.CONTACT));
        assertEquals("乙", ((Proposal) stale.mine()).draft().text(ProposalField.CONTACT));
    }

    @Test
    void aFormUnderReviewIsNotEditedButAReturnedOneIsAndEachPointIsAnswered() {
        Proposal submitted = world.submit(me, FormFixture.form());
        assertEquals("form.underReview", key(() -> proposals.save(with(submitted, FormFixture.form()))));
        assertEquals("form.underReview", key(() -> proposals.delete(submitted.id())));
        new ReviewDesk(me, null, null).sendBack(submitted.id(), new ActDetail.Return(List.of(new ReturnItem(1, "PHONE", "电话有误", "更正", ""), new ReturnItem(2, "附件", "缺函", "补", ""))));
        Proposal edited = proposals.save(with(proposals.get(submitted.id()), FormFixture.form().with(ProposalField.PHONE, "0572-2110000")));
        assertEquals("review.refuse.unanswered", key(() -> proposals.submit(edited.id(), World.reasons(me, edited.draft()), Map.of(1, "已更正"))));
        Proposal again = proposals.submit(edited.id(), World.reasons(me, edited.draft()), Map.of(1, "已更正", 2, "已补"));
        assertEquals(2, again.versions().size());
        assertEquals(submitted.reviewNo(), again.reviewNo());
        assertEquals(submitted.latest(), again.versions().getFirst());
        assertEquals(2, new ReviewDesk(me, null, null).get(again.id()).state().round());
    }

    @Test
    void peopleOfAUnitTouchOnlyItsOwnForms() {
        var education = new ProposalDesk(world.desk(World.person("edu", null, "市教育局", Role.APPLICANT, Role.UNIT_REVIEWER)), null);
        var health = new ProposalDesk(world.desk(World.person("health", null, "市卫生健康委", Role.APPLICANT, Role.UNIT_REVIEWER)), null);
        Proposal draft = education.create(FormFixture.form());
        assertThrows(PermissionDenied.class, () -> health.save(draft));
        assertThrows(PermissionDenied.class, () -> health.create(FormFixture.form()));
        assertThrows(PermissionDenied.class, () -> health.delete(draft.id()));
    }

    @Test
    void onlyTheRolesThatMaySubmit() {
        var clerk = world.desk(World.person("clerk", null, "市教育局", Role.APPLICANT));
        Proposal draft = new ProposalDesk(clerk, null).create(FormFixture.form());
        assertThrows(PermissionDenied.class, () -> new ProposalDesk(clerk, null).submit(draft.id(), List.of(), Map.of()));
    }

    @Test
    void withdrawnIsWithdrawn() {
        Proposal submitted = world.submit(me, FormFixture.form());
        assertEquals("review.refuse.reason", key(() -> proposals.withdraw(submitted.id(), " ")));
        proposals.withdraw(submitted.id(), "资金未落实");
        assertEquals(State.WITHDRAWN, proposals.list().getFirst().state().state());
        assertEquals("review.refuse.state", key(() -> proposals.withdraw(submitted.id(), "再撤")));
    }

    @Test
    void attachmentsAreKeptUnderTheirDigestAndMustBeThereOnSubmission(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("函.pdf"), "内容");
        Attachment kept = proposals.attach("申报函", file);
        proposals.fetch(kept, folder.resolve("back.pdf"));
        assertEquals("内容", Files.readString(folder.resolve("back.pdf")));
        var lost = new Attachment("建设方案", "方案.docx", "0".repeat(64), 3);
        Proposal draft = proposals.create(FormFixture.form().withAttachments(List.of(kept, lost)));
        UserProblem refused = assertThrows(UserProblem.class, () -> proposals.submit(draft.id(), World.reasons(me, draft.draft()), Map.of()));
        assertEquals(List.of("form.attachmentNotKept"), refused.messages().stream().map(message -> message.key()).toList());
        assertEquals("form.noFile", key(() -> proposals.attach("申报函", folder.resolve("none.pdf"))));
    }

    @Test
    void differencesAreNamedFieldByFieldAndRowByRow() {
        ProposalForm before = FormFixture.form();
        ProposalForm after = before.with(ProposalField.CONTACT, "赵六")
                .withEstimate(List.of(before.estimate().get(1), FormFixture.line(1, EstimateCode.E10, "数据共享软件", 850_000)));
        var places = proposals.compare(before, after).stream().map(difference -> difference.place() + ":" + difference.before() + ">" + difference.after()).toList();
        assertEquals(List.of("CONTACT:张三>赵六", "estimate[1].unitPrice:900000.00>850000.00", "estimate[1].amount:900000.00>850000.00"), places);
        assertTrue(proposals.compare(before, before).isEmpty());
    }

    private static Proposal with(Proposal p, ProposalForm draft) {
        return new Proposal(p.id(), p.reviewNo(), draft, p.explanations(), p.createdBy(), p.editedAt(), p.editedBy(), p.versions(), p.rowVersion());
    }

    private static String key(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(UserProblem.class, work).messages().getFirst().key();
    }
}
