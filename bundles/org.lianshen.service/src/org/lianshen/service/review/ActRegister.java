package org.lianshen.service.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewActs;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.ReviewStates;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** Enters acts: checked against rules and person, numbered, with their audit record from state to state. */
public record ActRegister(Desk desk) {

    /**
     * @param body     code of the body that acts, or null
     * @param signedBy name of who signed
     * @param onBehalf 代录
     * @param scan     digest of the paper, or null
     */
    public record Signature(String body, String signedBy, boolean onBehalf, String scan) {

        /** Signed by the person who enters it. */
        public static Signature of(Actor actor, String body) {
            return new Signature(body, actor.display(), body != null && !body.equals(actor.body()), null);
        }
    }

    /** The act as it would be entered now, numbered after all others. */
    public ReviewAct next(Tx tx, Proposal proposal, Signature signature, ActDetail detail) {
        List<ReviewAct> before = tx.acts().of(proposal.id());
        int round = detail instanceof ActDetail.Resubmission again ? again.versionNo() : ReviewStates.on(facts(proposal, before), desk.today()).round();
        return new ReviewAct(desk.ids().next(), proposal.id(), before.size() + 1, round, signature.body(), signature.signedBy(), desk.actor().name(),
                signature.onBehalf(), signature.scan(), desk.clock().instant(), detail);
    }

    /** @throws UserProblem with what stands against the act; nothing is entered then */
    public ReviewState enter(Tx tx, Proposal proposal, Signature signature, ActDetail detail) {
        ReviewAct act = next(tx, proposal, signature, detail);
        ReviewFacts facts = facts(proposal, tx.acts().of(proposal.id()));
        refusal(facts, act).ifPresent(message -> {
            throw new UserProblem(List.of(message));
        });
        return add(tx, proposal, facts, act, note(act));
    }

    private ReviewState add(Tx tx, Proposal proposal, ReviewFacts facts, ReviewAct act, String note) {
        ReviewState from = ReviewStates.on(facts, desk.today());
        tx.acts().add(act);
        var all = new ArrayList<>(facts.acts());
        all.add(act);
        ReviewState to = ReviewStates.on(facts(proposal, all), desk.today());
        tx.audit().append(new AuditEntry("review." + act.detail().getClass().getSimpleName(), "proposal " + proposal.reviewNo(), from.state().name(), to.state().name(), note));
        return to;
    }

    /**
     * Enters an act that was done elsewhere, as it was signed there; whether it may still be done is asked of this moment.
     *
     * @param by how it came, for the audit record
     * @throws UserProblem with what stands against it; nothing is entered then
     */
    public ReviewState enterCarried(Tx tx, Proposal proposal, ReviewAct act, String by) {
        ReviewFacts facts = facts(proposal, tx.acts().of(proposal.id()));
        refusal(facts, ReturnedWork.dated(act, desk.clock().instant())).ifPresent(message -> {
            throw new UserProblem(List.of(message));
        });
        return add(tx, proposal, facts, act, note(act) + " (" + by + ")");
    }

    public Optional<Message> refusal(ReviewFacts facts, ReviewAct act) {
        return ReviewActs.refusal(facts, act);
    }

    private ReviewFacts facts(Proposal proposal, List<ReviewAct> acts) {
        return new States(desk).facts(proposal, acts, desk.pack());
    }

    private static String note(ReviewAct act) {
        String who = act.body() == null ? act.signedBy() : act.body() + " " + act.signedBy();
        return act.onBehalf() ? who + " (recorded by " + act.recordedBy() + ")" : who;
    }
}
