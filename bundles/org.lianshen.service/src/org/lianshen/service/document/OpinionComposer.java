package org.lianshen.service.document;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.review.ActRegister;
import org.lianshen.service.review.ActRegister.Signature;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.wording.Wordings;

/** 联审意见书: a decision as it is told to the unit. A draft until it is signed with a number. */
final class OpinionComposer implements PaperComposer {

    private final Desk desk;
    private final Wordings wordings;

    OpinionComposer(Desk desk, Wordings wordings) {
        this.desk = desk;
        this.wordings = wordings;
    }

    /**
     * A decision and what stands around it.
     *
     * @param act     the act of the decision
     * @param issued  its 出具, or null
     * @param meeting that decided, or null
     * @param merged  project that takes over, or null
     * @param bodies  names of the bodies that were asked
     */
    record Decided(ProposalCase project, ReviewAct act, ActDetail.Decision decision, ActDetail.Issuance issued, Meeting meeting, Proposal merged, RulePack pack, List<String> bodies) {
    }

    @Override
    public PaperKind kind() {
        return PaperKind.OPINION;
    }

    /** Of a meeting: the letters of what it decided, project by project. */
    @Override
    public List<PaperKey> keys(Tx tx, UUID subject) {
        Optional<Meeting> meeting = tx.meetings().find(subject);
        if (meeting.isPresent()) {
            return meeting.get().agenda().stream().flatMap(item -> tx.acts().of(item.proposal()).stream())
                    .filter(act -> act.detail() instanceof ActDetail.Decision decision && subject.equals(decision.meeting()))
                    .map(act -> new PaperKey(kind(), act.proposal(), Integer.toString(act.seq()))).toList();
        }
        ProposalCase found = ProposalCase.find(desk, tx, subject);
        return found == null ? List.of() : found.of(ActDetail.Decision.class).stream().map(act -> new PaperKey(kind(), subject, Integer.toString(act.seq()))).toList();
    }

    @Override
    public Message name(Tx tx, PaperKey key) {
        Decided decided = decided(tx, key);
        return Message.of("paper.name.OPINION", decided.project().proposal().reviewNo(), Message.of("review.decision." + decided.decision().kind().name()));
    }

    /** The unit has it once it was issued. */
    @Override
    public boolean owns(Tx tx, PaperKey key, Actor actor) {
        return decided(tx, key).issued() != null && PaperParts.ofUnit(tx, key, actor);
    }

    @Override
    public OfficialPaper compose(Tx tx, PaperKey key, Consumer<Message> notices) {
        Decided decided = decided(tx, key);
        return new OpinionText(decided, wordings.of(tx, kind(), decided.issued() == null ? null : issuance(decided.project(), decided.act()).orElseThrow().at())).paper(desk.today());
    }

    @Override
    public boolean numbered(Tx tx, PaperKey key) {
        return decided(tx, key).issued() == null;
    }

    /** 出具: by signing the letter the decision is told to the unit. Only the lead body does that. */
    @Override
    public void signed(Tx tx, IssuedPaper paper) {
        Decided decided = decided(tx, paper.key());
        ReviewBody lead = desk.pack().leadBody();
        if (!desk.actor().oneself() && !lead.code().equals(desk.actor().body())) {
            throw new PermissionDenied(Message.of("review.notLead", desk.actor().display(), Message.of("review.bodyName", lead.shortName(), lead.nameEn())));
        }
        if (decided.issued() == null) {
            new ActRegister(desk).enter(tx, decided.project().proposal(), Signature.of(desk.actor(), lead.code()), new ActDetail.Issuance(paper.number(), paper.content().date()));
        }
    }

    private Decided decided(Tx tx, PaperKey key) {
        ProposalCase project = ProposalCase.of(desk, tx, key.subject());
        ReviewAct act = project.of(ActDetail.Decision.class).stream().filter(each -> Integer.toString(each.seq()).equals(key.part())).findFirst()
                .orElseThrow(() -> UserProblem.of("official.noDecision", project.proposal().reviewNo()));
        var decision = (ActDetail.Decision) act.detail();
        Meeting meeting = decision.meeting() == null ? null : tx.meetings().find(decision.meeting()).orElse(null);
        Proposal merged = decision.mergedInto() == null ? null : tx.proposals().find(decision.mergedInto()).orElse(null);
        RulePack pack = project.pack(act.at());
        List<String> asked = project.before(act).bodies().stream().filter(status -> status.standing() != BodyStatus.Standing.RECUSED).map(status -> status.office(pack).name()).toList();
        ActDetail.Issuance issued = issuance(project, act).map(found -> (ActDetail.Issuance) found.detail()).orElse(null);
        return new Decided(project, act, decision, issued, meeting, merged, pack, asked);
    }

    /** The letter of this decision: issued after it and before the next. */
    private static Optional<ReviewAct> issuance(ProposalCase project, ReviewAct decision) {
        int next = project.of(ActDetail.Decision.class).stream().mapToInt(ReviewAct::seq).filter(seq -> seq > decision.seq()).min().orElse(Integer.MAX_VALUE);
        return project.of(ActDetail.Issuance.class).stream().filter(act -> act.seq() > decision.seq() && act.seq() < next).findFirst();
    }
}
