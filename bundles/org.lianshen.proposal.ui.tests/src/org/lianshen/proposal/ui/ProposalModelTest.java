package org.lianshen.proposal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.Section;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.State;
import org.lianshen.workbench.look.Tone;

class ProposalModelTest {

    private final ProposalModel model = new ProposalModel();

    private Proposal draft() {
        Proposal draft = KeptProposals.draft(Forms.form());
        model.load(draft, Forms.state(State.DRAFT, 0), List.of());
        return draft;
    }

    @Test
    void typingMakesTheDraftUnsavedAndStoringItClean() {
        draft();
        assertFalse(model.dirty());
        model.put(ProposalField.CONTACT, "陈静");
        assertTrue(model.dirty());
        Proposal sent = model.unsaved();
        assertEquals("陈静", sent.draft().text(ProposalField.CONTACT));
        model.saved(sent, sent);
        assertFalse(model.dirty());
    }

    @Test
    void whatWasTypedWhileStoringStaysUnsaved() {
        draft();
        model.put(ProposalField.CONTACT, "陈静");
        Proposal sent = model.unsaved();
        model.put(ProposalField.CONTACT, "陈静宜");
        model.saved(sent, sent);
        assertTrue(model.dirty());
        assertEquals("陈静宜", model.form().text(ProposalField.CONTACT));
    }

    @Test
    void theSameTextIsNoChange() {
        draft();
        model.put(ProposalField.PROJECT_NAME, Forms.NAME);
        model.put(ProposalField.CONTACT, "");
        assertFalse(model.dirty());
    }

    @Test
    void aFormUnderReviewTakesNothing() {
        Proposal submitted = Forms.submitted(Forms.form());
        model.load(submitted, Forms.state(State.COUNTERSIGN, 1), List.of());
        model.put(ProposalField.CONTACT, "陈静");
        assertEquals(Forms.form(), model.form());
        assertFalse(model.dirty());
        assertTrue(model.withdrawable());
    }

    @Test
    void whatWasFoundForAnOlderFormIsDropped() {
        draft();
        ProposalForm before = model.form();
        model.put(ProposalField.CONTACT, "陈静");
        model.checked(before, List.of(Forms.NO_PHONE));
        assertEquals(List.of(), model.findings());
    }

    @Test
    void sectionsAreMarkedByWhatStandsAgainstThem() {
        draft();
        assertEquals(Tone.NEUTRAL, model.tone(Section.BASICS));
        model.checked(model.form(), List.of(Forms.NO_PHONE, Forms.OWN_SERVER));
        assertEquals(Tone.BLOCK, model.tone(Section.BASICS));
        assertEquals(Tone.WARN, model.tone(Section.ESTIMATE));
        assertEquals(Tone.OK, model.tone(Section.FUNDS));
        model.reason(Forms.OWN_SERVER, "视频前端须就近存储");
        assertEquals(Tone.OK, model.tone(Section.ESTIMATE));
    }

    @Test
    void aSectionNobodyBeganIsNotShoutedAt() {
        model.load(KeptProposals.draft(ProposalForm.EMPTY), Forms.state(State.DRAFT, 0), List.of());
        model.checked(model.form(), List.of(Forms.NO_PHONE));
        assertEquals(Tone.NEUTRAL, model.tone(Section.BASICS));
    }

    @Test
    void warningsWithoutReasonAndErrorsStandAgainstSubmission() {
        draft();
        model.checked(model.form(), List.of(Forms.WRONG_SUM, Forms.OWN_SERVER));
        assertEquals(List.of(Forms.WRONG_SUM, Forms.OWN_SERVER), model.against());
        model.reason(Forms.OWN_SERVER, "视频前端须就近存储");
        assertEquals(List.of(Forms.WRONG_SUM), model.against());
        assertEquals(List.of(new Explanation("V04.hardware", "estimate[1]", "视频前端须就近存储")), model.explanations());
    }

    @Test
    void aReasonForAWarningThatIsGoneIsKeptButNotSubmitted() {
        draft();
        model.checked(model.form(), List.of(Forms.OWN_SERVER));
        model.reason(Forms.OWN_SERVER, "视频前端须就近存储");
        model.checked(model.form(), List.of());
        assertEquals(List.of(), model.explanations());
        assertEquals(1, model.unsaved().explanations().size());
    }

    @Test
    void oneReasonServesAllWarningsOfItsKindThatHaveNone() {
        draft();
        var second = new FormFinding("V04.hardware", Severity.W, Section.ESTIMATE, null, "estimate[2]", Message.of("form.V04.hardware", 2, "存储", "存储"));
        var third = new FormFinding("V04.hardware", Severity.W, Section.ESTIMATE, null, "estimate[3]", Message.of("form.V04.hardware", 3, "机柜", "机柜"));
        model.checked(model.form(), List.of(Forms.OWN_SERVER, second, third));
        model.reason(third, "另有批准");
        model.reason(Forms.OWN_SERVER, "视频前端须就近存储");
        assertEquals(List.of(second), model.alike(Forms.OWN_SERVER));
        model.reasonForAlike(Forms.OWN_SERVER);
        assertEquals("视频前端须就近存储", model.reason(second));
        assertEquals("另有批准", model.reason(third));
    }

    @Test
    void answersAreKeptWithTheDraftAndComeBack() {
        var items = List.of(new ReturnItem(1, "概算", "没有报价", "补充报价", ""), new ReturnItem(2, "附件", "缺少查重报告", "补充", ""));
        Proposal submitted = Forms.submitted(Forms.form());
        model.load(submitted, Forms.state(State.RETURNED, 1), items);
        assertEquals(2, model.unanswered().size());
        model.answer(2, "已补充");
        Proposal sent = model.unsaved();
        ProposalModel again = new ProposalModel();
        again.load(sent, Forms.state(State.RETURNED, 1), items);
        assertEquals("已补充", again.answer(2));
        assertEquals(List.of(items.getFirst()), again.unanswered());
        assertEquals(Map.of(2, "已补充"), again.answers());
        assertEquals(List.of(), again.explanations());
    }

    @Test
    void keepingMineGoesOnTopOfTheirs() {
        Proposal mine = draft();
        model.put(ProposalField.CONTACT, "陈静");
        Proposal theirs = new Proposal(mine.id(), null, Forms.form().with(ProposalField.CONTACT, "李明"), List.of(), "chen", KeptProposals.NOW, "li", List.of(), 7);
        model.keepMine(theirs);
        assertEquals(7, model.unsaved().rowVersion());
        assertEquals("陈静", model.unsaved().draft().text(ProposalField.CONTACT));
        model.takeTheirs(theirs);
        assertEquals("李明", model.form().text(ProposalField.CONTACT));
        assertFalse(model.dirty());
    }

    @Test
    void everyChangeIsTold() {
        var told = new ArrayList<ProposalModel.Event>();
        model.listen(told::add);
        draft();
        model.put(ProposalField.CONTACT, "陈静");
        model.checked(model.form(), List.of(Forms.OWN_SERVER));
        model.reason(Forms.OWN_SERVER, "理由");
        model.saved(model.unsaved(), model.unsaved());
        assertEquals(List.of(ProposalModel.Event.LOADED, ProposalModel.Event.FORM, ProposalModel.Event.CHECKED, ProposalModel.Event.WORDS, ProposalModel.Event.SAVED), told);
    }
}
